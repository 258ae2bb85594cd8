/**
 * Typesets the words of numbers and rows (`evidence/typeset.ts`). References, dates, values and
 * ids are data and stay unchanged: `2005-12` would become a range of years.
 */
import type { ChartNumber } from '../charts/chart-number.ts';
import { typeset } from '../evidence/typeset.ts';

export function typesetRow<R extends { label: string; note: string }>(row: R): R {
  return { ...row, label: typeset(row.label), note: typeset(row.note) };
}

export function typesetNumbers([first, ...others]: [ChartNumber, ...ChartNumber[]]): [
  ChartNumber,
  ...ChartNumber[],
] {
  return [typesetNumber(first), ...others.map(typesetNumber)];
}

export function typesetNumber(number: ChartNumber): ChartNumber {
  return {
    ...number,
    hedge: typeset(number.hedge),
    text: typeset(number.text),
    label: typeset(number.label),
    unit: typeset(number.unit),
    base: typeset(number.base),
    place: typeset(number.place),
    object: typeset(number.object),
    fate: typeset(number.fate),
    printed: typeset(number.printed),
    sourceNames: number.sourceNames.map(typeset),
  };
}
