/**
 * The words by which texts are found: in lower case without accents, so that a reader need not type
 * them, and numbers by their value, so that 74,000, 74000 and seventy-four thousand match. The
 * index and the question are read in the same way.
 */
import { toAsciiDigits } from '../schema/ascii-digits.ts';
import { findAll } from './find-all.ts';
import { blankNames, findNumbers, small, tens } from './number-tokens.ts';
import { findDays, pickWholeDays } from './search-days.ts';

/**
 * A word that is compared, and its position in the text. A number is `#` and its value, a day `@`
 * and its date.
 */
export type SearchWord = { word: string; index: number; length: number };

/** A part of a question: one of these words must be found. */
export type Wanted = readonly string[];

/** Letters that do not consist of a letter and an accent, each with what readers type instead. */
const alike: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', þ: 'th', ħ: 'h' },
  // Arabic writes some ends of words in two ways; Persian has two letters in forms of its own.
  ...{ ة: 'ه', ى: 'ي', ی: 'ي', ک: 'ك', ς: 'σ' },
};

/** A word without capitals, accents, vowel marks and Arabic elongation. */
export function foldWord(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[ßæœøđðłıþħةىیکς]/g, (letter) => alike[letter] ?? letter);
}

/** Scripts without spaces, whose texts are indexed two letters at a time. */
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;
const words =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640]*/gu;
/** E-11, PG-9: also found as one word. */
const names = /(?<![\p{L}\p{N}-])(\p{L}{1,4})-(\d+\p{L}{0,2})(?![\p{L}\p{N}])/gu;

