/**
 * Numbers in a text as people write them, "−2,300", "$1.33bn", "two dozen", "one hundred and
 * twenty", "5kg": each read completely, or marked as unreadable.
 */
import { isCurrency } from '../schema/currency.ts';
import { findCurrencyOfSign } from './currency-signs.ts';
import { toDecimal, type Decimal } from './decimal.ts';
import { findAll } from './find-all.ts';

export type NumberToken = {
  index: number;
  /** As written, with sign, magnitude, per cent and the letters directly after it. */
  text: string;
  /** NaN if it cannot be read: 10², or 1,5, which half of the world reads differently. */
  value: number;
  /** percent, the code of a currency, or `other` for an unknown sign. */
  sign: string | undefined;
  /** Written with digits; otherwise in words. */
  isDigits: boolean;
  /** More than a cardinal: it has a magnitude or per cent. */
  isScaled: boolean;
  /** Letters directly after its digits that are not a magnitude: kg, th, ish. */
  stuck: string;
  /** The factor of its magnitude; 1 without one. */
  scale: number;
};

export const small = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...[
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'fifteen',
    'sixteen',
    'seventeen',
    'eighteen',
    'nineteen',
  ],
];
export const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const cardinals = new Map<string, number>([
  ...small.map((word, value): [string, number] => [word, value]),
  ...tens.flatMap((word, index): [string, number][] => {
    const value = 20 + 10 * index;
    return [
      [word, value],
      ...small
        .slice(1, 10)
        .map((unit, digit): [string, number] => [`${word}-${unit}`, value + digit + 1]),
    ];
  }),
]);
/** Units in words after a number, each with or without an s. */
const magnitudes: Record<string, number> = {
  ...{
    dozen: 12,
    score: 20,
    hundred: 1e2,
    thousand: 1e3,
    lakh: 1e5,
    million: 1e6,
    crore: 1e7,
    billion: 1e9,
    trillion: 1e12,
    quadrillion: 1e15,
  },
  ...{ k: 1e3, m: 1e6, mn: 1e6, mln: 1e6, bn: 1e9, tn: 1e12, trn: 1e12 },
};
const fractions: Record<string, string> = {
  '½': '.5',
  '¼': '.25',
  '¾': '.75',
  '⅛': '.125',
  '⅜': '.375',
  '⅝': '.625',
  '⅞': '.875',
  '⅕': '.2',
  '⅖': '.4',
  '⅗': '.6',
  '⅘': '.8',
  '⅒': '.1',
};

/** Signs that people type for a minus. */
export const minusSigns = '\\-−‐‑–﹣－';
/**
 * A minus has a space before it and no space after it: 20–24 has no minus, and a dash between words
 * has a space on both sides.
 */
const minus = String.raw`(?:(?<![\p{L}\p{N}.,)%\]’'–-])[${minusSigns}](?=[A-Za-z]{0,3}\p{Sc}|\.?\d)|\bminus\s+)`;
const currency = String.raw`(?:(?<!\p{L})[A-Za-z]{0,3}\p{Sc}[A-Za-z]{0,3}(?![A-Za-z]))`;
/** All digits of a number with the signs between them, so that 1,5 is never read as 1. */
const digits = String.raw`(?<![\p{L}\p{N}_.,])(?:\d+(?:[.,'’]\d+)*|\.\d+)(?:\s?[¼½¾⅐-⅞])?|[¼½¾⅐-⅞]`;
const words = String.raw`(?<![\p{L}\p{M}\p{N}\p{Cf}_])(?:${[...cardinals.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\p{L}\p{M}\p{N}\p{Cf}_])(?!-(?:first|second|third|\w+th)\b)`;
const magnitude = String.raw`(?:[\s-](?:dozen|score|hundred|thousand|lakh|million|crore|billion|trillion|quadrillion)s?\b|\s?(?:bn|mn|mln|tn|trn)\b|\s?m\b(?![²³])|(?<=\d)k\b)`;
const percent = String.raw`\s?%|\s?per\s?cent\b`;
const pattern = new RegExp(
  String.raw`(${minus})?(?:(${currency})\s?([${minusSigns}])?)?(${digits}|${words})(${magnitude}*)(${percent})?(\s?¤[a-z]{3}\b)?((?<=\d)\p{L}+)?`,
  'giu',
);

