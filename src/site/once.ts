/** What pages ask is worked out once for a content, not once for every page: a build costs what it prints, not articles times records. */
import type { Content } from '../library/content.ts';
import { getContent } from './site-content.ts';

/** The same function, asked once for each content: when a file is saved, `getContent` gives another. */
export function once<T>(compute: (content: Content) => T): () => T {
  const known = new WeakMap<Content, { value: T }>();
  return () => {
    const content = getContent();
    const kept = known.get(content) ?? { value: compute(content) };
    known.set(content, kept);
    return kept.value;
  };
}

/** The same for a question about each of many things. */
export function onceFor<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { value: T }>();
  return (key) => {
    const kept = known.get(key) ?? { value: compute(key) };
    known.set(key, kept);
    return kept.value;
  };
}

/** Things by what they name: each key with all that name it, in their order and each once. */
export function indexBy<T>(things: readonly T[], listKeys: (thing: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const index = new Map<string, T[]>();
  for (const thing of things)
    for (const key of new Set(listKeys(thing))) {
      const found = index.get(key);
      if (found) found.push(thing);
      else index.set(key, [thing]);
    }
  return index;
}
