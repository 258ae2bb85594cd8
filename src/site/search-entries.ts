/**
 * Everything that the search can find: each entry with its address, and the words by which it is
 * found.
 */
import { toPlainText } from '../evidence/inline.ts';
import { formatValue } from '../evidence/printed-format.ts';
import { findNumber, isFailure } from '../evidence/record.ts';
import { typeset } from '../evidence/typeset.ts';
import { formatChartAddress } from '../drawings/chart-data.ts';
import { getText, walk } from '../library/markup/article-text.ts';
import type { ArticleNode } from '../library/content.ts';
import { formatSearchIndex, stampEntries } from '../publish/search-index.ts';
import { nameEntry, type SearchEntry, type SearchKind } from '../publish/search-engine.ts';
import type { Breakdown, Quantity, Statement } from '../schema/quantity.ts';
import { listArticles } from './articles.ts';
import { listCharts } from './chart-pages.ts';
import { claimHref, listClaims } from './claims.ts';
import { correctionsPath, listCorrections } from './correction-pages.ts';
import { href } from './href.ts';
import { once } from './once.ts';
import { cutDays } from './said-days.ts';
import { getContent } from './site-content.ts';
import { listDays, listSubjectGroups, sayValues, type LedgerEntry } from './subject-groups.ts';
import { listEvents, listPlaces } from './timeline-data.ts';

export const searchPath = '/search/';
export const searchIndexPath = '/search.json';

/** An entry as the search page lists it. `beside` is printed after the title. */
export type ListedEntry = SearchEntry & {
  address: string;
  tag?: string;
  beside?: string | undefined;
  language?: string | undefined;
};

/** By kind, each in the order in which the site lists it. */
export const listSearchEntries = once((): readonly ListedEntry[] =>
  listEntries().map((entry) => ({ ...entry, names: nameEntry(entry.address, entry.tag) })),
);

const listEntries = (): ListedEntry[] => [
  ...listSubjectGroups().flatMap((group) => group.entries.map(readLedgerEntry)),
  ...listArticles().map(({ slug, matter, tree }) => {
    const { title, summary, findings, date } = matter.value;
    const lines = [summary, ...findings].map(toPlainText);
    return {
      ...make('articles', title, [...lines, ...listBlocks(tree)], [date]),
      address: href(`/articles/${slug}/`),
    };
  }),
  ...listClaims().map(({ id, claim, finding, made_in: madeIn, verdict }) => {
    const source = getContent().record.sources.get(madeIn);
    const dates = source?.published ? [source.published] : [];
    return {
      ...make('claims', claim, [toPlainText(finding)], dates),
      verdict,
      publisher: source?.publisher,
      address: claimHref(id),
    };
  }),
  ...listSources(),
  ...listCharts().map(({ id, chart }) => ({
    ...make('charts', chart.title, [chart.subtitle, chart.description].map(toPlainText)),
    address: href(formatChartAddress(id)),
  })),
  ...listEvents().map(({ id, date, title, summary, places = [] }) => {
    const names = listPlaces().flatMap((place) => (places.includes(place.id) ? place.name : []));
    return {
      ...make('events', title, [toPlainText(summary), ...names], [date]),
      address: href(`/timeline/#${id}`),
    };
  }),
  ...listPlaces().map(({ id, name, country, also = [], note = '' }) => ({
    ...make('places', name, [...also, toPlainText(note)]),
    beside: country,
    address: href(`/places/#${id}`),
  })),
  ...(getContent().glossary?.value ?? []).map(({ id, term, also = [], meaning, funding = '' }) => ({
    ...make('terms', term, [...also, toPlainText(meaning), toPlainText(funding)]),
    address: href(`/glossary/#${id}`),
  })),
  ...listCorrections().map(({ anchor, old, new: now, why, date }) => ({
    ...make('corrections', now, [old, toPlainText(why)], [date]),
    address: href(`${correctionsPath}#${anchor}`),
  })),
];

export const getSearchIndex = once(() => formatSearchIndex(listSearchEntries()));
export const getSearchStamp = once(() => stampEntries(listSearchEntries()));

function make(
  kind: SearchKind,
  title: string,
  lines: readonly string[],
  dates: readonly string[] = [],
) {
  return { kind, title: toPlainText(title), values: '', text: joinLines(lines), dates };
}

/** Joins lines, each once. */
const joinLines = (lines: readonly string[]) =>
  [...new Set(lines.map((line) => line.replace(/\n/g, ' ').trim()))].filter(Boolean).join('\n');

/** Marks a line with its language, if that is not English. */
const mark = (line: string, language: string | undefined) =>
  language && language !== 'en' ? `${language}\t${line}` : line;

function readLedgerEntry(entry: LedgerEntry): ListedEntry {
  const { id, title, tag, counts } = entry.record;
  const isTable = entry.kind === 'breakdown';
  const { values, lines } = isTable ? readTable(entry.record) : readQuantity(entry.record);
  return {
    ...make('numbers', title, [toPlainText(counts), ...lines], cutDays(listDays(entry))),
    ...{
      values,
      tag,
      standing: entry.standing,
      beside: sayValues(entry),
      address: href(`/numbers/${id}/`),
    },
  };
}

function readQuantity({ id, unit, statements = [] }: Quantity & { id: string }) {
  const { sources, ...rest } = getContent().record;
  const number = findNumber({ sources, ...rest }, id);
  const derived = statements.length === 0 && !isFailure(number) ? [formatValue(number, unit)] : [];
  const values = [
    ...new Set([...derived, ...statements.map((statement) => formatValue(statement, unit))]),
  ];
  const lines = statements.flatMap(
    ({ wording, in_english: english, speaker, source }: Statement) => [
      ...(speaker ? [speaker] : []),
      ...(wording ? [mark(wording, sources.get(source)?.language)] : []),
      ...(english ? [english] : []),
    ],
  );
  return { values: values.join(' / '), lines };
}

function readTable({ rows }: Breakdown) {
  const { sources } = getContent().record;
  const printed = rows.flatMap(({ printings = [] }) => printings);
  const values = [...new Set(printed.map(({ value }) => `${value}`))].join(' / ');
  const wordings = printed.flatMap(({ source, wording }) =>
    wording ? [mark(wording, sources.get(source)?.language)] : [],
  );
  return {
    values,
    lines: [rows.map(({ label }) => label).join(', '), ...wordings],
  };
}

function listSources(): ListedEntry[] {
  return [...getContent().record.sources.values()].map((source) => {
    const {
      id,
      title,
      author = '',
      aliases = [],
      quotes = [],
      published,
      publisher,
      language,
    } = source;
    const quoted = quotes.flatMap((quote) => [
      mark(quote.text, quote.language ?? language),
      quote.by ?? '',
    ]);
    const dates = published ? [published] : [];
    const own = source.title_ours ? undefined : language;
    return {
      ...make('sources', title, [author, ...aliases, ...quoted], dates),
      ...{ publisher, beside: publisher, language: own, address: href(`/sources/${id}/`) },
    };
  });
}

const blockTypes = new Set(['paragraph', 'heading', 'tableRow']);

/** Lists headings, paragraphs and rows of a text, in its own words. */
function listBlocks(tree: ArticleNode): string[] {
  return walk(tree).flatMap(({ node }) =>
    blockTypes.has(node.type) ? typeset(getText(node)) : [],
  );
}
