/**
 * The subset of Markdown that text fields may hold: links to numbers and sources, other links,
 * *emphasis* and <Plain>freed numbers</Plain>. Articles are parsed by the MDX parser; this is for
 * titles, notes and the like.
 */
import { tagFor } from '../schema/author-tags.ts';
import { findAll } from './find-all.ts';

export type Run =
  | { kind: 'text' | 'emphasis' | 'freed'; text: string; index: number; length: number }
  | { kind: 'number'; text: string; ref: string; index: number; length: number }
  | { kind: 'source'; text: string; id: string; index: number; length: number }
  | { kind: 'link'; text: string; href: string; index: number; length: number };

const pattern = new RegExp(
  `\\[([^\\]]+)\\]\\(([^)\\s]+)\\)|<${tagFor.freed}>(.*?)</${tagFor.freed}>|\\*([^*\\s][^*]*?)\\*`,
  'gs',
);

/**
 * Splits a text into runs, in order. `index` and `length` give the position of each, brackets
 * included.
 */
export function parseInline(text: string): Run[] {
  if (!/[[<*]/.test(text))
    return text === '' ? [] : [{ kind: 'text', text, index: 0, length: text.length }];
  const runs: Run[] = [];
  let end = 0;
  for (const match of findAll(pattern, text)) {
    if (match.index > end)
      runs.push({
        kind: 'text',
        text: text.slice(end, match.index),
        index: end,
        length: match.index - end,
      });
    runs.push(toRun(match));
    end = match.index + match[0].length;
  }
  if (end < text.length)
    runs.push({ kind: 'text', text: text.slice(end), index: end, length: text.length - end });
  return runs;
}

function toRun(match: RegExpExecArray): Run {
  const [whole, label, target, freed, emphasis] = match;
  const where = { index: match.index, length: whole.length };
  if (label === undefined || target === undefined) {
    return freed === undefined
      ? { kind: 'emphasis', text: emphasis ?? '', ...where }
      : { kind: 'freed', text: freed, ...where };
  }
  if (target.startsWith('num:'))
    return { kind: 'number', text: label, ref: target.slice(4), ...where };
  if (target.startsWith('source:'))
    return { kind: 'source', text: label, id: target.slice(7), ...where };
  return { kind: 'link', text: label, href: target, ...where };
}

/** The words alone, for titles in the browser's tab, alternative texts and files. */
export function toPlainText(text: string): string {
  return parseInline(text)
    .map((run) => run.text)
    .join('');
}
