/**
 * YAML with places: parsed with the core schema, so that 2015-06-02 stays text and never becomes another day,
 * and validated with one of our schemas. Nothing is coerced; whatever is wrong comes back as findings.
 */
import { isCollection, isMap, isPair, isScalar, isSeq, visit, type Document, type Node, type YAMLMap } from 'yaml';
import type { z } from 'astro/zod';
import { adviseDay } from '../../evidence/suggest-days.ts';
import type { Finding } from '../../schema/finding.ts';
import { createFinding, findNearest, type Span } from '../findings.ts';
import { readProblem } from '../../schema/problem.ts';
import { parseYaml } from './parse-yaml.ts';
import { readPlainYaml, type PlainNode } from './plain-yaml.ts';
import type { SourceText } from '../source-text.ts';

/** A file that has more wrong with it is no record at all; what is said about it must end. */
const maximumFindings = 100;

export type YamlPath = readonly (string | number)[];

export type YamlRecord<T> = {
  source: SourceText;
  value: T;
  /** Span of the value at a path; of its nearest existing parent when the path does not exist. */
  spanOf: (path: YamlPath) => Span;
};

export type ReadYaml<T> = {
  /** Undefined when there is any finding. */
  record: YamlRecord<T> | undefined;
  /** What stands in the file instead, as far as it could be read: more may be wrong there. */
  unfit: YamlRecord<unknown> | undefined;
  findings: Finding[];
};

/** Parses `text` as YAML that begins at character `offset` of `source`, and validates it. */
export function readYaml<S extends z.ZodType>(source: SourceText, schema: S, text = source.text, offset = 0): ReadYaml<z.infer<S>> {
  const plain = readPlainYaml(text);
  const fitting = plain && schema.safeParse(plain.value);
  if (plain && fitting?.success) {
    return {
      record: { source, value: fitting.data, spanOf: (path) => findPlainSpan(plain, path, offset) },
      unfit: undefined,
      findings: [],
    };
  }
  const { document, mistakes, isWhole } = parseYaml(text, offset, () => listKeys(schema, []));
  const syntax = mistakes.map(({ span, message, fix }) => createFinding(source, span, { rule: 'yaml', level: 'error', message, fix }));
  const spanOf = (path: YamlPath) => findSpan(document, path, offset, text.length);
  const findings = [...syntax, ...(isWhole ? findForbidden(document, source, offset) : [])].slice(0, maximumFindings);
  if (!isWhole || (findings.length > 0 && !isSafe(document))) return { record: undefined, unfit: undefined, findings };
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  const parsed = schema.safeParse(value);
  if (parsed.success && findings.length === 0) return { record: { source, value: parsed.data, spanOf }, unfit: undefined, findings };
  const all = parsed.error?.issues ?? [];
  const pathOf = (issue: z.core.$ZodIssue) => JSON.stringify(issue.path);
  const wrongKind = new Set(all.filter(({ code }) => code === 'invalid_type').map(pathOf));
  const issues = all
    // How long it is says nothing about what is no list.
    .filter((issue) => issue.code === 'invalid_type' || !wrongKind.has(pathOf(issue)))
    .slice(0, maximumFindings)
    .flatMap((issue) => explainIssue(issue, schema, document, source, spanOf));
  const meant = new Set(issues.map((issue) => issue.meant));
  const follows = ({ finding, missing }: Explained) => {
    if (missing === undefined) return mistakes.some(({ lines }) => finding.line === source.locate(lines.start).line);
    // A field is not missing when its name is misspelt, or its line is told of anyway.
    return meant.has(missing) || mistakes.some(({ lines }) => source.text.slice(lines.start, lines.end).includes(missing));
  };
  const told = [...findings, ...issues.filter((issue) => !follows(issue)).map(({ finding }) => finding)];
  return { record: undefined, unfit: told.length < maximumFindings ? { source, value, spanOf } : undefined, findings: told };
}

/** Of nodes inside each other, pairs and lists counted; the deepest record has eight. */
const maximumDepth = 40;

/**
 * What the parser lets pass and no record may hold: anchors, aliases and custom tags, which make a small file explode, keys that
 * stand twice, and nesting without end.
 */
