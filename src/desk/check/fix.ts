/**
 * `npm run check -- --fix`: fixes what needs no judgement, shows each change, and leaves everything
 * else alone. It only cleans up how a text is written, and never changes what it says.
 */
import { chmodSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mdxToMdast } from 'satteri';
import { parseDocument } from 'yaml';
import { findFrontMatter } from '../../library/markup/front-matter.ts';
import { findDeepText } from '../../library/markup/nesting.ts';
import { readBytes } from '../../library/read-bytes.ts';
import type { ArticleNode } from '../../library/content.ts';
import { normaliseText } from '../../library/source-text.ts';
import { stripTracking } from '../../library/texts/web-address.ts';
import { dropEmptyLists } from '../../library/yaml/empty-list.ts';
import { takeOffOuterMarks } from '../../evidence/outer-marks.ts';
import { type Kind, repairs, dropHidden, cleanAddresses } from './repairs.ts';

/** A change of a line or, without `line`, of the whole file. */
export type Change = { file: string; line?: number; what: string[]; before: string; after: string };

/** Fixes every article, record and table below `root`. */
export function fixContent(root: string): Change[] {
  return listTexts(root).flatMap((path) => {
    const bytes = readBytes(root, path);
    if ('message' in bytes) return [];
    const written = decode(bytes);
    if (written === undefined) return [];
    const { text, changes } = fixText(path, written);
    if (text !== written) replaceFile(join(root, path), text);
    return changes;
  });
}

/** Returns the text with all safe repairs, and what they changed. */
export function fixText(path: string, written: string): { text: string; changes: Change[] } {
  const kind = path.slice(path.lastIndexOf('.') + 1) as Kind;
  const { text: bare, lines } = dropBrackets(normaliseText(written), kind);
  const whole: Change[] = [];
  if (written.startsWith('\uFEFF'))
    whole.push({ file: path, what: ['no byte order mark'], before: 'U+FEFF', after: '' });
  if (written.includes('\r'))
    whole.push({
      file: path,
      what: ['line ends of every other system'],
      before: 'CR LF',
      after: 'LF',
    });
  for (const line of lines)
    whole.push({
      file: path,
      line,
      what: ['no brackets of an empty list'],
      before: normaliseText(written).split('\n')[line - 1] ?? '',
      after: '',
    });
  if (kind === 'mdx' && findDeepText(bare) !== undefined) return { text: bare, changes: whole };
  const touched = new Map<number, string[]>();
  let text = bare;
  for (const { what, apply } of repairs) {
    const wanted = apply(text, kind);
    const next =
      wanted === text || saysTheSame(text, wanted, kind)
        ? wanted
        : takeSafeLines(text, wanted, kind);
    if (next === text) continue;
    listDifferentLines(text, next).forEach((line) =>
      touched.set(line, [...(touched.get(line) ?? []), what]),
    );
    text = next;
  }
  const [before, after] = [bare.split('\n'), text.split('\n')];
  const changes = [...touched].sort(([a], [b]) => a - b);
  return {
    text,
    changes: [
      ...whole,
      ...changes.map(([line, what]) => ({
        file: path,
        line: line + 1,
        what,
        before: before[line] ?? '',
        after: after[line] ?? '',
      })),
    ],
  };
}

/** If the whole repair would change a text, this many lines are tried one by one. */
const mostLines = 200;

/**
 * Removes the brackets of an empty list if entries follow. This is the only repair that may remove
 * a line.
 */
function dropBrackets(text: string, kind: Kind): { text: string; lines: number[] } {
  if (kind === 'yaml') return dropEmptyLists(text);
  const matter = kind === 'mdx' ? findFrontMatter(text) : undefined;
  if (!matter) return { text, lines: [] };
  const dropped = dropEmptyLists(matter.yaml);
  const [head, rest] = [
    text.slice(0, matter.offset),
    text.slice(matter.offset + matter.yaml.length),
  ];
  const first = head.split('\n').length - 1;
  return { text: head + dropped.text + rest, lines: dropped.lines.map((line) => line + first) };
}

