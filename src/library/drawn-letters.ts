/**
 * Which letters the typefaces of the site can draw, from a recorded list, because reading the fonts
 * takes longer than the whole check.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Ranges of code points that at least one typeface has, as `20-7E`, one a line.
 * tests/unit/library/drawn-letters.test.ts records and compares them.
 */
const recorded = join(import.meta.dirname, 'data/letters.txt');

let ranges: RegExp | undefined;

/**
 * The first letter of `text` that no face can draw, and its position in UTF-16 units. White space
 * and invisible characters do not count, nor do digits and replacement characters, which other
 * rules report.
 */
export function findUndrawnLetter(text: string): { letter: string; index: number } | undefined {
  ranges ??= new RegExp(
    `[^\\s\\p{C}\\p{Nd}\\p{Default_Ignorable_Code_Point}\\uFFFD${readRanges()}]`,
    'u',
  );
  const found = ranges.exec(text);
  return found ? { letter: found[0], index: found.index } : undefined;
}

function readRanges(): string {
  const lines = readFileSync(recorded, 'utf8').trim().split('\n');
  return lines
    .map((line) =>
      line
        .split('-')
        .map((code) => `\\u{${code}}`)
        .join('-'),
    )
    .join('');
}

/** Formats code points as lines of that file. */
export function formatLetters(codes: Iterable<number>): string {
  const spans: [number, number][] = [];
  for (const code of [...new Set(codes)].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last?.[1] === code - 1) last[1] = code;
    else spans.push([code, code]);
  }
  const hex = (code: number) => code.toString(16).toUpperCase();
  return (
    spans.map(([from, to]) => (from === to ? hex(from) : `${hex(from)}-${hex(to)}`)).join('\n') +
    '\n'
  );
}
