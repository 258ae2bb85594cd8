/**
 * Characters that are invisible or look like others. They come with pasted text and break ids,
 * numbers and searches.
 */
import type { Finding } from '../../schema/finding.ts';
import { toAsciiDigits } from '../../schema/ascii-digits.ts';
import { createFinding } from '../findings.ts';
import type { SourceText } from '../source-text.ts';

type Problem = Pick<Finding, 'rule' | 'level' | 'message' | 'fix'>;

/** In these scripts joiners shape letters and are part of the spelling. */
const joined =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Syriac}\p{Extended_Pictographic}\uFE0F]/u;

/**
 * Characters that Unicode lists as not drawn, private and unassigned ones, and the blank Braille
 * cell.
 */
const hidden =
  /[\p{Cf}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800\uFFFC\uFFFD]/u;
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
  '034F': 'a mark that joins letters',
  '2800': 'an empty cell of Braille',
  FE0E: 'a mark that asks for another form of a sign',
  FE0F: 'a mark that asks for another form of a sign',
  FEFF: 'a byte order mark',
  FFFD: 'a sign for a letter that was lost',
  '00A0': 'a no-break space',
  '202F': 'a narrow no-break space',
};

const codeOf = (character: string) =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** "a zero-width space (U+200B)" */
function nameCharacter(character: string, otherwise: string): string {
  const code = codeOf(character);
  return `${names[code] ?? otherwise} (U+${code})`;
}

/** Reports every character in the file that is not what it looks like. */
export function findHiddenCharacters(source: SourceText): Finding[] {
  const foreign = listForeign(source.text);
  if (foreign === '') return [];
  return [
    ...(hidden.test(foreign) || oddSpace.test(foreign) ? findSingle(source) : []),
    ...(/\p{Nd}/u.test(foreign) ? findForeignDigits(source) : []),
    ...(lookalikes.test(foreign) ? findMixedWords(source) : []),
    ...(dressed.test(foreign) ? findDressedWords(source) : []),
    ...(/\p{M}/u.test(foreign) ? [...findDecomposed(source), ...findHeapedMarks(source)] : []),
  ];
}

/**
 * Each character beyond plain ASCII, once. They are few, and show which of the searches can find
 * anything.
 */
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

/** `before` is the part of the word before the character, `following` is the text after it. */
function judgeCharacter(character: string, before: string, following: string): Problem | undefined {
  if (oddSpace.test(character))
    return {
      rule: 'odd-space',
      level: 'warning',
      message: `This is ${nameCharacter(character, 'an unusual space')}, not an ordinary space.`,
      fix: 'Type an ordinary space in its place.',
    };
  if (
    /[\uFE0E\uFE0F]/.test(character) &&
    /\p{Extended_Pictographic}$/u.test(before) &&
    !/\d$/.test(before)
  )
    return undefined;
  const isJoiner = character === '\u200C' || character === '\u200D';
  if (isJoiner && joined.test(before.slice(-2)) && joined.test(following.slice(0, 2)))
    return undefined;
  if (character === '\uFFFD')
    return {
      rule: 'hidden-character',
      level: 'error',
      message: 'A letter was lost here when the file was saved or copied (U+FFFD).',
      fix: 'Write the letter again.',
    };
  if (/[\u2028\u2029]/.test(character))
    return {
      rule: 'hidden-character',
      level: 'error',
      message: `There is an invisible character here: ${nameCharacter(character, 'a character that is not printed')}.`,
      fix: 'Put a space in its place, or an empty line for a new paragraph.',
    };
  const word = `${before}${/^\S*/.exec(following)?.[0]}`.replace(
    new RegExp(hidden.source, 'gu'),
    '',
  );
  return {
    rule: 'hidden-character',
    level: 'error',
    message: `There is an invisible character here: ${nameCharacter(character, 'a character that is not printed')}.`,
    fix: word ? `Delete the whole word and type it again: ${word}` : 'Delete it.',
  };
}

/**
 * Numbers in digits of another script, or in wide digits. They look like numbers but cannot be
 * compared.
 */
function findForeignDigits(source: SourceText): Finding[] {
  return [...source.text.matchAll(/\p{Nd}(?:[\p{Nd},.٬٫]*\p{Nd})?/gu)].flatMap(
    ({ 0: number, index }) => {
      const ascii = toAsciiDigits(number);
      if (ascii === number) return [];
      return [
        createFinding(
          source,
          { start: index, end: index + number.length },
          {
            rule: 'mixed-letters',
            level: 'error',
            message: `The digits of "${number}" are not 0 to 9, so the check cannot read the number.`,
            fix: `Write ${ascii}`,
          },
        ),
      ];
    },
  );
}

const lookalikes = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;
/** Greek letters in the symbols of units: a micrometre, an ohm. */
const symbols = /[µμΩ]/u;

