/**
 * Numbers in words: reads "at least 40 vans", "$1.33 billion", "four or five" or "around 90 per
 * cent", and compares what an editor wrote with what the record says.
 */
import type { Hedge, Unit } from '../schema/value.ts';
import { findCurrencyOfName, moneyNouns } from './currency-signs.ts';
import { takeHedge, type WrittenHedge } from './hedges.ts';
import {
  blankNames,
  findNumbers,
  markCurrencies,
  shareScale,
  type NumberToken,
} from './number-tokens.ts';
import type { RecordedNumber } from './record.ts';

export type NumberPhrase = {
  /** One number, or two for a range or alternative. NaN for a number that cannot be read. */
  values: number[];
  hedge: WrittenHedge | undefined;
  /** percent, or the code of a currency. */
  sign: string | undefined;
  /** The rest without hedge, number and sign: the thing counted. */
  rest: string;
  /**
   * Words that were not read although they change the number or look like one: "half" of 40, 3
   * "percentage points".
   */
  unread: string | undefined;
};

/** Reads the phrase in the brackets of a number link; undefined when it holds no number. */
export function parseNumberPhrase(text: string): NumberPhrase | undefined {
  return parseNormalised(normalise(text));
}

const money = new RegExp(String.raw`\b(?:us )?(?:${moneyNouns})\b`);
const ofHundred = /\b(?:in|of) (?:a|every|each) hundred\b/;
/** Words that change the number beside them. */
const changers =
  /(?<![\p{L}-])(?:half|halves|thirds?|quarters?|fifths?|tenths?|twice|double|triple|times|fold|percentage points?|out of|dozens?|hundreds?|thousands?|millions?|billions?|trillions?|milliards?|mrd|mio|mill?|tsd)(?![\p{L}-])|-fold\b|[\p{N}‰‱±]/u;

function parseNormalised(clean: string): NumberPhrase | undefined {
  const found = shareScale(clean, findNumbers(blankNames(clean)));
  if (found.length === 0) return undefined;
  const counted = takeOut(clean, found);
  const { hedge, rest } = takeHedge(clean, counted);
  const named = /[a-z]/.test(counted) ? findCurrencyOfName(counted.trim()) : undefined;
  const things = rest.replace(/\b(?:us )?(?:dollars?|euros?)\b/g, ' ');
  return {
    values: found.map(({ value }) => value),
    hedge,
    sign: found.find(({ sign }) => sign)?.sign ?? named,
    rest: things
      .replace(/\b(or|to|and|between|from|the|a|an|of|only|just)\b|[–—,.]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    unread:
      changers.exec(blankNames(things.replace(ofHundred, ' ')))?.[0] ??
      found.find(({ stuck }) => stuck !== '' && stuck !== 'ish')?.stuck,
  };
}

/** The text with a space in place of each number. Letters directly after a number stay. */
function takeOut(text: string, numbers: readonly NumberToken[]): string {
  let [rest, end] = ['', 0];
  for (const { text: written, index, stuck } of numbers) {
    rest += `${text.slice(end, index)} ${stuck}`;
    end = index + written.length;
  }
  return rest + text.slice(end);
}

export function normalise(text: string): string {
  return markCurrencies(text.replace(/[\s\u00a0\u202f]+/g, ' '))
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
export function comparePhrase(
  text: string,
  recorded: RecordedNumber,
): PhraseDifference | undefined {
  const clean = normalise(text);
  if (recorded.rounded.some((form) => containsWords(clean, normalise(form)))) return undefined;
  if (recorded.value === undefined) {
    return containsWords(clean, normalise(recorded.words ?? ''))
      ? undefined
      : { differs: 'value', written: parseNormalised(clean)?.values ?? [] };
  }
  const phrase = parseNormalised(blankUnit(clean, recorded.unit));
  if (!phrase) return { differs: 'no-number' };
  const expected = Array.isArray(recorded.value) ? recorded.value : [recorded.value];
  const others = phrase.values.slice(expected.length);
  const sameValue =
    expected.every((value, index) => phrase.values[index] === value) && others.every(isYear);
  if (!sameValue) return { differs: 'value', written: phrase.values };
  if (!hasRightSign(phrase, recorded, clean)) return { differs: 'sign' };
  if (phrase.hedge !== recorded.hedge)
    return { differs: 'hedge', written: phrase.hedge, recorded: recorded.hedge };
  if (phrase.unread !== undefined && !listNames(recorded.unit).includes(phrase.unread))
    return { differs: 'value', written: phrase.values };
  if (recorded.unit.kind === 'count' && phrase.rest !== '' && !namesUnit(phrase.rest, recorded))
    return { differs: 'unit', written: phrase.rest };
  return undefined;
}

/**
 * A placeholder for the name of the unit, whose words may look like numbers: "7.62 mm screws",
 * "half-tracks".
 */
const unitMark = '⁂';

/** Replaces the name of the unit with one word if the name could be read as a number or hedge. */
function blankUnit(clean: string, unit: Unit): string {
  if (unit.kind !== 'count') return clean;
  const name = listNames(unit)
    .sort((a, b) => b.length - a.length)
    .find(
      (one) =>
        /[^\p{L} ]|\b(?:half|under|over|about|some|not|around|one|two|three|four|five|six|seven|eight|nine|ten)\b/u.test(
          one,
        ) && containsWords(clean, one),
    );
  return name === undefined ? clean : ` ${clean} `.replace(` ${name} `, ` ${unitMark} `).trim();
}

function listNames({ one, many, also = [] }: Unit): string[] {
  return [one, many, ...also].map(normalise);
}

/** A further number in the phrase may be the year of the count. */
const isYear = (value: number) => Number.isInteger(value) && value >= 1900 && value < 2100;

function hasRightSign(phrase: NumberPhrase, { unit }: RecordedNumber, clean: string): boolean {
  switch (unit.kind) {
    case 'percent':
      return phrase.sign === 'percent' || ofHundred.test(clean);
    case 'count':
      // Some units have the name of a currency: pounds of explosive.
      return (
        phrase.sign === undefined ||
        (findNumbers(clean).every(({ sign }) => sign === undefined) && namesMoney(unit))
      );
    default: {
      const named = money.exec(clean)?.[0];
      return (
        phrase.sign === unit.kind ||
        (phrase.sign !== 'percent' && named !== undefined && listNames(unit).includes(named))
      );
    }
  }
}

function namesMoney(unit: Unit): boolean {
  return listNames(unit).some((name) =>
    name.split(' ').some((word) => new RegExp(`^(?:${moneyNouns})$`).test(word)),
  );
}

function containsWords(text: string, words: string): boolean {
  return words !== '' && ` ${text} `.includes(` ${words} `);
}

/**
 * True when the words share a noun with the unit: "Q7A1 vans" with van, vans or a declared synonym.
 */
export function namesUnit(rest: string, recorded: RecordedNumber): boolean {
  const known = unitWords.get(recorded.unit) ?? listUnitWords(recorded.unit);
  unitWords.set(recorded.unit, known);
  return rest.split(/[\s-]/).some((word) => word === unitMark || known.has(word));
}

const unitWords = new WeakMap<Unit, ReadonlySet<string>>();

function listUnitWords(unit: Unit): ReadonlySet<string> {
  return new Set(listNames(unit).flatMap((name) => name.split(/[\s-]/)));
}
