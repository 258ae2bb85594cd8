/**
 * Says in an editor’s words what an error of the YAML parser means, where it is, and how to fix it.
 */
import { visit, type Document } from 'yaml';
import { lineAround, beginning, readLine, indentOf } from './yaml-lines.ts';

type YamlError = Document.Parsed['errors'][number];

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
    message: 'A line of --- or ... ends the record here, but there is more below.',
    fix: 'Delete the line.',
  },
};

/** For a second record below the line: deleting the line would only give fields twice. */
const twoRecords: Words = {
  message: 'The file holds two records: this line ends the first.',
  fix: 'Keep one of them here, and move the other to a file of its own.',
};

function repeatsField(text: string, at: number): boolean {
  const listNames = (part: string) =>
    [...part.matchAll(/^([a-z_]+):/gm)].map(([, name = '']) => name);
  const below = new Set(listNames(text.slice(at)));
  return listNames(text.slice(0, at)).some((name) => below.has(name));
}

/**
 * `at` is the place of the error, which may be before the place where the parser gave up. `isField`
 * is set if the whole line is wrong and not only its text. `readAs` is the line as intended,
 * character for character. `isLast` is set if nothing below the error belongs to the record.
 */
export function explain(
  document: Document.Parsed,
  text: string,
  error: YamlError,
  listKeys: () => string[],
): Words & { at: number; isField?: true; readAs?: string; isLast?: true } {
  const [at] = error.pos;
  if (error.code === 'MULTIPLE_DOCS' && repeatsField(text, at))
    return { at, isLast: true, ...twoRecords };
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
      message: 'A list entry begins with a hyphen and a space.',
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
  const crooked = explainIndent(text, at, error);
  if (crooked) return crooked;
  const field = explainField(line.trim(), error, listKeys);
  if (field) return { at, isField: true, ...field };
  const isField = /^(?:TAB_AS_INDENT|BAD_INDENT|MULTIPLE_DOCS|MULTILINE_IMPLICIT_KEY)$/.test(
    error.code,
  );
  return { at, ...(isField && { isField }), ...explainText(text, at, help[error.code], error) };
}

/** A field that begins with fewer or other spaces than the one above it in the same entry. */
function explainIndent(text: string, at: number, error: YamlError) {
  const { start } = lineAround(text, at);
  const [, field] = /^\s+([a-z_]+:(?:\s.*)?)$/.exec(readLine(text, at)) ?? [];
  if (error.code !== 'MISSING_CHAR' || field === undefined || start === 0) return undefined;
  const above = /^ *(?:- +)*(?=[a-z_]+:)/.exec(readLine(text, start - 1))?.[0].length;
  return above === undefined
    ? undefined
    : {
        at: start,
        isField: true as const,
        message: 'The line is not indented like the one above it.',
        fix: `Begin it with ${above} spaces: ${' '.repeat(above)}${field.trimEnd()}`,
      };
}

/** A line that was meant as a field but is not one. */
function explainField(
  line: string,
  { code, message: failure }: YamlError,
  listKeys: () => string[],
): Words | undefined {
  if (failure.includes('block-seq-ind on same line'))
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
    return { message: 'There is no space after the colon.', fix: `Write ${name}: ${value}` };
  if (sign || listKeys().includes(name))
    return {
      message: 'A field’s name must be followed by a colon and a space.',
      fix: `Write ${name}: ${value}`,
    };
  return undefined;
}

function explainText(text: string, at: number, known: Words | undefined, error?: YamlError): Words {
  const quoted = writeQuoted(text, at);
  const fix = quoted === undefined ? undefined : `Write ${quoted}`;
  if (/^[“”„‘’]/.test(text.slice(at)))
    return {
      message: 'YAML does not accept curly quotation marks around a text.',
      fix: fix ?? 'Put the whole text in straight double quotes: "…".',
    };
  const sign = error && findSign(text, at);
  if (sign !== undefined)
    return {
      message: `A text cannot begin with ${sign} unless the whole text is in quotation marks.`,
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

/**
 * The line with its whole text in quotation marks; undefined if it holds no text, or the text
 * continues below.
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
 * Whether a value is only the beginning of a list, of fields in brackets or of a text below, which
 * quotation marks would not repair.
 */
const isUnfinished = (value: string) =>
  /^\[[^\]]*$|^\{(?![^}:]*\} *[^\s,}])|^[|>](?:[-+\d]*$)/.test(value);

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

/** A sign at the beginning of a longer text that has a meaning in YAML, such as the [ of a link. */
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
