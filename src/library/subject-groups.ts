/** Quantities and breakdowns as the page of all numbers groups them. */
import type { WithId } from '../evidence/record.ts';
import { computeBreakdownStanding, computeStanding, type Standing } from '../evidence/standing.ts';
import { subjects } from '../schema/fields.ts';
import type { Breakdown, Quantity } from '../schema/quantity.ts';
import { getContent } from './site-content.ts';

export type LedgerEntry =
  { kind: 'quantity'; standing: Standing; record: WithId<Quantity> } | { kind: 'breakdown'; standing: Standing; record: WithId<Breakdown> };

export type SubjectGroup = { id: keyof typeof subjects; title: string; entries: LedgerEntry[] };

/** Every group that has an entry, in the order of the schema; entries in the order of their tags. */
export function listSubjectGroups(): SubjectGroup[] {
  const { quantities, breakdowns, sources } = getContent().record;
  const entries: LedgerEntry[] = [
    ...[...quantities.values()].map((record) => ({ kind: 'quantity' as const, record, standing: computeStanding(record, sources) })),
    ...[...breakdowns.values()].map((record) => ({
      kind: 'breakdown' as const,
      record,
      standing: computeBreakdownStanding(record, undefined, sources),
    })),
  ].sort((a, b) => Number(a.record.tag.slice(2)) - Number(b.record.tag.slice(2)));
  return (Object.keys(subjects) as (keyof typeof subjects)[])
    .map((id) => ({ id, title: subjects[id], entries: entries.filter((entry) => entry.record.subject === id) }))
    .filter((group) => group.entries.length > 0);
}
