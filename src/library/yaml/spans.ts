/** Finds the positions of values and keys in a parsed document. */
import { isCollection, isMap, isPair, isScalar, type Document, type Node } from 'yaml';
import type { Span } from '../findings.ts';

export type YamlPath = readonly (string | number)[];

/**
 * The span of the value at a path, or of its nearest existing parent if the path does not exist.
 * The document begins at `offset`.
 */
export function findSpan(
  document: Document.Parsed,
  path: YamlPath,
  offset: number,
  length: number,
): Span {
  for (let size = path.length; size >= 0; size--) {
    const node = size === 0 ? document.contents : document.getIn(path.slice(0, size), true);
    const range = (node as Node | null | undefined)?.range;
    if (range)
      return {
        start: range[0] + offset,
        end: (isCollection(node) ? range[0] + 1 : range[1]) + offset,
      };
  }
  return { start: offset, end: offset + Math.min(1, length) };
}

/** Span of a key itself, for keys that should not be there. */
export function findKeySpan(
  document: Document.Parsed,
  path: YamlPath,
  key: string,
): Span | undefined {
  const parent = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(
    (item) => isPair(item) && isScalar(item.key) && item.key.value === key,
  );
  const range = isScalar(pair?.key) ? pair.key.range : undefined;
  return range ? { start: range[0], end: range[1] } : undefined;
}
