/** Charts as PNG files, their letters drawn with the site's own fonts. Apart from `chart-svg.ts`, because what draws pixels takes long to load. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import sharp from 'sharp';
import wawoff2 from 'wawoff2';
import { formatPictureSvg, type Picture, type PrintText } from '../publish/chart-svg.ts';
import { createOutliner } from '../publish/outline-text.ts';
import { getDrawingStyle, pixelsPerUnit } from './chart-svg.ts';

/** The picture as a PNG file, its letters drawn with the site's own fonts, whatever the machine has. */
export async function renderChartPng(picture: Picture, print?: PrintText): Promise<Uint8Array<ArrayBuffer>> {
  const svg = formatPictureSvg(picture, getDrawingStyle(), print ?? (await getOutliner()));
  const scaled = svg.replace(
    / width="\d+" height="\d+"/,
    ` width="${picture.width * pixelsPerUnit}" height="${picture.height * pixelsPerUnit}"`,
  );
  const png = await sharp(Buffer.from(scaled)).flatten().png({ palette: true, dither: 0, effort: 8, compressionLevel: 9 }).toBuffer();
  return Uint8Array.from(png);
}

let outliner: Promise<PrintText> | undefined;

function getOutliner(): Promise<PrintText> {
  outliner ??= loadOutliner();
  return outliner;
}

/** Alphabets of the fonts, the commonest first. */
async function loadOutliner(): Promise<PrintText> {
  const require = createRequire(join(process.cwd(), 'package.json'));
  /** One after the other: the decoder hands out its own memory, which its next file takes. */
  const read = async (family: string, alphabets: string[], slant: string) => {
    const files: Uint8Array[] = [];
    for (const alphabet of alphabets) {
      const path = require.resolve(`@fontsource-variable/${family}/files/${family}-${alphabet}-wght-${slant}.woff2`);
      files.push(Uint8Array.from(await wawoff2.decompress(readFileSync(path))));
    }
    return files;
  };
  const latin = ['latin', 'latin-ext', 'vietnamese'];
  const wide = [...latin, 'greek', 'cyrillic', 'cyrillic-ext'];
  return createOutliner({
    sans: await read('archivo-narrow', latin, 'normal'),
    serif: await read('brygada-1918', wide, 'normal'),
    'serif-italic': await read('brygada-1918', wide, 'italic'),
  });
}
