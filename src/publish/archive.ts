/** Files in one archive, the same bytes for the same files and day. */
import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';

/** What archives are dated if no day is known: the first that they can hold. */
const firstDay = '1980-01-01';

/**
 * `files` by their paths, all below the folder `name`, with a list of their fingerprints as
 * `sha256sum` reads it. `day` is that of the content.
 */
export function formatArchive(
  name: string,
  files: ReadonlyMap<string, string>,
  day: string = firstDay,
): Uint8Array<ArrayBuffer> {
  const paths = [...files.keys()].sort((one, other) => (one < other ? -1 : 1));
  const sums = paths.map((path) => `${hash(files.get(path) ?? '')}  ${path}\n`).join('');
  const entries = [...paths.map((path) => [path, files.get(path)]), ['SHA256SUMS', sums]];
  // The library reads the day in the machine's time zone. At noon no clock is put forward.
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  const mtime = new Date(year, month - 1, date, 12);
  return zipSync(
    Object.fromEntries(
      entries.map(([path, text]) => [`${name}/${path}`, new TextEncoder().encode(text)]),
    ),
    { level: 9, mtime },
  );
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