/** Applies those lines of a repair that do not change what the text says. */
function takeSafeLines(text: string, wanted: string, kind: Kind): string {
  const lines = wanted.split('\n');
  return listDifferentLines(text, wanted)
    .slice(0, mostLines)
    .reduce((safe, at) => {
      const next = safe
        .split('\n')
        .map((line, index) => (index === at ? (lines[index] ?? line) : line))
        .join('\n');
      return saysTheSame(safe, next, kind) ? next : safe;
    }, text);
}

function listDifferentLines(one: string, other: string): number[] {
  const lines = other.split('\n');
  return one.split('\n').flatMap((line, index) => (line === lines[index] ? [] : [index]));
}

/**
 * True if both texts have the same fields and markup, and their words differ only by what the
 * repairs clean up.
 */
function saysTheSame(before: string, after: string, kind: Kind): boolean {
  if (kind === 'csv') return true;
  const [one, other] = [readShape(before, kind), readShape(after, kind)];
  // A text that could not be read before cannot be damaged, and may be readable now.
  return one === undefined || one === other;
}

/** Returns the content of a file as a text to compare; undefined if it cannot be read. */
function readShape(text: string, kind: Kind): string | undefined {
  const yaml = kind === 'yaml' ? text : findFrontMatter(text)?.yaml;
  if (yaml === undefined) return undefined;
  const document = parseDocument(yaml, { schema: 'core', prettyErrors: false });
  if (document.errors.length > 0) return undefined;
  try {
    const fields = document.toJS({ maxAliasCount: 0 }) as unknown;
    const tree =
      kind === 'mdx'
        ? toShape(mdxToMdast(text, { features: { frontmatter: true } }) as ArticleNode)
        : undefined;
    return JSON.stringify([fields, tree], (_, value: unknown) =>
      typeof value === 'string' ? clean(value) : value,
    );
  } catch {
    return undefined;
  }
}

function toShape({ type, name, value, url, depth, attributes, children }: ArticleNode): unknown {
  // Front matter is compared field by field.
  const named = attributes?.map((attribute) => [attribute.name, attribute.value]);
  return [
    type,
    name,
    type === 'yaml' ? undefined : value,
    url,
    depth,
    named,
    children?.map(toShape),
  ];
}

/** Removes what the repairs change, so that texts can be compared. */
function clean(text: string): string {
  const visible = dropHidden(text).replace(/[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, ' ');
  return takeOffOuterMarks(
    cleanAddresses(/^https?:/.test(visible) ? stripTracking(visible) : visible),
  );
}

function listTexts(root: string): string[] {
  const listed = (folder: string) => {
    try {
      return readdirSync(join(root, folder), { withFileTypes: true });
    } catch {
      return [];
    }
  };
  const top = listed('content');
  const folders = top.filter((entry) => entry.isDirectory()).map(({ name }) => `content/${name}`);
  return ['content', ...folders]
    .flatMap((folder) =>
      listed(folder).flatMap((entry) => (entry.isFile() ? `${folder}/${entry.name}` : [])),
    )
    .filter((path) => /\.(?:mdx|yaml|csv)$/.test(path))
    .sort();
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Writes the file completely or not at all: the new file replaces the old one only when it is
 * finished.
 */
function replaceFile(path: string, text: string): void {
  const fresh = `${path}.part`;
  writeFileSync(fresh, text);
  chmodSync(fresh, statSync(path).mode);
  renameSync(fresh, path);
}

/** How many characters of a long line are shown around the change. */
const shownWidth = 100;

/**
 * Prints "content/x.mdx:14 fixed: ordinary spaces", then the line before and after. Invisible
 * characters appear as a dot.
 */
export function formatChanges(changes: Change[]): string {
  const show = (text: string, start: number) =>
    text
      .slice(start, start + shownWidth)
      .replace(/[\p{Cf}\u00A0\u2000-\u200A\u202F]|[ \t]+$/gu, (hidden) =>
        '·'.repeat(hidden.length),
      );
  return changes
    .map(({ file, line, what, before, after }) => {
      const head = `${file}${line === undefined ? '' : `:${line}`}  fixed: ${what.join(', ')}`;
      if (line === undefined) return `${head}\n`;
      let same = 0;
      while (same < before.length && before[same] === after[same]) same += 1;
      const start = same < shownWidth - 30 ? 0 : same - 30;
      return `${head}\n  - ${show(before, start)}\n  + ${show(after, start)}\n`;
    })
    .join('\n');
}
