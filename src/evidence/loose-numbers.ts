/** Finds numbers in running text that have no link to a record. */
import { countsSomething } from './counted-nouns.ts';
import { findAll } from './find-all.ts';
import { blankFreeNumbers } from './free-numbers.ts';
import { anyMultiple, multipleBeginnings, multiples } from './multiples.ts';
import { findNumbers, small, tens } from './number-tokens.ts';

export type LooseNumber = { index: number; length: number; text: string };

/** How a number that is grouped as in other countries may be read. */
export type Grouped = {
  /** The number as grouped on this site: 2,300. */
  grouped: string;
  /** The other reading, and what to do if that is meant. */
  other?: { reading: string; cure: string };
};

/** Reads "2 300", "2.300" and "2'300"; undefined for any other number. */
export function readGroups(text: string): Grouped | undefined {
  const [, whole = '', decimals] =
    /^(\d{1,3}(?:[ \u00a0\u2009\u202f.'’]\d{3})+)(?:[.,](\d+))?$/u.exec(text) ?? [];
  if (whole === '') return undefined;
  const parts = whole.split(/\D/);
  const grouped = `${parts.join(',')}${decimals === undefined ? '' : `.${decimals}`}`;
  const [first, second = '0'] = parts;
  // A second number would not begin with a zero.
  const isClear =
    parts.length > 2 || decimals !== undefined || /['’]/.test(whole) || second.startsWith('0');
  if (isClear && !/^\d+\.\d{3}$/.test(text)) return { grouped };
  const other = /\s/.test(whole)
    ? {
        reading: `the two numbers ${first} and ${second}`,
        cure: 'put a word or a comma between two numbers',
      }
    : { reading: `a little more than ${first}`, cure: 'leave its digits if it has decimals' };
  return { grouped, other };
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** 10², 10^6, 5 × 10⁶; after the unit in 40 km² there is no such number. */
const powers = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,])(?:\d+(?:\.\d+)?\s?[×x·*]\s?)?\d+(?:[⁺⁻]?[${raised}]+|\^[-−]?\d+)(?![\p{L}\d]|[.,]\d)`,
  'gu',
);

/** The number that a power stands for, as printed on this site; undefined for any other text. */
export function readPower(text: string): string | undefined {
  const [, times = '1', base = '', up = '', typed = ''] =
    /^(?:([\d.]+)\s?[×x·*]\s?)?(\d+)(?:([⁰¹²³⁴⁵⁶⁷⁸⁹]+)|\^(\d+))$/u.exec(text) ?? [];
  const exponent = typed || [...up].map((sign) => raised.indexOf(sign)).join('');
  const value = Number(times) * Number(base) ** Number(exponent);
  return exponent !== '' && Number.isSafeInteger(value) ? value.toLocaleString('en') : undefined;
}

const magnitudeWords =
  /\b(?:(?:tens|hundreds|thousands|millions|billions|trillions|dozens|scores)(?: of (?:hundreds|thousands|millions|billions|trillions))?|dozen|hundred|thousand|million|billion|trillion)\b/giu;
const fractionSigns = /\d*[¼½¾⅐-⅞]|(?<![\d/])\d+\/\d+(?![\d/])/gu;
/**
 * Grouped by spaces, as other countries do: 2 300. After a year or a number of five digits the
 * second number is a separate one.
 */
const spaced =
  /(?<![\p{L}\p{N}.,])[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?(?![\p{L}\d]|[.,]\d| \d)/gu;
/** Words for two or a few, if a counted noun follows. */
const pairWords = /\ba (?:couple|pair|brace|trio|quartet) of\b/giu;
/** A score or a gross of many things. A score of two, or of music, counts nothing. */
const heaps =
  /\ba (?:score|gross)(?= of (?:[\p{Ll}-]+ ){0,2}(?:\p{Ll}{2,}s|people|men|women|children)\b)/giu;
const fractionWords =
  /\b(?:(?:one|two|three|four)[- ](?:thirds?|quarters?|fifths?|tenths?)|(?:a )?half(?: a|-)? ?dozen|half (?:of|the|a)\b|halves|a (?:third|quarter|fifth|tenth) of|(?:one|two|three|four|five|six|seven|eight|nine) (?:in|out of) (?:every )?(?:three|four|five|ten|twenty|(?:a|one) hundred)|(?:one|two|three|four|five|six|seven|eight|nine) [\p{Ll}-]+ (?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|twenty|(?:a|one) hundred)(?=[,;:!?)]|\.(?!\d)|$| (?:was|were|is|are|had|has|have)\b)|(?:twice|(?:two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred) times) (?:as (?:many|much|large|high)|the (?:number|amount))|(?:two|three|four|five|ten|hundred|thousand)-?fold)\b/giu;

/**
 * The beginnings of all of these, for a quick test, because most texts hold none. The other
 * patterns also take ſ for "s" and the Kelvin sign for "k".
 */
const numberBeginning = new RegExp(
  String.raw`[\dſ\u212a¼½¾⅐-⅞]|\b(?:${[...small, ...tens, 'hundred', 'thousand', 'million', 'billion', 'trillion', 'dozen', 'score', ...multipleBeginnings, 'an? (?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|couple|pair|brace|trio|quartet|gross)'].join('|')})`,
  'i',
);

/**
 * From this one up, a number in words always counts as a number. Smaller ones count only in front
 * of a noun that some record counts.
 */
const smallestInWords = 10;

/**
 * Numbers in running text without a link to a record: digits, magnitudes, fractions, per cent,
 * cardinal words from ten up, and smaller ones before a noun of `countedNouns` (lower case).
 * Numbers that count nothing are left out: see free-numbers.ts.
 */
export function findLooseNumbers(text: string, countedNouns: ReadonlySet<string>): LooseNumber[] {
  if (!numberBeginning.test(text)) return [];
  const blanked = blankFreeNumbers(text, countedNouns);
  if (blanked !== text && !numberBeginning.test(blanked)) return [];
  const found: LooseNumber[] = [];
  const add = (index: number, length: number) => {
    if (found.some((other) => index < other.index + other.length && other.index < index + length))
      return;
    found.push({ index, length, text: text.slice(index, index + length) });
  };
  const trim = (match: RegExpExecArray) => {
    const lead = match[0].length - match[0].trimStart().length;
    return [match.index + lead, match[0].trim().length] as const;
  };
  for (const pattern of [powers, spaced])
    for (const match of findAll(pattern, blanked)) add(...trim(match));
  const patterns = anyMultiple.test(blanked) ? [fractionWords, ...multiples] : [fractionWords];
  for (const pattern of [fractionSigns, ...patterns, heaps])
    for (const match of findAll(pattern, blanked)) add(...trim(match));
  for (const { index, text: written, value, isDigits, isScaled } of findNumbers(blanked)) {
    const isLarge = isDigits || isScaled || value >= smallestInWords;
    const counts = () =>
      value !== 1 && countsSomething(blanked.slice(index + written.length), countedNouns);
    if (isLarge || counts()) add(index, written.length);
  }
  for (const match of findAll(pairWords, blanked)) {
    if (countsSomething(blanked.slice(match.index + match[0].length), countedNouns))
      add(...trim(match));
  }
  for (const match of findAll(magnitudeWords, blanked)) add(...trim(match));
  return found.sort((a, b) => a.index - b.index);
}
