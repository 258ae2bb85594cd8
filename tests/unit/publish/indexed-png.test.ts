import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { formatIndexedPng } from '../../../src/publish/indexed-png.ts';
import fc from '../../random.ts';

type Colour = [number, number, number];

/** Opaque pixels of four bytes. */
const toPixels = (colours: Colour[]) =>
  Uint8Array.from(colours.flatMap((colour) => [...colour, 255]));

/** Reads a PNG with another decoder: the colour of each pixel, and bits of each in the file. */
async function readBack(png: Uint8Array) {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const colours = Array.from({ length: data.length / 3 }, (_, pixel): Colour => [
    data[3 * pixel] ?? 0,
    data[3 * pixel + 1] ?? 0,
    data[3 * pixel + 2] ?? 0,
  ]);
  return { colours, width: info.width, height: info.height, depth: png[24] };
}

/** Colours that differ by eight levels or more. */
const apart = fc
  .tuple(...[0, 1, 2].map(() => fc.nat(31)))
  .map((parts) => parts.map((part) => 8 * part) as Colour);

describe('a PNG with indexed colours', () => {
  it.each([
    [16, 4],
    [256, 8],
  ])('of at most %i colours holds each of them, in every size', async (most, depth) => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(apart, {
          minLength: most === 16 ? 1 : 17,
          maxLength: most,
          selector: String,
        }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 12 }),
        fc.infiniteStream(fc.nat()),
        async (palette, width, rows, random) => {
          // Each colour once at least.
          const height = Math.max(rows, Math.ceil(palette.length / width));
          const colours = Array.from({ length: width * height }, (_, pixel): Colour => {
            const index = pixel < palette.length ? pixel : random.next().value % palette.length;
            return palette[index] ?? [0, 0, 0];
          });
          const png = formatIndexedPng(toPixels(colours), { width, height }, most);
          expect(await readBack(png)).toEqual({ colours, width, height, depth });
        },
      ),
    );
  });

  it('keeps flat colours exact and shades near, if there are more than it may have', async () => {
    const paper: Colour = [246, 247, 244];
    const ink: Colour = [18, 24, 26];
    const red: Colour = [179, 32, 31];
    const mix = (one: Colour, other: Colour, share: number) =>
      one.map((part, index) => Math.round(part + ((other[index] ?? 0) - part) * share)) as Colour;
    const shades = Array.from({ length: 200 }, (_, step) =>
      mix(paper, step % 2 === 0 ? ink : red, step / 200),
    );
    const flat = [paper, ink, red].flatMap((colour) => Array.from({ length: 600 }, () => colour));
    const drawn = [...flat, ...shades];
    const png = formatIndexedPng(toPixels(drawn), { width: 100, height: 20 }, 16);
    const { colours } = await readBack(png);
    expect(colours.slice(0, flat.length)).toEqual(flat);
    const off = shades.map((shade, index) =>
      Math.max(
        ...shade.map((part, at) => Math.abs(part - (colours[flat.length + index]?.[at] ?? 0))),
      ),
    );
    expect(Math.max(...off)).toBeLessThan(32);
    expect(new Set(colours.map(String)).size).toBe(16);
  });

  it('takes colours that hardly differ for the one with the longest run', async () => {
    const drawn: Colour[] = [
      [200, 200, 200],
      [203, 203, 203],
      [203, 203, 203],
    ];
    const png = formatIndexedPng(toPixels(drawn), { width: 3, height: 1 }, 16);
    expect((await readBack(png)).colours).toEqual([drawn[1], drawn[1], drawn[1]]);
  });
});
