/** Numbers in words that count nothing: aged twelve, ten years ago, at eleven, page twenty. */
import { references } from './free-references.ts';
import { small, tens } from './number-tokens.ts';

const blank = (match: string) => ' '.repeat(match.length);

const cardinalWords = [
  ...small.slice(10),
  ...tens.map((ten) => `${ten}(?:-(?:${small.slice(1, 10).join('|')}))?`),
];

const cardinal = `(?:${cardinalWords.join('|')})`;

const capitalised = `(?:${cardinalWords.map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join('|')})`;

const inWords: RegExp[] = [
  /\bjury of twelve\b/giu,
  /\b(?:eighteen|nineteen|twenty)[ -](?:hundreds|tens|(?:twen|thir|for|fif|six|seven|eigh|nine)ties)\b/giu,
  new RegExp(
    String.raw`\b(?:aged?|age of|turn(?:s|ed|ing)?) ${cardinal}\b|\b${cardinal}[\s-](?:years?|months?|weeks?|days?)[\s-]olds?\b`,
    'giu',
  ),
  new RegExp(
    String.raw`\b${cardinal} (?:years?|months?|weeks?|days?|hours?|minutes?|decades?|centuries) (?:ago|later|earlier|before|after|back|previously)\b`,
    'giu',
  ),
  new RegExp(
    String.raw`\b(?:half |quarter |five |ten |twenty )(?:past|to) ${cardinal}\b|\b${cardinal} o['’]clock\b`,
    'giu',
  ),
  new RegExp(
    String.raw`\bat ${cardinal}(?=[,.;:!?)]|$| (?:he|she|a\.m\.|p\.m\.|am\b|pm\b|at night|sharp|in the (?:morning|evening|afternoon)))`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:${references.replace('#|№|', '').replace('§{1,2}|', '')}|top) ${cardinal}\b`,
    'giu',
  ),
  // A name: the Twelve Imams. Not at the beginning of a sentence, which has a capital too.
  new RegExp(String.raw`(?<=\p{Ll}['’]? )(?:${capitalised})(?![\p{L}-])`, 'gu'),
];

/** What all of these hold, for a quick test, because most texts have no such word. */
const anyCardinal = new RegExp(
  String.raw`\b(?:${small.slice(10).join('|')}|${tens.map((ten) => ten.slice(0, -1)).join('|')})`,
  'iu',
);

/** The text with spaces in place of the numbers in words that count nothing. */
export function blankWords(text: string): string {
  if (!anyCardinal.test(text)) return text;
  return inWords.reduce((rest, pattern) => rest.replace(pattern, blank), text);
}
