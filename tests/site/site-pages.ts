/** The built site, as the tests walk it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parse } from 'yaml';
import { readSections } from './read-sections.ts';

export const distFolder = join(import.meta.dirname, '../../dist');

/** Paths of every built HTML file, inside the site, sorted. */
export function listPages(folder = distFolder): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.html'))
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
  const pages = listPages().filter((file) => file.startsWith(prefix) && file !== `${prefix}index.html`);
  const [heaviest] = pages.sort((a, b) => readPage(b).length - readPage(a).length);
  if (!heaviest) throw new Error(`Nothing was built below ${prefix}`);
  return toAddress(heaviest);
}

/** The first chart of each kind, by its address. */
function listChartKinds(): string[] {
  const folder = join(distFolder, '../content/charts');
  const charts = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({ file, kind: (parse(readFileSync(join(folder, file), 'utf8')) as { kind: string }).kind }));
  const first = charts.filter(({ kind }, index) => charts.findIndex((chart) => chart.kind === kind) === index);
  return first.map(({ file }) => `/charts/${file.replace(/\.yaml$/, '')}/`);
}

/** One of every kind of page, and of records the heaviest. */
export const kindsOfPage = [
  ...[
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
    '/methodology/',
    '/about/',
    '/privacy/',
    '/accessibility/',
    '/404.html',
  ],
  ...listPages()
    .filter((file) => /^articles\/.+\/index\.html$/.test(file))
    .map(toAddress),
  findHeaviest('numbers/'),
  '/numbers/machine-guns/',
  '/numbers/weapons-origin/',
  '/numbers/five-eu-states-weapons/',
  ...listChartKinds(),
  '/embed/weapon-origins/',
  '/embed/losses-mosul-iraq/',
  findHeaviest('sources/'),
  findHeaviest('publishers/'),
  findHeaviest('claims/'),
];
