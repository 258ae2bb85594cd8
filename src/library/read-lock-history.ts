/**
 * What readers were shown before: every version of content/published.lock.json in the repository.
 */
import { publishedLockSchema, type PublishedLock } from '../schema/lock-file.ts';
import { runGit } from './content-time.ts';
import { publishedLockPath } from './read-published-lock.ts';

/** A lock, with the day of the commit that wrote it. */
export type DatedLock = { day: string; lock: PublishedLock };

export type LockHistory = {
  /** Why older versions are not known: there is no git, or only the last commits were fetched. */
  missing: 'no-git' | 'shallow' | undefined;
  /** The oldest first. If publication began again, earlier ones are left out. */
  versions: DatedLock[];
};

export function readLockHistory(root: string): LockHistory {
  const shallow = runGit(root, ['rev-parse', '--is-shallow-repository']).trim();
  if (shallow !== 'false')
    return { missing: shallow === 'true' ? 'shallow' : 'no-git', versions: [] };
  const commits = runGit(root, [
    'log',
    '--reverse',
    '--format=%H %ct',
    '--',
    publishedLockPath,
  ]).trim();
  const versions: DatedLock[] = [];
  for (const line of commits === '' ? [] : commits.split('\n')) {
    const [commit = '', time] = line.split(' ');
    const text = runGit(root, ['show', `${commit}:./${publishedLockPath}`]);
    const lock = readLock(text);
    // If a commit deleted the file, publication began again.
    if (text === '') versions.length = 0;
    else if (lock)
      versions.push({ day: new Date(Number(time) * 1000).toISOString().slice(0, 10), lock });
  }
  return { missing: undefined, versions };
}

/** Undefined if the file was damaged. */
function readLock(text: string): PublishedLock | undefined {
  try {
    return publishedLockSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
