/** Share pictures as PNG files. Apart from `cards.ts`, because what draws pixels takes long to load. */
import sharp from 'sharp';
import type { PrintText } from '../publish/chart-svg.ts';
import { formatCardSvg } from '../publish/print-card.ts';
import { layoutCard, type CardWords } from '../publish/share-card.ts';
import { getOutliner } from '../drawings/chart-picture.ts';
import { getDrawingStyle } from '../drawings/whole-svg.ts';

/** The picture as a PNG file. `print` may draw texts otherwise than as outlines. */
export async function renderCardPng(words: CardWords, print?: PrintText): Promise<Uint8Array<ArrayBuffer>> {
  const svg = formatCardSvg(layoutCard(words), getDrawingStyle(), print ?? (await getOutliner()));
  // Words need ink, paper and yarn with what lies between; a drawing needs its other colours too.
  const colours = words.kind === 'chart' ? 64 : 16;
  const png = await sharp(Buffer.from(svg)).flatten().png({ palette: true, colours, effort: 1, dither: 0, compressionLevel: 6 }).toBuffer();
  return Uint8Array.from(png);
}