function findForbidden(document: Document.Parsed, source: SourceText, offset: number): Finding[] {
  const findings: Finding[] = [];
  const refuse = (node: Node, message: string, fix: string, end = (node.range?.[0] ?? 0) + 1) => {
    const span = { start: (node.range?.[0] ?? 0) + offset, end: end + offset };
    findings.push(createFinding(source, span, { rule: 'yaml', level: 'error', message, fix }));
    return findings.length < maximumFindings ? undefined : visit.BREAK;
  };
  const refuseUse = (node: Node, what: string) =>
    refuse(node, `${what} are not used in content files.`, 'Write the value out where it is needed.');
  visit(document, {
    Alias: (_, node) => {
      const isEmphasis = node.source.endsWith('*');
      if (!isEmphasis) return refuseUse(node, 'Aliases (*name)');
      return refuse(node, 'A text cannot begin with * unless all of it stands in quotation marks.', `Write "*${node.source}"`);
    },
    Node: (_, node, path) => {
      if (path.length > maximumDepth) {
        refuse(node, 'Lists or fields nest too deep here.', 'Write it with fewer levels, like the other files of this folder.');
        return visit.BREAK;
      }
      if ('anchor' in node && node.anchor) refuseUse(node, 'Anchors (&name)');
      if (node.tag) refuseUse(node, 'Tags (!name)');
      findings.push(...findCutText(node, source, offset));
      if (!isMap(node)) return undefined;
      const keys = new Set<unknown>();
      for (const { key } of node.items) {
        if (!isScalar(key)) {
          refuse(node, 'The name of a field is a list or a group of fields here.', 'Put the text in double quotes.');
          continue;
        }
        if (keys.has(key.value))
          refuse(key, 'This key stands twice, so one of the two would be lost.', 'Keep one of them.', key.range?.[1]);
        keys.add(key.value);
      }
      return undefined;
    },
  });
  return findings;
}

/** As findSpan, in what was read without the parser. */
function findPlainSpan(node: PlainNode, path: YamlPath, offset: number): Span {
  const [key, ...rest] = path;
  const inner = key === undefined ? undefined : node.inner?.get(key);
  return inner ? findPlainSpan(inner, rest, offset) : { start: node.start + offset, end: node.end + offset };
}

/** A text that # cuts off: a note to editors has a space behind the sign, and stands behind no more than a word or two. */
function findCutText(node: Node, source: SourceText, offset: number): Finding[] {
  if (!isScalar(node) || node.type !== 'PLAIN' || !node.range) return [];
  const [start, end] = [node.range[0] + offset, node.range[1] + offset];
  if (source.text[end] !== ' ') return [];
  const [cut, note] = /^ +(#[^\n]*)/.exec(source.text.slice(end, end + 1000)) ?? [];
  if (cut === undefined || note === undefined) return [];
  if (/^#\s/.test(note) && source.text.slice(start, end).trim().split(/\s+/).length < 3) return [];
  const at = end + cut.length - note.length;
  return [
    createFinding(
      source,
      { start: at, end: at + note.length },
      {
        rule: 'yaml',
        level: 'error',
        message: 'What stands behind a # is a note to editors, and no reader sees it.',
        fix: `Write ${JSON.stringify(source.text.slice(start, at + note.length).trimEnd())} if it belongs to the text, or put the note on a line of its own, with a space behind the #.`,
      },
    ),
  ];
}

/** False when the document holds what makes a small file explode. */
function isSafe(document: Document.Parsed): boolean {
  let isSafe = true;
  const refuse = () => {
    isSafe = false;
    return visit.BREAK;
  };
  visit(document, { Alias: refuse, Node: (_, _node, path) => (path.length > maximumDepth ? refuse() : undefined) });
  return isSafe;
}

function findSpan(document: Document.Parsed, path: YamlPath, offset: number, length: number): Span {
  for (let size = path.length; size >= 0; size--) {
    const node = size === 0 ? document.contents : document.getIn(path.slice(0, size), true);
    const range = (node as Node | null | undefined)?.range;
    if (range) return { start: range[0] + offset, end: (isCollection(node) ? range[0] + 1 : range[1]) + offset };
  }
  return { start: offset, end: offset + Math.min(1, length) };
}

/** Span of a key itself, for keys that should not be there. */
function findKeySpan(document: Document.Parsed, path: YamlPath, key: string): Span | undefined {
  const parent = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
  const range = isScalar(pair?.key) ? pair.key.range : undefined;
  return range ? { start: range[0], end: range[1] } : undefined;
}

/** `missing` is the name of a field that is not there, `meant` that of the one which a misspelt name seems to be. */
type Explained = { finding: Finding; missing?: string | undefined; meant?: string | undefined };

function explainIssue(
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
      const finding = createFinding(source, span ? { start: span.start + offset, end: span.end + offset } : spanOf(path), {
        rule: 'schema',
        level: 'error',
        message: `There is no field called "${key}" here.`,
        fix: meant ? `Did you mean "${meant}"?` : 'Remove the line, or see the list of fields in content/README.md.',
      });
      return { finding, meant };
    });
  }
  const isMissing = issue.code === 'invalid_type' && document.getIn(path) === undefined;
  const span = spanOf(path);
  const key = path.at(-1);
  const finding = createFinding(source, isMissing ? { start: span.start, end: span.start + 1 } : span, {
    rule: 'schema',
    level: 'error',
    message: isMissing
      ? `The field ${name} is missing.`
      : `${capitalise(sayIssue(issue))} (${name === '' ? 'the whole file' : typeof path.at(-1) === 'number' ? name : `field ${name}`}).`,
    fix: isMissing ? `Add a line "${path.at(-1)}: …".` : sayFix(issue, readValue(document, path)),
  });
  return [{ finding, missing: isMissing && typeof key === 'string' ? key : undefined }];
}