/** U.S., C.I.A.: one word, as if without points. */
const pointed = /(?<![\p{L}\p{N}.])(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?/gu;

/** Words of a question that its answer need not have. */
const fillers = new Set(
  `a an and are as at be been by did do does for from had has have how in into is it its many much
  of on or s t that the their there these they this those to was were what when where which who
  whom whose why will with first number numbers said say says true`.split(/\s+/),
);
/** Words for units that texts also print as a sign: $1 billion, 90%. */
const units = new Set('cent dollar dollars eur euro euros per percent usd'.split(' '));

/** Every word, number and day of a text, in order. */
export function splitWords(text: string): SearchWord[] {
  const numbers = listNumbers(text);
  const rest = blank(
    text,
    numbers.filter(({ digits }) => digits),
  );
  const found = [
    ...numbers.flatMap(({ values, parts, index, length }) =>
      [...values, ...parts].map((word) => ({ word, index, length })),
    ),
    ...findDays(text).flatMap(({ words: days, index, length }) =>
      days.map((word) => ({ word, index, length })),
    ),
    ...findAll(names, text).map((match) => ({
      word: foldWord(`${match[1]}${match[2]}`),
      index: match.index,
      length: match[0].length,
    })),
    ...listOtherWords(rest),
  ];
  return found.sort((a, b) => a.index - b.index);
}

/**
 * What a question asks for: each of its numbers, days and words. Words such as _how many_ and _of_
 * are left out, unless there are no others.
 */
export function readQuestion(question: string): Wanted[] {
  const named = findAll(names, question).map((match) => ({
    index: match.index,
    length: match[0].length,
    word: `${match[1]}${match[2]}`,
  }));
  const open = blank(question, named);
  const days = findDays(open);
  const undated = blank(open, days);
  const numbers = listNumbers(undated);
  const rest = listOtherWords(blank(undated, numbers));
  const needless = (word: string) => fillers.has(word) || (numbers.length > 0 && units.has(word));
  const sure = [
    ...named.map(({ word }) => [foldWord(word)]),
    ...days.map(({ words: found }) => pickWholeDays(found)),
    ...numbers.map(({ values }) => values),
  ];
  const said = rest.filter(({ word }) => !needless(word));
  return [...sure, ...(sure.length + said.length > 0 ? said : rest).map(({ word }) => [word])];
}

function listOtherWords(text: string): SearchWord[] {
  const short = findAll(pointed, text).map(({ 0: written, index }) => ({
    word: foldWord(written.replaceAll('.', '')),
    index,
    length: written.length,
  }));
  return [...short, ...listRunWords(blank(text, short))];
}

function listRunWords(text: string): SearchWord[] {
  return findAll(words, text).flatMap(({ 0: written, index }) => {
    // A digit in a name or in a text without spaces: 9 of PG-9.
    const word = /^\d+$/.test(written) ? nameValue(Number(written)) : foldWord(written);
    if (!unspaced.test(written) || written.length < 3)
      return [{ word, index, length: written.length }];
    return Array.from({ length: written.length - 1 }, (_, at) => ({
      word: foldWord(written.slice(at, at + 2)),
      index: index + at,
      length: 2,
    }));
  });
}

type Valued = {
  values: string[];
  /** 262.6 of 262.6 million, because some readers search for the digits alone. */
  parts: string[];
  index: number;
  length: number;
  digits: boolean;
};

const spaced = /(?<![\p{L}\p{N}.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\p{L}\p{N}])/gu;

/** Seventy four thousand, as some write it, is seventy-four thousand. */
const unhyphened = new RegExp(
  `(?<=\\b(?:${tens.join('|')})) (?=(?:${small.slice(1, 10).join('|')})\\b)`,
  'gi',
);

const few = String.raw`(?:${small.slice(1, 11).join('|')}|10|[1-9])`;
/** Nine in ten, 9 out of every 10: a share, and not how many in how long. */
const inEvery = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,-])(${few}) (?:in|out of) (?:every )?(${few}|100|(?:a|one) hundred)(?![\p{L}\p{N}-]|[.,]\d| (?:years?|months?|weeks?|days?|hours?|minutes?)\b)`,
  'giu',
);

/** Nine in ten is found as 90 per cent. Shares that no percentage gives exactly are left out. */
function listShares(text: string): Valued[] {
  return findAll(inEvery, text).flatMap(({ 0: written, 1: part = '', 2: whole = '', index }) => {
    const [share, all] = [readFew(part), readFew(whole)];
    const value = (share * 100) / all;
    if (share >= all || !Number.isInteger(value)) return [];
    return {
      values: [nameValue(value)],
      parts: [nameValue(share), nameValue(all)],
      index,
      length: written.length,
      digits: /\d/.test(written),
    };
  });
}

const readFew = (word: string) =>
  /hundred/i.test(word) ? 100 : Number(word) || small.indexOf(word.toLowerCase());

function listNumbers(text: string): Valued[] {
  // Positions in the text stay the same: a digit of two code units is padded with a space.
  const ascii = text
    .replace(/[\p{Nd}٬٫]/gu, (digit) => toAsciiDigits(digit).padEnd(digit.length))
    .replace(unhyphened, '-');
  const grouped = findAll(spaced, ascii).map(({ 0: written, index }) => ({
    values: [nameValue(Number(written.replace(/\D/g, '')))],
    parts: [],
    index,
    length: written.length,
    digits: true,
  }));
  const shares = listShares(ascii);
  const single = findNumbers(blankNames(blank(ascii, [...grouped, ...shares]))).map(
    ({ text: written, value, index, isDigits, stuck, scale }) => ({
      values: [...new Set(listReadings(written, value))].map(nameValue),
      parts:
        isDigits && scale !== 1 && Number.isFinite(value)
          ? [nameValue(Number((value / scale).toPrecision(12)))]
          : [],
      index,
      length: written.length - stuck.length,
      digits: isDigits,
    }),
  );
  return [...grouped, ...shares, ...single.filter(({ values }) => values.length > 0)].sort(
    (a, b) => a.index - b.index,
  );
}

/**
 * Half of the world writes 74.000 for 74,000 and 1,5 for 1.5: if both readings are possible, both
 * count.
 */
function listReadings(written: string, value: number): number[] {
  const digits = /\d[\d.,'’]*\d/.exec(written)?.[0] ?? '';
  const read = Number.isFinite(value) ? [value] : [];
  if (/^[1-9]\d{0,2}(?:[.'’]\d{3})+$/.test(digits))
    return [...read, Number(digits.replace(/\D/g, ''))];
  return read.length === 0 && /^\d+(?:\.\d{3})*,\d+$/.test(digits)
    ? [Number(digits.replaceAll('.', '').replace(',', '.'))]
    : read;
}

const nameValue = (value: number) => `#${value}`;

/** Replaces the parts of the text with spaces. */
function blank(text: string, parts: readonly { index: number; length: number }[]): string {
  return parts.reduce(
    (rest, { index, length }) =>
      rest.slice(0, index) + ' '.repeat(length) + rest.slice(index + length),
    text,
  );
}
