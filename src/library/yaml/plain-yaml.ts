/**
 * YAML as nearly all of our files write it, read ten times as fast as the parser reads it: fields one below the other, lists with
 * hyphens or in brackets, words on one line, in double quotation marks, or folded behind >-. Whatever else stands in a text,
 * comments and mistakes included, the parser has to read: then nothing is read here. What is read here is what the parser reads,
 * values and places alike; tests/unit/library/plain-yaml.test.ts compares the two.
 */

/** A value with its place, as character offsets: the whole of a scalar, the beginning of a list or of fields. */
export type PlainNode = { value: unknown; start: number; end: number; inner?: Map<string | number, PlainNode> };

/** The text as one list or one group of fields; undefined when the parser has to read it. */
export function readPlainYaml(text: string): PlainNode | undefined {
  // Tabs, byte order marks, empty lines and spaces at the end of a line may mean something.
  if (/[\t\r\uFEFF]|\n\n|^\n| \n| $/.test(text)) return undefined;
  const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
  const reader: Reader = { lines, line: 0, offset: 0, size: text.length };
  const node = readBlock(reader, 0, 0);
  return reader.line === lines.length ? node : undefined;
}

/** Which line is read next, and where it begins. */
type Reader = { lines: string[]; line: number; offset: number; size: number };

/** The deepest record has eight levels. */
const maximumDepth = 12;

/** How far the next line is indented; -1 behind the last. */
function nextIndent({ lines, line }: Reader): number {
  return lines[line]?.search(/[^ ]/) ?? -1;
}

function nextLine(reader: Reader): void {
  reader.offset += (reader.lines[reader.line] ?? '').length + 1;
  reader.line += 1;
}

/** Fields or a list, of which the first line is the next. */
function readBlock(reader: Reader, indent: number, depth: number): PlainNode | undefined {
  if (depth > maximumDepth) return undefined;
  return reader.lines[reader.line]?.startsWith('- ', indent) ? readList(reader, indent, depth) : readFields(reader, indent, depth);
}

/** A name that YAML takes for words, never for a number or for null. */
const field = /([a-z](?:[\w -]{0,98}[\w-])?):(?: (?! )|$)/iy;

function readFields(reader: Reader, indent: number, depth: number): PlainNode | undefined {
  const start = reader.offset + indent;
  const inner = new Map<string, PlainNode>();
  const value: Record<string, unknown> = {};
  while (nextIndent(reader) === indent) {
    const line = reader.lines[reader.line] ?? '';
    field.lastIndex = indent;
    const name = field.exec(line)?.[1];
    if (name === undefined || inner.has(name) || isReserved(name)) return undefined;
    const node = readValue(reader, line, field.lastIndex, indent, depth);
    if (!node) return undefined;
    inner.set(name, node);
    value[name] = node.value;
  }
  return nextIndent(reader) > indent || inner.size === 0 ? undefined : { value, start, end: start + 1, inner };
}

function readList(reader: Reader, indent: number, depth: number): PlainNode | undefined {
  const start = reader.offset + indent;
  const inner = new Map<number, PlainNode>();
  const value: unknown[] = [];
  while (nextIndent(reader) === indent) {
    const line = reader.lines[reader.line] ?? '';
    const from = indent + 2;
    if (!line.startsWith('- ', indent) || line[from] === ' ') return undefined;
    field.lastIndex = from;
    const isField = field.test(line);
    // Fields that begin behind the hyphen: with a space in its place, they stand as they would without it.
    if (isField) reader.lines[reader.line] = ' '.repeat(from) + line.slice(from);
    const node = isField ? readFields(reader, from, depth + 1) : readValue(reader, line, from, indent, depth);
    if (!node) return undefined;
    inner.set(value.length, node);
    value.push(node.value);
  }
  return nextIndent(reader) > indent ? undefined : { value, start, end: start + 1, inner };
}

/** What stands in a line from `from` on, and in the lines below it that belong to it. */
function readValue(reader: Reader, line: string, from: number, indent: number, depth: number): PlainNode | undefined {
  const start = reader.offset + from;
  nextLine(reader);
  const below = nextIndent(reader);
  if (from >= line.length) return below > indent ? readBlock(reader, below, depth + 1) : undefined;
  const written = line.slice(from);
  if (written === '>-') return below > indent ? readFolded(reader, start, below, indent) : undefined;
  // A line further in would go on with this one.
  if (below > indent) return undefined;
  if (/^[[{]/.test(written)) return readFlow(written, start);
  if (/: | #|:$/.test(written) && !written.startsWith('"')) return undefined;
  return toScalar(written, start);
}

/** Lines that are one text. */
function readFolded(reader: Reader, start: number, indent: number, outer: number): PlainNode | undefined {
  const words: string[] = [];
  for (; nextIndent(reader) === indent; nextLine(reader)) words.push((reader.lines[reader.line] ?? '').slice(indent));
  if (nextIndent(reader) > outer) return undefined;
  return { value: words.join(' '), start, end: Math.min(reader.offset, reader.size) };
}

/** A value among others in brackets, with its name in braces; outside quotation marks, no sign that might mean something. */
const entry = /( *)(?:([a-z][\w-]{0,99}): )?("[^"\\]*"|[^\s"[\]{},:#][^"[\]{},:#]*?) *(?:,|$)/iy;

/** A list or fields on one line, in brackets. */
function readFlow(written: string, start: number): PlainNode | undefined {
  const isList = written.startsWith('[');
  const inside = written.slice(1, -1);
  if (!written.endsWith(isList ? ']' : '}') || inside.endsWith(',')) return undefined;
  const inner = new Map<string | number, PlainNode>();
  entry.lastIndex = 0;
  for (let at = 0; at < inside.length; at = entry.lastIndex) {
    const [, before = '', name, text = ''] = entry.exec(inside) ?? [];
    if (text === '' || isList !== (name === undefined)) return undefined;
    const node = toScalar(text, start + 1 + at + before.length + (name === undefined ? 0 : name.length + 2));
    if (!node || inner.has(name ?? inner.size) || (name !== undefined && isReserved(name))) return undefined;
    inner.set(name ?? inner.size, node);
  }
  const values = [...inner].map(([name, { value }]) => [name, value] as const);
  return { value: isList ? values.map(([, value]) => value) : Object.fromEntries(values), start, end: start + 1, inner };
}

const isReserved = (word: string) => /^(?:null|true|false)$/i.test(word);

/** What YAML takes for numbers too, besides those that begin with a sign or a point. */
const oddNumber = /^(?:\d+(?:\.\d*)?(?:e[-+]?\d+)?|0o[0-7]+|0x[\da-f]+)$/i;

/** A text on one line, a number, true or false. */
function toScalar(written: string, start: number): PlainNode | undefined {
  const end = start + written.length;
  if (written.startsWith('"')) return /^"[^"\\]*"$/.test(written) ? { value: written.slice(1, -1), start, end } : undefined;
  if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(written) && written !== '-0') return { value: Number(written), start, end };
  if (written === 'true' || written === 'false') return { value: written === 'true', start, end };
  if (/^[\s"'[\]{},:#&*!|>%@`?~.+-]/.test(written) || oddNumber.test(written) || isReserved(written)) return undefined;
  return { value: written, start, end };
}
