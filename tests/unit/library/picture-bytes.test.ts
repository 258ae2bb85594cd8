import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import {
  detectKind,
  readPicture,
  stripPicture,
} from '../../../src/library/pictures/picture-bytes.ts';
import { draw, drawFrames, insertSegment, withCamera, xmp } from '../../content/make-pictures.ts';

const pixelsOf = (bytes: Buffer) => sharp(bytes).raw().toBuffer();
const must = (bytes: Buffer) => {
  const read = readPicture(bytes);
  if (!read) throw new Error('The picture could not be read.');
  return read;
};

/** Pictures with metadata, and the names of that metadata. */
const talkative: [string, () => Promise<Buffer>, string[]][] = [
  ['a phone’s JPEG', () => withCamera(draw().jpeg()).toBuffer(), ['EXIF', 'GPS position']],
  [
    'a progressive JPEG',
    () =>
      withCamera(draw().jpeg({ progressive: true }))
        .withXmp(xmp)
        .toBuffer(),
    ['EXIF', 'XMP', 'GPS position'],
  ],
  [
    'an agency’s JPEG',
    async () =>
      insertSegment(await draw().jpeg().toBuffer(), 0xed, 'Photoshop 3.0\x008BIM\x04\x04'),
    ['IPTC'],
  ],
  [
    'a JPEG with a comment',
    async () => insertSegment(await draw().jpeg().toBuffer(), 0xfe, 'by somebody'),
    ['comment'],
  ],
  [
    'a JPEG with a preview',
    async () => insertSegment(await draw().jpeg().toBuffer(), 0xe0, 'JFXX\0'),
    ['preview'],
  ],
  [
    'a JPEG with credentials',
    async () => insertSegment(await draw().jpeg().toBuffer(), 0xeb, 'JP'),
    ['data of a program (APP11)'],
  ],
  [
    'a JPEG with a second one behind it',
    async () => Buffer.concat([await draw().jpeg().toBuffer(), await draw().jpeg().toBuffer()]),
    ['data after the picture’s end'],
  ],
  [
    'a JPEG that is an archive too',
    async () => Buffer.concat([await draw().jpeg().toBuffer(), Buffer.from('PK\x03\x04')]),
    ['data after the picture’s end'],
  ],
  ['a PNG', () => withCamera(draw().png()).toBuffer(), ['EXIF', 'GPS position']],
  ['a PNG with XMP', () => draw().png().withXmp(xmp).toBuffer(), ['XMP']],
  [
    'a PNG with data behind it',
    async () => Buffer.concat([await draw().png().toBuffer(), Buffer.from('x')]),
    ['data after the picture’s end'],
  ],
  [
    'a WebP',
    () => withCamera(draw().webp()).withXmp(xmp).toBuffer(),
    ['EXIF', 'XMP', 'GPS position'],
  ],
  [
    'a lossless WebP',
    () => withCamera(draw().webp({ lossless: true })).toBuffer(),
    ['EXIF', 'GPS position'],
  ],
];

describe('stripPicture', () => {
  it.each(talkative)(
    'takes everything out of %s and leaves each pixel as it was',
    async (_, make, metadata) => {
      const bytes = await make();
      const read = must(bytes);
      expect(read).toMatchObject({ width: 60, height: 40, depth: 8, cmyk: false, animated: false });
      expect([...read.metadata].sort()).toEqual([...metadata].sort());
      const stripped = stripPicture(bytes, read);
      expect(must(stripped).metadata).toEqual([]);
      const { exif, xmp: kept, iptc, comments } = await sharp(stripped).metadata();
      expect([exif, kept, iptc, comments]).toEqual([undefined, undefined, undefined, undefined]);
      expect((await pixelsOf(stripped)).equals(await pixelsOf(bytes))).toBe(true);
      expect(stripped.toString('latin1')).not.toMatch(/Somebody|Camera|Exif|xmpmeta|Photoshop/);
    },
  );

  it('keeps the colour profile, which is part of how the picture looks', async () => {
    const bytes = await withCamera(draw().jpeg()).withIccProfile('p3').toBuffer();
    expect((await sharp(stripPicture(bytes, must(bytes))).metadata()).icc).toBeDefined();
  });
});

describe('readPicture', () => {
  it.each([1, 3, 6, 8])('reads orientation %i', async (orientation) => {
    for (const picture of [draw().jpeg(), draw().png(), draw().webp()])
      expect(must(await withCamera(picture, orientation).toBuffer()).orientation).toBe(orientation);
  });

  it('knows what screens cannot show', async () => {
    expect(must(await draw().toColourspace('cmyk').jpeg().toBuffer()).cmyk).toBe(true);
    expect(must(await draw().toColourspace('rgb16').png().toBuffer()).depth).toBe(16);
    const frames = await (await drawFrames()).webp().toBuffer();
    expect(must(frames)).toMatchObject({ animated: true, width: 60, height: 40 });
  });

  it.each(['jpeg', 'png', 'webp'] as const)(
    'refuses a %s that is cut off anywhere, and never throws',
    async (kind) => {
      const whole = await withCamera(draw().toFormat(kind)).toBuffer();
      for (let length = 0; length < whole.length; length += 7)
        expect(readPicture(whole.subarray(0, length))).toBeUndefined();
    },
  );

  it.each(['jpeg', 'png', 'webp'] as const)('survives a %s with any byte changed', async (kind) => {
    const whole = await withCamera(draw(8, 8).toFormat(kind)).toBuffer();
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      const read = readPicture(damaged);
      if (read) stripPicture(damaged, read);
    }
  });

  it('knows a kind by its bytes alone', async () => {
    expect(detectKind(await draw().gif().toBuffer())).toBeUndefined();
    expect(detectKind(await draw().avif().toBuffer())).toBeUndefined();
    expect(detectKind(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeUndefined();
    expect(detectKind(Buffer.alloc(0))).toBeUndefined();
  });
});
