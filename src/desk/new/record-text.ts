/**
 * Writes a record as the text of its file: one field after the other, each explained by a comment
 * with the description from its schema.
 */
import { Document, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import { listVariants, type JsonSchema } from '../../schema/json-schema.ts';

const width = 110;

/**
 * Writes a separate file: every field with its explanation above it; then, commented out, those
 * that were left out.
 */
export function formatRecord(schema: JsonSchema, value: object): string {
  return `${formatFields(schema, value, true).join('\n')}\n`;
}

/**
 * Writes an entry of a list: the fields without explanations, then, commented out, those that were
 * left out.
 */
export function formatEntry(schema: JsonSchema, value: object): string {
  return `${indent(formatFields(schema, value, false), '- ').join('\n')}\n`;
}

function formatFields(schema: JsonSchema, value: object, explained: boolean): string[] {
  const shape = chooseVariant(schema, value);
  const given = new Map(Object.entries(value).filter(([, field]) => field !== undefined));
  const fields = Object.entries(shape.properties ?? {}).filter(([, field]) => !field.not);
  const written = fields.filter(([name]) => given.has(name));
  const leftOut = fields.filter(([name]) => !given.has(name));
  return [
    ...written.flatMap(([name, field]) => [
      ...(explained ? comment(field.description ?? '') : []),
      ...formatField(name, field, given.get(name), explained),
    ]),
    ...(leftOut.length > 0 && explained ? ['# What else can be said here:'] : []),
    ...leftOut.flatMap(([name, field]) => comment(`${name}: ${field.description ?? ''}`)),
  ];
}

/** Finds the variant of the schema whose fixed fields match the record. */
function chooseVariant(schema: JsonSchema, value: object): JsonSchema {
  const fits = ({ properties = {} }: JsonSchema) =>
    Object.entries(properties).every(([name, field]) => {
      const written = (value as Record<string, unknown>)[name];
      return field.not
        ? written === undefined
        : field.const === undefined || field.const === written;
    });
  return listVariants(schema).find(fits) ?? schema;
}

function formatField(
  name: string,
  field: JsonSchema,
  value: unknown,
  explained: boolean,
): string[] {
  const item = Array.isArray(field.items) ? undefined : field.items;
  if (field.properties)
    return [`${name}:`, ...indent(formatFields(field, value as object, explained))];
  if (item?.properties && Array.isArray(value))
    return [
      `${name}:`,
      ...value.flatMap((entry: object) =>
        indent(indent(formatFields(item, entry, explained), '- ')),
      ),
    ];
  return formatAsYaml(name, value);
}

/** Writes a field as YAML: long texts folded, short lists of values on one line. */
function formatAsYaml(name: string, value: unknown): string[] {
  const document = new Document({ [name]: value }, { schema: 'core' });
  visit(document, {
    Scalar: (key, node) => {
      if (
        key !== 'key' &&
        typeof node.value === 'string' &&
        (node.value.length + name.length > width || node.value.includes('\n'))
      )
        node.type = 'BLOCK_FOLDED';
    },
    Seq: (_, node) => {
      node.flow = JSON.stringify(node).length < 80 && node.items.every((item) => isScalar(item));
    },
    Map: (_, node) => {
      node.flow = node !== document.contents;
    },
  });
  return document
    .toString({ lineWidth: width, flowCollectionPadding: false })
    .trimEnd()
    .split('\n');
}

function comment(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`# ${lines.length > 0 ? '  ' : ''}${word}`);
  }
  return lines;
}

/** Puts `mark` in front of the first line, and aligns the others with it. */
function indent(lines: string[], mark = '  '): string[] {
  return lines.map((line, index) => `${index === 0 ? mark : ' '.repeat(mark.length)}${line}`);
}

/**
 * Inserts an entry into the text of a list: in front of the first entry for which `follows` is
 * true, or at the end. All else stays unchanged, comments included.
 */
export function insertEntry(
  text: string,
  entry: string,
  follows: (entry: Record<string, unknown>) => boolean,
): string {
  const document = parseDocument(text, { schema: 'core' });
  const { contents } = document;
  if (!isSeq(contents) || contents.items.length === 0)
    return `${text.replace(/^\s*\[\s*\]\s*$/m, '').trimEnd()}\n${entry}`.trimStart();
  const next = contents.items.find(
    (item) => isMap(item) && follows(item.toJSON() as Record<string, unknown>),
  );
  const at = next && isMap(next) ? findStart(text, next.range[0]) : text.length;
  const before = text.slice(0, at);
  return `${before}${before.endsWith('\n') ? '' : '\n'}${entry}${text.slice(at)}`;
}

/**
 * Start of the line with the entry's hyphen, or of the comments directly above it. Comments at the
 * head of the file do not belong to an entry.
 */
function findStart(text: string, offset: number): number {
  const own = text.lastIndexOf('\n', offset - 1) + 1;
  let start = own;
  while (start > 0) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    if (!text.slice(above, start).startsWith('#')) return start;
    start = above;
  }
  return own;
}
