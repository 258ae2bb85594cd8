/** The address of a recorded number and its standing, for pages. */
import type { RecordedNumber } from '../evidence/record.ts';
import { computeNumberStanding, type Standing } from '../evidence/standing.ts';
import { getContent } from './site-content.ts';
import { href } from './href.ts';

export function numberHref(number: Pick<RecordedNumber, 'recordId' | 'fragment'>): string {
  return href(`/numbers/${number.recordId}/${number.fragment ? `#${number.fragment}` : ''}`);
}

export function getRecordStanding(number: RecordedNumber): Standing {
  return computeNumberStanding(number, getContent().record);
}
