/** Lists every evidence tag that a record has or ever had, so that none is given twice. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folders = ['content/quantities', 'content/breakdowns'];
const pattern = /^[-+]?tag:\s*["']?(E-\d{2,4})/gm;

/**
 * The tags of the files below `root`, and of records that git knows although they were deleted or
 * are on another branch.
 */
export function listKnownEvidenceTags(root: string): string[] {
  const files = folders
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')),
    );
  const log = ['log', '--all', '--format=', '--patch', '--unified=0', '-G^tag:', '--', ...folders];
  const history = spawnSync('git', log, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e9,
    timeout: 10_000,
  });
  // Without git there is no output at all.
  const printed = history.stdout as string | null;
  return [...files, printed ?? ''].flatMap((text) =>
    [...text.matchAll(pattern)].map(([, tag = '']) => tag),
  );
}