/** What stands at a path: a text, number and so on, or an object where more stands below it. */
function readValue(document: Document.Parsed, path: YamlPath): unknown {
  const node = document.getIn(path, true);
  return isScalar(node) ? node.value : node;
}

/** A list that is the whole file, and is written as fields. */
function adviseList({ items }: YAMLMap): string {
  const [first] = items;
  const name = isScalar(first?.key) ? String(first.key.value) : '';
  if (first === undefined) return 'Begin each entry on a line of its own with a hyphen, or write [] while there is none.';
  return items.length === 1 && (isSeq(first.value) || isNothing(isScalar(first.value) ? first.value.value : first.value))
    ? `Delete "${name}:": the file is the list itself, and each entry begins with a hyphen at the beginning of its line.`
    : `Write "- ${name}: …": an entry begins with a hyphen, and its other fields stand two spaces further in.`;
}

const isNothing = (written: unknown) =>
  written === null || written === undefined || written === '' || (isCollection(written) && written.items.length === 0);

/** "value", or entry 2 of "findings": the place in the file says of which. */
function nameField(path: YamlPath): string {
  const key = path.findLast((part) => typeof part === 'string');
  const last = path.at(-1);
  if (typeof last === 'number') return key === undefined ? `entry ${last + 1}` : `entry ${last + 1} of "${key}"`;
  return key === undefined ? '' : `"${key}"`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const typeWords: Record<string, string> = {
  boolean: 'this is neither true nor false',
  number: 'this is not a number',
  string: 'this is not text',
  array: 'a list is expected here',
  object: 'fields are expected here',
};

/** The cause without a full stop: a schema's own words, where it has any. */
function sayIssue(issue: z.core.$ZodIssue): string {
  const ours = readProblem(issue.message);
  if (ours) return ours.cause;
  switch (issue.code) {
    case 'invalid_value':
      return 'this is none of the allowed values';
    case 'invalid_type':
      return typeWords[issue.expected] ?? `a ${issue.expected} is expected here`;
    case 'too_small':
      return issue.origin === 'string'
        ? 'this text is too short'
        : issue.origin === 'array'
          ? 'this list is too short'
          : 'this is too small';
    case 'too_big':
      return issue.origin === 'string' ? 'this text is too long' : issue.origin === 'array' ? 'this list is too long' : 'this is too large';
    default:
      return 'this is not what belongs here';
  }
}

/** YAML reads [removed] as a list of one. */
function adviseText(written: unknown): string {
  const words =
    isSeq(written) && written.flow ? `[${written.items.map((item) => (isScalar(item) ? String(item.value) : '…')).join(', ')}]` : '';
  return `Write one text after the colon${words && words.length < 60 ? `; in double quotes if the brackets belong to it: "${words}"` : '.'}`;
}

/** `written` is what stands in the file. */
function sayFix(issue: z.core.$ZodIssue, written: unknown): string {
  const ours = readProblem(issue.message);
  if (ours) return (ours.asksForDay ? adviseDay(written) : undefined) ?? ours.cure;
  switch (issue.code) {
    case 'invalid_value': {
      const near = typeof written === 'string' ? findNearest(written, issue.values.map(String)) : undefined;
      return near ? `Did you mean "${near}"?` : `Use one of: ${issue.values.join(', ')}.`;
    }
    case 'invalid_type':
      if (issue.expected === 'boolean') return 'Write true or false, without quotation marks.';
      if (issue.expected === 'number') return 'Write digits only, without commas, spaces, signs or quotation marks.';
      if (issue.expected === 'string') return typeof written === 'object' ? adviseText(written) : 'Put the value in double quotes.';
      if (issue.expected === 'array') {
        const [, entry] = /^[•◦▪‣·*–—]\s*([^•◦▪‣·*–—]+)/.exec(typeof written === 'string' ? written : '') ?? [];
        if (entry) return `Write - ${entry.trim()}`;
        const each = 'Begin each entry on a line of its own with a hyphen';
        if (issue.path.length === 0 && isMap(written)) return adviseList(written);
        return issue.path.length === 0 && isNothing(written) ? `${each}, or write [] while there is none.` : `${each}.`;
      }
      return isNothing(written) && typeof issue.path.at(-1) === 'number'
        ? 'Delete the hyphen: nothing stands behind it.'
        : 'Compare it with the field in content/README.md.';
    case 'too_small':
      return issue.origin === 'string'
        ? `Write at least ${issue.minimum} characters.`
        : `Write at least ${issue.minimum}${issue.origin === 'array' ? ' entries' : ''}.`;
    case 'too_big':
      return issue.origin === 'string'
        ? `Write at most ${issue.maximum} characters.`
        : `Write at most ${issue.maximum}${issue.origin === 'array' ? ' entries' : ''}.`;
    default:
      return 'Compare it with the field in content/README.md.';
  }
}

type Shaped = {
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  options?: z.ZodType[];
  unwrap?: () => z.ZodType;
};

/** Keys that the schema knows at a path; none where it is no object. */
function listKeys(schema: z.ZodType, path: YamlPath): string[] {
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
