/** Which printings share a thread, and in which column it runs. */
import type { RelayRow } from './table.ts';

export type Thread = {
  column: number;
  /** First row of the thread, and the last. */ first: number;
  last: number;
};

/** Each row's thread. Threads that do not overlap in time are in one column. */
export function assignThreads(rows: RelayRow[]): Thread[] {
  const found: Thread[] = [];
  const all: Thread[] = [];
  rows.forEach((row, index) => {
    const before =
      row.custody === 'start' || row.custody === 'inferred' || row.from === undefined
        ? undefined
        : found[row.from];
    const thread = before ?? { column: 0, first: index, last: index };
    thread.last = index;
    if (!before) all.push(thread);
    found.push(thread);
  });
  for (const thread of all) {
    // An inferred link runs down to the ring, so the column must be free from the repeated row on.
    const row = rows[thread.first];
    const from =
      row?.custody === 'inferred' ? Math.min(thread.first, row.from ?? thread.first) : thread.first;
    const taken = all.slice(0, all.indexOf(thread)).filter((other) => other.last >= from);
    while (taken.some((other) => other.column === thread.column)) thread.column += 1;
  }
  return found;
}
