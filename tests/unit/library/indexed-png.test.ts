import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { formatIndexedPng } from '../../../src/library/pictures/indexed-png.ts';

type Colour = readonly [number, number, number];

const toPixels = (colours: readonly Colour[], width: number) => ({
  rgba: Uint8Array.from(colours.flatMap((colour) => [...colour, 255])),
  width,
  height: colours.length / width,
});

async function decode(png: Uint8Array) {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const colours = Array.from({ length: data.length / 3 }, (_, index) => [
    ...data.subarray(3 * index, 3 * index + 3),
  ]);
  return { colours, width: info.width, height: info.height };
}

const channel = fc.integer({ min: 0, max: 255 });

describe('a PNG of a few colours', () => {
  it('has the pixels it was made from, where there are not too many colours', async () => {
    const size = fc.tuple(fc.integer({ min: 1, max: 19 }), fc.integer({ min: 1, max: 9 }));
    const palette = fc.array(fc.tuple(channel, channel, channel), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(size, palette, fc.nat(), async ([width, height], colours, seed) => {
        const picture = Array.from(
          { length: width * height },
          (_, index): Colour => colours[(index * index + seed) % colours.length] ?? [0, 0, 0],
        );
        const png = await formatIndexedPng(toPixels(picture, width), 256);
        expect(await decode(png)).toEqual({ colours: picture, width, height });
      }),
    );
  });

  it('keeps the most frequent colour, and a rare one that nothing else is like', async () => {
    const greys = Array.from({ length: 400 }, (_, index): Colour => [index % 40, index % 40, 40]);
    const paper = Array.from({ length: 1000 }, (): Colour => [250, 248, 240]);
    const picture: Colour[] = [...greys, ...paper, ...greys.map((): Colour => [200, 0, 0])];
    const { colours } = await decode(await formatIndexedPng(toPixels(picture, 100), 4));
    expect(new Set(colours.map(String)).size).toBe(4);
    expect(colours[500]).toEqual([250, 248, 240]);
    expect(colours.at(-1)).toEqual([200, 0, 0]);
  });

  it('reads pixels wherever they begin in memory', async () => {
    const { rgba } = toPixels([[1, 2, 3]], 1);
    const inside = Uint8Array.from([9, ...rgba]).subarray(1);
    const { colours } = await decode(
      await formatIndexedPng({ rgba: Buffer.from(inside.buffer, 1, 4), width: 1, height: 1 }, 16),
    );
    expect(colours).toEqual([[1, 2, 3]]);
  });
});
