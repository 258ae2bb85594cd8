/**
 * The index of the search: what the page of the search does not print already. The page lists every
 * entry with its title; this file has, in the same order, the words by which each is found, what
 * narrows a search, and the days by which it is sorted.
 */
import { createHash } from 'node:crypto';
import type { SearchEntry } from './search-engine.ts';

/**
 * Columns, because similar values side by side compress better. `stamp` is that of the page it
 * belongs to.
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

/** Tells an index that belongs to another edition of the page. */
export function stampEntries(entries: readonly SearchEntry[]): string {
  return createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 12);
}