/** Words of Latin letters with a letter of another alphabet among them that looks the same. */
function findMixedWords(source: SourceText): Finding[] {
  return [...source.text.matchAll(/[\p{L}\p{M}\p{N}_-]+/gu)].flatMap(({ 0: word, index }) => {
    if (!/\p{Script=Latin}/u.test(word)) return [];
    // Parts that are joined by a hyphen may be in two languages.
    return [...word.matchAll(/[^-_]+/g)].flatMap(({ 0: part, index: at }) => {
      const letters = [...part];
      const odd = letters.find((letter) => lookalikes.test(letter) && !symbols.test(letter));
      if (odd === undefined || !/\p{Script=Latin}/u.test(part)) return [];
      const start = index + at + part.indexOf(odd);
      const alphabet = /\p{Script=Cyrillic}/u.test(odd)
        ? 'Cyrillic'
        : /\p{Script=Greek}/u.test(odd)
          ? 'Greek'
          : 'Armenian';
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

/**
 * Signs that look like letters or digits: mathematical, raised, small, wide and circled ones, Roman
 * numerals as one character, and the ligatures and Arabic presentation forms that come out of a
 * PDF.
 */
const dressed =
  /[\u{1D400}-\u{1D7CD}\uFB00-\uFB06\uFB50-\uFDC7\uFE70-\uFEFC\uFF21-\uFF3A\uFF41-\uFF5A\u2160-\u2188\u0132\u0133\u017F\u01C4-\u01CC\u01F1-\u01F3\u02B0-\u02B8\u02E0-\u02E4\u1D00-\u1D6A\u1D9B-\u1DBF\u2C7C\u2C7D\uA7F2-\uA7F4\u2071\u207F\u2090-\u209C\u2460-\u24FF\u2776-\u2793\u{1F100}-\u{1F189}]|(?=\p{L})[\u2100-\u2125\u2127-\u2129\u212C-\u214F]/u;

function findDressedWords(source: SourceText): Finding[] {
  const all = new RegExp(
    `(?:${dressed.source}|[\\p{L}\\p{M}\\p{N}])*(?:${dressed.source})(?:${dressed.source}|[\\p{L}\\p{M}\\p{N}])*`,
    'gu',
  );
  return [...source.text.matchAll(all)].map(({ 0: word, index }) => {
    const compatible = word.normalize('NFKC');
    return createFinding(
      source,
      { start: index, end: index + word.length },
      {
        rule: 'mixed-letters',
        level: 'error',
        message: `"${word}" has characters that only look like letters or digits, so neither search nor check can read it.`,
        fix:
          compatible === word || dressed.test(compatible)
            ? 'Delete the whole word and type it again.'
            : `Write ${compatible}`,
      },
    );
  });
}

/**
 * The most marks that a language puts on a letter, without those that are part of its character.
 */
const mostMarks = 2;

/** Reports marks without a letter, marks around a letter, and too many marks on one. */
function findHeapedMarks(source: SourceText): Finding[] {
  return [
    ...source.text.matchAll(
      /(.?)((?!\p{Default_Ignorable_Code_Point})\p{M}(?:(?!\p{Default_Ignorable_Code_Point})\p{M})*)/gsu,
    ),
  ].flatMap(({ 0: whole, 1: letter = '', 2: marks = '', index }) => {
    const left = [...(letter + marks).normalize('NFC')].filter((character) =>
      /\p{M}/u.test(character),
    ).length;
    const isLetter = /\p{L}/u.test(letter);
    if (isLetter && left <= mostMarks && !/\p{Me}/u.test(marks)) return [];
    const what = isLetter
      ? `The letter "${letter}" carries ${left} marks`
      : `There is an accent without a letter here (U+${codeOf(marks)})`;
    return [
      createFinding(
        source,
        { start: index, end: index + whole.length },
        {
          rule: 'mixed-letters',
          level: 'error',
          message: `${what}, so nobody can read the word.`,
          fix: 'Delete the whole word and type it again.',
        },
      ),
    ];
  });
}

/**
 * Letters written as a letter and a mark. They look like one character, but no search finds them.
 */
function findDecomposed(source: SourceText): Finding[] {
  return [...source.text.matchAll(/[\p{L}\p{M}]*\p{M}[\p{L}\p{M}]*/gu)].flatMap(
    ({ 0: word, index }) => {
      const composed = word.normalize('NFC');
      if (composed === word) return [];
      return [
        createFinding(
          source,
          { start: index, end: index + word.length },
          {
            rule: 'decomposed-letter',
            level: 'warning',
            message: `"${composed}" has a letter and its accent as two characters, so searches miss it.`,
            fix: `Write ${composed}`,
          },
        ),
      ];
    },
  );
}
