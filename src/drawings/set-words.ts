/**
 * Typesets the words of numbers and rows (`evidence/set-type.ts`). References, dates, values and
 * ids are data and stay unchanged: `2005-12` would become a range of years.
 */
import type { ChartNumber } from '../charts/chart-number.ts';
import { setType } from '../evidence/set-type.ts';

export function setRow<R extends { label: string; note: string }>(row: R): R {
  return { ...row, label: setType(row.label), note: setType(row.note) };
}

export function setNumbers([first, ...others]: [ChartNumber, ...ChartNumber[]]): [
  ChartNumber,
  ...ChartNumber[],
] {
  return [setNumber(first), ...others.map(setNumber)];
}

export function setNumber(number: ChartNumber): ChartNumber {
  return {
    ...number,
    hedge: setType(number.hedge),
    text: setType(number.text),
    label: setType(number.label),
    unit: setType(number.unit),
    base: setType(number.base),
    place: setType(number.place),
    object: setType(number.object),
    fate: setType(number.fate),
    printed: setType(number.printed),
    sourceNames: number.sourceNames.map(setType),
  };
}
