/** The pages of the built site, for tests. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { parse as parseHtml, type HTMLElement } from 'node-html-parser';
import { parse } from 'yaml';
import { takeAwayRoom } from '../../src/site/take-away-paths.ts';
import { choosePages } from './choose-pages.ts';
import { readSections } from './read-sections.ts';

export const distFolder = join(import.meta.dirname, '../../dist');

/**
 * Lists the paths of every page within the site, sorted. Downloadable HTML files do not count: see
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

/** Returns the address of a built file: for articles/x/index.html, /articles/x/. */
export function toAddress(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** Reads a page as browsers do: see readSections. */
export function readPage(file: string, folder = distFolder): string {
  return readSections(readFileSync(join(folder, file), 'utf8'));
}

const opened = new Map<string, HTMLElement>();

/** Parses a page of our site once for all tests of a worker: none may change it. */
export function openPage(file: string, folder = distFolder): HTMLElement {
  if (folder !== distFolder) return parseHtml(readPage(file, folder));
  const page = opened.get(file) ?? parseHtml(readPage(file));
  opened.set(file, page);
  return page;
}

/** Finds the longest page below a folder of the site: the heaviest of its kind. */
function findHeaviest(prefix: string): string {
  const pages = listPages().filter(
    (file) => file.startsWith(prefix) && file !== `${prefix}index.html`,
  );
  const weigh = (file: string) => statSync(join(distFolder, file)).size;
  const [heaviest] = pages.sort((a, b) => weigh(b) - weigh(a));
  if (!heaviest) throw new Error(`Nothing was built below ${prefix}`);
  return toAddress(heaviest);
}

/** Lists the first chart of each kind, by its address. */
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

/** Pages that exist once, written by hand or completely generated. */
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

/** A page of each make: of those that exist once, and the longest of all others. */
export const oneOfEach: ReadonlySet<string> = new Set([...single, ...heaviest]);

/** Pages on which `npm test` asks what is asked of every page: see choose-pages.ts. */
export const askedFirst: ReadonlySet<string> = new Set(
  choosePages(
    new Map(
      listPages().map((file) => [toAddress(file), readFileSync(join(distFolder, file), 'utf8')]),
    ),
  ),
);

/** One page of every kind, the heaviest if there are several, and those that are asked first. */
export const kindsOfPage = [
  ...new Set([
    ...single,
    ...['about', 'privacy', 'accessibility'].map((page) => `/${page}/`),
    ...heaviest,
    ...listPages()
      .filter((file) => /^articles\/.+\/index\.html$/.test(file))
      .map(toAddress),
    '/numbers/machine-guns/',
    '/numbers/mosul-humvees/',
    '/numbers/weapons-origin/',
    '/numbers/five-eu-states-weapons/',
    ...listChartKinds(),
    '/embed/weapon-origins/',
    '/embed/losses-mosul-iraq/',
    ...askedFirst,
  ]),
];

/** The tag of tests that `npm test` leaves out and `npm run test:all` runs: see package.json. */
export const askedLater = { tag: '@all' };

/** Options for a test of one page, which `npm test` asks if the page is one of `first`. */
export const ask = (address: string, first = askedFirst) => (first.has(address) ? {} : askedLater);

/**
 * Lays out the whole page, as if its reader had scrolled to each part: see `later-` in
 * styles/utilities.css.
 */
export async function drawAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const all = new CSSStyleSheet();
    all.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, all];
  });
}

/**
 * Sets the size of letters in per cent, as a reader's setting does: breakpoints in em follow it,
 * but not a style of the root. Tests share their page, so they set 100 per cent in the end.
 */
export async function setLetters(page: Page, percent: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const fontSizes = { standard: (16 * percent) / 100, fixed: 13 };
  await session.send('Page.setFontSizes', { fontSizes });
  await session.detach();
  const size = () => parseFloat(getComputedStyle(document.documentElement).fontSize);
  expect(await page.evaluate(size)).toBe(fontSizes.standard);
}

/** Opens all closed details of a page that can be reached. */
export async function openDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    const opened = new Set<Element>();
    // Details may be nested.
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
