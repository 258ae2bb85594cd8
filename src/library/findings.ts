/**
 * Helpers for all code that reads files: creates a finding at a position, and finds the name that
 * was meant.
 */
import { closest, distance } from 'fastest-levenshtein';
import type { Finding } from '../schema/finding.ts';
import type { SourceText } from './source-text.ts';

/** The position of a value in the file, as character offsets. */
export type Span = { start: number; end: number };

export function createFinding(
  source: SourceText,
  span: Span,
  rest: Pick<Finding, 'rule' | 'level' | 'message' | 'fix' | 'about'>,
): Finding {
  return {
    ...rest,
    file: source.path,
    ...source.locate(span.start),
    length: Math.max(1, span.end - span.start),
  };
}

/**
 * The known name nearest to what was written, if it is near enough to have been meant: misspelt, or
 * only its beginning.
 */
export function findNearest(written: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const lower = written.toLowerCase();
  const same = known.find((name) => name.toLowerCase() === lower);
  if (same !== undefined) return same;
  // Two letters in the wrong order count as one error.
  const sort = (name: string) => [...name].sort().join('');
  const twisted = known.find(
    (name) => name.length === written.length && sort(name) === sort(written),
  );
  if (twisted !== undefined) return twisted;
  const near = closest(written, [...known]);
  const changes = distance(written, near);
  if (
    changes <= (written.length < 5 ? 1 : Math.max(2, Math.ceil(written.length / 3))) &&
    changes < written.length
  )
    return near;
  const [only, ...others] = known.filter((name) => name.toLowerCase().startsWith(`${lower}-`));
  return others.length === 0 ? only : undefined;
}
