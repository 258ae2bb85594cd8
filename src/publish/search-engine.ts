/**
 * Answers a question from the entries of the search, in the reader’s browser: which fit, the best
 * or the newest first, and why.
 */
import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import { compareText } from '../evidence/compare-text.ts';
import { readQuestion, splitWords } from '../evidence/search-words.ts';

export const searchKinds = {
  numbers: 'Numbers',
  articles: 'Articles',
  claims: 'Claims',
  sources: 'Sources',
  charts: 'Charts',
  events: 'Events',
  places: 'Places',
  terms: 'Terms',
  corrections: 'Corrections',
} as const;
export type SearchKind = keyof typeof searchKinds;

export type SearchEntry = {
  kind: SearchKind;
  title: string;
  /** Of a number: each printed value. */
  values: string;
  /**
   * What else it is found by, a line each; a line in another language begins with its code and a
   * tab.
   */
  text: string;
  standing?: string | undefined;
  verdict?: string | undefined;
  /** Whose it is. */
  publisher?: string | undefined;
  /** The day by which it is sorted, then further years in which it was said. */
  dates: readonly string[];
};

export const searchOrders = {
  best: 'Best match',
  newest: 'Newest first',
  oldest: 'Oldest first',
  name: 'By name',
} as const;
export type SearchOrder = keyof typeof searchOrders;

/** By what a search is narrowed; empty for all. */
export const searchFilters = ['kind', 'standing', 'verdict', 'year', 'publisher'] as const;
export type SearchFilter = (typeof searchFilters)[number];
export type Question = { words: string; order: SearchOrder } & Partial<
  Record<SearchFilter, string>
>;

export type Answer = {
  /** Places of the entries, in order. */
  found: readonly number[];
  /** The words of the index that each was found by. */
  words: ReadonlyMap<number, ReadonlySet<string>>;
  /** No entry has all words that were asked for: these have some. */
  loose: boolean;
};

const fields = ['title', 'values', 'publisher', 'text'];
const boost = { values: 6, title: 4, publisher: 2 };
/** From this length on, a word is found by its beginning, or with a letter wrong. */
const [prefixFrom, fuzzyFrom] = [3, 6];

export function openSearch(entries: readonly SearchEntry[]): (question: Question) => Answer {
  const index = new MiniSearch<SearchEntry & { id: number }>({
    fields,
    tokenize: (text) => splitWords(text).map(({ word }) => word),
    processTerm: (word) => word,
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  const ask = (wanted: readonly (readonly string[])[], combineWith: 'AND' | 'OR') =>
    index.search({ combineWith, queries: wanted.map(toQuery) }, { boost });

  return (question) => {
    const wanted = readQuestion(question.words);
    const fits = (id: number) => isWanted(entries[id], question);
    if (wanted.length === 0) {
      const found = [...entries.keys()].filter(fits);
      return { found: sortFound(found, entries, question.order), words: new Map(), loose: false };
    }
    const strict = ask(wanted, 'AND').filter(({ id }) => fits(id as number));
    const loose = strict.length === 0 && wanted.length > 1;
    const results = loose ? ask(wanted, 'OR').filter(({ id }) => fits(id as number)) : strict;
    return {
      found: sortFound(results.map(getId), entries, question.order),
      words: new Map(results.map((result) => [getId(result), new Set(result.terms)])),
      loose,
    };
  };
}

const getId = ({ id }: SearchResult) => id as number;

/**
 * A number is found by its value alone; a word also by its beginning, and a long one with a letter
 * wrong.
 */
function toQuery(words: readonly string[]): Query {
  return {
    combineWith: 'OR',
    queries: words.map((word) => ({
      queries: [word],
      prefix: !word.startsWith('#') && word.length >= prefixFrom,
      fuzzy: !/^#|\d/.test(word) && word.length >= fuzzyFrom ? 1 : false,
      weights: { prefix: 0.5, fuzzy: 0.2 },
    })),
  };
}

function isWanted(entry: SearchEntry | undefined, question: Question): boolean {
  if (!entry) return false;
  const is = (filter: Exclude<SearchFilter, 'year'>) =>
    !question[filter] || entry[filter] === question[filter];
  const { year } = question;
  return (
    is('kind') &&
    is('standing') &&
    is('verdict') &&
    is('publisher') &&
    (!year || entry.dates.some((date) => date.startsWith(year)))
  );
}

/** Those without a date last. The best match is the order in which they were found. */
function sortFound(
  found: readonly number[],
  entries: readonly SearchEntry[],
  order: SearchOrder,
): readonly number[] {
  if (order === 'best') return found;
  const titleOf = (id: number) =>
    entries[id]?.title.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, '') ?? '';
  const dateOf = (id: number) => entries[id]?.dates[0] ?? '';
  return found.toSorted((a, b) => {
    if (order === 'name') return compareText(titleOf(a), titleOf(b));
    if (dateOf(a) === '' || dateOf(b) === '')
      return Number(dateOf(a) === '') - Number(dateOf(b) === '');
    return compareText(dateOf(a), dateOf(b)) * (order === 'newest' ? -1 : 1);
  });
}
