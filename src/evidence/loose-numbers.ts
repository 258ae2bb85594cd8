/** Numbers in running text that no link binds. */
import { countsSomething } from './counted-nouns.ts';
import { findAll } from './find-all.ts';
import { letteredNumber, numberPattern, small, tens } from './number-phrase.ts';

export type LooseNumber = { index: number; length: number; text: string };

const monthNames = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** Free by rule: marks of footnotes; years, dates, times of day, ordinals, pages, models, calibres, tags. Matched first and blanked out. */
const footnoteMark = /\[\^[^\]\s]+\]/gu;
const freeDigits = [
  new RegExp(
    String.raw`\b\d{1,2}(?:(?:[–-]| (?:and|or|to) )\d{1,2})? (?:${monthNames})\b(?: \d{4})?|\b(?:${monthNames}) \d{1,2}(?:, \d{4})?\b`,
    'gu',
  ),
  /\b\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.m\.|[ap]m\b|GMT\b|UTC\b)|\b\d{1,2}:\d\d\b/gu,
  /\b\d+(?:st|nd|rd|th)\b/gu,
  /\b(?:pages?|p\.|pp\.|paragraphs?|section|chapter|figure|table|step|rule|version|CC BY|WCAG) \d+(?:\.\d+)*(?:[–-]\d+)?/giu,
  /\b\d+(?:\.\d+)?\s?(?:x|×)\s?\d+(?:\.\d+)?(?:\s?mm)?\b|\b\d+(?:\.\d+)?[\s-]?mm\b/gu,
];
const years = /\b(?:1[89]|20)\d\d(?:[–/-](?:\d\d)?\d\d)?s?\b(?![,.]\d)/gu;
/** What a year stands behind, so that the word behind it is not what it counts: in 2015 tanks crossed the river. */
const beforeYear = new RegExp(
  String.raw`(?:\b(?:in|of|since|by|until|till|from|during|before|after|early|late|mid|to|and|the|on|${monthNames})[\s-]|[’'(])$`,
  'iu',
);
/** Stands somewhere in each of those. */
const letterBesideDigit = /\d[A-Za-z_-]|[A-Za-z_-]\d/u;

const magnitudeWords =
  /\b(?:(?:tens|hundreds|thousands|millions|billions|dozens|scores)(?: of (?:hundreds|thousands|millions|billions))?|dozen|hundred|thousand|million|billion)\b/giu;
const fractionSigns = /\d*[¼½¾⅐-⅞]|(?<![\d/])\d+\/\d+(?![\d/])/gu;
/** Two of what follows, where that is counted. */
const pairWords = /\ba (?:couple|pair) of\b/giu;
const fractionWords =
  /\b(?:(?:one|two|three|four)[- ](?:thirds?|quarters?|fifths?|tenths?)|half (?:of|the|a)\b|halves|a (?:third|quarter|fifth|tenth) of|(?:one|two|three|four|five|six|seven|eight|nine) (?:in|out of) (?:every )?(?:three|four|five|ten|twenty|(?:a|one) hundred)|(?:twice|(?:two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred) times) (?:as (?:many|much|large|high)|the (?:number|amount))|(?:two|three|four|five|ten|hundred|thousand)fold)\b/giu;

/**
 * How all of these begin: most texts hold none, and this is quickly seen. Two letters of other scripts are, in small letters,
 * those of "score" and of "k".
 */
const numberBeginning = new RegExp(
  String.raw`[\dſ\u212a¼½¾⅐-⅞]|\b(?:${[...small, ...tens, 'hundred', 'thousand', 'million', 'billion', 'dozen', 'score', 'half', 'halves', 'twice', 'a (?:third|quarter|fifth|tenth|couple|pair)'].join('|')})`,
  'i',
);

/**
 * Numbers in running text that no link binds: digits, magnitudes, fractions, per cent, and cardinal words
 * before a noun of `countedNouns` (small letters). Years, dates, times, ordinals, pages, models and calibres are free.
 */
export function findLooseNumbers(text: string, countedNouns: ReadonlySet<string>): LooseNumber[] {
  if (!numberBeginning.test(text)) return [];
  const blanked = blankFree(text, countedNouns);
  if (blanked !== text && !numberBeginning.test(blanked)) return [];
  const found: LooseNumber[] = [];
  const add = (index: number, length: number) => {
    if (found.some((other) => index < other.index + other.length && other.index < index + length)) return;
    found.push({ index, length, text: text.slice(index, index + length) });
  };
  const trim = (match: RegExpExecArray) => {
    const lead = match[0].length - match[0].trimStart().length;
    return [match.index + lead, match[0].trim().length] as const;
  };
  for (const match of findAll(fractionSigns, blanked)) add(...trim(match));
  for (const match of findAll(numberPattern, blanked)) {
    const isDigits = /\d/.test(match[2] ?? '');
    const [index, length] = trim(match);
    if (isDigits || match[4] || match[3]?.trim()) add(index, length);
    else if (match[2]?.toLowerCase() !== 'one' && countsSomething(blanked.slice(index + length), countedNouns)) add(index, length);
  }
  for (const match of findAll(pairWords, blanked)) {
    if (countsSomething(blanked.slice(match.index + match[0].length), countedNouns)) add(...trim(match));
  }
  for (const pattern of [magnitudeWords, fractionWords]) {
    for (const match of findAll(pattern, blanked)) add(...trim(match));
  }
  return found.sort((a, b) => a.index - b.index);
}

function blankFree(text: string, countedNouns: ReadonlySet<string>): string {
  const blank = (match: string) => ' '.repeat(match.length);
  let blanked = text.replace(footnoteMark, blank);
  if (!/\d/.test(blanked)) return blanked;
  for (const pattern of freeDigits) blanked = blanked.replace(pattern, blank);
  blanked = blanked.replace(years, (match, index: number) => {
    const isYear = !countsSomething(blanked.slice(index + match.length), countedNouns) || beforeYear.test(blanked.slice(0, index));
    return isYear ? blank(match) : match;
  });
  return letterBesideDigit.test(blanked) ? blanked.replace(letteredNumber, blank) : blanked;
}
