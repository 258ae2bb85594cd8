import sharp, { type JpegOptions } from 'sharp';
import { describe, expect, it } from 'vitest';
import { hasBrokenScan } from '../../../src/library/pictures/jpeg-scan.ts';
import { draw } from '../../content/make-pictures.ts';

/** A JPEG of 20 by 12 pixels with a restart marker after every block, which sharp cannot write. */
const withRestarts = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAMABQDASIAAhEBAxEB/8QAFwAAAwEAAAAAAAAAAAAAAAAAAAEDBf/EACgQAAICAQMCBAcAAAAAAAAAAAECAxEhAAQSMVEFIkFhExQyUoHB0f/EABQBAQAAAAAAAAAAAAAAAAAAAAD/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/90ABAAB/9oADAMBAAIRAxEAPwBmIuw3LRLbEq3UtJ5T07YzXQ3pySQcvg8jGgpwq1mjjGTZGc+9+1TEIhIoZyF2plXkbonkSAPQfzSjijnj2cpUI0jKTwwByDA12+kV20H/0KfJl/MkSlSTXOKyMkfcNGsubxCTZzPDDFCEB5ZT1Iv91+NGg//Z',
  'base64',
);

/** Draws a picture of soft waves with some noise, similar to a photograph. */
function drawWaves(width: number, height: number) {
  const pixels = Buffer.alloc(width * height * 3);
  let noise = 1;
  for (let at = 0; at < pixels.length; at++) {
    noise = (Math.imul(noise, 1_103_515_245) + 12_345) >>> 0;
    pixels[at] = 100 + Math.sin(at / 50) * 60 + ((noise >>> 16) % 40);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

const ways: JpegOptions[] = [
  {},
  { chromaSubsampling: '4:4:4' },
  { optimiseCoding: false },
  { progressive: true },
  { mozjpeg: true },
  { mozjpeg: true, progressive: false },
];

describe('the coded pixels of a JPEG', () => {
  it.each([1, 30, 80, 100])(
    'are found whole in every picture that was written whole, in quality %i',
    async (quality) => {
      for (const way of ways) {
        for (const [width, height] of [
          [1, 1],
          [8, 8],
          [61, 43],
          [160, 120],
        ] as const) {
          for (const picture of [draw(width, height), drawWaves(width, height)]) {
            const written = await picture.jpeg({ quality, ...way }).toBuffer();
            expect(hasBrokenScan(written), JSON.stringify({ way, width, height })).toBe(false);
          }
        }
        expect(
          hasBrokenScan(
            await draw()
              .greyscale()
              .toColourspace('b-w')
              .jpeg({ quality, ...way })
              .toBuffer(),
          ),
        ).toBe(false);
      }
    },
  );

  it('are found broken where sixty bytes in the middle are others, wherever that is', async () => {
    let found = 0;
    const tries = 60;
    for (let time = 0; time < tries; time++) {
      const bytes = await drawWaves(320, 240)
        .jpeg({ quality: 60 + (time % 3) * 15 })
        .toBuffer();
      const start = Math.floor(bytes.length * (0.15 + (0.7 * time) / tries));
      for (let at = 0; at < 60; at++) bytes[start + at] = (at * 97 + time * 31) % 255;
      if (hasBrokenScan(bytes)) found += 1;
    }
    // A few wrong bytes may be undetectable: nothing in the file says what they were.
    expect(found).toBeGreaterThanOrEqual(tries - 2);
  });

  it('are followed over restarts', () => {
    expect(hasBrokenScan(withRestarts)).toBe(false);
    const restart = withRestarts.indexOf(Buffer.from([0xff, 0xd0]));
    expect(restart).toBeGreaterThan(0);
    const wrong = Buffer.from(withRestarts);
    wrong[restart + 1] = 0xd5;
    expect(hasBrokenScan(wrong)).toBe(true);
    expect(
      hasBrokenScan(
        Buffer.concat([withRestarts.subarray(0, restart - 2), withRestarts.subarray(restart)]),
      ),
    ).toBe(true);
    expect(
      hasBrokenScan(
        Buffer.concat([
          withRestarts.subarray(0, restart),
          Buffer.from([0, 1, 2]),
          withRestarts.subarray(restart),
        ]),
      ),
    ).toBe(true);
  });
});
