/** Characters that nobody sees, or that look like others: they come with pasted text and break ids, numbers and searches. */
import type { Finding } from '../schema/finding.ts';
import { createFinding } from './read-yaml.ts';
import type { SourceText } from './source-text.ts';

type Problem = Pick<Finding, 'rule' | 'level' | 'message' | 'fix'>;

/** Joiners shape letters in these scripts and are part of the spelling. */
const joined = /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Syriac}\p{Extended_Pictographic}\uFE0F]/u;

const hidden = /[\p{Cf}\p{Co}\p{Cn}\u2028\u2029\u115F\u1160\u3164\uFFA0\uFFFC\uFFFD]/u;
const oddSpace = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/u;

const names: Record<string, string> = {
  '00AD': 'a soft hyphen',
  '200B': 'a zero-width space',
  '200C': 'a zero-width non-joiner',
  '200D': 'a zero-width joiner',
  '200E': 'a left-to-right mark',
  '200F': 'a right-to-left mark',
  '2028': 'a line separator',
  '2029': 'a paragraph separator',
  '202A': 'a mark that turns the direction of writing',
  '202B': 'a mark that turns the direction of writing',
  '202C': 'a mark that turns the direction of writing',
  '202D': 'a mark that turns the direction of writing',
  '202E': 'a mark that turns the direction of writing',
  '2060': 'a word joiner',
  '2066': 'a mark that turns the direction of writing',
  '2067': 'a mark that turns the direction of writing',
  '2068': 'a mark that turns the direction of writing',
  '2069': 'a mark that turns the direction of writing',
  FEFF: 'a byte order mark',
  FFFD: 'a sign for a letter that was lost',
  '00A0': 'a no-break space',
  '202F': 'a narrow no-break space',
};

const codeOf = (character: string) => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** "a zero-width space (U+200B)" */
function nameCharacter(character: string, otherwise: string): string {
  const code = codeOf(character);
  return `${names[code] ?? otherwise} (U+${code})`;
}

/** Everything in the file that is not what it looks like, in order. */
export function findHiddenCharacters(source: SourceText): Finding[] {
  const foreign = listForeign(source.text);
  if (foreign === '') return [];
  return [
    ...(hidden.test(foreign) || oddSpace.test(foreign) ? findSingle(source) : []),
    ...(/\p{Nd}/u.test(foreign) ? findForeignDigits(source) : []),
    ...(lookalikes.test(foreign) ? findMixedWords(source) : []),
    ...(/\p{M}/u.test(foreign) ? findDecomposed(source) : []),
  ];
}

/** Each character that no typewriter has, once: they are few, and tell which of the four can find anything. */
function listForeign(text: string): string {
  const codes = new Set<number>();
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if ((code >= 0x20 && code <= 0x7e) || code === 0x0a || code === 0x09) continue;
    const whole = text.codePointAt(index) ?? code;
    codes.add(whole);
    if (whole !== code) index += 1;
  }
  return String.fromCodePoint(...codes);
}

function findSingle(source: SourceText): Finding[] {
  const { text } = source;
  const all = new RegExp(`${hidden.source}|${oddSpace.source}`, 'gu');
  return [...text.matchAll(all)].flatMap(({ 0: character, index }) => {
    const end = index + character.length;
    const problem = judgeCharacter(
      character,
      /\S*$/.exec(text.slice(Math.max(0, index - 60), index))?.[0] ?? '',
      text.slice(end, end + 60),
    );
    return problem ? [createFinding(source, { start: index, end }, problem)] : [];
  });
}

