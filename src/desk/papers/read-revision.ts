/** Reads the content of a commit through git. Nothing of that commit is run. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Runs git in `root` and returns its output; undefined if it fails or there is no git. */
function git(root: string, args: string[], input?: string): Buffer | undefined {
  const { status, stdout } = spawnSync('git', ['-C', root, ...args], {
    input,
    maxBuffer: 2 ** 30,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout : undefined;
}

/**
 * Finds the merge base of the work in `root` and `revision`. Undefined if `revision` is not a
 * commit.
 */
export function findBase(root: string, revision: string): string | undefined {
  const say = (args: string[]) => git(root, args)?.toString('utf8').trim() || undefined;
  const named = say([
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ]);
  return named && (say(['merge-base', named, 'HEAD']) ?? named);
}

/** The time of a commit, in seconds since 1970. */
export function readCommitTime(root: string, commit: string): number {
  return Number(git(root, ['log', '-1', '--format=%ct', commit])?.toString('utf8'));
}

/** Writes the content files of the commit into `folder`, unchanged. Symbolic links are left out. */
export function writeRevision(root: string, commit: string, folder: string): void {
  const listed =
    git(root, ['ls-tree', '-r', '-z', commit, '--', 'content/'])?.toString('utf8') ?? '';
  const files = listed.split('\0').flatMap((line) => {
    const match = /^100\d+ blob ([0-9a-f]+)\t(content\/.+)$/s.exec(line);
    const [, id = '', path = ''] = match ?? [];
    return match && !path.split('/').includes('..') ? { id, path } : [];
  });
  const texts = git(root, ['cat-file', '--batch'], files.map(({ id }) => `${id}\n`).join(''));
  if (!texts) throw new Error(`The files of ${commit} cannot be read from git.`);
  let offset = 0;
  for (const { path } of files) {
    // <id> blob <size>, a line break, the bytes, a line break.
    const end = texts.indexOf('\n', offset);
    const size = Number(texts.toString('utf8', offset, end).split(' ')[2]);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), texts.subarray(end + 1, end + 1 + size));
    offset = end + 1 + size + 1;
  }
}
