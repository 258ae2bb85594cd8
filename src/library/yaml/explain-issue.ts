/** Explains what Zod finds in a record to somebody who knows neither Zod nor types. */
import { isCollection, isMap, isScalar, isSeq, type Document, type Node, type YAMLMap } from 'yaml';
import type { z } from 'astro/zod';
import type { Finding } from '../../schema/finding.ts';
import { adviseNumber } from '../../schema/advise-amount.ts';
import { readProblem } from '../../schema/problem.ts';
import { createFinding, findNearest, type Span } from '../findings.ts';
import { adviseValue } from '../texts/advise-value.ts';
import type { SourceText } from '../source-text.ts';
import { maximumFindings } from './forbidden.ts';
import { findKeySpan, type YamlPath } from './spans.ts';
import { readLine } from './yaml-lines.ts';

/**
 * `missing` is the name of a missing field, `meant` the name that a misspelt one seems to stand
 * for.
 */
export type Explained = {
  finding: Finding;
  missing?: string | undefined;
  meant?: string | undefined;
};

export function explainIssue(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  document: Document.Parsed,
  source: SourceText,
  spanOf: (path: YamlPath) => Span,
): Explained[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const name = nameField(path);
  const offset = spanOf([]).start - ((document.contents as Node | null)?.range?.[0] ?? 0);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, maximumFindings).map((key) => {
      const span = findKeySpan(document, path, key);
      const meant = findNearest(key, listKeys(schema, path));
      const finding = createFinding(
        source,
        span ? { start: span.start + offset, end: span.end + offset } : spanOf(path),
        {
          rule: 'schema',
          level: 'error',
          ...explainKey(
            key,
            meant,
            readLine(source.text, span ? span.start + offset : spanOf(path).start),
          ),
        },
      );
      return { finding, meant };
    });
  }
  const isMissing = issue.code === 'invalid_type' && document.getIn(path) === undefined;
  const ours = readProblem(issue.message);
  const span = spanOf(path);
  const key = path.at(-1);
  const finding = createFinding(
    source,
    isMissing ? { start: span.start, end: span.start + 1 } : span,
    {
      rule: !isMissing && ours?.asksFor === 'amount' ? 'number-form' : 'schema',
      level: 'error',
      message: isMissing
        ? `The field ${name} is missing.`
        : `${capitalise(sayCause(issue))} (${name === '' ? 'the whole file' : typeof path.at(-1) === 'number' ? name : `field ${name}`}).`,
      fix: isMissing
        ? adviseMissing(document, path)
        : sayFix(issue, readValue(document, path), listKeys(schema, path)),
    },
  );
  return [{ finding, missing: isMissing && typeof key === 'string' ? key : undefined }];
}

/** Explains an unknown field; `line` is the line it is on. */
function explainKey(key: string, meant: string | undefined, line: string) {
  // Between braces a comma begins a new field: { value: 43,5 }.
  const [, whole] = /^\d+$/.test(key)
    ? (new RegExp(String.raw`: *(-?\d[\d.]*), *${key} *[,}]`).exec(line) ?? [])
    : [];
  if (whole !== undefined) {
    const number = `${whole},${key}`;
    return {
      message: `The comma of "${number}" divides two fields here.`,
      fix: `Write ${adviseNumber(number) ?? `${whole}.${key}`}.`,
    };
  }
  return {
    message: `There is no field called "${key}" here.`,
    fix: meant
      ? `Did you mean "${meant}"?`
      : 'Remove the line, or see the list of fields in content/README.md.',
  };
}

/** The value at a path: a text, number and so on, or an object if there is more below it. */
function readValue(document: Document.Parsed, path: YamlPath): unknown {
  const node = document.getIn(path, true);
  return isScalar(node) ? node.value : node;
}

function adviseMissing(document: Document.Parsed, path: YamlPath): string {
  const around = document.getIn(path.slice(0, -1), true);
  return isMap(around) && around.flow
    ? `Add "${path.at(-1)}: …" between the braces.`
    : `Add a line "${path.at(-1)}: …".`;
}

/** Advice for a file that should be a list but is written as fields. */
function adviseList({ items }: YAMLMap): string {
  const [first] = items;
  const name = isScalar(first?.key) ? String(first.key.value) : '';
  if (first === undefined)
    return 'Put each entry on its own line, beginning with a hyphen, or write [] while there is none.';
  return items.length === 1 &&
    (isSeq(first.value) || isNothing(isScalar(first.value) ? first.value.value : first.value))
    ? `Delete "${name}:": the file is the list itself, and each entry begins with a hyphen at the start of its line.`
    : `Write "- ${name}: …": an entry begins with a hyphen, and its other fields are indented by two spaces.`;
}

const isNothing = (written: unknown) =>
  written === null ||
  written === undefined ||
  written === '' ||
  (isCollection(written) && written.items.length === 0);