/** Plain digits, grouped as in English or not at all. */
const readable = /^(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?$|^\.\d+$/;

/** Every number of the text, in order. */
export function findNumbers(text: string): NumberToken[] {
  const simple = findAll(pattern, text).map((match): Simple => ({
    ...readMatch(match),
    sizes: listMagnitudes(match[5] ?? ''),
  }));
  return joinWords(text, simple);
}

/** The numbers of a range share the magnitude of the second: 20 to 24 million. */
export function shareScale(text: string, numbers: readonly NumberToken[]): NumberToken[] {
  return numbers.map((number, index) => {
    const next = numbers[index + 1];
    if (!next || number.isScaled || next.scale === 1 || !(number.value * next.scale < next.value))
      return number;
    const between = text.slice(number.index + number.text.length, next.index);
    return /^ ?(?:–|-|to|or|and) ?$/.test(between)
      ? {
          ...number,
          value: toDecimal(number.value).times(next.scale).toNumber(),
          scale: next.scale,
        }
      : number;
  });
}

type Simple = NumberToken & { sizes: number[] };

function readMatch(match: RegExpExecArray): NumberToken {
  const [
    whole,
    minusBefore,
    currencySign,
    minusBehind,
    base = '',
    scale = '',
    share,
    code,
    stuck = '',
  ] = match;
  const lead = whole.length - whole.trimStart().length;
  const isDigits = !/^\p{L}/u.test(base);
  const read = readBase(base)?.times(multiply(scale));
  const isNegative = minusBefore !== undefined || minusBehind !== undefined;
  // No power or other sign follows that changes the number: 10², 10^6, 5‰.
  const isWhole = !/^(?:[\p{N}‰‱^]|[.,]\d)/u.test(match.input.slice(match.index + whole.length));
  return {
    index: match.index + lead,
    text: whole.slice(lead),
    value: read && isWhole ? (isNegative ? read.neg() : read).toNumber() + 0 : Number.NaN,
    sign: readSign(currencySign ?? code?.trim(), share !== undefined),
    isDigits,
    isScaled: share !== undefined || scale !== '',
    stuck,
    scale: multiply(scale),
  };
}

function readSign(sign: string | undefined, isShare: boolean): string | undefined {
  if (sign === undefined) return isShare ? 'percent' : undefined;
  if (isShare) return 'other';
  const [, before = '', mark = '', behind = ''] =
    /^([a-z]*)([^a-z])([a-z]*)$/.exec(sign.toLowerCase()) ?? [];
  return (
    (mark === '¤'
      ? findCurrencyOfSign(`¤${behind}`)
      : behind === ''
        ? findCurrencyOfSign(`${before}${mark}`)
        : undefined) ?? 'other'
  );
}

function readBase(base: string): Decimal | undefined {
  const known = cardinals.get(base.toLowerCase());
  if (known !== undefined) return toDecimal(known);
  const [, whole = '', fraction = ''] = /^([^¼½¾⅐-⅞\s]*)\s?([¼½¾⅐-⅞]?)$/u.exec(base) ?? [];
  if (fraction !== '' && !(fraction in fractions)) return undefined;
  if (whole === '') return toDecimal(`0${fractions[fraction]}`);
  if (!readable.test(whole) || (fraction !== '' && whole.includes('.'))) return undefined;
  return toDecimal(`0${whole.replaceAll(',', '')}${fractions[fraction] ?? ''}`);
}

/** "hundred thousand" as 100,000. */
function multiply(scale: string): number {
  return listMagnitudes(scale).reduce((total, size) => total * size, 1);
}

function listMagnitudes(scale: string): number[] {
  return scale
    .toLowerCase()
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((word) => magnitudes[word] ?? magnitudes[word.replace(/s$/, '')] ?? Number.NaN);
}

/** "one hundred" and "twenty" as one number, if only a space or "and" is between them. */
function joinWords(text: string, simple: Simple[]): NumberToken[] {
  const joined: Simple[] = [];
  for (const token of simple) {
    const last = joined.at(-1);
    const value = last && addWords(text, last, token);
    if (last && value !== undefined) {
      last.text = text.slice(last.index, token.index + token.text.length);
      last.value = value;
      if (token.sizes.length > 0) last.sizes = token.sizes;
      last.scale = 1;
      last.sign = token.sign ?? last.sign;
      last.isScaled ||= token.isScaled;
    } else joined.push({ ...token });
  }
  return joined.map(({ sizes: _, ...token }) => token);
}

/** The value of two numbers in words that are one number; undefined if they are separate. */
function addWords(text: string, first: Simple, second: Simple): number | undefined {
  if (first.isDigits || second.isDigits || first.sign !== undefined) return undefined;
  const between = text.slice(first.index + first.text.length, second.index);
  if (first.sizes.length === 0) {
    // One number: twenty five.
    const isTens =
      first.value >= 20 &&
      first.value % 10 === 0 &&
      second.value > 0 &&
      second.value < 10 &&
      second.sizes.length === 0;
    return between === ' ' && isTens ? first.value + second.value : undefined;
  }
  if (!/^,? (?:and )?$/.test(between)) return undefined;
  // Two numbers: between one hundred and two hundred.
  if (between.includes('and') && /\bbetween (?:[\w-]+ ){0,2}$/i.test(text.slice(0, first.index)))
    return undefined;
  const [last = 1] = first.sizes.slice(-1);
  if (second.value < last) return first.value + second.value;
  // One number: one hundred and two thousand.
  const size = second.scale;
  return last === 100 && size >= 1000 && second.value / size < 100
    ? (first.value + second.value / size) * size
    : undefined;
}

/** Names with a digit in them: Q7A1, PG-9, v2.0, 9M111, 5G. */
const letterFirst = String.raw`(?=[\w/-]*\d)[A-Za-z][A-Za-z0-9]*(?:[-/][A-Za-z0-9]+)*(?:\.\d+)*`;
const digitFirst = String.raw`\d+(?:(?!e\d+(?![\p{L}\p{N}]))[A-Za-z]{1,3}\d[A-Za-z0-9]*(?:-[A-Za-z0-9]+)*|[A-Z])`;
const namePattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.,\p{Sc}])(?:${letterFirst}|${digitFirst})(?![\p{L}\p{N}_])`,
  'gu',
);

/** Replaces such names with spaces. Amounts such as USD5 and 5M stay. */
export function blankNames(text: string): string {
  if (!/\d[A-Za-z_-]|[A-Za-z_-]\d/.test(text)) return text;
  return text.replace(namePattern, (name) => (isAmount(name) ? name : ' '.repeat(name.length)));
}

const isAmount = (name: string) =>
  /^\d+[KMTB]$/.test(name) ||
  (/^[A-Z]{3}\d+$/.test(name) && isCurrency(name.slice(0, 3).toLowerCase()));

/**
 * Turns the code of a currency beside a number into a sign that survives lower case: "USD 5" into
 * "¤usd 5".
 */
export function markCurrencies(text: string): string {
  if (!/[A-Z]{3}/.test(text)) return text;
  const mark = (whole: string, code: string) =>
    isCurrency(code.toLowerCase()) ? whole.replace(code, `¤${code.toLowerCase()}`) : whole;
  return text
    .replace(
      new RegExp(String.raw`(?<![\p{L}\p{N}])([A-Z]{3})\s?(?=[${minusSigns}]?\s?\.?\d)`, 'gu'),
      (whole: string, code: string) =>
        isCurrency(code.toLowerCase()) ? `¤${code.toLowerCase()} ` : whole,
    )
    .replace(/(?<=[\d%]\s?|[a-z]\s)([A-Z]{3})(?![\p{L}\p{N}])/gu, mark);
}
