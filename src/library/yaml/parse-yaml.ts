/**
 * Parses YAML and reports each syntax error once. After an error the parser reads on, but not as
 * the writer meant it. So the line is replaced by plain words and the text parsed again, to judge
 * what follows as it was written.
 */
import { parseDocument, visit, type Document } from 'yaml';
import type { Span } from '../findings.ts';
import { findEmptyLists } from './empty-list.ts';

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

/** Each costs a run of the parser, which reports several errors together. */
const maximumRuns = 10;
/** The most characters to parse in all runs together, to limit the time. */
const maximumWork = 100_000;
/** A file with more of them is not a record at all. */
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
      message: `The list is written as empty, ${signs}, and it has an entry.`,
      fix: `Delete ${signs} and keep the entry, or run: npm run check -- --fix`,
      span: { start: start + offset, end: end + offset },
      lines: { start: lines.start + offset, end: lines.end + offset },
    });
    // The fields of an entry in the same line would be too far to the left.
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
      const { at, isField, readAs, ...words } = explain(document, text, error, listKeys);
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

type YamlError = Document.Parsed['errors'][number];

function lineAround(text: string, at: number): Span {
  const end = text.indexOf('\n', at);
  return {
    start: at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1,
    end: end === -1 ? text.length : end,
  };
}

/** The part of a line before its value: hyphens, and the name of its field. */
const beginning = /^\s*(?:- +)*(?:[\w-]+:(?: +|$))?/;

/**
 * The line with its value as plain words, character for character; undefined if it has nothing that
 * is not plain.
 */
function readAsWords(line: string): string | undefined {
  const before = beginning.exec(line)?.[0] ?? '';
  const value = line.slice(before.length);
  const plain = value
    .replace(/^[^\p{L}\p{N}\s]/u, 'x')
    .replace(/:(?=\s|$)/g, 'x')
    .replace(/(?<=\s)#/g, 'x');
  return plain === value ? undefined : before + plain;
}

/** An empty line of the same length; undefined if lines below belong to it. */
function coverField(text: string, end: number, line: string): string | undefined {
  const following = readLine(text, end + 1);
  return following.trim() !== '' && indentOf(following) > indentOf(line.trimEnd())
    ? undefined
    : ' '.repeat(line.length);
}

type Words = { message: string; fix: string };

const quoteAll = 'Put the whole text in double quotes.';
const help: Record<string, Words> = {
  TAB_AS_INDENT: {
    message: 'The line is indented with a tab.',
    fix: 'Indent with spaces, two for each level.',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'This line names no field: it has no colon.',
    fix: 'Write name: value; or indent it by two spaces below >- if it goes on with the text above.',
  },
  BAD_INDENT: {
    message: 'The indentation does not fit the lines above.',
    fix: 'Indent with two spaces for each level.',
  },
  MISSING_CHAR: {
    message: 'A quotation mark or bracket is not closed, or a colon is missing.',
    fix: 'Close the text with the same mark it began with.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'A colon in this text makes it look like a key.',
    fix: quoteAll,
  },
  MULTIPLE_DOCS: {
    message: 'A line of --- or ... ends the record here, and more stands below.',
    fix: 'Delete the line.',
  },
};

/**
 * `at` is the place of the error, which may be before the place where the parser gave up. `isField`
 * is set if the whole line is wrong and not only its text. `readAs` is the line as intended,
 * character for character.
 */
function explain(
  document: Document.Parsed,
  text: string,
  error: YamlError,
  listKeys: () => string[],
): Words & { at: number; isField?: true; readAs?: string } {
  const [at] = error.pos;
  const quotation = findOpenQuotation(document, text, error);
  if (quotation !== undefined)
    return {
      at: quotation,
      ...explainText(text, quotation, help.MISSING_CHAR),
      message: 'This quotation mark is not closed.',
    };
  const bracket = /^Flow .* end with a (.)$/.exec(error.message)?.[1];
  const open = bracket === undefined ? -1 : text.lastIndexOf(bracket === ']' ? '[' : '{', at - 1);
  if (open !== -1)
    return {
      at: open,
      message: `The bracket ${text.charAt(open)} is not closed.`,
      fix: `Write ${bracket} where it ends.`,
    };
  const line = readLine(text, at);
  const [, indent = '', entry] = /^(\s*)[*•◦▪‣·–—](\s+\S.*)$/.exec(line) ?? [];
  if (entry !== undefined)
    return {
      at,
      isField: true,
      readAs: `${indent}-${entry}`,
      message: 'An entry of a list begins with a hyphen and a space.',
      fix: `Write -${entry}`,
    };
  const following = text.slice(lineAround(text, at).end + 1);
  const isPlain = !/:(?:\s|$)/.test(line.slice(beginning.exec(line)?.[0].length));
  if (
    error.code === 'BLOCK_AS_IMPLICIT_KEY' &&
    isPlain &&
    /^\s+[\w-]+:(?:\s|$)/.test(following) &&
    indentOf(following) > indentOf(line)
  ) {
    const field = readLine(following, 0).trim();
    return {
      isField: true,
      at: lineAround(text, at).end + 1,
      message: 'The field is indented further than the one above it.',
      fix:
        indentOf(line) === 0
          ? `Write ${field} at the beginning of the line.`
          : 'Indent both of them alike.',
    };
  }
  const field = explainField(line.trim(), error, listKeys);
  if (field) return { at, isField: true, ...field };
  const isField = /^(?:TAB_AS_INDENT|BAD_INDENT|MULTIPLE_DOCS|MULTILINE_IMPLICIT_KEY)$/.test(
    error.code,
  );
  return { at, ...(isField && { isField }), ...explainText(text, at, help[error.code], error) };
}

/** A line that was meant as a field but is not one. */
function explainField(
  line: string,
  { code, message: failure }: YamlError,
  listKeys: () => string[],
): Words | undefined {
  if (/block-seq-ind on same line/.test(failure))
    return {
      message: 'A list begins on a line of its own.',
      fix: `Put ${line.replace(/^.*?:\s+/, '')} below, indented by two spaces.`,
    };
  if (code !== 'MULTILINE_IMPLICIT_KEY' && code !== 'MISSING_CHAR') return undefined;
  const [, entry] = /^- +([a-z_]+: .*)$/.exec(line) ?? [];
  if (entry !== undefined)
    return {
      message: 'A hyphen begins an entry of a list, and a field belongs here.',
      fix: `Write ${entry}`,
    };
  const [, name = '', space, sign, value = ''] =
    /^(?:- +)*([a-z_]+)(\s*)([:=;：]|(?<=\s))\s*(\S.*)$/.exec(line) ?? [];
  if (sign === ':' && space === '')
    return { message: 'A space is missing behind the colon.', fix: `Write ${name}: ${value}` };
  if (sign || listKeys().includes(name))
    return {
      message: 'The name of a field is followed by a colon and a space.',
      fix: `Write ${name}: ${value}`,
    };
  return undefined;
}

function explainText(text: string, at: number, known: Words | undefined, error?: YamlError): Words {
  const quoted = writeQuoted(text, at);
  const fix = quoted === undefined ? undefined : `Write ${quoted}`;
  if (/^[“”„‘’]/.test(text.slice(at)))
    return {
      message: 'Curly quotation marks do not hold a text together in YAML.',
      fix: fix ?? 'Put the whole text in straight double quotes: "…".',
    };
  const sign = error && findSign(text, at);
  if (sign !== undefined)
    return {
      message: `A text cannot begin with ${sign} unless all of it stands in quotation marks.`,
      fix: fix ?? quoteAll,
    };
  if (known)
    return fix !== undefined &&
      (known === help.BLOCK_AS_IMPLICIT_KEY || known === help.MISSING_CHAR)
      ? { ...known, fix }
      : known;
  return {
    message: `This is not valid YAML: ${error?.message.split('\n')[0]?.replace(/\.$/, '') ?? ''}.`,
    fix: fix ?? 'Put texts that hold a colon, quotation marks or # in double quotes.',
  };
}

function readLine(text: string, at: number): string {
  const { start, end } = lineAround(text, at);
  return text.slice(start, end);
}

/**
 * The line with its whole text in quotation marks; undefined if it holds no text, or one that goes
 * on below.
 */
function writeQuoted(text: string, at: number): string | undefined {
  const line = readLine(text, at);
  const before = beginning.exec(line)?.[0] ?? '';
  const value = line.slice(before.length).trim();
  const following = text.slice(lineAround(text, at).end + 1);
  const isContinued =
    /^(?!\s*-)\s+\S/.test(following) &&
    indentOf(following) > indentOf(line) &&
    !/^\s*[\w-]+:(?:\s|$)/.test(following);
  if (value === '' || before.trim() === '' || isContinued || isUnfinished(value)) return undefined;
  return `${before.trimStart()}${quote(takeWords(value))}`;
}

/**
 * The beginning of a list, of fields in brackets or of a text below, which quotation marks would
 * not repair.
 */
const isUnfinished = (value: string) =>
  /^\[[^\]]*$|^\{(?![^}:]*\} *[^\s,}])|^[|>](?:[-+\d]*$)/.test(value);

