/** Writes each article’s page as one file that needs no other, after the page got its rules. */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Content } from '../../library/content.ts';
import { formatOneFile } from '../../publish/one-file.ts';
import { href } from '../../site/href.ts';
import { nameStyle, writeFilePolicy } from '../../site/policy.ts';
import { describeSavedArticle } from '../../site/saved-article.ts';
import { formatTakeAwayPath } from '../../site/take-away-paths.ts';
import type { SiteFiles } from './site-files.ts';

/** `published` is the content that the pages show. Skips a page that was never written. */
export function writeOneFiles(files: SiteFiles, published: Content): void {
  const site = process.env.SITE_URL ? new URL(process.env.SITE_URL) : undefined;
  const base = href('/');
  const paper = readPaper(files);
  for (const { slug } of published.articles) {
    const path = `articles/${slug}/index.html`;
    if (!files.has(path)) continue;
    const file = formatOneFile({
      page: files.read(path),
      paper,
      locate: (address) => site && new URL(address, site).href,
      embed: (address) => readPicture(join(files.folder, address.slice(base.length))),
      guard: (styles) => writeFilePolicy(styles.map(nameStyle)),
      ...describeSavedArticle(slug, site),
    });
    files.write(formatTakeAwayPath(slug, 'html').slice(1), file);
  }
}

/** The print stylesheet that the pages link. */
const readPaper = (files: SiteFiles): string =>
  files
    .list('css')
    .filter((path) => /^_astro\/print\.[^/]*$/.test(path))
    .map((path) => files.read(path))
    .join('');

const mediaTypes: Readonly<Record<string, string>> = {
  '.jpg': 'jpeg',
  '.png': 'png',
  '.svg': 'svg+xml',
  '.webp': 'webp',
};

const readPicture = (path: string) =>
  `data:image/${mediaTypes[extname(path)] ?? 'png'};base64,${readFileSync(path).toString('base64')}`;
