/**
 * YAML with positions: read with the core schema, so that 2015-06-02 stays text and never becomes
 * another day, and validated with one of our schemas. Nothing is coerced, and all errors are
 * returned as findings.
 */
import { parseDocument, type Document } from 'yaml';
import type { z } from 'astro/zod';
import type { Finding } from '../../schema/finding.ts';
import { createFinding, type Span } from '../findings.ts';
import type { SourceText } from '../source-text.ts';
import { explainIssue, listKeys, type Explained } from './explain-issue.ts';
import { findForbidden, isSafe, maximumFindings } from './forbidden.ts';
import { parseOptions, parseYaml } from './parse-yaml.ts';
import { findSpan, type YamlPath } from './spans.ts';
import { readValues } from './load-values.ts';

export type { YamlPath };

export type YamlRecord<T> = {
  source: SourceText;
  value: T;
  /**
   * The span of the value at a path, or of its nearest existing parent if the path does not exist.
   */
  spanOf: (path: YamlPath) => Span;
};

export type ReadYaml<T> = {
  /** Undefined if there is any finding. */
  record: YamlRecord<T> | undefined;
  /** What could be read instead, so that the check finds more mistakes in it. */
  unfit: YamlRecord<unknown> | undefined;
  findings: Finding[];
};

/** A cache of files that had no mistakes when they were last read, by folder and path. */
const lastRead = new Map<string, { text: string; schema: z.ZodType; read: ReadYaml<unknown> }>();

/**
 * Like `readYaml` of a whole file, but a file that has not changed is not read again: after each
 * save, the editor's server asks for all files.
 */
export function readYamlAgain<S extends z.ZodType>(
  root: string,
  source: SourceText,
  schema: S,
): ReadYaml<z.infer<S>> {
  const key = `${root}/${source.path}`;
  const last = lastRead.get(key);
  if (last?.text === source.text && last.schema === schema)
    return last.read as ReadYaml<z.infer<S>>;
  const read = readYaml(source, schema);
  if (read.findings.length === 0) lastRead.set(key, { text: source.text, schema, read });
  else lastRead.delete(key);
  return read;
}

/** Reads `text` as YAML that begins at character `offset` of `source`, and validates it. */
export function readYaml<S extends z.ZodType>(
  source: SourceText,
  schema: S,
  text = source.text,
  offset = 0,
): ReadYaml<z.infer<S>> {
  const read = readValues(text);
  const fitting = read && schema.safeParse(read.value);
  if (!fitting?.success) return explainYaml(source, schema, text, offset);
  // Most files have no findings, so nobody needs the positions of their values.
  let document: Document.Parsed | undefined;
  const spanOf = (path: YamlPath) =>
    findSpan((document ??= parseDocument(text, parseOptions)), path, offset, text.length);
  return { record: { source, value: fitting.data, spanOf }, unfit: undefined, findings: [] };
}

/** Does the same with the parser that gives positions. It is slower, and reports what is wrong. */
function explainYaml<S extends z.ZodType>(
  source: SourceText,
  schema: S,
  text: string,
  offset: number,
): ReadYaml<z.infer<S>> {
  const { document, mistakes, isWhole } = parseYaml(text, offset, () => listKeys(schema, []));
  const syntax = mistakes.map(({ span, message, fix }) =>
    createFinding(source, span, { rule: 'yaml', level: 'error', message, fix }),
  );
  const spanOf = (path: YamlPath) => findSpan(document, path, offset, text.length);
  const findings = [...syntax, ...(isWhole ? findForbidden(document, source, offset) : [])].slice(
    0,
    maximumFindings,
  );
  if (!isWhole || (findings.length > 0 && !isSafe(document)))
    return { record: undefined, unfit: undefined, findings };
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  const parsed = schema.safeParse(value);
  if (parsed.success && findings.length === 0)
    return { record: { source, value: parsed.data, spanOf }, unfit: undefined, findings };
  const all = parsed.error?.issues ?? [];
  const pathOf = (issue: z.core.$ZodIssue) => JSON.stringify(issue.path);
  const wrongKind = new Set(all.filter(({ code }) => code === 'invalid_type').map(pathOf));
  const issues = all
    // The length says nothing if the value is not a list.
    .filter((issue) => issue.code === 'invalid_type' || !wrongKind.has(pathOf(issue)))
    .slice(0, maximumFindings)
    .flatMap((issue) => explainIssue(issue, schema, document, source, spanOf));
  const meant = new Set(issues.map((issue) => issue.meant));
  const follows = ({ finding, missing }: Explained) => {
    if (missing === undefined)
      return mistakes.some(({ lines }) => finding.line === source.locate(lines.start).line);
    // A field is not missing if its name is misspelt, or if its line is reported anyway.
    return (
      meant.has(missing) ||
      mistakes.some(({ lines }) => source.text.slice(lines.start, lines.end).includes(missing))
    );
  };
  const told = [
    ...findings,
    ...issues.filter((issue) => !follows(issue)).map(({ finding }) => finding),
  ];
  return {
    record: undefined,
    unfit: told.length < maximumFindings ? { source, value, spanOf } : undefined,
    findings: told,
  };
}
