/**
 * Checks whether the wording of a statement holds its number. Reads numbers as newspapers in
 * several languages print them.
 */
import type { Amount } from '../schema/value.ts';
import { toDecimal } from './decimal.ts';
import { findAll } from './find-all.ts';
import { findHedgeBefore, findHedgeBehind, type WrittenHedge } from './hedges.ts';
import { parseNumberPhrase } from './number-phrase.ts';
import { findNumbers } from './number-tokens.ts';

/** Digits, grouped by points, commas, spaces or apostrophes, or with a decimal point or comma. */
const printedNumber = /\d{1,3}(?:[ .,\u00a0\u202f'’]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?/g;
/** A number may be printed in thousands or millions. */
const scales = [1, 1e3, 1e6, 1e9, 1e12];

/** `end` is the position after the digits. */
type Printed = { index: number; end: number; reads: number[] };

function listPrinted(wording: string): Printed[] {
  return [...wording.matchAll(printedNumber)].map(({ 0: digits, index }) => {
    const bare = digits.replace(/[ \u00a0\u202f'’]/g, '');
    const forms = [
      bare.replaceAll(',', ''),
      bare.replaceAll('.', '').replace(',', '.'),
      bare.replace(/[.,]/g, ''),
    ];
    return { index, end: index + digits.length, reads: forms.map(Number) };
  });
}

/** A negative number may be printed as a loss or a fall. */
const isSame = (read: number, value: number) =>
  Number.isFinite(read) &&
  scales.some((scale) =>
    [value, -value].slice(0, value < 0 ? 2 : 1).some((one) => toDecimal(read).times(scale).eq(one)),
  );

/** False if `wording` prints numbers in digits but `value` neither in digits nor in words. */
export function holdsValue(wording: string, value: Amount): boolean {
  const printed = listPrinted(wording);
  if (printed.length === 0) return true;
  const values = parseNumberPhrase(wording)?.values ?? [];
  const reads = [...printed.flatMap((number) => number.reads), ...values];
  return [value].flat().every((one) => reads.some((read) => isSame(read, one)));
}

/**
 * The position of the digits of `value` in `wording`; for a range, of its first number. Undefined
 * if it is printed in words.
 */
export function findPrintedNumber(
  wording: string,
  value: Amount,
): { index: number; end: number } | undefined {
  const [first] = [value].flat();
  if (first === undefined) return undefined;
  const printed = listPrinted(wording).find(({ reads }) =>
    reads.some((read) => isSame(read, first)),
  );
  if (printed) return printed;
  // In front of another number, as in "52 155mm pipes", it was read as the thousands of that
  // number.
  const { 0: digits, index } = new RegExp(`(?<![\\d.,])${first}(?![\\d.,]\\d|\\d)`).exec(
    wording,
  ) ?? { 0: '', index: -1 };
  return index < 0 ? undefined : { index, end: index + digits.length };
}

/** What a statement says about its number: a value, or words in its place. */
export type Said = { value?: Amount | undefined; words?: string | undefined };

type Span = { start: number; end: number };

/** Shares that are printed in words. */
const shares: [RegExp, number[]][] = [
  [/\b(?:one )?half\b/gi, [50, 0.5]],
  [/\b(?:a|one) third\b/gi, [33, 33.3]],
  [/\btwo[ -]thirds\b/gi, [66, 66.7, 67]],
  [/\b(?:a|one) quarter\b/gi, [25, 0.25]],
  [/\bthree[ -]quarters\b/gi, [75, 0.75]],
  [/\b(?:a )?dozen\b/gi, [12]],
];

/**
 * Every position of the number in `wording`, in digits or else in words. A range extends from its
 * first number to its second.
 */
export function findNumberPlaces(wording: string, { value, words }: Said): Span[] {
  if (value === undefined) return words ? findWordsPlaces(wording, words) : [];
  const [low, high] = [value].flat();
  const lows = low === undefined ? [] : findOnePlaces(wording, low);
  if (high === undefined) return lows;
  const highs = findOnePlaces(wording, high);
  return lows.flatMap(({ start }) =>
    highs
      .filter((last) => last.start > start)
      .slice(0, 1)
      .map(({ end }) => ({ start, end })),
  );
}

function findOnePlaces(wording: string, value: number): Span[] {
  const inDigits = listPrinted(wording).filter(({ reads }) =>
    reads.some((read) => isSame(read, value)),
  );
  if (inDigits.length > 0) return inDigits.map(({ index, end }) => ({ start: index, end }));
  const spans = (pattern: RegExp) =>
    findAll(pattern, wording).map(({ 0: match, index }) => ({
      start: index,
      end: index + match.length,
    }));
  const inWords = findNumbers(wording).flatMap(({ index, text, value: read }) =>
    read === value ? { start: index, end: index + text.length } : [],
  );
  return [
    ...inWords,
    ...shares.flatMap(([pattern, reads]) => (reads.includes(value) ? spans(pattern) : [])),
  ];
}

function findWordsPlaces(wording: string, words: string): Span[] {
  const start = wording.toLowerCase().indexOf(words.toLowerCase());
  return start < 0 ? [] : [{ start, end: start + words.length }];
}

/** A minus, and the sign or code of a currency. */
const signBefore = /(?:(?<=\s|^)(?:[-−–]|minus ))?(?:\b[A-Z]{2,3}\s?)?\p{Sc}?\s?[-−–]?$/u;

/**
 * The hedge directly before or after the number in `wording`, as written and as records name it;
 * undefined if there is none.
 */
export function findPrintedHedge(
  wording: string,
  said: Said,
): { words: string; hedge: WrittenHedge } | undefined {
  for (const { start, end } of findNumberPlaces(wording, said)) {
    const found =
      findHedgeBefore(wording.slice(0, start).replace(signBefore, '')) ??
      findHedgeBehind(
        wording.slice(end).replace(/^\s?(?:thousand|million|billion|trillion|[mk]|bn)\b/i, ''),
      );
    const hedge = found && parseNumberPhrase(`${found.words} 1`)?.hedge;
    if (found && hedge !== undefined) return { words: found.words, hedge };
  }
  return undefined;
}
