/**
 * Verifies compressed copies of files. `npm run server-files` writes them, your own server sends
 * them to readers, and the sums of a release do not name them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { hash, type Sums } from './seal.ts';

/** The names of encodings in HTTP, by the extension of the compressed copy. */
export const encodings = { br: 'br', gz: 'gzip' } as const;
export type Encoding = (typeof encodings)[keyof typeof encodings];
/** A file whose compressed copy holds something else. */
export type WrongCopy = { path: string; encoding: Encoding };

const openers = { br: brotliDecompressSync, gz: gunzipSync };

/**
 * Removes from the sums of `folder` each copy of a file beside it that `built` does not name.
 * `wrong` are the copies that hold something else.
 */
export function dropCopies(
  folder: string,
  sums: Sums,
  built: Sums,
): { sums: Sums; wrong: WrongCopy[] } {
  const kept = new Map(sums);
  const wrong: WrongCopy[] = [];
  for (const path of sums.keys()) {
    const [, original = '', ending] = /^(.+)\.(br|gz)$/.exec(path) ?? [];
    const own = sums.get(original);
    if (built.has(path) || own === undefined) continue;
    kept.delete(path);
    const form = ending === 'br' ? 'br' : 'gz';
    if (hashCopy(join(folder, path), form) !== own)
      wrong.push({ path: original, encoding: encodings[form] });
  }
  return { sums: kept, wrong };
}

/** Fingerprint of the decompressed copy. Undefined if it cannot be read. */
function hashCopy(path: string, form: keyof typeof openers): string | undefined {
  try {
    return hash(openers[form](readFileSync(path)));
  } catch {
    return undefined;
  }
}
