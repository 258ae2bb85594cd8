/**
 * Reads a number as a source printed it, for the record: completely, or not at all, with advice on
 * what to write. Amounts without a number, such as "hundreds" or "two-thirds", stay words.
 */
import { distance } from 'fastest-levenshtein';
import { hedges, type Amount, type Hedge } from '../schema/value.ts';
import { formatDigits, toDecimal } from './decimal.ts';
import { findCurrencyOfName, moneyNouns } from './currency-signs.ts';
import { formatAmount, hedgeWords } from './format.ts';
import { takeHedge } from './hedges.ts';
import { normalise } from './number-phrase.ts';
import { blankNames, findNumbers, shareScale, type NumberToken } from './number-tokens.ts';

export type PrintedNumber = {
  value?: Amount;
  words?: string;
  hedge?: Hedge | undefined;
  /** percent, or the code of a currency. */
  sign?: string | undefined;
  /** What it counts, if that was given. */
  noun: string;
};

/** Words that say how many without a number. */
const quantities =
  /(?<!\p{L})(?:tens|dozens?|scores?|hundreds?|thousands?|millions?|billions?|trillions?|many|several|few|fewer|handful|couple|pair|most|majority|minority|half|halves|thirds?|quarters?|fifths?|tenths?|none|nothing|all|every|some|numerous|countless|bulk|part|parts|plenty|lots?|amounts?|numbers?|unknown|more|less)(?!\p{L})/u;

/** Why it cannot be read, and what to write instead. */
export type Unreadable = { problem: string };

const share =
  /^(?:[a-z ]+ )?(?:(?:one|two|three|four)[- ](?:thirds?|quarters?|fifths?|tenths?)|a (?:third|quarter|fifth|tenth)|half|(?:\d+|[a-z-]+) (?:in|out of) (?:every |a )?(?:\d+|[a-z-]+))$/;
/**
 * Words that are not part of a noun. If one follows a number, the digits alone do not say
 * everything.
 */
const joints =
  /^(?:in|of|out|per|x|times|and|or|to|plus|minus|point|by|than|over|under|a|an|half|thirds?|quarters?|fifths?|tenths?|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|scores?|percentage|fold|odd)(?![\p{L}-])/u;

