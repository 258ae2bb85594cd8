/** How a recorded number is addressed, and how well it stands, for pages. */
import type { RecordedNumber } from '../evidence/record.ts';
import { computeBreakdownStanding, computeStanding, type Standing } from '../evidence/standing.ts';
import { getContent } from './site-content.ts';
import { href } from './href.ts';

export function numberHref(number: Pick<RecordedNumber, 'recordId' | 'fragment'>): string {
  return href(`/numbers/${number.recordId}/${number.fragment ? `#${number.fragment}` : ''}`);
}

export function getRecordStanding({ quantity, breakdown, row, derived }: RecordedNumber): Standing {
  const { sources, quantities } = getContent().record;
  const full = quantity ?? (row?.quantity === undefined ? undefined : quantities.get(row.quantity));
  if (full) return computeStanding(full, sources);
  if (derived || !breakdown) return 'derived';
  return computeBreakdownStanding(breakdown, row, sources);
}
