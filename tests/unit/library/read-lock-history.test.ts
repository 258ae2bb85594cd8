import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readLockHistory } from '../../../src/library/read-lock-history.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lock-history-'));
  mkdirSync(join(root, 'content'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const git = (...args: string[]) => execFileSync('git', args, { cwd: root, stdio: 'pipe' });
const lock = (number: string) => ({ version: 1, articles: {}, numbers: { vans: number } });

function keep(text: string | undefined, day: string) {
  const path = join(root, 'content/published.lock.json');
  if (text === undefined) rmSync(path);
  else writeFileSync(path, text);
  git('add', '--all');
  execFileSync(
    'git',
    ['-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '--quiet', '--message', day],
    {
      cwd: root,
      env: {
        ...process.env,
        GIT_AUTHOR_DATE: `${day}T12:00:00Z`,
        GIT_COMMITTER_DATE: `${day}T12:00:00Z`,
      },
    },
  );
}

it('reads every version with its day, the oldest first, and passes over a damaged one', () => {
  git('init', '--quiet');
  keep(JSON.stringify(lock('40 vans')), '2026-11-20');
  keep('{', '2026-11-21');
  keep(JSON.stringify(lock('50 vans')), '2026-11-22');
  expect(readLockHistory(root)).toEqual({
    missing: undefined,
    versions: [
      { day: '2026-11-20', lock: lock('40 vans') },
      { day: '2026-11-22', lock: lock('50 vans') },
    ],
  });
});

it('leaves out what was published before another publication began', () => {
  git('init', '--quiet');
  keep(JSON.stringify(lock('40 vans')), '2026-11-20');
  keep(undefined, '2026-11-21');
  keep(JSON.stringify(lock('50 vans')), '2026-11-22');
  expect(readLockHistory(root).versions.map(({ day }) => day)).toEqual(['2026-11-22']);
});

it('says why it knows nothing: without git, and where only the last commits were fetched', () => {
  expect(readLockHistory(root)).toEqual({ missing: 'no-git', versions: [] });
  git('init', '--quiet');
  keep(JSON.stringify(lock('40 vans')), '2026-11-20');
  keep(JSON.stringify(lock('50 vans')), '2026-11-22');
  const copy = join(root, 'copy');
  git('clone', '--quiet', '--depth=1', `file://${root}`, copy);
  expect(readLockHistory(copy)).toEqual({ missing: 'shallow', versions: [] });
});
