/** Writes each article’s page as one file that needs no other, after the page got its rules. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { Content } from '../../library/content.ts';
import { formatOneFile } from '../../publish/one-file.ts';
import { href } from '../../site/href.ts';
import { nameStyle, writeFilePolicy } from '../../site/policy.ts';
import { describeSavedArticle } from '../../site/saved-article.ts';
import { formatTakeAwayPath } from '../../site/take-away-paths.ts';

/** `published` is the content that the pages show. Skips a page that was never written. */
export function writeOneFiles(folder: string, published: Content): void {
  const site = process.env.SITE_URL ? new URL(process.env.SITE_URL) : undefined;
  const base = href('/');
  const paper = readPaper(folder);
  for (const { slug } of published.articles) {
    const path = join(folder, 'articles', slug, 'index.html');
    if (!existsSync(path)) continue;
    const file = formatOneFile({
      page: readFileSync(path, 'utf8'),
      paper,
      locate: (address) => site && new URL(address, site).href,
      embed: (address) => readPicture(join(folder, address.slice(base.length))),
      guard: (styles) => writeFilePolicy(styles.map(nameStyle)),
      ...describeSavedArticle(slug, site),
    });
    const out = join(folder, formatTakeAwayPath(slug, 'html'));
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, file);
  }
}

/** The print stylesheet that the pages link. */
function readPaper(folder: string): string {
  const assets = join(folder, '_astro');
  if (!existsSync(assets)) return '';
  return readdirSync(assets)
    .filter((name) => /^print\..*css$/.test(name))
    .map((name) => readFileSync(join(assets, name), 'utf8'))
    .join('');
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.jpg': 'jpeg',
  '.png': 'png',
  '.svg': 'svg+xml',
  '.webp': 'webp',
};

const readPicture = (path: string) =>
  `data:image/${mediaTypes[extname(path)] ?? 'png'};base64,${readFileSync(path).toString('base64')}`;
