/**
 * Numbers in words: reads "at least 40 tanks", "$1.33 billion", "four or five" or "around 90 per cent",
 * and compares what an editor wrote with what the record says.
 */
import type { Hedge, Unit } from '../schema/value.ts';
import { findAll } from './find-all.ts';
import type { RecordedNumber } from './record.ts';

/** A hedge as an editor wrote it; `unknown` is one that no record can have, such as "fewer than". */
export type WrittenHedge = Hedge | 'unknown';

export type NumberPhrase = {
  /** One number, or two where a range or alternative is written. */
  values: number[];
  hedge: WrittenHedge | undefined;
  sign: 'usd' | 'eur' | 'percent' | undefined;
  /** What is left when hedge, number and sign are taken away: the thing counted. */
  rest: string;
};

const small = [
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
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
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

/** Written hedges, as patterns, and the hedge of the record each stands for. One that holds another comes before it. */
const hedgeSynonyms: [string, WrittenHedge][] = [
  ['(?:no|not) (?:fewer|less) than', 'at-least'],
  ['(?:no|not) (?:more|greater) than', 'up-to'],
  ['at (?:the )?least', 'at-least'],
  ['a minimum of', 'at-least'],
  ['or more', 'at-least'],
  ['at (?:the )?most', 'up-to'],
  ['a maximum of', 'up-to'],
  ['or (?:fewer|less)', 'up-to'],
  ['as many as', 'as-many-as'],
  ['up to', 'up-to'],
  ['as high as', 'up-to'],
  ['more than', 'more-than'],
  ['in excess of', 'more-than'],
  ['upwards of', 'more-than'],
  ['over', 'more-than'],
  ['approximately', 'about'],
  ['roughly', 'about'],
  ['around', 'about'],
  ['about', 'about'],
  ['some', 'about'],
  ['almost', 'almost'],
  ['nearly', 'almost'],
  ['(?:fewer|less) than', 'unknown'],
  ['(?:well |far |just )?(?:under|below|above)', 'unknown'],
  ['(?:perhaps|possibly|maybe)', 'unknown'],
  ['(?:an )?estimated', 'about'],
  ['close to', 'almost'],
  ['not', 'unknown'],
];
const hedges = hedgeSynonyms.map(([words, hedge]) => ({ written: new RegExp(`\\b${words}\\b`), hedge }));
/** Signs that hedge a number: 25+, ~25, <25. */
const hedgeSigns: [RegExp, WrittenHedge][] = [
  [/(?<=\d)\+/, 'at-least'],
  [/[~≈]\s?(?=[$€]?\d)/, 'about'],
  [/≥\s?(?=[$€]?\d)/, 'at-least'],
  [/≤\s?(?=[$€]?\d)/, 'up-to'],
  [/>\s?(?=[$€]?\d)/, 'more-than'],
  [/<\s?(?=[$€]?\d)/, 'unknown'],
];
/** Hedges that are nothing else, where a text goes on with a number; "about" and "over" may belong to the verb before. */
const plainHedge =
  /\b(?:(?:no|not) (?:fewer|less|more|greater) than|(?:fewer|less|more) than|at (?:the )?(?:least|most)|as many as|in excess of|upwards of|a (?:minimum|maximum) of|approximately|roughly|almost|nearly)\s*$/i;

/** The hedge in which `text` ends, in its words, so that it belongs to the number which follows; undefined without one. */
export function findHedgeAtEnd(text: string): string | undefined {
  return plainHedge.exec(text)?.[0].trim();
}

/** Words that go on with "about" or "over": a story about, to argue over. Each stands for those that begin with it. */
const subjects =
  'wr[io]t|report|sp[eo]\\w*k|talk|hear|read|stor(?:y|ies)|article|column|claim|question|ask|kn[eo]w|sa(?:y|id)|argu|disput|debat|doubt|t(?:ell|old)|news|statement|sentence|line|passage|paragraph|tweet|post|word|wonder|complain|warn|learn|care|concern|confus|differ|disagree|agree|fact|information|detail|rumou?r|silen|clear|vague|certain|sure|true|right|wrong|lie[sd]?|row';
/** Hedges that may as well belong to what stands before them, and the words behind which they do: "wrote about", "handed over". */
const eitherHedges: [RegExp, RegExp | undefined][] = [
  [/\b(?:some|perhaps|possibly|maybe|an estimated)$/i, undefined],
  [/\b(?:just|well|far) (?:under|below|above|over)$/i, undefined],
  [/\baround$/i, /\b(?:all|turn\w*|gather\w*|st(?:ood|and\w*)|dr[io]v\w*|built)$/i],
  [/\bup to$/i, /\b(?:add\w*|amount\w*|c[ao]m\w*|sum\w*|liv\w*|count\w*)$/i],
  [
    /\bover$/i,
    new RegExp(
      `\\b(?:(?:${subjects}|quarrel|f[io]ght|tak|hand|turn|sign|pass|g[ai]v|leav|spread|carr|watch|dr[io]v|fly|roll)\\w*|took|left|control|power|all|r[au]n|flew)$`,
      'i',
    ),
  ],
  [/\babout$/i, new RegExp(`\\b(?:(?:${subjects})\\w*|\\w*thing|all|what|how)$`, 'i')],
];
/** A hedge that stands behind the number as nothing else. */
const hedgeBehind = /^[*_]{0,2} (or (?:more|fewer|less|so)\b(?! than)|at (?:the )?(?:least|most)(?= ?(?:[.,;:!?)]|$)))/i;

/** A hedge between which and the number only an end of emphasis stands. */
export type HedgeOutside = { words: string; /** In the text before the number, or behind it. */ index: number };

