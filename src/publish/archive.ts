/** Puts files into one zip archive. The same files and day always give the same bytes. */
import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';

/** The date in an archive if no day is known: the earliest that a zip can hold. */
const firstDay = '1980-01-01';

/**
 * Zips `files`, keyed by path, into the folder `name`, with a list of their fingerprints that
 * `sha256sum` can check. `day` is the day of the content.
 */
export function formatArchive(
  name: string,
  files: ReadonlyMap<string, string>,
  day: string = firstDay,
): Uint8Array<ArrayBuffer> {
  const paths = [...files.keys()].sort((one, other) => (one < other ? -1 : 1));
  const sums = paths.map((path) => `${hash(files.get(path) ?? '')}  ${path}\n`).join('');
  const entries = [...paths.map((path) => [path, files.get(path)]), ['SHA256SUMS', sums]];
  // The library reads the day in the machine's time zone. Clocks are never put forward at noon.
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
