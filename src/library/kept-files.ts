/**
 * What takes long to make and is always the same where what it is made from is the same: pictures and cut fonts. Each is kept from
 * build to build under a name that is the digest of all it was made from. Nothing kept is trusted: a file begins with the digest of
 * its name and its bytes, and one that is cut short, changed or stands under another's name is made anew.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Everything that a file is made from: data, settings, and what says which code and which packages make it. */
export type Origin = readonly (string | Uint8Array)[];

/** Inside the project's folder. CI keeps this folder between its runs. */
export const keptFolder = '.build/kept';

/** Milliseconds for which a file that no build asks for stays: two weeks, so that branches may take turns. */
const lifetime = 14 * 24 * 60 * 60 * 1000;

const digestLength = 32;

/** One part for many that are asked again and again, such as typefaces. */
export const shorten = (...parts: (string | Uint8Array)[]): string => digest(...parts).toString('hex');

const digest = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash('sha256');
  // Each with its length before it, so that no two lists of parts run together into the same bytes.
  for (const part of parts) hash.update(`${Buffer.byteLength(part)} `).update(part);
  return hash.digest();
};

/** What `make` makes of `origin`, taken from `folder` where a sound file of it lies there. */
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
  // Where nothing can be kept, everything is made each time: a full disk is told by what must be written.
  try {
    mkdirSync(folder, { recursive: true });
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, Buffer.concat([digest(name, made), made]));
    renameSync(unfinished, path);
  } catch {
    // What was begun is taken away by `dropUnasked`.
  }
  return made;
}

/** The bytes behind the digest, or undefined where there are none that fit it. */
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

/** Takes away what nobody has asked for in two weeks, and what was never finished. `now` in milliseconds. */
export function dropUnasked(folder: string, now = Date.now()): void {
  try {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      const age = now - statSync(path).mtimeMs;
      if (age > lifetime || (name.includes('.') && age > lifetime / 14)) rmSync(path, { force: true });
    }
  } catch {
    // Another build may be at it, and where nothing was kept there is nothing to do.
  }
}

/** The code that makes a file, as it stands in the project's `src`: pages run it from a bundle. */
export const readCode = (...paths: string[]): string =>
  paths.map((path) => readFileSync(join(process.cwd(), 'src', path), 'utf8')).join('\n');

/** Name and version of each package and of all that it needs, as installed: what they make is another's where one of these differs. */
export function describePackages(names: readonly string[]): string {
  const found = new Map<string, string>();
  const visit = (name: string, base: string) => {
    const path = findPackageJSON(name, pathToFileURL(base));
    if (path === undefined || found.has(path)) return;
    const { version, dependencies = {} } = JSON.parse(readFileSync(path, 'utf8')) as { version: string; dependencies?: object };
    found.set(path, `${name} ${version}`);
    for (const needed of Object.keys(dependencies)) visit(needed, path);
  };
  for (const name of names) visit(name, join(process.cwd(), 'package.json'));
  return [process.platform, process.arch, ...[...found.values()].sort()].join('\n');
}
