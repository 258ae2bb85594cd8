/** Parses every file of a content folder with the bare parsers, and ignores the result. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mdxToMdast } from 'satteri';
import { parse } from 'yaml';

const folder = join(process.argv[2] ?? '.', 'content');
for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!/\.(?:yaml|mdx)$/.test(path)) continue;
  const text = readFileSync(join(folder, path), 'utf8');
  if (path.endsWith('.yaml')) parse(text);
  else {
    parse(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '');
    mdxToMdast(text, { features: { frontmatter: true } });
  }
}
