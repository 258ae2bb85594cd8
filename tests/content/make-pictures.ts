/**
 * Pictures for the cases, drawn when a test runs: what cameras, scanners and careless exports
 * leave.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp, { type Sharp } from 'sharp';

/** A picture with edges and colours everywhere, so that a wrong pixel shows. */
export function draw(width = 60, height = 40): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at++) pixels[at] = ((at * 7919) % 251) ^ (at >> 5);
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** Two frames that differ, of 60 by 40 pixels. */
export async function drawFrames(): Promise<Sharp> {
  return sharp(await draw(60, 80).raw().toBuffer(), { raw: { width: 60, height: 80, channels: 3, pageHeight: 40 } });
}

/** Adds what phones write: camera, time and place. `orientation` 6 is a phone held upright. */
export function withCamera(picture: Sharp, orientation = 1): Sharp {
  const exif = { IFD0: { Make: 'Camera', Artist: 'Somebody' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 20/1 0/1' } };
  return picture.withMetadata({ orientation, exif });
}

export const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>';

/** Inserts a segment into a JPEG, after its first two bytes. */
export function insertSegment(jpeg: Buffer, marker: number, data: string): Buffer {
  const segment = Buffer.alloc(4 + data.length);
  segment.writeUInt16BE(0xff00 + marker, 0);
  segment.writeUInt16BE(data.length + 2, 2);
  segment.write(data, 4, 'latin1');
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}

/** Writes `bytes` as a picture of the site at `root`. */
export function putPicture(root: string, name: string, bytes: Buffer): void {
  const path = join(root, 'content/pictures', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
