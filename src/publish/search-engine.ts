/**
 * Answers a query from the entries of the search, in the reader’s browser: which entries match, in
 * which order, and why.
 */
import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import { compareText } from '../evidence/compare-text.ts';
import { nameRecordDay } from '../evidence/search-days.ts';
import { foldWord, readQuestion, splitWords, type Wanted } from '../evidence/search-words.ts';

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
  /** For a number: each printed value. */
  values: string;
  /**
   * Other words by which it is found, one line each. A line in another language begins with its
   * code and a tab.
   */
  text: string;
  standing?: string | undefined;
  verdict?: string | undefined;
  /** Its publisher. */
  publisher?: string | undefined;
  /** The day by which it is sorted, then further years in which it was said. */
  dates: readonly string[];
  /** Its id and its tag. A query that is one of them finds it first. */
  names?: readonly string[];
};

export const searchOrders = {
  best: 'Best match',
  newest: 'Newest first',
  oldest: 'Oldest first',
  name: 'By name',
} as const;
export type SearchOrder = keyof typeof searchOrders;

/** Filters of a search; an empty value matches all. */
export const searchFilters = ['kind', 'standing', 'verdict', 'year', 'publisher'] as const;
export type SearchFilter = (typeof searchFilters)[number];
export type Question = { words: string; order: SearchOrder } & Partial<
  Record<SearchFilter, string>
>;

export type Answer = {
  /** Indexes of the entries, in order. */
  found: readonly number[];
  /** The indexed words by which each entry was found. */
  words: ReadonlyMap<number, ReadonlySet<string>>;
  /**
   * `similar`: no entry has all words of the query; these have words with a similar spelling.
   * `some`: these have only some of the words.
   */
  fit: 'all' | 'similar' | 'some';
  /** The words of the query; empty if it has none. */
  wanted: readonly Wanted[];
};

const fields = ['title', 'values', 'publisher', 'text', 'days'];
const boost = { values: 6, title: 4, publisher: 2 };
/** Minimum lengths at which a word is found by its beginning, and with one letter wrong. */
const [prefixFrom, fuzzyFrom] = [3, 6];
/** Minimum lengths, if nothing was found, at which one letter and two letters may be wrong. */
const [similarFrom, twoWrongFrom] = [4, 6];

export function openSearch(entries: readonly SearchEntry[]): (question: Question) => Answer {
  const index = new MiniSearch<SearchEntry & { id: number }>({
    fields,
    // The text of this field is split already.
    tokenize: (text, field) =>
      field === 'days' ? text.split(' ') : splitWords(text).map(({ word }) => word),
    processTerm: (word) => word,
    searchOptions: { tokenize: (word) => [word] },
  });
  index.addAll(
    entries.map((entry, id) => ({
      ...entry,
      publisher: `${entry.publisher ?? ''} ${shorten(entry.publisher ?? '')}`,
      days: entry.dates.flatMap(nameRecordDay).join(' '),
      id,
    })),
  );
  const ask = (
    wanted: readonly Wanted[],
    combineWith: 'AND' | 'OR',
    allow: (word: string) => number,
  ) =>
    index.search({ combineWith, queries: wanted.map((words) => toQuery(words, allow)) }, { boost });

  return (question) => {
    const wanted = readQuestion(question.words);
    const fits = (id: number) => isWanted(entries[id], question);
    const sort = (found: readonly number[]) => sortFound(found, entries, question.order);
    if (wanted.length === 0) {
      const found = sort([...entries.keys()].filter(fits));
      return { found, words: new Map(), fit: 'all', wanted };
    }
    const named = listNamed(entries, question.words);
    const tries = [
      ['all', 'AND', allowOne],
      ['similar', 'AND', allowMore],
      ['some', 'OR', allowOne],
    ] as const;
    for (const [fit, combineWith, allow] of tries) {
      const results = ask(wanted, combineWith, allow);
      const found = [...new Set([...named, ...results.map(getId)])];
      // If the filters leave nothing, the words were found all the same: no weaker query is tried.
      if (found.length === 0) continue;
      const words = new Map(results.map((result) => [getId(result), new Set(result.terms)]));
      return { found: sort(found.filter(fits)), words, fit, wanted };
    }
    return { found: [], words: new Map(), fit: 'all', wanted };
  };
}

/** Returns the names of an entry: the last part of its address, and its tag. */
export function nameEntry(address: string, tag: string | undefined): string[] {
  const id = /([^/#]+)\/?$/.exec(address)?.[1] ?? '';
  return [id, ...(tag === undefined ? [] : [tag])];
}

const simplify = (name: string) => foldWord(name.trim()).replace(/[\s_-]+/g, '');

function listNamed(entries: readonly SearchEntry[], words: string): number[] {
  const asked = simplify(words);
  return entries.flatMap(({ names = [] }, id) =>
    names.some((name) => simplify(name) === asked) ? [id] : [],
  );
}

/** Returns the initials of a name: NHT for The Northern Harbour Times. */
function shorten(publisher: string): string {
  const capitals = (
    publisher.replace(/^The /, '').match(/(?<![\p{L}\p{N}.’'])\p{Lu}/gu) ?? []
  ).join('');
  return capitals.length > 1 ? capitals : '';
}

const getId = ({ id }: SearchResult) => id as number;

const isWord = (word: string) => !/^[#@]|\d/.test(word);
const allowOne = (word: string) => (isWord(word) && word.length >= fuzzyFrom ? 1 : 0);
const allowMore = (word: string) =>
  !isWord(word) || word.length < similarFrom ? 0 : word.length < twoWrongFrom ? 1 : 2;

/**
 * A number or a day must match exactly; a word may also match by its beginning, and with as many
 * letters wrong as allowed.
 */
function toQuery(words: Wanted, allow: (word: string) => number): Query {
  return {
    combineWith: 'OR',
    queries: words.map((word) => ({
      queries: [word],
      prefix: !/^[#@]/.test(word) && word.length >= prefixFrom,
      fuzzy: allow(word) || false,
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

/** Sorts entries, those without a date last. `best` keeps the order in which they were found. */
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
