/**
 * The evidence of an article as an archive: its text, the record of its numbers, its charts,
 * sources, claims and corrections, with their terms. It leaves out the wordings of sources, except
 * those that the text quotes.
 */
import { formatChartCsv } from '../drawings/chart-data.ts';
import { toPlainText } from '../evidence/inline.ts';
import { spacedPlural } from '../evidence/plural.ts';
import { listChartIds, listClaimIds } from '../library/markup/article-text.ts';
import { formatArchive } from '../publish/archive.ts';
import { listChartSources } from '../publish/chart-json.ts';
import {
  formatDataPackage,
  formatTableCsv,
  formatTableJson,
  type DataTable,
} from '../publish/data-package.ts';
import { licence } from '../publish/licence.ts';
import { formatRepublishedHtml, formatRepublishedMarkdown } from '../publish/republished.ts';
import {
  listArticleRefs,
  listArticleSources,
  listFurtherSources,
  type Article,
} from './articles.ts';
import { getChartJson, getChartSvg } from './chart-files.ts';
import { getChartAsTyped } from './chart-pages.ts';
import { formatArticleCitation, formatSourceCitations } from './citation-files.ts';
import { listArticleCorrections } from './correction-pages.ts';
import { getDataTables } from './data-tables.ts';
import { indexBy, once } from './once.ts';
import { describeRepublished, getArticleAddress, listArticleTerms } from './republished-text.ts';
import { getContentVersion, getContentAsTyped, getSite } from './site-content.ts';

export function makeEvidenceArchive(
  article: Article,
  site: URL | undefined,
): Uint8Array<ArrayBuffer> {
  const files = listEvidenceFiles(article, site);
  return formatArchive(article.slug, files, getContentVersion()?.day);
}

/** Lists every file of the archive, by its path, except the list of fingerprints. */
export function listEvidenceFiles(article: Article, site: URL | undefined): Map<string, string> {
  const tables = listArticleTables(article);
  const sources = tables.find(({ name }) => name === 'sources')?.rows ?? [];
  const ids = sources.map(([id]) => String(id));
  const text = describeRepublished(article, site, 'charts');
  const title = toPlainText(article.matter.value.title);
  const version = getContentVersion();
  const address = getArticleAddress(article, site);
  return new Map([
    ['text.html', formatRepublishedHtml(text)],
    ['text.md', formatRepublishedMarkdown(text)],
    ['article.bib', formatArticleCitation(article.slug, 'bib', site)],
    ['article.csl.json', formatArticleCitation(article.slug, 'csl.json', site)],
    ['sources.bib', formatSourceCitations(ids, 'bib')],
    ['sources.csl.json', formatSourceCitations(ids, 'csl.json')],
    ...listChartIds(article.tree).flatMap((id): [string, string][] => [
      [`charts/${id}.svg`, getChartSvg(id, site)],
      [`charts/${id}.csv`, formatChartCsv(getChartAsTyped(id))],
      [`charts/${id}.json`, getChartJson(id, site)],
    ]),
    ...tables.flatMap((table): [string, string][] => [
      [`data/${table.name}.csv`, formatTableCsv(table)],
      [`data/${table.name}.json`, formatTableJson(table)],
    ]),
    [
      'data/datapackage.json',
      formatDataPackage(tables, {
        name: article.slug,
        title: `${title}: the record`,
        description: toPlainText(article.matter.value.summary),
        version: version?.commit,
        day: version?.day,
        homepage: address,
      }),
    ],
    ['LICENCE.txt', sayLines(listArticleTerms(article, site))],
    ['README.txt', sayLines(describeArchive(article, site, tables))],
  ]);
}

const sayLines = (lines: readonly string[]) => `${lines.join('\n\n')}\n`;

