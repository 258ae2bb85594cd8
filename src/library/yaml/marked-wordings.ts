/** The wordings that a record keeps, and the quotation marks pasted around them. */
import { isMap, isPair, isScalar, parseDocument, stringify, visit, type Scalar } from 'yaml';
import { findOuterMarks, takeOffOuterMarks } from '../../evidence/outer-marks.ts';
import type { YamlPath } from './read-yaml.ts';

/** Fields that hold somebody else’s words; those under `quotes` are called text. */
const fields = new Set(['wording', 'in_english', 'names']);
const isWording = (path: readonly unknown[]) =>
  fields.has(String(path.at(-1))) ||
  (path.at(-1) === 'text' && path.includes('quotes') && path.length > 1);

/** Paths of the wordings in quotation marks, each with its words without them. */
export function findMarkedWordings(
  value: unknown,
  path: YamlPath = [],
): { path: YamlPath; words: string }[] {
  if (typeof value === 'string')
    return isWording(path) && findOuterMarks(value)
      ? [{ path, words: takeOffOuterMarks(value) }]
      : [];
  if (Array.isArray(value))
    return value.flatMap((inner, index) => findMarkedWordings(inner, [...path, index]));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => findMarkedWordings(inner, [...path, key]));
}

/** The text of a record, with the marks around its wordings removed. */
export function dropWordingMarks(text: string): string {
  if (!/^\s*(?:- )?(?:wording|in_english|names|quotes):/m.test(text)) return text;
  const document = parseDocument(text, { schema: 'core', prettyErrors: false });
  if (document.errors.length > 0) return text;
  const edits: { start: number; end: number; to: string }[] = [];
  visit(document, {
    Scalar: (key, node, ancestors) => {
      if (key === 'key' || typeof node.value !== 'string' || !node.range) return;
      const path = ancestors.flatMap((outer) =>
        isPair(outer) && isScalar(outer.key) ? [outer.key.value] : isMap(outer) ? [] : [],
      );
      if (isWording(path)) edits.push(...editScalar(text, node as Scalar<string>));
    },
  });
  return edits.reduceRight(
    (rest, { start, end, to }) => rest.slice(0, start) + to + rest.slice(end),
    text,
  );
}

function editScalar(
  text: string,
  node: Scalar<string>,
): { start: number; end: number; to: string }[] {
  const marks = findOuterMarks(node.value);
  const [start, end] = node.range ?? [0, 0];
  if (!marks) return [];
  const written = text.slice(start, end);
  if (!written.includes('\n'))
    return [
      { start, end, to: stringify(takeOffOuterMarks(node.value), { lineWidth: 0 }).trimEnd() },
    ];
  // In a text of several lines, only the marks are removed.
  const lead = node.value.slice(0, marks.before).trimEnd();
  const tail = node.value.slice(node.value.length - marks.behind).trim();
  const [first, last] = [start + written.indexOf(lead), start + written.lastIndexOf(tail)];
  return written.includes(lead) && last > first
    ? [
        { start: first, end: first + lead.length, to: '' },
        { start: last, end: last + tail.length, to: '' },
      ]
    : [];
}
