/** Does the wording of a statement hold its number? Reads numbers as newspapers of several languages print them. */
import type { Amount } from '../schema/value.ts';
import { findHedgeAtEnd, type WrittenHedge } from './hedges.ts';
import { parseNumberPhrase } from './number-phrase.ts';

/** Digits, grouped by points, commas, spaces or apostrophes, or with a decimal point or comma. */
const printedNumber = /\d{1,3}(?:[ .,\u00a0\u202f'’]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?/g;
/** A number may be printed in thousands or millions. */
const scales = [1, 1e3, 1e6, 1e9];

type Printed = { index: number; reads: number[] };

function listPrinted(wording: string): Printed[] {
  return [...wording.matchAll(printedNumber)].map(({ 0: digits, index }) => {
    const bare = digits.replace(/[ \u00a0\u202f'’]/g, '');
    return { index, reads: [bare.replaceAll(',', ''), bare.replaceAll('.', '').replace(',', '.'), bare.replace(/[.,]/g, '')].map(Number) };
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

/** The hedge that stands directly before `value` in `wording`, in its words and as the record knows it; undefined without one. */
export function findPrintedHedge(wording: string, value: number): { words: string; hedge: WrittenHedge } | undefined {
  for (const { index, reads } of listPrinted(wording)) {
    if (!reads.some((read) => isSame(read, value))) continue;
    const words = findHedgeAtEnd(wording.slice(0, index).replace(/[$€£]\s*$/, ''));
    const hedge = words === undefined ? undefined : parseNumberPhrase(`${words} 1`)?.hedge;
    if (words !== undefined && hedge !== undefined) return { words, hedge };
  }
  return undefined;
}
