/** Shortens the names of utilities in the stylesheets and pages of a built site. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  listClasses,
  listUsedClasses,
  nameShortly,
  shortenCss,
  shortenHtml,
} from '../../publish/short-classes.ts';
import { listWords } from '../../publish/used-rules.ts';
import type { SiteFiles } from './site-files.ts';

/**
 * Classes with a handwritten rule in `source` keep their names, and so do those that a script may
 * set, because tests, scripts and readers of the source look for them. Returns the short names.
 */
export function shortenClasses(site: SiteFiles, source: string): ReadonlyMap<string, string> {
  const assets = site.list().filter((path) => path.startsWith('_astro/'));
  const stylesheets = assets.filter((path) => path.endsWith('.css'));
  const scripts = assets.filter((path) => path.endsWith('.js'));
  const kept = new Set([
    ...listFiles(source, '.css').flatMap((file) => [...listWritten(readFileSync(file, 'utf8'))]),
    ...scripts.flatMap((path) => [...listWords(site.read(path))]),
  ]);
  const names = new Set(stylesheets.flatMap((path) => [...listClasses(site.read(path))]));
  const pages = site.list('.html');
  const taken = new Set(kept);
  for (const path of pages) for (const name of listUsedClasses(site.read(path))) taken.add(name);
  const short = nameShortly(
    [...names].filter((name) => !kept.has(name)),
    taken,
  );
  for (const path of stylesheets) site.change(path, (css) => shortenCss(css, short));
  for (const path of pages) site.change(path, (html) => shortenHtml(html, short));
  return short;
}

/**
 * Lists classes by a pattern, because a parser of plain CSS skips rules in @variant or with a
 * leading &.
 */
const listWritten = (css: string) =>
  [...css.replace(/\/\*.*?\*\//gs, '').matchAll(/\.([a-z][\w-]*)(?=[^;{}]*\{)/gi)].map(
    ([, name = '']) => name,
  );

const listFiles = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
