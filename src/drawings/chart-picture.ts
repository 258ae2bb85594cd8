/**
 * Charts as PNG files, their letters drawn with the site's own fonts. Separate from `chart-svg.ts`,
 * because the code that draws pixels takes long to load.
 */
import sharp from 'sharp';
import { formatPictureSvg, type PrintText } from '../publish/chart-svg.ts';
import { type Picture } from '../publish/chart-surround.ts';
import { formatIndexedPng } from '../publish/indexed-png.ts';
import { createOutliner } from '../publish/outline-text.ts';
import { getDrawingStyle, pixelsPerUnit } from './whole-svg.ts';
import { describePackages, keep, readCode, shorten } from '../library/kept-files.ts';
import {
  readFontFiles,
  readPackedFonts,
  sans,
  serif,
  serifItalic,
  type Typeface,
} from '../library/typefaces.ts';

/** The chart as a PNG file, cached from build to build. */
export function keepChartPng(picture: Picture): Promise<Uint8Array<ArrayBuffer>> {
  const svg = formatPictureSvg(picture, getDrawingStyle(), spellText);
  return keep(['chart', svg, describePrinter()], () => renderChartPng(picture));
}

/**
 * The picture as a PNG file, its letters drawn with the site's own fonts, not with those of the
 * machine.
 */
export async function renderChartPng(
  picture: Picture,
  print?: PrintText,
): Promise<Uint8Array<ArrayBuffer>> {
  const svg = formatPictureSvg(picture, getDrawingStyle(), print ?? (await getOutliner()));
  const scaled = svg.replace(
    / width="\d+" height="\d+"/,
    ` width="${picture.width * pixelsPerUnit}" height="${picture.height * pixelsPerUnit}"`,
  );
  return renderPng(scaled, 256);
}

/** The drawing, which must cover all of its area, as a PNG of at most `colours` colours. */
export async function renderPng(svg: string, colours: number): Promise<Uint8Array<ArrayBuffer>> {
  const { data, info } = await sharp(Buffer.from(svg))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return formatIndexedPng(data, info, colours);
}

/** Everything that an outline depends on, instead of the outline, which takes long to draw. */
export const spellText: PrintText = (text, look) => JSON.stringify([text, look]);

let printer: string | undefined;

/**
 * The digest of everything that turns a drawing and its texts into pixels: the code, the packages,
 * the typefaces.
 */
export function describePrinter(): string {
  printer ??= shorten(
    readCode(
      'drawings/chart-picture.ts',
      'publish/indexed-png.ts',
      'publish/outline-text.ts',
      'library/typefaces.ts',
    ),
    describePackages(['sharp', 'harfbuzzjs', 'bidi-js', 'wawoff2']),
    JSON.stringify(sharp.versions),
    ...[sans, serif, serifItalic].flatMap((typeface) =>
      readPackedFonts(typeface).map(({ bytes }) => bytes),
    ),
  );
  return printer;
}

let outliner: Promise<PrintText> | undefined;

/** Draws texts as outlines of the site's fonts. */
export function getOutliner(): Promise<PrintText> {
  outliner ??= loadOutliner();
  return outliner;
}

async function loadOutliner(): Promise<PrintText> {
  const read = async (typeface: Typeface) =>
    (await readFontFiles(typeface)).map(({ bytes }) => bytes);
  return createOutliner({
    sans: await read(sans),
    serif: await read(serif),
    'serif-italic': await read(serifItalic),
  });
}
