/** Shortens the names of utilities in the stylesheets and pages of a built site. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  listClasses,
  listUsedClasses,
  nameShortly,
  shortenCss,
  shortenHtml,
} from '../../publish/short-classes.ts';
import { listWords } from '../../publish/used-rules.ts';

/**
 * Classes with a handwritten rule in `source` keep their names, and so do those that a script may
 * set, because tests, scripts and readers of the source look for them. Returns the short names.
 */
export function shortenClasses(folder: string, source: string): ReadonlyMap<string, string> {
  const assets = join(folder, '_astro');
  if (!existsSync(assets)) return new Map();
  const stylesheets = listFiles(assets, '.css');
  const kept = new Set([
    ...listFiles(source, '.css').flatMap((file) => [...listWritten(readFileSync(file, 'utf8'))]),
    ...listFiles(assets, '.js').flatMap((file) => [...listWords(readFileSync(file, 'utf8'))]),
  ]);
  const names = new Set(
    stylesheets.flatMap((file) => [...listClasses(readFileSync(file, 'utf8'))]),
  );
  const pages = listFiles(folder, '.html');
  const taken = new Set([
    ...kept,
    ...pages.flatMap((file) => [...new Set(listUsedClasses(readFileSync(file, 'utf8')))]),
  ]);
  const short = nameShortly(
    [...names].filter((name) => !kept.has(name)),
    taken,
  );
  for (const file of stylesheets) change(file, (css) => shortenCss(css, short));
  for (const file of pages) change(file, (html) => shortenHtml(html, short));
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

function change(file: string, by: (text: string) => string): void {
  const text = readFileSync(file, 'utf8');
  const changed = by(text);
  if (changed !== text) writeFileSync(file, changed);
}
