/**
 * Share pictures as PNG files. Separate from `cards.ts`, because the code that draws pixels takes
 * long to load.
 */
import sharp from 'sharp';
import type { PrintText } from '../publish/chart-svg.ts';
import { formatCardSvg } from '../publish/print-card.ts';
import { layoutCard, type CardWords } from '../publish/share-card.ts';
import { describePrinter, getOutliner, spellText } from '../drawings/chart-picture.ts';
import { getDrawingStyle } from '../drawings/whole-svg.ts';
import { keep, readCode } from '../library/kept-files.ts';

let code: string | undefined;

/**
 * The same file, kept from build to build: only a card that says or shows something else is drawn.
 */
export function keepCardPng(words: CardWords): Promise<Uint8Array<ArrayBuffer>> {
  const svg = formatCardSvg(layoutCard(words), getDrawingStyle(), spellText);
  code ??= readCode('site/card-picture.ts');
  return keep([code, words.kind, svg, describePrinter()], () => renderCardPng(words));
}

/** The picture as a PNG file. `print` may draw texts otherwise than as outlines. */
export async function renderCardPng(
  words: CardWords,
  print?: PrintText,
): Promise<Uint8Array<ArrayBuffer>> {
  const svg = formatCardSvg(layoutCard(words), getDrawingStyle(), print ?? (await getOutliner()));
  // Words need only ink, paper and yarn and the shades between them; a drawing needs more colours.
  const colours = words.kind === 'chart' ? 64 : 16;
  const png = await sharp(Buffer.from(svg))
    .flatten()
    .png({ palette: true, colours, effort: 1, dither: 0, compressionLevel: 6 })
    .toBuffer();
  return Uint8Array.from(png);
}
