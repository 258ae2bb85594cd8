import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/desk/check/run-rules.ts';
import { stripPictures } from '../../../src/desk/strip.ts';
import { draw, putPicture, withCamera } from '../../content/make-pictures.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'strip-'));
  cpSync(join(import.meta.dirname, '../../content/_base'), root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const pathOf = (name: string) => join(root, 'content/pictures', name);
const listRules = () =>
  checkContent(root)
    .findings.map(({ rule }) => rule)
    .filter((rule) => rule !== 'picture-unused');
/**
 * Returns the mean colour of the upper left quarter, upright: enough to detect a rotated picture.
 */
const cornerOf = async (bytes: Buffer) => {
  const { data, info } = await sharp(bytes)
    .autoOrient()
    .resize(2, 2, { fit: 'fill' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data.subarray(0, info.channels)];
};

describe('npm run strip', () => {
  it('takes out what the check refuses, says what, and changes nothing the second time', async () => {
    putPicture(root, 'bridge.jpg', await withCamera(draw().jpeg()).toBuffer());
    putPicture(root, 'river.png', await draw().png().toBuffer());
    expect(listRules()).toEqual(['picture-metadata']);
    expect(await stripPictures(root)).toEqual({
      report: ['content/pictures/bridge.jpg: took out EXIF, GPS position.'],
      failed: 0,
    });
    expect(listRules()).toEqual([]);
    const { mtimeMs } = statSync(pathOf('bridge.jpg'));
    expect(await stripPictures(root)).toEqual({ report: [], failed: 0 });
    expect(statSync(pathOf('bridge.jpg')).mtimeMs).toBe(mtimeMs);
    expect(readdirSync(join(root, 'content/pictures'))).toEqual(['bridge.jpg', 'river.png']);
  });

  it.each(['jpeg', 'png', 'webp'] as const)(
    'keeps a %s upright that its camera turned by a note',
    async (kind) => {
      const halves = sharp({
        create: { width: 60, height: 40, channels: 3, background: 'red' },
      }).composite([
        {
          input: { create: { width: 30, height: 40, channels: 3, background: 'blue' } },
          left: 0,
          top: 0,
        },
      ]);
      const name = `bridge.${kind === 'jpeg' ? 'jpg' : kind}`;
      const turned = await withCamera(halves.toFormat(kind), 6).toBuffer();
      putPicture(root, name, turned);
      const { report } = await stripPictures(root);
      expect(report[0]).toContain('drawn anew, upright');
      const stripped = readFileSync(pathOf(name));
      const { width, height, orientation, exif } = await sharp(stripped).metadata();
      expect({ width, height, orientation, exif }).toEqual({
        width: 40,
        height: 60,
        orientation: undefined,
        exif: undefined,
      });
      const [before, after] = [await cornerOf(turned), await cornerOf(stripped)];
      for (const [index, value] of before.entries())
        expect(Math.abs(value - (after[index] ?? 999))).toBeLessThan(12);
      expect(listRules()).toEqual([]);
    },
  );

  it('leaves a picture that it cannot read as it is, and says so', async () => {
    const cut = (await withCamera(draw().jpeg()).toBuffer()).subarray(0, 700);
    putPicture(root, 'bridge.jpg', cut);
    const { report, failed } = await stripPictures(root);
    expect(failed).toBe(1);
    expect(report[0]).toContain('left as it is');
    expect(readFileSync(pathOf('bridge.jpg')).equals(cut)).toBe(true);
  });
});
