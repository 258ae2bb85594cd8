/**
 * Compressed copies of files, which own servers send in their place: `npm run server-files` writes
 * them, and the sums of a release do not name them. If one holds something else, readers get that.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { hash, type Sums } from './seal.ts';

/** How a server may send a file, by the ending of its copy; as browsers ask for it. */
export const encodings = { br: 'br', gz: 'gzip' } as const;
export type Encoding = (typeof encodings)[keyof typeof encodings];
/** A file whose copy is another. */
export type WrongCopy = { path: string; encoding: Encoding };

const openers = { br: brotliDecompressSync, gz: gunzipSync };

/**
 * Takes out of the sums of `folder` each copy of a file beside it that `built` does not name, and
 * says which are none.
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

/** Undefined if it cannot be opened. */
function hashCopy(path: string, form: keyof typeof openers): string | undefined {
  try {
    return hash(openers[form](readFileSync(path)));
  } catch {
    return undefined;
  }
}
