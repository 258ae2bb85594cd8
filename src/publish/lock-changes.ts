/**
 * Which numbers readers were shown and would find changed, from one published state to the next.
 */
import type { PublishedLock } from '../schema/lock-file.ts';
import { findChangedNumbers, toRecordId } from './published-lock.ts';

export type LockChange = {
  /** Names the change for good: what it is about, and which change of it. */
  anchor: string;
  /** Day from which readers were shown the new number; undefined where nobody knows. */
  day: string | undefined;
  /** The article; undefined if only the page of the record prints the number. */
  slug: string | undefined;
  ref: string;
  was: string;
  is: string;
  /** Readers see `is` today: no later change followed. */
  lasts: boolean;
};

type State = { day: string | undefined; lock: PublishedLock };

/**
 * The oldest first. What was printed for the first time, or is printed no more, is no change of a
 * number.
 */
export function listDatedChanges(states: readonly State[]): LockChange[] {
  const times = new Map<string, number>();
  const changes = states.slice(1).flatMap(({ day, lock }, index) => {
    const before = states[index]?.lock;
    if (!before) return [];
    return compareLocks(before, lock).map((change) => {
      const name = [change.slug ?? 'record', change.ref.replaceAll('/', '-')].join('-');
      const time = (times.get(name) ?? 0) + 1;
      times.set(name, time);
      return { anchor: time === 1 ? name : `${name}-${time}`, name, time, day, ...change };
    });
  });
  return changes.map(({ name, time, ...change }) => ({
    ...change,
    lasts: time === times.get(name),
  }));
}

function compareLocks(
  before: PublishedLock,
  now: PublishedLock,
): Omit<LockChange, 'anchor' | 'day' | 'lasts'>[] {
  const inArticles = Object.entries(now.articles).flatMap(([slug, article]) => {
    const names = [slug, ...(article.formerly ?? [])];
    const old = names.flatMap((name) => before.articles[name] ?? []).at(0);
    return old
      ? findChangedNumbers(old, article).map(({ ref, was, is }) => ({ slug, ref, was, is }))
      : [];
  });
  // An article may print a statement under the name of its whole record.
  const name = (ref: string, was: string, is: string) => [toRecordId(ref), was, is].join('\n');
  const told = new Set(inArticles.map(({ ref, was, is }) => name(ref, was, is)));
  const inRecord = Object.entries(now.numbers ?? {}).flatMap(([ref, is]) => {
    const was = before.numbers?.[ref];
    return was === undefined || was === is || told.has(name(ref, was, is))
      ? []
      : [{ slug: undefined, ref, was, is }];
  });
  return [...inArticles, ...inRecord];
}
