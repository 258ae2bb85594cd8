/** Charts as pictures: finds the stylesheets and fonts that a file is drawn with. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import sharp from 'sharp';
import wawoff2 from 'wawoff2';
import { toPlainText } from '../evidence/inline.ts';
import { formatPictureSvg, layoutPicture, type Picture, type PrintText } from '../publish/chart-svg.ts';
import { readDrawingStyle, type DrawingStyle } from '../publish/drawing-style.ts';
import { createOutliner } from '../publish/outline-text.ts';
import type { ChartData } from './chart-data.ts';

/** Pixels of the PNG for each unit of the drawing. */
export const pixelsPerUnit = 2;

/** The desktop's drawing with its words. `address` is that of the chart's page. */
export function getPicture({ id, chart, drawings }: ChartData, siteName: string, address: string): Picture {
  const words = {
    id,
    title: toPlainText(chart.title),
    subtitle: toPlainText(chart.subtitle),
    description: toPlainText(chart.description),
    note: toPlainText(chart.note ?? ''),
    sources: toPlainText(chart.sources),
    siteName,
    address,
  };
  return layoutPicture(words, drawings[1]);
}

let style: DrawingStyle | undefined;

/** Read once; a developer who changes a colour starts anew. */
export function getDrawingStyle(): DrawingStyle {
  const read = (name: string) => readFileSync(join(process.cwd(), 'src/styles', name), 'utf8');
  style ??= readDrawingStyle(read('chart.css'), read('tokens.css'));
  return style;
}

/** The picture as an SVG file. */
export function formatChartSvg(picture: Picture): string {
  return formatPictureSvg(picture, getDrawingStyle());
}

/** The picture as a PNG file, its letters drawn with the site's own fonts, whatever the machine has. */
export async function renderChartPng(picture: Picture, print?: PrintText): Promise<Uint8Array<ArrayBuffer>> {
  const svg = formatPictureSvg(picture, getDrawingStyle(), print ?? (await getOutliner()));
  const scaled = svg.replace(
    / width="\d+" height="\d+"/,
    ` width="${picture.width * pixelsPerUnit}" height="${picture.height * pixelsPerUnit}"`,
  );
  const png = await sharp(Buffer.from(scaled)).flatten().png({ palette: true, effort: 8, compressionLevel: 9 }).toBuffer();
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
