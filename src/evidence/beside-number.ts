/**
 * Signs so close to a number's brackets that they change the number: a minus before them, a per
 * cent sign after them.
 */
import { isCurrency } from '../schema/currency.ts';
import type { HedgeOutside } from './hedges.ts';
import { minusSigns } from './number-tokens.ts';

/** Marks of emphasis: nothing else may be between the sign and the brackets. */
const emphasis = /[*_]{1,3}$/;

const before: RegExp[] = [
  // A dash between two words is not a minus.
  new RegExp(
    String.raw`(?:(?<![\p{L}\p{N}*_)\]])[${minusSigns}]|(?<=[\p{L}\p{N}])[-−‑﹣－])$|\b(?:minus|negative|twice|thrice|double|triple|treble|quadruple)\s(?:the\s)?$`,
    'iu',
  ),
  /(?:US|CA|AU|NZ|HK|[AC])?\p{Sc}\s?$/u,
  /[~≈∼<>≤≥±=]\s?$|[+#]$/u,
  /[\p{N}][.,'’]?$|(?<=^|[\s("“‘])[.,]$/u,
];
const behind: RegExp[] = [
  /^\s?(?:%|‰|°)|^\s?per\s?cent\b|^\s?percentage points?\b/iu,
  /^\s?\p{Sc}/u,
  /^[\p{N}+^]|^[.,'’]\d/u,
  /^(?:\s|-)?(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)s?\b/iu,
  /^-?(?:fold|odd|ish|plus)\b|^\s?×(?!\s?\p{L})/iu,
  /^ and (?:an? )?(?:half|quarter|third|three quarters)\b/iu,
];
/**
 * Letters directly after brackets that end in a word, [40 vans](num:…)k, and letters directly
 * before brackets, x[40](num:…).
 */
const stuckToWord = /^(?!s\b|['’]s\b)\p{L}+/u;
const stuckBefore = /(?<![\p{L}\p{N}])\p{L}+$/u;
/** Letters directly after brackets that end in a digit or a per cent sign: [40](num:…)k. */
const stuckBehind = /^\p{L}+/u;
const code = /(?<![\p{L}\p{N}])([A-Z]{3})\s?$/u;
const codeBehind = /^\s?([A-Z]{3})(?![\p{L}\p{N}])/u;

/** The sign at the end of `text`, in front of brackets. */
export function findChangeBefore(text: string): HedgeOutside | undefined {
  const clean = text.replace(/\s/g, ' ').replace(emphasis, '');
  for (const pattern of [...before, stuckBefore]) {
    const match = pattern.exec(clean);
    if (match) return place(match[0], match.index);
  }
  const money = code.exec(clean);
  return money?.[1] !== undefined && isCurrency(money[1].toLowerCase())
    ? place(money[0], money.index)
    : undefined;
}

/** The sign at the start of `text`, after brackets that end in `words`. */
export function findChangeBehind(text: string, words: string): HedgeOutside | undefined {
  const marks = /^[*_]{0,3}/.exec(text)?.[0].length ?? 0;
  const clean = text.slice(marks).replace(/\s/g, ' ');
  const patterns = [...behind, /[\d%]$/.test(words.trim()) ? stuckBehind : stuckToWord];
  for (const pattern of patterns) {
    const match = pattern.exec(clean);
    if (match) return place(match[0], marks);
  }
  const money = codeBehind.exec(clean);
  return money?.[1] !== undefined && isCurrency(money[1].toLowerCase())
    ? place(money[0], marks)
    : undefined;
}

/** Returns the sign without the spaces around it. */
function place(written: string, index: number): HedgeOutside {
  const words = written.trim();
  return { words, index: index + written.indexOf(words) };
}
