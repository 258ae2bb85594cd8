/**
 * `npm run strip`: removes from the files in content/pictures everything that is not the picture,
 * and says what it removed. The pixels stay unchanged, byte for byte. Only a JPEG or WebP with an
 * EXIF orientation has to be redrawn upright.
 */
import type { PictureFile } from '../library/content.ts';
import { renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { readPicture, stripPicture, type PictureBytes } from '../library/pictures/picture-bytes.ts';
import { readPictureBytes } from '../library/pictures/picture-files.ts';
import { readContent } from '../library/read-content.ts';
import { runCommand } from './run-command.ts';

/**
 * Strips every picture below `root`. Returns one sentence for each picture that had metadata.
 * `failed` counts those that stay unchanged.
 */
export async function stripPictures(root: string): Promise<{ report: string[]; failed: number }> {
  const report: string[] = [];
  let failed = 0;
  for (const picture of readContent(root).content.pictures) {
    try {
      const removed = await strip(picture);
      if (removed) report.push(`${picture.path}: took out ${removed}.`);
    } catch {
      failed += 1;
      report.push(
        `${picture.path}: left as it is, because it cannot be read. Export it again, or get a fresh copy.`,
      );
    }
  }
  return { report, failed };
}

/** What was removed; undefined if there was nothing. */
async function strip(picture: PictureFile): Promise<string | undefined> {
  const bytes = readPictureBytes(picture);
  if ('message' in bytes) throw new Error(bytes.message);
  const read = readPicture(bytes);
  if (!read) throw new Error('no picture');
  if (read.metadata.length === 0) return undefined;
  const turned = read.orientation !== 1;
  const stripped = turned ? await turn(bytes, read) : stripPicture(bytes, read);
  // Never leave a file half written.
  writeFileSync(`${picture.location}.part`, stripped);
  renameSync(`${picture.location}.part`, picture.location);
  return `${read.metadata.join(', ')}${turned ? '; it lay on its side for its camera and was drawn anew, upright' : ''}`;
}

/**
 * Redraws the picture upright in its own format and colours, losing as little as the format allows.
 */
async function turn(bytes: Buffer, { kind }: PictureBytes): Promise<Buffer> {
  const upright = sharp(bytes).autoOrient().keepIccProfile();
  if (kind === 'png') return upright.png().toBuffer();
  if (kind === 'webp')
    return upright.webp({ lossless: bytes.includes('VP8L'), quality: 95 }).toBuffer();
  return upright.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer();
}

const usage = `npm run strip   takes out of the pictures of content/pictures/ what they tell besides the picture: place, time, camera
`;

if (import.meta.main)
  await runCommand(usage, async () => {
    const { values } = parseArgs({ options: { root: { type: 'string', default: process.cwd() } } });
    const { report, failed } = await stripPictures(values.root);
    process.stdout.write(
      report.length > 0
        ? `${report.join('\n')}\n`
        : 'No picture carries data besides the picture.\n',
    );
    return failed > 0 ? 1 : 0;
  });
