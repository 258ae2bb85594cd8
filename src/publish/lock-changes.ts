/** Numbers that readers saw and that changed from one published state to the next. */
import type { PublishedLock } from '../schema/lock-file.ts';
import { findChangedNumbers, toRecordId } from './published-lock.ts';

export type LockChange = {
  /** Identifies the change permanently: what it is about, and which change of it. */
  anchor: string;
  /** Day from which readers saw the new number; undefined if it is not known. */
  day: string | undefined;
  /** The article; undefined if only the page of the record prints the number. */
  slug: string | undefined;
  ref: string;
  was: string;
  is: string;
  /** Whether readers see `is` today, because no later change followed. */
  lasts: boolean;
};

type State = { day: string | undefined; lock: PublishedLock };

/**
 * Lists the changes, the oldest first. A number that is printed for the first time, or no longer
 * printed, is not a change.
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
  // An article may print a statement under the id of its whole record.
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
