/** Reads content/published.lock.json. Problems are returned as findings. */
import type { Finding } from '../schema/finding.ts';
import { publishedLockSchema, type PublishedLock } from '../schema/lock-file.ts';
import { findEntry, readBytes } from './read-bytes.ts';
import { createFinding, type Span } from './findings.ts';
import { createSourceText, type SourceText } from './source-text.ts';

export const publishedLockPath = 'content/published.lock.json';

/** A lock has a few hundred bytes for each article. */
const maximumBytes = 20_000_000;

export type PublishedLockFile = {
  source: SourceText;
  value: PublishedLock;
  /** Span of the article's name. */
  spanOf: (slug: string) => Span;
};

/** Undefined if nothing has been published, or if the file cannot be read. */
export function readPublishedLock(
  root: string,
  findings: Finding[],
): PublishedLockFile | undefined {
  if (!findEntry(root, publishedLockPath)) return undefined;
  const bytes = readBytes(root, publishedLockPath, maximumBytes);
  const text = 'message' in bytes ? '' : new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
  const source = createSourceText(publishedLockPath, text);
  const read =
    'message' in bytes
      ? { problem: bytes.message, span: { start: 0, end: 1 } }
      : parseLock(text.replace(/^\uFEFF/, ''));
  if ('problem' in read) {
    findings.push(
      createFinding(source, read.span, {
        rule: 'published-lock',
        level: 'error',
        message: read.problem,
        fix: `Never edit this file by hand. Restore the published one: git checkout origin/main -- ${publishedLockPath}`,
      }),
    );
    return undefined;
  }
  const spanOf = (slug: string) => {
    const start = Math.max(0, source.text.indexOf(`"${slug}"`));
    return { start, end: start + slug.length + 2 };
  };
  return { source, value: read.value, spanOf };
}

function parseLock(text: string): { value: PublishedLock } | { problem: string; span: Span } {
  const at = (start: number, length = 1) => ({ start, end: start + length });
  const conflict = /^(?:<{7}|={7}|>{7})(?: |$)/m.exec(text);
  if (conflict)
    return {
      problem: 'The file still holds both sides of a merge conflict.',
      span: at(conflict.index, 7),
    };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return {
      problem: 'The file is not valid JSON.',
      span: at(locateError(text, error instanceof Error ? error.message : '')),
    };
  }
  const twice = findKeyTwice(text);
  if (twice)
    return {
      problem: `The key ${text.slice(twice.start, twice.end)} appears twice, so one value would be lost.`,
      span: twice,
    };
  const judged = publishedLockSchema.safeParse(parsed);
  if (judged.success) return { value: judged.data };
  const [issue] = judged.error.issues;
  const place = [
    ...(issue?.path ?? []),
    ...(issue?.code === 'unrecognized_keys' ? issue.keys : []),
  ].join(' › ');
  return {
    problem: `The file is not what npm run publish:lock writes${place ? ` (${place})` : ''}.`,
    span: at(0),
  };
}

/** The position at which the parser stopped, if its message gives one. */
function locateError(text: string, failure: string): number {
  const position = /at position (\d+)/.exec(failure)?.[1];
  if (position !== undefined) return Math.min(Number(position), text.trimEnd().length - 1);
  return failure.includes('Unexpected end') ? text.trimEnd().length - 1 : 0;
}

/** The first duplicate key of an object. JSON.parse would silently keep the last one. */
function findKeyTwice(text: string): Span | undefined {
  const open: Set<string>[] = [];
  let last: Span | undefined;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}:]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (token === ':' && last) {
      const key = JSON.parse(text.slice(last.start, last.end)) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) return last;
      keys?.add(key);
    }
    last = token.startsWith('"') ? { start: index, end: index + token.length } : undefined;
  }
  return undefined;
}
