/**
 * Parses YAML and reports each syntax error once. After an error the parser continues, but misreads
 * what follows. So the line is replaced by plain words and the text is parsed again.
 */
import { parseDocument, type Document } from 'yaml';
import type { Span } from '../findings.ts';
import { findEmptyLists } from './empty-list.ts';
import { lineAround, beginning, readLine, indentOf } from './yaml-lines.ts';
import { explain } from './explain-error.ts';

export type YamlMistake = {
  span: Span;
  message: string;
  fix: string;
  /** The lines that could not be read as intended. */
  lines: Span;
};

export type ParsedYaml = {
  document: Document.Parsed;
  mistakes: YamlMistake[];
  /** False if some of the text could not be read at all. */
  isWhole: boolean;
};

/** No value is converted, and errors are reported in our words. */
export const parseOptions = {
  schema: 'core',
  uniqueKeys: false,
  strict: true,
  prettyErrors: false,
  merge: false,
} as const;

/** The most runs of the parser, each of which reports several errors. */
const maximumRuns = 10;

/** The most characters to parse in all runs together, to limit the time. */
const maximumWork = 100_000;

/** A file with more mistakes is not a record at all. */
const maximumMistakes = 100;

/**
 * Parses `text`, which begins at character `offset` of its file. Positions of errors are those in
 * the file. `listKeys` gives the names of possible fields.
 */
export function parseYaml(text: string, offset: number, listKeys: () => string[]): ParsedYaml {
  const mistakes: YamlMistake[] = [];
  let readable = text;
  for (const { start, end } of findEmptyLists(text)) {
    const lines = lineAround(text, start);
    const signs = text.slice(start, end).replace(/\s/g, '');
    mistakes.push({
      message: `The list is written as empty, ${signs}, but it has an entry.`,
      fix: `Delete ${signs} and keep the entry, or run: npm run check -- --fix`,
      span: { start: start + offset, end: end + offset },
      lines: { start: lines.start + offset, end: lines.end + offset },
    });
    // The other fields of an entry on the same line would have too little indentation.
    if (/^[ \t]*- /.test(text.slice(end)))
      return { document: parseDocument(''), mistakes, isWhole: false };
    readable =
      readable.slice(0, start) +
      text.slice(start, end).replace(/[^\n]/g, ' ') +
      readable.slice(end);
  }
  for (let runs = 1; ; runs++) {
    const document = parseDocument(readable, parseOptions);
    if (document.errors.length === 0) return { document, mistakes, isWhole: true };
    for (const error of document.errors) {
      const { at, isField, readAs, isLast, ...words } = explain(document, text, error, listKeys);
      const { start, end } = lineAround(text, at);
      const lines = { start: start + offset, end: end + offset };
      // After a reported error, the parser may be wrong about the lines above it and about its own
      // line.
      const follows = mistakes.some(
        (other) =>
          other.lines.start === lines.start || (runs > 1 && other.lines.start > lines.start),
      );
      if (follows) return { document, mistakes, isWhole: false };
      mistakes.push({
        ...words,
        span: {
          start: at + offset,
          end: Math.max(at + 1, Math.min(error.pos[1], at + 40)) + offset,
        },
        lines,
      });
      if (isLast) return { document, mistakes, isWhole: false };
      const covered =
        readAs ??
        (isField
          ? coverField(text, end, readable.slice(start, end))
          : readAsWords(readable.slice(start, end)));
      if (covered === undefined) return { document, mistakes, isWhole: false };
      readable = readable.slice(0, start) + covered + readable.slice(end);
      // After any other error, the parser is wrong about what follows.
      if (isField || error.code !== 'BLOCK_AS_IMPLICIT_KEY' || mistakes.length === maximumMistakes)
        break;
    }
    if (
      runs === maximumRuns ||
      (runs + 1) * text.length > maximumWork ||
      mistakes.length === maximumMistakes
    )
      return { document, mistakes, isWhole: false };
  }
}

/**
 * The line with its value as plain words, character for character; undefined if the value is plain
 * already.
 */
function readAsWords(line: string): string | undefined {
  const before = beginning.exec(line)?.[0] ?? '';
  const value = line.slice(before.length);
  const masked = value
    .replace(/^[^\p{L}\p{N}\s]/u, 'x')
    .replace(/:(?=\s|$)/g, 'x')
    .replace(/(?<=\s)#/g, 'x');
  return masked === value ? undefined : before + masked;
}

/** An empty line of the same length; undefined if lines below belong to it. */
function coverField(text: string, end: number, line: string): string | undefined {
  const following = readLine(text, end + 1);
  return following.trim() !== '' && indentOf(following) > indentOf(line.trimEnd())
    ? undefined
    : ' '.repeat(line.length);
}