/** `before` is the part of the word that stands before the character, `following` what comes after it. */
function judgeCharacter(character: string, before: string, following: string): Problem | undefined {
  if (oddSpace.test(character))
    return {
      rule: 'odd-space',
      level: 'warning',
      message: `Here stands ${nameCharacter(character, 'an unusual space')}, which looks like a space and is none.`,
      fix: 'Type an ordinary space in its place.',
    };
  const isJoiner = character === '\u200C' || character === '\u200D';
  if (isJoiner && joined.test(before.slice(-2)) && joined.test(following.slice(0, 2))) return undefined;
  if (character === '\uFFFD')
    return {
      rule: 'hidden-character',
      level: 'error',
      message: 'A letter was lost here when the file was saved or copied (U+FFFD).',
      fix: 'Write the letter again.',
    };
  const word = `${before}${/^\S*/.exec(following)?.[0]}`.replace(new RegExp(hidden.source, 'gu'), '');
  return {
    rule: 'hidden-character',
    level: 'error',
    message: `Here stands ${nameCharacter(character, 'a character that is not printed')}, which nobody sees.`,
    fix: word ? `Delete the whole word and type it again: ${word}` : 'Delete it.',
  };
}

/** Numbers in digits of another script, or wide ones: they look like numbers, and nothing can compare them. */
function findForeignDigits(source: SourceText): Finding[] {
  return [...source.text.matchAll(/\p{Nd}(?:[\p{Nd},.]*\p{Nd})?/gu)].flatMap(({ 0: number, index }) => {
    const plain = number.replace(/\p{Nd}/gu, toDigit);
    if (plain === number) return [];
    return [
      createFinding(
        source,
        { start: index, end: index + number.length },
        {
          rule: 'mixed-letters',
          level: 'error',
          message: `The digits of "${number}" are none of 0 to 9, so nothing can compare the number.`,
          fix: `Write ${plain}`,
        },
      ),
    ];
  });
}

/** The digit among 0 to 9 that a decimal digit of any script stands for: each script has its ten in a row. */
function toDigit(character: string): string {
  const compatible = character.normalize('NFKC');
  if (/^[0-9]$/.test(compatible)) return compatible;
  const code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

const lookalikes = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;
/** Greek letters that stand for quantities: a micrometre, an ohm. */
const symbols = /[µμΩ]/u;

/** Words of Latin letters with a letter of another alphabet among them that looks the same. */
function findMixedWords(source: SourceText): Finding[] {
  return [...source.text.matchAll(/[\p{L}\p{M}\p{N}_-]+/gu)].flatMap(({ 0: word, index }) => {
    if (!/\p{Script=Latin}/u.test(word)) return [];
    // Parts that hyphens join may be of two languages.
    return [...word.matchAll(/[^-_]+/g)].flatMap(({ 0: part, index: at }) => {
      const letters = [...part];
      const odd = letters.find((letter) => lookalikes.test(letter) && !symbols.test(letter));
      if (odd === undefined || !/\p{Script=Latin}/u.test(part)) return [];
      const start = index + at + part.indexOf(odd);
      const alphabet = /\p{Script=Cyrillic}/u.test(odd) ? 'Cyrillic' : /\p{Script=Greek}/u.test(odd) ? 'Greek' : 'Armenian';
      return [
        createFinding(
          source,
          { start, end: start + odd.length },
          {
            rule: 'mixed-letters',
            level: 'error',
            message: `The word "${part}" holds the ${alphabet} letter "${odd}" (U+${codeOf(odd)}) among Latin ones.`,
            fix: 'Delete the whole word and type it again.',
          },
        ),
      ];
    });
  });
}

/** Letters written as a letter and a mark: they look the same as one, and no search finds them. */
function findDecomposed(source: SourceText): Finding[] {
  return [...source.text.matchAll(/[\p{L}\p{M}]*\p{M}[\p{L}\p{M}]*/gu)].flatMap(({ 0: word, index }) => {
    const composed = word.normalize('NFC');
    if (composed === word) return [];
    return [
      createFinding(
        source,
        { start: index, end: index + word.length },
        {
          rule: 'decomposed-letter',
          level: 'warning',
          message: `"${composed}" is written with a letter and a separate mark, so no search finds it.`,
          fix: `Write ${composed}`,
        },
      ),
    ];
  });
}