/** "value", or entry 2 of "findings". The position in the file shows which one. */
function nameField(path: YamlPath): string {
  const key = path.findLast((part) => typeof part === 'string');
  const last = path.at(-1);
  if (typeof last === 'number')
    return key === undefined ? `entry ${last + 1}` : `entry ${last + 1} of "${key}"`;
  return key === undefined ? '' : `"${key}"`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const typeWords: Record<string, string> = {
  boolean: 'this should be true or false',
  number: 'this should be a number',
  string: 'this should be text',
  array: 'this should be a list',
  object: 'this should be a group of fields',
};

/** The cause without a full stop, in the schema's own words if it has any. */
function sayCause(issue: z.core.$ZodIssue): string {
  const ours = readProblem(issue.message);
  if (ours) return ours.cause;
  // Zod has more issues than a record can cause.
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check
  switch (issue.code) {
    case 'invalid_value':
      return 'this is not one of the allowed values';
    case 'invalid_type':
      return typeWords[issue.expected] ?? `a ${issue.expected} is expected here`;
    case 'too_small':
      return issue.origin === 'string'
        ? 'this text is too short'
        : issue.origin === 'array'
          ? 'this list is too short'
          : 'this is too small';
    case 'too_big':
      return issue.origin === 'string'
        ? 'this text is too long'
        : issue.origin === 'array'
          ? 'this list is too long'
          : 'this is too large';
    default:
      return 'this is not what belongs here';
  }
}

/** What is wrong with a value that is in no file yet, and what to write instead. */
export function sayIssue(issue: z.core.$ZodIssue, written: unknown): string {
  return `${capitalise(sayCause(issue))}. ${sayFix(issue, written)}`;
}

/** Advice for a text in brackets: YAML reads [removed] as a list of one. */
function adviseText(written: unknown): string {
  const words =
    isSeq(written) && written.flow
      ? `[${written.items.map((item) => (isScalar(item) ? String(item.value) : '…')).join(', ')}]`
      : '';
  return `Write one text after the colon${words && words.length < 60 ? `; in double quotes if the brackets belong to it: "${words}"` : '.'}`;
}

/** `written` is what is in the file, `keys` the fields that may be there. */
function sayFix(issue: z.core.$ZodIssue, written: unknown, keys: readonly string[] = []): string {
  const ours = readProblem(issue.message);
  if (ours) return adviseValue(ours.asksFor, written) ?? ours.cure;
  // Zod has more issues than a record can cause.
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check
  switch (issue.code) {
    case 'invalid_value': {
      const near =
        typeof written === 'string' ? findNearest(written, issue.values.map(String)) : undefined;
      return near ? `Did you mean "${near}"?` : `Use one of: ${issue.values.join(', ')}.`;
    }
    case 'invalid_type':
      if (issue.expected === 'boolean') return 'Write true or false, without quotation marks.';
      if (issue.expected === 'number')
        return `Write ${adviseNumber(written) ?? 'digits only, without commas, spaces, signs or quotation marks'}.`;
      if (issue.expected === 'string')
        return typeof written === 'object'
          ? adviseText(written)
          : 'Put the value in double quotes.';
      if (issue.expected === 'array') {
        const [, entry] =
          /^[•◦▪‣·*–—]\s*([^•◦▪‣·*–—]+)/.exec(typeof written === 'string' ? written : '') ?? [];
        if (entry) return `Write - ${entry.trim()}`;
        const each = 'Put each entry on its own line, beginning with a hyphen';
        if (issue.path.length === 0 && isMap(written)) return adviseList(written);
        return issue.path.length === 0 && isNothing(written)
          ? `${each}, or write [] while there is none.`
          : `${each}.`;
      }
      if (isNothing(written) && typeof issue.path.at(-1) === 'number')
        return 'Delete the hyphen: there is nothing after it.';
      return keys.length > 0
        ? `Write each field with its name: ${keys.slice(0, 6).join(', ')}${keys.length > 6 ? ' …' : '.'}`
        : 'See the field in content/README.md.';
    case 'too_small':
      return issue.origin === 'string'
        ? `Write at least ${issue.minimum} characters.`
        : `Write at least ${issue.minimum}${issue.origin === 'array' ? ' entries' : ''}.`;
    case 'too_big':
      return issue.origin === 'string'
        ? `Write at most ${issue.maximum} characters.`
        : `Write at most ${issue.maximum}${issue.origin === 'array' ? ' entries' : ''}.`;
    default:
      return 'See the field in content/README.md.';
  }
}

type Shaped = {
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  options?: z.ZodType[];
  unwrap?: () => z.ZodType;
};

/** Keys that the schema knows at a path; empty if it is not an object. */
export function listKeys(schema: z.ZodType, path: YamlPath): string[] {
  const { shape, element, options, unwrap } = schema as Shaped;
  if (options) return options.flatMap((option) => listKeys(option, path));
  if (element) return listKeys(element, path.slice(1));
  if (shape) {
    const [key, ...rest] = path;
    const inner = key === undefined ? undefined : shape[key];
    return key === undefined ? Object.keys(shape) : inner ? listKeys(inner, rest) : [];
  }
  return unwrap ? listKeys(unwrap.call(schema), path) : [];
}
