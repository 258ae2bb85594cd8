/**
 * Numbers in words: reads "at least 40 tanks", "$1.33 billion", "four or five" or "around 90 per cent",
 * and compares what an editor wrote with what the record says.
 */
import type { Hedge, Unit } from '../schema/value.ts';
import { findAll } from './find-all.ts';
import { takeHedge, type WrittenHedge } from './hedges.ts';
import type { RecordedNumber } from './record.ts';

export type NumberPhrase = {
  /** One number, or two where a range or alternative is written. */
  values: number[];
  hedge: WrittenHedge | undefined;
  sign: 'usd' | 'eur' | 'percent' | undefined;
  /** What is left when hedge, number and sign are taken away: the thing counted. */
  rest: string;
};

export const small = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
export const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const cardinals = new Map<string, number>([
  ...small.map((word, value): [string, number] => [word, value]),
  ...tens.flatMap((word, index): [string, number][] => {
    const value = 20 + 10 * index;
    return [[word, value], ...small.slice(1, 10).map((unit, digit): [string, number] => [`${word}-${unit}`, value + digit + 1])];
  }),
]);
const magnitudes = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['m', 1e6],
  ['bn', 1e9],
]);

const cardinalPattern = [...cardinals.keys()].sort((a, b) => b.length - a.length).join('|');
const digitsPattern = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const magnitudePattern = 'hundred|thousand|million|billion|bn|m';
export const numberPattern = new RegExp(
  String.raw`(US\$|\$|€)?\s*(?<![\w.,])(${digitsPattern}|\b(?:${cardinalPattern})\b)((?:[\s-](?:${magnitudePattern})\b|(?:bn|m)\b)*)(\s?%|\s?per\s?cent\b)?`,
  'giu',
);

function parseOne(match: RegExpExecArray): { value: number; sign: NumberPhrase['sign'] } {
  const [, currency, digits = '', magnitude = '', percent] = match;
  const base = cardinals.get(digits.toLowerCase()) ?? Number(digits.replaceAll(',', ''));
  const scale = magnitude === '' ? 1 : multiply(magnitude);
  const value = Number((base * scale).toPrecision(12));
  return { value, sign: percent ? 'percent' : currency ? (currency === '€' ? 'eur' : 'usd') : undefined };
}

/** "hundred thousand" as 100,000. */
function multiply(magnitude: string): number {
  return magnitude
    .toLowerCase()
    .split(/[\s-]+/)
    .filter(Boolean)
    .reduce((total, word) => total * (magnitudes.get(word) ?? 1), 1);
}

/** Reads the phrase in the brackets of a number link; undefined when it holds no number. */
export function parseNumberPhrase(text: string): NumberPhrase | undefined {
  return parseNormalised(normalise(text));
}

function parseNormalised(clean: string): NumberPhrase | undefined {
  const found = findAll(numberPattern, clean);
  if (found.length === 0) return undefined;
  const numbers = found.map(parseOne);
  const counted = takeOut(clean, found).replace(/\b(dollars|euros|us dollars)\b/g, ' ');
  const { hedge, rest } = takeHedge(clean, counted);
  const money = /\bdollars\b/.test(clean) ? 'usd' : /\beuros\b/.test(clean) ? 'eur' : undefined;
  return {
    values: numbers.map((number) => number.value),
    hedge,
    sign: numbers.find((number) => number.sign)?.sign ?? money,
    rest: rest
      .replace(/\b(or|to|and|between|the|a|an|of|only|just)\b|[–—,.]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  };
}

/** The text with a space in the place of each match. */
function takeOut(text: string, matches: readonly RegExpExecArray[]): string {
  let [rest, end] = ['', 0];
  for (const { 0: match, index } of matches) {
    rest += `${text.slice(end, index)} `;
    end = index + match.length;
  }
  return rest + text.slice(end);
}

export function normalise(text: string): string {
  return text
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replaceAll('’', "'")
    .trim()
    .toLowerCase();
}

export type PhraseDifference =
  | { differs: 'no-number' }
  | { differs: 'value'; written: number[] }
  | { differs: 'sign' }
  | { differs: 'hedge'; written: WrittenHedge | undefined; recorded: Hedge | undefined }
  | { differs: 'unit'; written: string };

/** How the written phrase differs from the recorded number; undefined when it says the same. */
export function comparePhrase(text: string, recorded: RecordedNumber): PhraseDifference | undefined {
  const clean = normalise(text);
  if (recorded.rounded.some((form) => containsWords(clean, normalise(form)))) return undefined;
  if (recorded.value === undefined) {
    return containsWords(clean, normalise(recorded.words ?? ''))
      ? undefined
      : { differs: 'value', written: parseNormalised(clean)?.values ?? [] };
  }
  const phrase = parseNormalised(clean);
  if (!phrase) return { differs: 'no-number' };
  const expected = Array.isArray(recorded.value) ? recorded.value : [recorded.value];
  const sameValue =
    expected.every((value, index) => isSameNumber(phrase.values[index], value)) &&
    (phrase.values.length === expected.length || listOtherNumbers(clean).slice(expected.length).every(isYear));
  if (!sameValue) return { differs: 'value', written: phrase.values };
  if (!hasRightSign(phrase, recorded, clean)) return { differs: 'sign' };
  if (phrase.hedge !== recorded.hedge) return { differs: 'hedge', written: phrase.hedge, recorded: recorded.hedge };
  if (recorded.unit.kind === 'count' && phrase.rest !== '' && !namesUnit(phrase.rest, recorded))
    return { differs: 'unit', written: phrase.rest };
  return undefined;
}

/** Names with a digit in them: M1A1, PG-9. */
export const letteredNumber = /\b(?=[\w-]*[A-Za-z])(?=[\w-]*\d)(?!\d[\d,.]*(?:bn|m|k|per|x)\b)[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\b/gu;

/** The numbers of a phrase without those that are part of a name: the 9 of PG-9. */
function listOtherNumbers(clean: string): number[] {
  return parseNormalised(clean.replace(letteredNumber, (name) => ' '.repeat(name.length)))?.values ?? [];
}

/** A phrase may go on with the year in which something was counted. */
const isYear = (value: number) => Number.isInteger(value) && value >= 1900 && value < 2100;

function isSameNumber(written: number | undefined, recorded: number): boolean {
  return written !== undefined && Math.abs(written - recorded) <= Math.abs(recorded) * 1e-9;
}

function hasRightSign(phrase: NumberPhrase, recorded: RecordedNumber, clean: string): boolean {
  switch (recorded.unit.kind) {
    case 'percent':
      return phrase.sign === 'percent' || /\b(in|of) (a|every) hundred\b/.test(clean);
    case 'count':
      return phrase.sign === undefined;
    default:
      return phrase.sign === recorded.unit.kind;
  }
}

function containsWords(text: string, words: string): boolean {
  return words !== '' && ` ${text} `.includes(` ${words} `);
}

/** True when the words share a noun with the unit: "M1A1 tanks" with tank, tanks or a declared synonym. */
export function namesUnit(rest: string, recorded: RecordedNumber): boolean {
  const known = unitWords.get(recorded.unit) ?? listUnitWords(recorded.unit);
  unitWords.set(recorded.unit, known);
  return rest.split(/[\s-]/).some((word) => known.has(word));
}

const unitWords = new WeakMap<Unit, ReadonlySet<string>>();

function listUnitWords({ one, many, also = [] }: Unit): ReadonlySet<string> {
  return new Set([one, many, ...also].flatMap((name) => normalise(name).split(/[\s-]/)));
}