const indentOf = (line: string) => /^ */.exec(line)?.[0].length ?? 0;

/** The intended text, without the quotation marks that failed. */
function takeWords(value: string): string {
  const [, curly] = /^[“„‘]([^“”„]*)[”’"]$/.exec(value) ?? [];
  if (curly !== undefined) return curly;
  const mark = value.charAt(0);
  if (mark !== '"' && mark !== "'") return value;
  const rest = value.slice(1);
  if (!rest.includes(mark)) return rest;
  // "say "hi" now" holds a quotation; "Lost" and "found" begins with one and ends with another.
  return rest.endsWith(mark) && !(mark === '"' && /^[^"]*\S"(?=.)/.test(rest))
    ? rest.slice(0, -1)
    : value;
}

function quote(words: string): string {
  return words.includes('"') ? `'${words.replaceAll("'", "''")}'` : JSON.stringify(words);
}

/**
 * The quotation mark that is never closed. The parser reports only where it gave up looking for the
 * second one.
 */
function findOpenQuotation(
  document: Document.Parsed,
  text: string,
  error: YamlError,
): number | undefined {
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY') return undefined;
  let open: number | undefined;
  visit(document, {
    Scalar: (_, node) => {
      const [start, end] = node.range ?? [0, 0];
      const mark = text[start];
      if ((mark !== '"' && mark !== "'") || start >= error.pos[0]) return;
      const isOpen = error.code === 'MISSING_CHAR' && end >= error.pos[0];
      // The mark that closes it is the opening mark of a field below.
      const swallows =
        end >= error.pos[0] - 1 && /\n\s*(?:- +)*[\w-]+: *["']$/.test(text.slice(start, end));
      if (isOpen || swallows) open = start;
    },
  });
  return open;
}

/** A sign with a meaning in YAML that begins a text which goes on after it, such as a link. */
function findSign(text: string, at: number): string | undefined {
  const line = readLine(text, at);
  const [, before = '', words] =
    /^(\s*(?:- +)?(?:[\w-]+: +)?)((?:\[[^\]]*\]\S|"[^"]*"[^,\]}]|'[^']*'[^,\]}]|\*\S+ |[@`%]).*)$/.exec(
      line,
    ) ?? [];
  return words === undefined || lineAround(text, at).start + before.length > at
    ? undefined
    : words.charAt(0);
}
