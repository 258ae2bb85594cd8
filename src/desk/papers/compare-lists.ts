/** Compares two lists, or the fields of two records. */

/** Pairs entries of both lists that have the same key, in the order of the keys. */
export function pairEntries<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (entry: T) => string,
): [T | undefined, T | undefined][] {
  const [old, now] = [
    new Map(before.map((entry) => [keyOf(entry), entry])),
    new Map(after.map((entry) => [keyOf(entry), entry])),
  ];
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .map((key) => [old.get(key), now.get(key)]);
}

/** Names of the fields that differ. */
export function listChangedFields(was: object = {}, is: object = {}): string[] {
  const fields = pairEntries(Object.entries(was), Object.entries(is), ([name]) => name);
  return fields.flatMap(([one, other]) =>
    JSON.stringify(one?.[1]) === JSON.stringify(other?.[1]) ? [] : ((one ?? other)?.[0] ?? []),
  );
}

/**
 * Removes each entry of the other list once, and returns what remains. Entries with the same name
 * are equal.
 */
export function subtractEntries<T>(
  list: readonly T[],
  other: readonly T[],
  nameOf: (entry: T) => unknown,
): T[] {
  const left = other.map(nameOf);
  return list.filter((entry) => {
    const at = left.indexOf(nameOf(entry));
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}
