/** Renders the published files of a picture. */
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describePackages, keep, readCode } from '../library/kept-files.ts';
import type { PictureSize } from '../library/pictures/picture-files.ts';

let painter: string[] | undefined;

/** Returns the same bytes, cached between builds. */
export function keepPicture(size: PictureSize): Promise<Uint8Array<ArrayBuffer>> {
  painter ??= [
    readCode('site/render-picture.ts'),
    describePackages(['sharp']),
    JSON.stringify(sharp.versions),
  ];
  return keep(
    [...painter, JSON.stringify([size.width, size.form]), readFileSync(size.location)],
    () => renderPicture(size),
  );
}

/** Returns the bytes of one size: upright, in sRGB, without metadata on camera, place or author. */
export async function renderPicture({ location, width, form }: PictureSize): Promise<Buffer> {
  // With a path, sharp would cache the picture and not notice that an editor replaced it.
  const scaled = sharp(readFileSync(location))
    .autoOrient()
    .resize({ width, withoutEnlargement: true });
  if (form === 'webp') return scaled.webp({ quality: 72, effort: 5 }).toBuffer();
  if (form === 'png') return scaled.png({ palette: true }).toBuffer();
  return scaled.flatten({ background: '#fff' }).jpeg({ quality: 72, mozjpeg: true }).toBuffer();
}
