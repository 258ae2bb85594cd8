/**
 * Caches what many pages ask, so that it is computed once for each content instead of once for each
 * page. So the cost of a build grows with its pages, not with articles times records.
 */
import type { Content } from '../library/content.ts';
import { getContent } from './site-content.ts';

/**
 * The same function with its result cached for each content. When a file is saved, `getContent`
 * returns a new content.
 */
export function once<T>(compute: (content: Content) => T): () => T {
  const known = new WeakMap<Content, { value: T }>();
  return () => {
    const content = getContent();
    const kept = known.get(content) ?? { value: compute(content) };
    known.set(content, kept);
    return kept.value;
  };
}

/** The same for a function of a key: its result is cached for each key. */
export function onceFor<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { value: T }>();
  return (key) => {
    const kept = known.get(key) ?? { value: compute(key) };
    known.set(key, kept);
    return kept.value;
  };
}

/**
 * Indexes things by the keys that they name: each key with all things that name it, in order and
 * each once.
 */
export function indexBy<T>(
  things: readonly T[],
  listKeys: (thing: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const index = new Map<string, T[]>();
  for (const thing of things)
    for (const key of new Set(listKeys(thing))) {
      const found = index.get(key);
      if (found) found.push(thing);
      else index.set(key, [thing]);
    }
  return index;
}
