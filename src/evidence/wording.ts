/** Does the wording of a statement hold its number? Reads numbers as newspapers of several languages print them. */
import type { Amount } from '../schema/value.ts';
import { findHedgeBefore, findHedgeBehind, type WrittenHedge } from './hedges.ts';
import { parseNumberPhrase } from './number-phrase.ts';

/** Digits, grouped by points, commas, spaces or apostrophes, or with a decimal point or comma. */
const printedNumber = /\d{1,3}(?:[ .,\u00a0\u202f'’]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?/g;
/** A number may be printed in thousands or millions. */
const scales = [1, 1e3, 1e6, 1e9];

/** `end` lies behind the digits. */
type Printed = { index: number; end: number; reads: number[] };

function listPrinted(wording: string): Printed[] {
  return [...wording.matchAll(printedNumber)].map(({ 0: digits, index }) => {
    const bare = digits.replace(/[ \u00a0\u202f'’]/g, '');
    const forms = [bare.replaceAll(',', ''), bare.replaceAll('.', '').replace(',', '.'), bare.replace(/[.,]/g, '')];
    return { index, end: index + digits.length, reads: forms.map(Number) };
  });
}

const isSame = (read: number, value: number) => scales.some((scale) => Math.abs(read * scale - value) <= Math.abs(value) * 1e-9);

/** False when `wording` prints numbers in digits and none of them, nor a number in words, is `value`. */
export function holdsValue(wording: string, value: Amount): boolean {
  const printed = listPrinted(wording);
  if (printed.length === 0) return true;
  const values = parseNumberPhrase(wording)?.values ?? [];
  const reads = [...printed.flatMap((number) => number.reads), ...values];
  return [value].flat().every((one) => reads.some((read) => isSame(read, one)));
}

/** Where `value` stands in `wording`: the place of its digits; of a range, that of the first. Undefined where it is printed in words. */
export function findPrintedNumber(wording: string, value: Amount): { index: number; end: number } | undefined {
  const [first] = [value].flat();
  return first === undefined ? undefined : listPrinted(wording).find(({ reads }) => reads.some((read) => isSame(read, first)));
}

/** The hedge that stands directly before or behind `value` in `wording`, in its words and as the record knows it; undefined without one. */
export function findPrintedHedge(wording: string, value: number): { words: string; hedge: WrittenHedge } | undefined {
  for (const { index, end, reads } of listPrinted(wording)) {
    if (!reads.some((read) => isSame(read, value))) continue;
    const found =
      findHedgeBefore(wording.slice(0, index).replace(/[$€£]\s*$/, '')) ??
      findHedgeBehind(wording.slice(end).replace(/^\s?(?:thousand|million|billion|trillion|[mk]|bn)\b/i, ''));
    const hedge = found && parseNumberPhrase(`${found.words} 1`)?.hedge;
    if (found && hedge !== undefined) return { words: found.words, hedge };
  }
  return undefined;
}
