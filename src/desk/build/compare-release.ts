/** Compares the built site with a copy of it somewhere else. */
import type { Encoding, WrongCopy } from './compressed-copies.ts';
import type { Release, Sums } from './seal.ts';

/**
 * How a file differs. `swapped`: it holds the bytes of `other`. `copy`: its compressed copy holds
 * something else.
 */
export type Difference =
  | { path: string; kind: 'changed' | 'missing' | 'new' }
  | { path: string; kind: 'copy'; encoding: Encoding }
  | { path: string; kind: 'swapped'; other: string };

/**
 * Lists how `found` differs from `built`, in the order of paths. `wrong` are compressed copies that
 * hold something else.
 */
export function compareSums(
  built: Sums,
  found: Sums,
  wrong: readonly WrongCopy[] = [],
): Difference[] {
  const owners = new Map([...built].map(([path, sum]) => [sum, path]));
  const differences = [...built].flatMap(([path, sum]): Difference[] => {
    const seen = found.get(path);
    if (seen === undefined) return [{ path, kind: 'missing' }];
    if (seen === sum) return [];
    const other = owners.get(seen);
    return [other === undefined ? { path, kind: 'changed' } : { path, kind: 'swapped', other }];
  });
  const added = [...found.keys()]
    .filter((path) => !built.has(path))
    .map((path): Difference => ({ path, kind: 'new' }));
  const copies = wrong.map((copy): Difference => ({ ...copy, kind: 'copy' }));
  return [...differences, ...added, ...copies].sort((one, other) =>
    one.path < other.path ? -1 : 1,
  );
}

/**
 * Says whether `found` is older or newer than `built`: `other` if their times do not say. Undefined
 * if both are of one commit, or if one is not known.
 */
export function compareReleases(
  built: Release | undefined,
  found: Release | undefined,
): 'older' | 'newer' | 'other' | undefined {
  if (!built || !found || (built.commit === found.commit && built.changed === found.changed))
    return undefined;
  if (built.time === undefined || found.time === undefined || built.time === found.time)
    return 'other';
  return found.time < built.time ? 'older' : 'newer';
}

/** Prints one line for each difference, and counts those beyond `limit`. */
export function formatDifferences(differences: readonly Difference[], limit = 40): string[] {
  const words = {
    changed: 'differs',
    missing: 'is missing',
    new: 'is new: the build did not write it',
  };
  const say = (difference: Difference) => {
    if (difference.kind === 'swapped') return `holds the bytes of ${difference.other}`;
    if (difference.kind === 'copy')
      return `is another where it is sent compressed (${difference.encoding})`;
    return words[difference.kind];
  };
  const lines = differences
    .slice(0, limit)
    .map((difference) => `${difference.path} ${say(difference)}`);
  return differences.length > limit ? [...lines, `and ${differences.length - limit} more`] : lines;
}
