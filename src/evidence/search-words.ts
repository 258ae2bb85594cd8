/**
 * The words by which texts are found: small letters without accents, so that a reader need not type
 * them, and numbers by their value, so that 74,000, 74000 and seventy-four thousand are one. The
 * index and the question are read alike.
 */
import { toPlainDigits } from '../schema/plain-digits.ts';
import { findAll } from './find-all.ts';
import { blankNames, findNumbers, small, tens } from './number-tokens.ts';

/** What is compared, and its position in the text. A number is `#` and its value. */
export type SearchWord = { word: string; index: number; length: number };

/** A part of a question: one of these words must be found. */
export type Wanted = readonly string[];

/** Letters that no accent makes: they are typed as others where a keyboard has none. */
const alike: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', þ: 'th', ħ: 'h' },
  // Arabic writes the ends of words in two ways, Persian two letters in its own.
  ...{ ة: 'ه', ى: 'ي', ی: 'ي', ک: 'ك', ς: 'σ' },
};

/** A word without capitals, accents, vowel marks and lengthened lines. */
export function foldWord(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[ßæœøđðłıþħةىیکς]/g, (letter) => alike[letter] ?? letter);
}

/** Of scripts without spaces: two letters at a time. */
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;
const words =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640]*/gu;
/** E-11, PG-9: also found as one word. */
const names = /(?<![\p{L}\p{N}-])(\p{L}{1,4})-(\d+\p{L}{0,2})(?![\p{L}\p{N}])/gu;

/** Every word and number of a text, in order. */
export function splitWords(text: string): SearchWord[] {
  const numbers = listNumbers(text);
  const rest = blank(
    text,
    numbers.filter(({ digits }) => digits),
  );
  const found = [
    ...numbers.flatMap(({ values, index, length }) =>
      values.map((word) => ({ word, index, length })),
    ),
    ...findAll(names, text).map((match) => ({
      word: foldWord(`${match[1]}${match[2]}`),
      index: match.index,
      length: match[0].length,
    })),
    ...listPlainWords(rest),
  ];
  return found.sort((a, b) => a.index - b.index);
}

/** What a question asks for: each of its numbers and words. */
export function readQuestion(question: string): Wanted[] {
  const named = findAll(names, question).map((match) => ({
    index: match.index,
    length: match[0].length,
    word: `${match[1]}${match[2]}`,
  }));
  const open = blank(question, named);
  const numbers = listNumbers(open);
  const rest = listPlainWords(blank(open, numbers));
  return [
    ...named.map(({ word }) => [foldWord(word)]),
    ...numbers.map(({ values }) => values),
    ...rest.map(({ word }) => [word]),
  ];
}

function listPlainWords(text: string): SearchWord[] {
  return findAll(words, text).flatMap(({ 0: written, index }) => {
    // A digit in a name or in a line without spaces: 9 of PG-9.
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

type Valued = { values: string[]; index: number; length: number; digits: boolean };

const spaced = /(?<![\p{L}\p{N}.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\p{L}\p{N}])/gu;

/** Seventy four thousand, as some write it, is seventy-four thousand. */
const unhyphened = new RegExp(
  `(?<=\\b(?:${tens.join('|')})) (?=(?:${small.slice(1, 10).join('|')})\\b)`,
  'gi',
);

function listNumbers(text: string): Valued[] {
  // What is found keeps its place in the text: a digit of two code units leaves a space.
  const plain = text
    .replace(/[\p{Nd}٬٫]/gu, (digit) => toPlainDigits(digit).padEnd(digit.length))
    .replace(unhyphened, '-');
  const grouped = findAll(spaced, plain).map(({ 0: written, index }) => ({
    values: [nameValue(Number(written.replace(/\D/g, '')))],
    index,
    length: written.length,
    digits: true,
  }));
  const single = findNumbers(blankNames(blank(plain, grouped))).map(
    ({ text: written, value, index, isDigits, stuck }) => ({
      values: [...new Set(listReadings(written, value))].map(nameValue),
      index,
      length: written.length - stuck.length,
      digits: isDigits,
    }),
  );
  return [...grouped, ...single.filter(({ values }) => values.length > 0)].sort(
    (a, b) => a.index - b.index,
  );
}

/**
 * Half of the world writes 74.000 for 74,000 and 1,5 for 1.5: both readings are meant, where there
 * are two.
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

/** The text with spaces in the place of its parts. */
function blank(text: string, parts: readonly { index: number; length: number }[]): string {
  return parts.reduce(
    (rest, { index, length }) =>
      rest.slice(0, index) + ' '.repeat(length) + rest.slice(index + length),
    text,
  );
}
