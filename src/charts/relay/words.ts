/** What happened to a number on its way, in words. */
import type { Frame, PlacedText } from '../drawing.ts';
import type { Custody, RelayRow } from './table.ts';

export const custodyWords: Record<Custody, string> = {
  start: 'Starts',
  kept: 'Kept',
  changed: 'Changed',
  inferred: 'Our inference',
};

/**
 * What happened to the number, in one sentence: "Changed: 4,000 instead of 74,000; repeats The
 * Gazette, in the same words"
 */
export function sayCustody({ custody, changes, repeats }: RelayRow): string {
  const details = [...changes, repeats].filter(Boolean).join('; ');
  return details ? `${custodyWords[custody]}: ${details}` : custodyWords[custody];
}

export type Block = { text: string; style: PlacedText['style']; size: number };

/** The words of a row in the order in which they are read. */
export function listWords(row: RelayRow, frame: Frame) {
  const quiet = (text: string): Block => ({ text, style: 'quiet', size: frame.smallSize });
  const { number } = row;
  return {
    when: quiet(row.dateText || 'undated'),
    who: { text: row.publisher, style: 'strong', size: frame.headingSize } satisfies Block,
    speaker: [row.speaker && `Speaker: ${row.speaker}`].filter(Boolean).map(quiet),
    value: {
      text: number.label,
      style: 'numeral',
      size: frame.numeralSizes[1] - 8,
    } satisfies Block,
    what: [
      [number.object || number.unit, number.fate, number.place].filter(Boolean).join(', '),
    ].map(quiet),
    custody: {
      text: custodyWords[row.custody],
      style: row.custody === 'kept' ? 'label' : 'strong',
      size: frame.labelSize,
    } satisfies Block,
    // The differences come first, then whom the row repeats.
    details: [...row.changes, row.repeats].filter(Boolean).map(quiet),
  };
}