/** Reads what was printed. */
export function readPrintedNumber(printed: string): PrintedNumber | Unreadable {
  // 40-odd and 40-ish are hedged with a hyphen.
  const clean = normalise(printed)
    .replace(/-(?=(?:odd|ish)(?!\p{L}))/gu, ' ')
    .replace(/(?<=\d)-plus(?!\p{L})/u, '+')
    .replace(/\b(approx|ca?)\.\s?(?=\d|$)/u, '$1 ');
  if (
    /^(?:[a-z]+(?:-[a-z]+)? )+and (?:an? )?(?:half|quarter|third|three[- ]quarters|two[- ]thirds)$/.test(
      clean,
    )
  )
    return unreadable(printed);
  if (share.test(clean)) return { words: printed.trim(), sign: 'percent', noun: '' };
  const numbers = shareScale(clean, findNumbers(blankNames(clean)));
  if (numbers.length === 0) {
    if (/\p{N}/u.test(clean) || !quantities.test(clean)) return unreadable(printed);
    return { words: printed.trim(), noun: '' };
  }
  const bad = numbers.find((number) => findProblem(number, clean) !== undefined);
  if (bad) return { problem: findProblem(bad, clean) ?? '' };
  if (numbers.length > 2)
    return { problem: `"${printed}" holds more than a number or a range. Give one of them.` };
  const [first, second] = numbers;
  const marked = replaceNumbers(clean, numbers);
  // No other letters may directly follow or precede the number.
  if (/#(?!$|\s|ish(?!\p{L})|\+|\.?\s*$|[–-]#)|\p{L}#/u.test(marked)) return unreadable(printed);
  if (
    /\b(?:odd|ish|or (?:so|more|fewer|less)|give or take)\b.*#|(?<!# ?)\b(?:odd|ish)\b/.test(marked)
  )
    return unreadable(printed);
  if (second && !/# ?(?:–|-|to|or|and) ?#/.test(marked)) return unreadable(printed, marked);
  const { hedge, rest } = takeHedge(clean, marked.replace(/[\s.]+$/, ''));
  if (hedge === 'unknown')
    return {
      problem: `The record knows these hedges: ${hedges.map((known) => hedgeWords[known]).join(', ')}. Give the number with one of them, or without.`,
    };
  // A hedge may follow the number, but not after a full stop.
  if (/\.\s*$/.test(rest)) return unreadable(printed);
  const skeleton = rest.replace(/\s+/g, ' ').trim();
  const [match, noun = ''] = (second
    ? /^(?:between |from )?# ?(?:–|-|to|or|and) ?#( .*)?$/
    : /^#( .*)?$/
  ).exec(skeleton) ?? [undefined];
  if (match === undefined || !isNoun(noun.trim())) return unreadable(printed, skeleton);
  const signs = new Set(numbers.flatMap(({ sign }) => sign ?? []));
  // Pounds of explosive are not money.
  const named = money.test(noun.trim()) ? findCurrencyOfName(noun.trim()) : undefined;
  // 40 B: a single letter is a magnitude, not a thing.
  const misspelt =
    /^\s*\p{L}(?=[\s.]|$)/u.exec(noun)?.[0].trim() ?? noun.split(/[\s-]+/).find(isMisspelt);
  if (misspelt !== undefined) return unreadable(printed, misspelt);
  const sign = [...signs][0] ?? named;
  if (
    signs.size > 1 ||
    signs.has('other') ||
    (signs.size === 1 && named !== undefined && named !== sign)
  )
    return {
      problem: `The currency of "${printed}" is not clear. Write its code of three letters before the number: GBP 5 million.`,
    };
  const [low = Number.NaN, high = low] = numbers.map(({ value }) => value);
  if (first && second && low > high)
    return {
      problem: `A range runs from the smaller number to the larger: ${formatAmount([high, low], { kind: sign ?? 'count' })}.`,
    };
  return {
    value: low === high ? low : [low, high],
    hedge,
    sign,
    noun: named === undefined ? noun.trim() : '',
  };
}

/** The text with # in place of each number. */
function replaceNumbers(text: string, numbers: readonly NumberToken[]): string {
  let [rest, end] = ['', 0];
  for (const { index, text: written, stuck } of numbers) {
    rest += `${text.slice(end, index)}#${stuck}`;
    end = index + written.length;
  }
  return rest + text.slice(end);
}

/** Letters, and names such as Q7A1. */
function isNoun(noun: string): boolean {
  return /^(?:\p{L}[\p{L}\p{M}'. -]*)?$/u.test(blankNames(noun).trim()) && !joints.test(noun);
}

/** A currency and nothing else: "us dollars". */
const money = new RegExp(String.raw`^(?:[\p{L}.]+ ){0,3}(?:${moneyNouns})$`, 'u');

const magnitudes = ['dozen', 'hundred', 'thousand', 'million', 'billion', 'trillion', 'percent'];

/** A misspelt magnitude, or one in another language: 5 milion, 5 Mrd. */
function isMisspelt(word: string): boolean {
  if (
    /^(?:mrd|mio|mill?|mln|bil|tsd|tril|lac|cr|prozent|pct|pc|milliards?|milliarden|millionen|millones|millions?)\.?$/.test(
      word,
    )
  )
    return true;
  const single = word.replace(/s$/, '');
  return (
    single.length >= 5 &&
    magnitudes.some(
      (magnitude) =>
        single !== magnitude && distance(single, magnitude) <= (single.length > 6 ? 2 : 1),
    )
  );
}

function unreadable(printed: string, skeleton?: string): Unreadable {
  const rest = skeleton?.replaceAll('#', ' ').replace(/\s+/g, ' ').trim();
  const what =
    rest && rest !== normalise(printed)
      ? `"${rest}" in "${printed}" is not read.`
      : `"${printed}" cannot be read as a number.`;
  return {
    problem: `${what} Give one number or range, say 1,240, 43.5%, 20 to 24 or $1.33 billion, with its hedge and what it counts; or words alone: hundreds.`,
  };
}

function findProblem(
  { text, value, stuck, isDigits, isScaled, sign }: NumberToken,
  clean: string,
): string | undefined {
  const digits = /[\d.,'’]*\d/.exec(text)?.[0] ?? '';
  if (
    isDigits &&
    /\d[ \u202f]\d/.test(clean) &&
    /^\d{1,3}(?: \d{3})+(?!\d)/.test(clean.slice(clean.indexOf(digits)))
  )
    return `"${/\d[\d ]*\d/.exec(clean)?.[0]}" has spaces between its digits. Write ${formatAmount(
      Number(
        clean
          .slice(clean.indexOf(digits))
          .replace(/^(\d{1,3}(?: \d{3})+).*$/s, '$1')
          .replaceAll(' ', ''),
      ),
      { kind: 'count' },
    )}.`;
  if (Number.isNaN(value)) return explainDigits(/\d[.,'’]\d/.test(digits) ? digits : clean);
  if (/^0\d/.test(digits))
    return `"${digits}" begins with a zero, like a code. Write ${formatAmount(Number(digits.replaceAll(',', '')), { kind: 'count' })}.`;
  if (!isScaled && sign !== 'percent' && /^[1-9]\d{0,2}\.\d{3}$/.test(digits))
    return `"${digits}" may be ${digits.replace('.', ',')}, with a point between the thousands, or a little more than ${digits.split('.')[0]}. Write ${digits.replace('.', ',')}, or ${digits}0 if decimals follow the point.`;
  const plain = digits.replaceAll(',', '');
  if (isDigits && /^\d+(?:\.\d+)?$/.test(plain) && !toDecimal(plain).eq(Number(plain)))
    return `"${digits}" has more digits than can be stored. Write ${formatDigits(Number(plain))}.`;
  if (stuck !== '' && stuck !== 'ish')
    return `"${stuck}" is stuck to the number and not read. Write a space before it, if it is what is counted.`;
  return undefined;
}

function explainDigits(digits: string): string {
  if (/^\d+,\d{1,2}$/.test(digits))
    return `"${digits}" has a comma before its decimals. Write ${digits.replace(',', '.')}.`;
  if (
    /^[1-9]\d{0,2}(?:[.'’]\d{3})+$/.test(digits) ||
    /^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/.test(digits)
  ) {
    const [whole = '', decimals] = digits.split(',');
    return `"${digits}" is not grouped as it is here. Write ${formatAmount(Number(whole.replace(/\D/g, '')), { kind: 'count' })}${decimals ? `.${decimals}` : ''}.`;
  }
  return /^(?:\d+\s?)?[⅓⅔⅙⅚⅐⅑]$/.test(digits)
    ? 'The fraction has no end in decimals. Give it in words: two-thirds.'
    : `"${digits}" cannot be read as one number. Write digits with commas between the thousands and a point before decimals: 1,234.5.`;
}