function describeArchive(
  article: Article,
  site: URL | undefined,
  tables: readonly DataTable[],
): string[] {
  const version = getContentVersion();
  const address = getArticleAddress(article, site);
  const rows = tables.map((table) => `${table.name}: ${spacedPlural(table.rows.length, 'row')}`);
  return [
    `The evidence of “${toPlainText(article.matter.value.title)}”, ${getSite().name}.`,
    [
      ...(address ? [`The article stands at ${address}`] : []),
      ...(version ? [`This is its version ${version.commit} of ${version.day}.`] : []),
    ].join('\n'),
    'text.html, text.md: the text, with links to the pages of each number and source.\n' +
      'article.*: how the article is cited. sources.*: the sources behind it, as BibTeX and CSL-JSON.\n' +
      'charts/: each chart as a picture, and the table that it is drawn from.\n' +
      `data/: the record behind the article as CSV and JSON (${rows.join(', ')}), and datapackage.json, which describes each field.`,
    'The words of sources are not in the tables: they are not ours to give away. The text quotes some, short and marked; the others stand on the pages of the records.',
    'sha256sum -c SHA256SUMS says whether these files are those that were published.',
    `LICENCE.txt has the terms: text, charts and data under ${licence.name}.`,
  ];
}

/** Lists the rows of the record that the article, its charts and its claims depend on. */
export function listArticleTables(article: Article): DataTable[] {
  const charts = listChartIds(article.tree).map(getChartAsTyped);
  const claims = new Set(listClaimIds(article.tree));
  const records = new Set([
    ...listArticleRefs(article).refs.map((ref) => ref.split('/')[0] ?? ref),
    ...charts.flatMap((chart) => chart.records.map(({ recordId }) => recordId)),
  ]);
  const numbers = pick('numbers', records);
  const statements = pick('statements', records);
  const claimed = addFindings(pick('claims', claims));
  const sources = new Set([
    ...listArticleSources(article),
    ...listFurtherSources(article),
    ...charts.flatMap(listChartSources),
    ...listColumn(statements, 'source'),
    ...['made_in', 'for', 'against'].flatMap((field) => listColumn(claimed, field)),
  ]);
  return [numbers, statements, pick('sources', sources), claimed, listCorrectionTable(article)];
}

/** A table, and its rows by the value of a field, each with its place. */
function indexTable(name: string, field: string) {
  const table = getDataTables().find((candidate) => candidate.name === name);
  if (!table) throw new Error(`There is no table "${name}".`);
  const column = table.fields.findIndex((candidate) => candidate.name === field);
  const rows = table.rows.map((row, place) => ({ row, place }));
  return { table, rows: indexBy(rows, ({ row }) => [String(row[column])]) };
}

const getIndexes = once(() => ({
  numbers: indexTable('numbers', 'record'),
  statements: indexTable('statements', 'record'),
  claims: indexTable('claims', 'id'),
  sources: indexTable('sources', 'id'),
}));

/** Picks the rows with these values from a table, in its order. */
function pick(name: keyof ReturnType<typeof getIndexes>, values: ReadonlySet<string>): DataTable {
  const { table, rows } = getIndexes()[name];
  const picked = [...values].flatMap((value) => rows.get(value) ?? []);
  picked.sort((one, other) => one.place - other.place);
  return { ...table, rows: picked.map(({ row }) => row) };
}

/** Lists the ids in a column whose fields may hold several ids. */
const listColumn = ({ fields, rows }: DataTable, name: string): string[] => {
  const column = fields.findIndex((field) => field.name === name);
  return rows.flatMap((row) => String(row[column] ?? '').split(' ')).filter(Boolean);
};

/** Adds what the record says about each claim, in our words. */
function addFindings(claims: DataTable): DataTable {
  const findings = new Map(getContentAsTyped().claims.map(({ id, value }) => [id, value.finding]));
  return {
    ...claims,
    fields: [
      ...claims.fields,
      { name: 'finding', type: 'string', description: 'What the record says, in our words.' },
    ],
    rows: claims.rows.map((row) => [...row, toPlainText(findings.get(String(row[0])) ?? '')]),
  };
}

function listCorrectionTable(article: Article): DataTable {
  const words = (name: string, description: string) =>
    ({ name, type: 'string', description }) as const;
  return {
    name: 'corrections',
    title: 'Corrections',
    description: 'What was changed in the article after its publication; empty if nothing was.',
    fields: [
      words('id', 'Its place on the page of the article.'),
      words('date', 'Day of the correction.'),
      words('kind', 'error, clarification or update.'),
      words('old', 'What the article said.'),
      words('new', 'What it says after it.'),
      words('why', 'Why it was changed.'),
    ],
    key: ['id'],
    rows: listArticleCorrections(article.slug).map(({ anchor, date, kind, old, new: now, why }) => [
      ...[anchor, date, kind, old, now],
      toPlainText(why),
    ]),
  };
}