/** The hedge in which `text` ends, before a number: also "about" and "over", unless the words before them ask for them. */
export function findHedgeBefore(text: string): HedgeOutside | undefined {
  const clean = text.replace(/\s/g, ' ').replace(/[*_]{0,2} *$/, '');
  const plain = plainHedge.exec(clean);
  if (plain) return { words: plain[0].trim(), index: plain.index };
  for (const [hedge, governing] of eitherHedges) {
    const match = hedge.exec(clean);
    if (match && !governing?.test(clean.slice(0, match.index).replace(/[*_ ]+$/, ''))) return { words: match[0], index: match.index };
  }
  return undefined;
}

/** The hedge with which `text` begins, behind a number. */
export function findHedgeBehind(text: string): HedgeOutside | undefined {
  const words = hedgeBehind.exec(text.replace(/\s/g, ' '))?.[1];
  return words === undefined ? undefined : { words, index: text.search(/\w/) };
}

const anyHedge = new RegExp(`\\b(?:${hedgeSynonyms.map(([words]) => words).join('|')})\\b`);

const cardinalPattern = [...cardinals.keys()].sort((a, b) => b.length - a.length).join('|');
const digitsPattern = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const magnitudePattern = 'hundred|thousand|million|billion|bn|m';
const numberPattern = new RegExp(
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
  let rest = takeOut(clean, found).replace(/\b(dollars|euros|us dollars)\b/g, ' ');
  const sign = /[+~≈≥≤<>]/.test(clean) ? hedgeSigns.find(([written]) => written.test(clean)) : undefined;
  if (sign) rest = rest.replace(/[+~≈≥≤<>]/, ' ');
  const hedged = anyHedge.test(rest) ? hedges.find(({ written }) => written.test(rest)) : undefined;
  if (hedged) rest = rest.replace(hedged.written, ' ');
  const money = /\bdollars\b/.test(clean) ? 'usd' : /\beuros\b/.test(clean) ? 'eur' : undefined;
  return {
    values: numbers.map((number) => number.value),
    hedge: hedged?.hedge ?? sign?.[1],
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

function normalise(text: string): string {
  return text
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replaceAll('’', "'")
    .trim()
    .toLowerCase();
}

/** The words behind a number name the thing that a recorded number counts. */
export function namesCounted(words: string, recorded: RecordedNumber): boolean {
  return listFollowing(words).some((word) => namesUnit(word, recorded));
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
function namesUnit(rest: string, recorded: RecordedNumber): boolean {
  const known = unitWords.get(recorded.unit) ?? listUnitWords(recorded.unit);
  unitWords.set(recorded.unit, known);
  return rest.split(/[\s-]/).some((word) => known.has(word));
}

const unitWords = new WeakMap<Unit, ReadonlySet<string>>();

function listUnitWords({ one, many, also = [] }: Unit): ReadonlySet<string> {
  return new Set([one, many, ...also].flatMap((name) => normalise(name).split(/[\s-]/)));
}

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
const letteredNumber = /\b(?=[\w-]*[A-Za-z])(?=[\w-]*\d)(?!\d[\d,.]*(?:bn|m|k|per|x)\b)[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\b/gu;
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

/** Words that end the phrase a number stands in, so that what follows is not what it counts. */
const phraseEnds = new Set(
  'a an the of in on at to for by from with and or but that which who is are was were has have had do did not'.split(' '),
);

/** True when one of the next three words of the phrase is a counted noun: "fourteen army divisions". */
function countsSomething(following: string, countedNouns: ReadonlySet<string>): boolean {
  return listFollowing(following).some((word) => countedNouns.has(word));
}

/** What the words behind a number count, where records count it and that of the number does not: "tanks" behind 2,300 Humvees. */
export function findOtherNoun(following: string, countedNouns: ReadonlySet<string>, recorded: RecordedNumber): string | undefined {
  const words = listFollowing(following.replace(/[*_[\]]/g, ''));
  return words.some((word) => namesUnit(word, recorded)) ? undefined : words.find((word) => countedNouns.has(word));
}

/** What a share in the text is one of, where other records give shares of it and this one does not: "ammunition" for a share of weapons. */
export function findOtherWhole(
  phrase: string,
  following: string,
  wholes: ReadonlySet<string>,
  recorded: RecordedNumber,
): string | undefined {
  const own = listWholes(recorded.unit);
  const [, rest = ''] = /(?:\bcent|\bpercent|%|\d)\s+of (.*)$/is.exec(`${phrase} ${following.replace(/[*_[\]]/g, '').trim()}`) ?? [];
  const words = listFollowing(rest.replace(/^(?:the|all|its|these|those) /i, ''));
  return own.size === 0 || words.some((word) => own.has(word)) ? undefined : words.find((word) => wholes.has(word));
}

/** Words of what a share is one of, as its unit declares it: "of weapons". */
export function listWholes({ kind, also = [] }: Unit): ReadonlySet<string> {
  const named = kind === 'percent' ? also.flatMap((name) => /^of (.+)/.exec(normalise(name))?.[1] ?? []) : [];
  return new Set(named.flatMap((name) => name.split(' ')).filter((word) => !phraseEnds.has(word)));
}

/** The next three words of the phrase, in small letters. */
function listFollowing(following: string): string[] {
  const [clause = ''] = following.split(/[.;:!?,()–—]/);
  const words = clause
    .trim()
    .toLowerCase()
    .split(/[\s-]+/)
    .slice(0, 3);
  const end = words.findIndex((word) => phraseEnds.has(word));
  return end === -1 ? words : words.slice(0, end);
}
