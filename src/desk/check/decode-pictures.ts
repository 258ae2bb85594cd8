/**
 * Draws pictures to see whether they can be drawn completely. Decoders are native code and pictures
 * come from anywhere, so this runs in a separate process. A picture that crashes it is damaged, and
 * the check goes on with the next.
 */
import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hasBrokenScan } from '../../library/pictures/jpeg-scan.ts';
import { detectKind } from '../../library/pictures/picture-bytes.ts';
import type { PictureFile } from '../../library/content.ts';

/**
 * Verdicts by the fingerprint of the bytes: a picture is drawn once, however often a process
 * checks.
 */
const verdicts = new Map<string, 'whole' | 'broken'>();

/** Returns the pictures that the decoder refuses, or that crash it. */
export function findBroken(pictures: readonly PictureFile[]): PictureFile[] {
  const marked = pictures.map((picture) => ({
    picture,
    mark: hash('sha256', readFileSync(picture.location)),
  }));
  for (let open = marked.filter(({ mark }) => !verdicts.has(mark)); open.length > 0;) {
    const { stdout } = spawnSync(process.execPath, [import.meta.filename], {
      input: JSON.stringify(open.map(({ picture }) => picture.location)),
      encoding: 'utf8',
      timeout: 60_000,
    });
    const lines = stdout.split('\n').filter(Boolean);
    // The first picture without a verdict crashed the process.
    const told = open.slice(0, lines.length + 1);
    told.forEach(({ mark }, index) =>
      verdicts.set(mark, lines[index] === 'whole' ? 'whole' : 'broken'),
    );
    open = open.slice(told.length);
  }
  return marked.filter(({ mark }) => verdicts.get(mark) === 'broken').map(({ picture }) => picture);
}

/** Prints the verdict on each file, one a line, as soon as it is known. */
async function drawAll(locations: string[]): Promise<void> {
  const { default: sharp } = await import('sharp');
  for (const location of locations) {
    // Draws it small, which still decodes every byte, in a tenth of the time.
    const verdict = await sharp(location)
      .resize(16, 16, { fit: 'inside' })
      .raw()
      .toBuffer()
      .then(
        () => (isBrokenInside(location) ? 'broken' : 'whole'),
        () => 'broken',
      );
    process.stdout.write(`${verdict}\n`);
  }
}

/** True for damage that the JPEG decoder does not report as an error. */
function isBrokenInside(location: string): boolean {
  const bytes = readFileSync(location);
  try {
    return detectKind(bytes) === 'jpeg' && hasBrokenScan(bytes);
  } catch {
    // The reader went beyond the end of the file.
    return true;
  }
}

if (import.meta.main) {
  const { text } = await import('node:stream/consumers');
  await drawAll(JSON.parse(await text(process.stdin)) as string[]);
}
