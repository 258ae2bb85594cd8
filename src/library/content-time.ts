/**
 * The time that decides which articles may be shown. It is the time of the commit, never the
 * clock's. So the same commit builds the same site on any day, and an embargo ends with a commit.
 */
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Seconds since 1970: `SOURCE_DATE_EPOCH` if it is set, else the time of the last commit or, while
 * content is not committed, of its last change. Undefined without git. Throws if
 * `SOURCE_DATE_EPOCH` is not such a number.
 */
export function readContentTime(root: string): number | undefined {
  const problem = findTimeProblem();
  if (problem) throw new Error(`${problem.message} ${problem.fix}`);
  const given = process.env.SOURCE_DATE_EPOCH;
  if (given) return Number(given);
  const committed = runGit(root, ['log', '-1', '--format=%ct']);
  if (!committed) return undefined;
  const changed = runGit(root, [
    'status',
    '--porcelain',
    '-z',
    '--untracked-files=all',
    '--no-renames',
    '--',
    'content',
  ])
    .split('\0')
    .filter((line) => line !== '' && !line.startsWith('D') && line[1] !== 'D');
  const top = changed.length > 0 ? runGit(root, ['rev-parse', '--show-toplevel']).trim() : '';
  return Math.max(
    Number(committed),
    ...changed.map((line) => readChangeTime(join(top, line.slice(3)))),
  );
}

/** Returns what is wrong with `SOURCE_DATE_EPOCH`, if anything. */
export function findTimeProblem(): { message: string; fix: string } | undefined {
  const given = process.env.SOURCE_DATE_EPOCH;
  if (!given || /^\d{1,11}$/.test(given)) return undefined;
  return {
    message: `The environment says SOURCE_DATE_EPOCH=${given}, which is not a time, so the check cannot tell which articles may be published.`,
    fix: 'Write seconds since 1970, SOURCE_DATE_EPOCH=1795176000, or unset it.',
  };
}

/** The state of the content that the site shows: its commit, in the short form, and its day. */
export type ContentVersion = { commit: string; day: string };

/** `time` is that of the content, in seconds since 1970. Undefined without git. */
export function readContentVersion(
  root: string,
  time: number | undefined,
): ContentVersion | undefined {
  if (time === undefined) return undefined;
  const commit = runGit(root, ['rev-parse', 'HEAD']).slice(0, 7);
  if (!commit) return undefined;
  const changed =
    runGit(root, ['status', '--porcelain', '--', 'content']) === '' ? '' : ' with changes';
  return { commit: `${commit}${changed}`, day: new Date(time * 1000).toISOString().slice(0, 10) };
}

/**
 * The current commit of `root`, and whether files differ from it. `commit` is empty without git.
 */
export function readCommit(root: string): { commit: string; changed: boolean } {
  const commit = runGit(root, ['rev-parse', 'HEAD']).trim();
  return { commit, changed: commit !== '' && runGit(root, ['status', '--porcelain']) !== '' };
}

function readChangeTime(path: string): number {
  return Math.floor((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) / 1000);
}

/** The output of git. Empty without git, or if there is no commit. */
export function runGit(root: string, args: string[]): string {
  try {
    return execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch {
    return '';
  }
}
