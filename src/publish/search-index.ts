/**
 * The index of the search: what the search page itself does not print. The page lists every entry
 * with its title; this file has, in the same order, the words by which each entry is found, the
 * values of the filters, and the days by which it is sorted.
 */
import { createHash } from 'node:crypto';
import type { SearchEntry } from './search-engine.ts';

/**
 * In columns, because similar values next to each other compress better. `stamp` is the stamp of
 * the page that it belongs to.
 */
export type SearchIndex = {
  stamp: string;
  standing: (string | 0)[];
  verdict: (string | 0)[];
  dates: (string | 0)[];
  publisher: (string | 0)[];
  values: (string | 0)[];
  text: string[];
};

export function formatSearchIndex(entries: readonly SearchEntry[]): string {
  const column = (read: (entry: SearchEntry) => string | undefined) =>
    entries.map((entry) => read(entry) || 0);
  const index: SearchIndex = {
    stamp: stampEntries(entries),
    standing: column(({ standing }) => standing),
    verdict: column(({ verdict }) => verdict),
    dates: column(({ dates }) => dates.join(' ')),
    publisher: column(({ publisher }) => publisher),
    values: column(({ values }) => values),
    text: entries.map(({ text }) => text),
  };
  return `${JSON.stringify(index)}\n`;
}

/** Returns a stamp by which a page detects an index of another version. */
export function stampEntries(entries: readonly SearchEntry[]): string {
  return createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 12);
}
