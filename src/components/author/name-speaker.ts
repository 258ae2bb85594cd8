import { setType } from '../../evidence/set-type.ts';
import { findSpeaker } from '../../library/quotations.ts';
import { getContent } from '../../library/site-content.ts';
import { readSlot } from '../evidence/read-slot.ts';

/** Who said the quoted words of a slot, as its source’s record has it; empty when nobody is named. */
export function nameSpeaker(source: string, html: string): string {
  return setType(findSpeaker(getContent(), source, readSlot(html)) ?? '');
}
