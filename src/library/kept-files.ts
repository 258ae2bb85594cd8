/**
 * A cache between builds, for pictures and font subsets: they are slow to make, and the same input
 * always gives the same output. The name of each file is the digest of its whole input. Nothing in
 * the cache is trusted: a file begins with the digest of its name and bytes, and one that is cut
 * short, changed or renamed is made again.
 */
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Everything that a file is made from: data, settings, code and packages. */
export type Origin = readonly (string | Uint8Array)[];

/** The folder of the cache, inside the project. CI keeps it between its runs. */
export const keptFolder = '.build/kept';

/**
 * Milliseconds for which an unused file is kept: two weeks, so that builds of several branches can
 * alternate.
 */
const lifetime = 14 * 24 * 60 * 60 * 1000;

const digestLength = 32;

/** The digest of parts that are used often, such as typefaces. It can replace them in an origin. */
export const shorten = (...parts: (string | Uint8Array)[]): string =>
  digest(...parts).toString('hex');

const digest = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash('sha256');
  // The length before each part ensures that two different lists never give the same bytes.
  for (const part of parts) hash.update(`${Buffer.byteLength(part)} `).update(part);
  return hash.digest();
};

/** The result of `make` for `origin`, taken from `folder` if a valid file is there. */
export async function keep(
  origin: Origin,
  make: () => Promise<Uint8Array>,
  folder = join(process.cwd(), keptFolder),
): Promise<Uint8Array<ArrayBuffer>> {
  const name = shorten(...origin);
  const path = join(folder, name);
  const kept = readSound(path, name);
  if (kept) return kept;
  const made = Uint8Array.from(await make());
  // If nothing can be kept, everything is made each time. The build itself reports a full disk.
  try {
    mkdirSync(folder, { recursive: true });
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, Buffer.concat([digest(name, made), made]));
    renameSync(unfinished, path);
  } catch {
    // `dropUnasked` removes unfinished files.
  }
  return made;
}

/** The bytes after the digest, or undefined if they do not match it. */
function readSound(path: string, name: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const whole = readFileSync(path);
    const bytes = Uint8Array.from(whole.subarray(digestLength));
    if (!digest(name, bytes).equals(whole.subarray(0, digestLength))) return undefined;
    const now = new Date();
    utimesSync(path, now, now);
    return bytes;
  } catch {
    return undefined;
  }
}

/** Removes files that were not used for two weeks, and unfinished ones. `now` in milliseconds. */
export function dropUnasked(folder: string, now = Date.now()): void {
  try {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      const age = now - statSync(path).mtimeMs;
      if (age > lifetime || (name.includes('.') && age > lifetime / 14))
        rmSync(path, { force: true });
    }
  } catch {
    // Another build may be doing the same, and if nothing was kept there is nothing to do.
  }
}

/**
 * The code that makes a file, read from the project's `src`, because pages run it from a bundle.
 */
export const readCode = (...paths: string[]): string =>
  paths.map((path) => readFileSync(join(process.cwd(), 'src', path), 'utf8')).join('\n');

/**
 * Name and installed version of each package and its dependencies. If one of them changes, the
 * result counts as different.
 */
export function describePackages(names: readonly string[]): string {
  const found = new Map<string, string>();
  const visit = (name: string, base: string) => {
    const path = findPackageJSON(name, pathToFileURL(base));
    if (path === undefined || found.has(path)) return;
    const { version, dependencies = {} } = JSON.parse(readFileSync(path, 'utf8')) as {
      version: string;
      dependencies?: object;
    };
    found.set(path, `${name} ${version}`);
    for (const needed of Object.keys(dependencies)) visit(needed, path);
  };
  for (const name of names) visit(name, join(process.cwd(), 'package.json'));
  return [process.platform, process.arch, ...[...found.values()].sort()].join('\n');
}
