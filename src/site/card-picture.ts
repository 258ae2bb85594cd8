/**
 * Share pictures as PNG files. Separate from `cards.ts`, because the library that renders them
 * takes long to load.
 */
import type { Card } from '../publish/card-blocks.ts';
import type { PrintText } from '../publish/chart-svg.ts';
import { formatCardSvg } from '../publish/print-card.ts';
import { layoutCard, type CardWords } from '../publish/share-card.ts';
import { describePrinter, getOutliner, renderPng, spellText } from '../drawings/chart-picture.ts';
import { getDrawingStyle } from '../drawings/whole-svg.ts';
import { keep, readCode } from '../library/kept-files.ts';

let code: string | undefined;

/** Returns the cached file: a card is drawn only if its words or its drawing changed. */
export function keepCardPng(words: CardWords): Promise<Uint8Array<ArrayBuffer>> {
  const card = layoutCard(words);
  const svg = formatCardSvg(card, getDrawingStyle(), spellText);
  code ??= readCode('site/card-picture.ts');
  return keep([code, words.kind, svg, describePrinter()], () => drawCard(words.kind, card));
}

/** Renders the picture as a PNG file. `print` may draw texts in another way than as outlines. */
export const renderCardPng = (words: CardWords, print?: PrintText) =>
  drawCard(words.kind, layoutCard(words), print);

async function drawCard(kind: CardWords['kind'], card: Card, print?: PrintText) {
  const svg = formatCardSvg(card, getDrawingStyle(), print ?? (await getOutliner()));
  // Words need only ink, paper, yarn and the shades between them; a drawing needs more colours.
  return renderPng(svg, kind === 'chart' ? 64 : 16);
}
