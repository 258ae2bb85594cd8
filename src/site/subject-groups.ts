/** Quantities and breakdowns in groups, for the page of all numbers. */
import { max } from 'd3';
import { readLargestPrinted } from '../evidence/largest-printed.ts';
import { plural } from '../evidence/plural.ts';
import { formatValue } from '../evidence/printed-format.ts';
import { findNumber, isFailure } from '../evidence/record.ts';
import type { WithId } from '../evidence/record.ts';
import { computeBreakdownStanding, computeStanding, type Standing } from '../evidence/standing.ts';
import { listSubjects } from '../library/list-records.ts';
import type { Breakdown, Quantity } from '../schema/quantity.ts';
import { once } from './once.ts';
import { getContent } from './site-content.ts';

export type LedgerEntry =
  | { kind: 'quantity'; standing: Standing; record: WithId<Quantity> }
  | { kind: 'breakdown'; standing: Standing; record: WithId<Breakdown> };

export type SubjectGroup = { id: string; title: string; entries: LedgerEntry[] };

/** Every quantity and breakdown with its standing, in the order of their tags. */
const listEntries = once(
  ({ record: { quantities, breakdowns, sources } }): readonly LedgerEntry[] =>
    [
      ...[...quantities.values()].map((record): LedgerEntry => ({
        kind: 'quantity',
        record,
        standing: computeStanding(record, sources),
      })),
      ...[...breakdowns.values()].map((record): LedgerEntry => ({
        kind: 'breakdown',
        record,
        standing: computeBreakdownStanding(record, undefined, sources),
      })),
    ].sort((a, b) => Number(a.record.tag.slice(2)) - Number(b.record.tag.slice(2))),
);

const byId = once(() => new Map(listEntries().map((entry) => [entry.record.id, entry])));

export function getLedgerEntry(id: string): LedgerEntry | undefined {
  return byId().get(id);
}

/**
 * Returns the first three different values in order: "4,000 / 74,000". For a table, the number of
 * its rows.
 */
export function sayValues(entry: LedgerEntry): string {
  if (entry.kind === 'breakdown') return plural(entry.record.rows.length, 'row');
  const { id, unit, statements = [] } = entry.record;
  if (statements.length > 0)
    return [...new Set(statements.map((statement) => formatValue(statement, unit)))]
      .slice(0, 3)
      .join(' / ');
  const derived = findNumber(getContent().record, id);
  return isFailure(derived) ? '' : formatValue(derived, unit);
}

/** Lists the days on which it was said or printed, in order. */
export function listDays(entry: LedgerEntry): string[] {
  const { sources } = getContent().record;
  const printed = (source: string) => sources.get(source)?.published;
  const days =
    entry.kind === 'breakdown'
      ? entry.record.rows.flatMap(({ printings = [] }) =>
          printings.map(({ source }) => printed(source)),
        )
      : entry.record.statements?.map(
          ({ said, published, source }) => said ?? published ?? printed(source),
        );
  return (days ?? []).filter((day) => day !== undefined).sort();
}

/**
 * Returns the largest value, by which numbers are sorted, if the printed text does not show it. A
 * table has no such value, nor has a number that was said in words.
 */
export function getUnprintedValue(entry: LedgerEntry): number | undefined {
  if (entry.kind === 'breakdown') return undefined;
  const { id, statements = [] } = entry.record;
  const derived = findNumber(getContent().record, id);
  const values = [...statements, ...(isFailure(derived) ? [] : [derived])];
  const largest = max(values.flatMap(({ value }) => value ?? []));
  return largest === readLargestPrinted(sayValues(entry)) ? undefined : largest;
}

/**
 * Every group that has entries, in the order of content/site.yaml. Entries are in the order of
 * their tags.
 */
export const listSubjectGroups = once((content): readonly SubjectGroup[] =>
  Object.entries(listSubjects(content))
    .map(([id, title]) => ({
      id,
      title,
      entries: listEntries().filter((entry) => entry.record.subject === id),
    }))
    .filter((group) => group.entries.length > 0),
);
