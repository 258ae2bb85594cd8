/**
 * Finds lists that are written as empty, [], but have entries, because somebody added the first one
 * and left the brackets.
 */
import { parseDocument } from 'yaml';
import type { Span } from '../findings.ts';

const empty = String.raw`\[\s*\]|\{\s*\}|null|~|(?:none|empty|nothing)(?=[ \t]*(?:#|$))`;
/** The brackets alone on a line, or after the name of a field; a note may follow. */
const alone = new RegExp(String.raw`^[ \t]*(${empty})[ \t]*,?[ \t]*(?:#[^\n]*)?$`, 'gm');
const ofField = new RegExp(
  String.raw`^([ \t]*)(?:- +)?[\w-]+:[ \t]+(${empty})[ \t]*,?[ \t]*(?:#[^\n]*)?$`,
  'gm',
);
/** Before the first entry, on the same line. */
const before = /^(\[[ \t]*\])[ \t]*(?=- )/gm;

/** Each pair of brackets that makes `text` unreadable. */
export function findEmptyLists(text: string): Span[] {
  const found = [
    ...listMatches(alone, text).filter(
      ({ match, end }) => isEntry(readBelow(text, end)) || isBehindEntries(text, match.index),
    ),
    ...listMatches(ofField, text).filter(({ match, end }) => {
      const below = readBelow(text, end);
      const [indent, own] = [below.search(/\S/), match[1]?.length ?? 0];
      return isEntry(below) ? indent >= own : indent > own && /^\s+[\w-]+:(?:\s|$)/.test(below);
    }),
    ...listMatches(before, text),
  ].map(({ start, end }) => ({ start, end }));
  if (found.length === 0 || isReadable(text)) return [];
  return found.sort((a, b) => a.start - b.start);
}

/** The text without these brackets, and without the lines that this leaves empty. */
export function dropEmptyLists(text: string): { text: string; lines: number[] } {
  const spans = findEmptyLists(text);
  const lines = spans.map(({ start }) => text.slice(0, start).split('\n').length);
  const rest = spans.reduceRight((left, { start, end }) => {
    const [lineStart, lineEnd] = [left.lastIndexOf('\n', start - 1) + 1, left.indexOf('\n', end)];
    const isAlone =
      !left.slice(lineStart, start).trim() &&
      !left.slice(end, lineEnd === -1 ? undefined : lineEnd).trim();
    return isAlone && lineEnd !== -1
      ? left.slice(0, lineStart) + left.slice(lineEnd + 1)
      : left.slice(0, start).trimEnd() +
          (left.slice(0, start).endsWith('\n') ? '\n' : '') +
          left.slice(end).replace(/^[ \t]*,?[ \t]*(?=- )/, '');
  }, text);
  return { text: rest, lines };
}

type Match = { match: RegExpExecArray; start: number; end: number };

function listMatches(pattern: RegExp, text: string): Match[] {
  return [...text.matchAll(pattern)].map((match) => {
    const signs = match.at(-1) ?? '';
    const start =
      match.index +
      match[0].indexOf(signs, match[0].search(/[[{~]|(?:null|none|empty|nothing)[^\n]*$/));
    return { match, start, end: start + signs.length };
  });
}

const isEntry = (line: string) => /^\s*-(?:\s|$)/.test(line);

/** The first line after `from` that is not empty or a comment. */
function readBelow(text: string, from: number): string {
  const lines = text.slice(from).split('\n').slice(1);
  return lines.find((line) => line.trim() !== '' && !/^\s*#/.test(line)) ?? '';
}

/** Whether the brackets follow the last entry, on a separate line. */
function isBehindEntries(text: string, at: number): boolean {
  return (
    /^- /m.test(text.slice(0, at)) && /^[[{]/.test(text.slice(at)) && readBelow(text, at) === ''
  );
}

const isReadable = (text: string) =>
  parseDocument(text, { schema: 'core', prettyErrors: false }).errors.length === 0;
