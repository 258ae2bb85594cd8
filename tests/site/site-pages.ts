/** The built site, as the tests walk it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import { takeAwayRoom } from '../../src/site/take-away-paths.ts';
import { readSections } from './read-sections.ts';

export const distFolder = join(import.meta.dirname, '../../dist');

/**
 * Paths of every page, inside the site, sorted. HTML files to take away are none: see
 * take-away.spec.ts.
 */
export function listPages(folder = distFolder): readonly string[] {
  if (folder !== distFolder) return findPages(folder);
  return (ownPages ??= findPages(folder));
}

let ownPages: readonly string[] | undefined;

function findPages(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.html') && !path.startsWith(takeAwayRoom))
    .sort();
}

/** Address of a built file: articles/x/index.html is /articles/x/. */
export function toAddress(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** As browsers read it: see readSections. */
export function readPage(file: string, folder = distFolder): string {
  return readSections(readFileSync(join(folder, file), 'utf8'));
}

/** The longest page below a folder of the site: the heaviest of its kind. */
function findHeaviest(prefix: string): string {
  const pages = listPages().filter(
    (file) => file.startsWith(prefix) && file !== `${prefix}index.html`,
  );
  const weigh = (file: string) => statSync(join(distFolder, file)).size;
  const [heaviest] = pages.sort((a, b) => weigh(b) - weigh(a));
  if (!heaviest) throw new Error(`Nothing was built below ${prefix}`);
  return toAddress(heaviest);
}

/** The first chart of each kind, by its address. */
function listChartKinds(): string[] {
  const folder = join(distFolder, '../content/charts');
  const charts = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({
      file,
      kind: (parse(readFileSync(join(folder, file), 'utf8')) as { kind: string }).kind,
    }));
  const first = charts.filter(
    ({ kind }, index) => charts.findIndex((chart) => chart.kind === kind) === index,
  );
  return first.map(({ file }) => `/charts/${file.replace(/\.yaml$/, '')}/`);
}

/** Written by hand or generated whole: there is one of each. */
const single = [
  '/',
  '/articles/',
  '/numbers/',
  '/sources/',
  '/charts/',
  '/timeline/',
  '/places/',
  '/claims/',
  '/publishers/',
  '/glossary/',
  '/corrections/',
  '/changes/',
  '/search/',
  '/weak-sources/',
  '/data/',
  '/methodology/',
  '/404.html',
];
const heaviest = [
  'articles/',
  'numbers/',
  'sources/',
  'publishers/',
  'claims/',
  'charts/',
  'embed/',
].map(findHeaviest);

/** One of every kind of page, and of records the heaviest. */
export const kindsOfPage = [
  ...new Set([
    ...single,
    ...['about', 'privacy', 'accessibility'].map((page) => `/${page}/`),
    ...heaviest,
    ...listPages()
      .filter((file) => /^articles\/.+\/index\.html$/.test(file))
      .map(toAddress),
    '/numbers/machine-guns/',
    '/numbers/weapons-origin/',
    '/numbers/five-eu-states-weapons/',
    ...listChartKinds(),
    '/embed/weapon-origins/',
    '/embed/losses-mosul-iraq/',
  ]),
];

/**
 * The pages that `npm test` asks whatever may be asked of any page: one of each make, and of many
 * the heaviest.
 */
export const askedFirst: ReadonlySet<string> = new Set([
  ...single,
  ...heaviest,
  '/numbers/weapons-origin/',
]);

/** What `npm test` leaves out and `npm run test:all` asks: see package.json. */
export const askedLater = { tag: '@all' };

/** For a test of one page. */
export const ask = (address: string) => (askedFirst.has(address) ? {} : askedLater);

/** Lays out all of a page, as if its reader had come to each part: see styles/far-below.css. */
export async function drawAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const all = new CSSStyleSheet();
    all.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, all];
  });
}

/** Opens all that a page holds closed, as far as it can be seen. */
export async function openDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    const opened = new Set<Element>();
    // One may stand in another.
    for (;;) {
      const closed = [
        ...document.querySelectorAll<HTMLDetailsElement>('details:not([open])'),
      ].filter((part) => !opened.has(part) && part.checkVisibility());
      if (closed.length === 0) return;
      for (const part of closed) {
        part.open = true;
        opened.add(part);
      }
    }
  });
}
