/**
 * Letters that none of the site's faces has: a share picture or the files of a chart could not be drawn with them, and a reader
 * without a font of his own would see boxes.
 */
import { createFinding, type Span } from '../../library/findings.ts';
import { findUndrawnLetter } from '../../library/drawn-letters.ts';
import { listRecords } from '../../library/list-records.ts';
import { type YamlPath, type YamlRecord } from '../../library/yaml/read-yaml.ts';
import type { SourceText } from '../../library/source-text.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';

export const checkLetters: Rule = (content) => {
  const { articles, pages, charts } = content;
  const texts = [...articles, ...pages].map(({ source }) => source);
  const tables = charts.flatMap(({ table }) => table?.source ?? []);
  return [...[...texts, ...tables].flatMap(checkText), ...listRecords(content).flatMap((file) => checkValue(file, file.value, []))];
};

/** The first such letter of each text: who typed one in a script has typed more of it. */
function checkText(source: SourceText): Finding[] {
  const found = findUndrawnLetter(source.text);
  return found ? [refuse(source, { start: found.index, end: found.index + found.letter.length }, found.letter)] : [];
}

/**
 * Not drawn into pictures: addresses, which are followed, and the words of others, which stay in their own script. A page prints
 * these with the fonts of whoever reads it.
 */
const passed = new Set(['url', 'original_url', 'archived', 'repository', 'wording', 'names', 'quotes']);

function checkValue(file: YamlRecord<unknown>, value: unknown, path: YamlPath): Finding[] {
  if (typeof value === 'string') {
    const found = findUndrawnLetter(value);
    if (!found) return [];
    const span = file.spanOf(path);
    // An escape stands in the file instead of the letter.
    const at = file.source.text.slice(span.start, span.end).indexOf(found.letter);
    const letter = { start: span.start + at, end: span.start + at + found.letter.length };
    return [refuse(file.source, at === -1 ? span : letter, found.letter)];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    passed.has(key) || (key === 'title' && 'language' in value)
      ? []
      : checkValue(file, inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function refuse(source: SourceText, span: Span, letter: string): Finding {
  const code = `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return createFinding(source, span, {
    rule: 'letter',
    level: 'error',
    message: `The typefaces of the site have no “${letter}” (${code}): they hold Latin, Greek, Cyrillic and Arabic letters.`,
    fix: /\p{Emoji_Presentation}|\p{So}/u.test(letter)
      ? 'Take it out, or say it in words.'
      : 'Spell the words in Latin letters, or translate them and say of which language they are.',
  });
}
