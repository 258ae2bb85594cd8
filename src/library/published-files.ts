/**
 * Which texts the site publishes: every article and page that is no draft. Astro loads this module before all else,
 * so it reads front matter alone and leaves the rest of the content to `read-content.ts`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { findFrontMatter } from './front-matter.ts';

/** File names for Astro's loader; with `drafts`, all of them. */
export function listPublishedFiles(folder: 'articles' | 'pages', drafts: boolean): string[] {
  const path = join(process.cwd(), 'content', folder);
  if (!existsSync(path)) return [];
  const names = readdirSync(path).filter((name) => name.endsWith('.mdx'));
  return names.sort().filter((name) => drafts || !isDraft(readFileSync(join(path, name), 'utf8')));
}

/** True only for `draft: true`. Front matter that is no YAML is told by the check, which the build runs first. */
function isDraft(text: string): boolean {
  const matter = findFrontMatter(text.replaceAll('\r\n', '\n'));
  try {
    return matter !== undefined && (parse(matter.yaml, { schema: 'core' }) as { draft?: unknown } | null)?.draft === true;
  } catch {
    return false;
  }
}
