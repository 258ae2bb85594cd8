/** Replaces the last site with a new one, completely or not at all. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';

const getAside = (target: string) => `${target}.old`;

/**
 * Says why `target` cannot be replaced with a site; undefined if it can. A folder that is not a
 * site is never deleted.
 */
export function judgeTarget(target: string): string | undefined {
  const found = statSync(target, { throwIfNoEntry: false });
  if (!found) return undefined;
  if (!found.isDirectory())
    return `${target} is a file, and the site’s folder belongs there. Move it away, or choose another place with --out.`;
  const names = readdirSync(target);
  return names.length === 0 || names.includes('index.html')
    ? undefined
    : `${target} is a folder with something else than a site in it. Empty it, or choose another place with --out.`;
}

/**
 * Restores the last site if a build was killed after moving it aside and before putting the new one
 * in its place.
 */
export function bringBackSite(target: string): void {
  if (!existsSync(target) && existsSync(getAside(target))) renameSync(getAside(target), target);
}

/**
 * Moves `fresh` to `target`. The last site is moved aside only when the new one is complete beside
 * it, and is restored if the new one cannot take its place. If `target` links to a folder, the link
 * stays and that folder is replaced.
 */
export function replaceSite(fresh: string, target: string): void {
  const place = existsSync(target) ? realpathSync(target) : target;
  const [next, aside] = [`${place}.new`, getAside(place)];
  mkdirSync(dirname(place), { recursive: true });
  for (const path of [next, aside]) rmSync(path, { recursive: true, force: true });
  try {
    moveFolder(fresh, next);
    if (existsSync(place)) renameSync(place, aside);
    try {
      renameSync(next, place);
    } catch (error) {
      if (existsSync(aside)) renameSync(aside, place);
      throw error;
    }
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
  rmSync(aside, { recursive: true, force: true });
}

/** Renames, or copies if the two folders are on different disks. */
function moveFolder(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
  }
}
