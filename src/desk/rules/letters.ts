/**
 * Reports letters that no typeface of the site has. Share pictures and the files of a chart could
 * not be drawn with them, and readers without a suitable font would see boxes.
 */
import { createFinding, type Span } from '../../library/findings.ts';
import { findUndrawnLetter } from '../../library/drawn-letters.ts';
import { listRecords } from '../../library/list-records.ts';
import type { YamlRecord } from '../../library/yaml/read-yaml.ts';
import type { SourceText } from '../../library/source-text.ts';
import type { Finding } from '../../schema/finding.ts';
import { walkTexts, type Meaning } from '../../schema/meaning.ts';
import { getFieldsOfFile } from '../../schema/records.ts';
import type { Rule } from './rule.ts';

export const checkLetters: Rule = (content) => {
  const { articles, pages, charts } = content;
  const texts = [...articles, ...pages].map(({ source }) => source);
  const tables = charts.flatMap(({ table }) => table?.source ?? []);
  return [...[...texts, ...tables].flatMap(checkText), ...listRecords(content).flatMap(checkFile)];
};

/** Reports only the first such letter of each text, because a text in another script has many. */
function checkText(source: SourceText): Finding[] {
  const found = findUndrawnLetter(source.text);
  return found
    ? [refuse(source, { start: found.index, end: found.index + found.letter.length }, found.letter)]
    : [];
}

/**
 * Skips what is not drawn into pictures: addresses and other data, quoted words, which stay in
 * their own script, and titles with their own language. Pages print these with the reader's fonts.
 */
function checkFile(file: YamlRecord<unknown>): Finding[] {
  // Most files hold only letters that can be drawn, and no escape in place of one.
  if (!file.source.text.includes('\\') && !findUndrawnLetter(file.source.text)) return [];
  const isForeign = ({ holds }: Meaning) =>
    holds === 'name' &&
    typeof file.value === 'object' &&
    file.value !== null &&
    'language' in file.value;
  return [...walkTexts(file.value, getFieldsOfFile(file.source.path))].flatMap(
    ({ path, text, meaning }) => {
      if (!meaning || meaning.holds === 'data' || meaning.holds === 'foreign') return [];
      if (path[0] === 'title' && isForeign(meaning)) return [];
      const found = findUndrawnLetter(text);
      if (!found) return [];
      const span = file.spanOf(path);
      // The file may hold an escape instead of the letter.
      const at = file.source.text.slice(span.start, span.end).indexOf(found.letter);
      const letter = { start: span.start + at, end: span.start + at + found.letter.length };
      return [refuse(file.source, at === -1 ? span : letter, found.letter)];
    },
  );
}

function refuse(source: SourceText, span: Span, letter: string): Finding {
  const code = `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return createFinding(source, span, {
    rule: 'letter',
    level: 'error',
    message: `The typefaces of the site have no “${letter}” (${code}): they hold Latin, Greek, Cyrillic and Arabic letters.`,
    fix: adviseLetter(source.text, span, letter),
  });
}

/** Suggests what to write instead, in signs that can be drawn if there are such. */
function adviseLetter(text: string, { start, end }: Span, letter: string): string {
  const before = /[\p{L}\p{M}]*$/u.exec(text.slice(Math.max(0, start - 60), start))?.[0] ?? '';
  const word = `${before}${letter}${/^[\p{L}\p{M}]*/u.exec(text.slice(end, end + 60))?.[0]}`;
  // A letter and its combining mark, which are two characters in the file.
  const composed = word.normalize('NFC');
  if (/\p{M}/u.test(letter) && composed !== word && !findUndrawnLetter(composed))
    return `Write ${composed}`;
  if (/\p{Emoji_Presentation}|\p{So}/u.test(letter)) return 'Delete it, or say it in words.';
  const compatible = letter.normalize('NFKC').replace('\u2044', '/');
  if (compatible !== letter && !findUndrawnLetter(compatible)) return `Write ${compatible}`;
  return /\p{L}|\p{M}/u.test(letter)
    ? 'Spell the words in Latin letters, or translate them and say of which language they are.'
    : 'Say it in words.';
}
