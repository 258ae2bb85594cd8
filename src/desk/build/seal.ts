/**
 * The seal of a built site: `SHA256SUMS` names each of its files with the fingerprint of its bytes,
 * `release.json` the commit it was built from. `sha256sum -c SHA256SUMS` reads the first;
 * `npm run verify` reads both.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readContentTime, readCommit } from '../../library/content-time.ts';

export const sumsName = 'SHA256SUMS';
export const releaseName = 'release.json';

/** Which state of the project a site was built from. */
export type Release = {
  /** The whole name of the commit; empty without git. */
  commit: string;
  /** Whether files differed from the commit when it was built. */
  changed: boolean;
  /** Seconds since 1970, of the content and never of the clock; undefined if it is not known. */
  time?: number | undefined;
};

/** SHA-256 of each file in hexadecimal digits, by its path with "/". */
export type Sums = ReadonlyMap<string, string>;

/** Writes the two files into `folder`, which holds the whole site. */
export function sealSite(root: string, folder: string): void {
  const release: Release = { ...readCommit(root), time: readContentTime(root) };
  writeFileSync(join(folder, releaseName), `${JSON.stringify(release, undefined, 2)}\n`);
  writeFileSync(join(folder, sumsName), formatSums(hashFolder(folder)));
}

/**
 * The sums of all files below `folder` except `SHA256SUMS`, in the order of paths. Throws if a file
 * cannot be read.
 */
export function hashFolder(folder: string): Sums {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => path !== sumsName)
    .sort((one, other) => (one < other ? -1 : 1));
  return new Map(paths.map((path) => [path, hash(readFileSync(join(folder, path)))]));
}

export function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Prints the sums in the format of `sha256sum`. */
export function formatSums(sums: Sums): string {
  return [...sums].map(([path, sum]) => `${sum}  ${path}\n`).join('');
}

/** Reads the sums. Undefined if there is no line, or one in another format. */
export function parseSums(text: string): Sums | undefined {
  const sums = new Map<string, string>();
  for (const line of text.split('\n').filter((line) => line !== '')) {
    const [, sum, path] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (sum === undefined || path === undefined) return undefined;
    sums.set(path, sum);
  }
  return sums.size > 0 ? sums : undefined;
}

/** Reads `release.json`. Undefined if the text is something else. */
export function parseRelease(text: string): Release | undefined {
  try {
    const { commit, changed, time } = JSON.parse(text) as Partial<Release>;
    if (typeof commit !== 'string' || typeof changed !== 'boolean') return undefined;
    return { commit, changed, time: typeof time === 'number' ? time : undefined };
  } catch {
    return undefined;
  }
}
