/** Places blocks of text on a share card, each in the largest size that fits. */
import {
  getFace,
  round,
  type Drawing,
  type PlacedText,
  type TextStyle,
} from '../charts/drawing.ts';
import { balanceText, measureText, wrapText } from '../charts/text-width.ts';
import type { Standing } from '../evidence/standing.ts';

export const cardSize = { width: 1200, height: 630 } as const;

/** The words and marks of a card, with their positions. */
export type Card = {
  texts: PlacedText[];
  rings: { x: number; y: number; radius: number; standing: Standing }[];
  /** Red yarns, as path data. */
  yarns: string[];
  /** The end of an article's rope. */
  rope: { x: number; y: number } | undefined;
  /** Outline of an evidence tag. */
  outlines: string[];
  /** The dashed edge of a claim, from top to bottom. */
  edge: { top: number; bottom: number } | undefined;
  drawing:
    | {
        x: number;
        y: number;
        scale: number;
        parts: { x: number; y: number; index: number }[];
        of: Drawing;
      }
    | undefined;
};

/** The space to the left and right of all words. */
export const cardMargin = 60;

export const innerWidth = cardSize.width - 2 * cardMargin;

export const footLine = 560;

type Fitted = { lines: string[]; size: number };

type Limits = {
  width: number;
  lines: number;
  sizes: [largest: number, smallest: number];
  style: TextStyle;
};

/**
 * Returns the largest size at which a text fits into its lines. If even the smallest size is too
 * large, the text is cut after a word, or inside a word that is too wide.
 */
export function fit(
  text: string,
  { width, lines: most, sizes: [largest, smallest], style }: Limits,
): Fitted {
  const face = getFace(style);
  const isFit = (lines: string[], size: number) =>
    lines.length <= most && lines.every((line) => measureText(line, size, face) <= width);
  for (let size = largest; size >= smallest; size -= 1) {
    if (!isFit(wrapText(text, width, size, face), size)) continue;
    const balanced = balanceText(text, width, size, face);
    return { lines: isFit(balanced, size) ? balanced : wrapText(text, width, size, face), size };
  }
  let kept = text;
  while (kept.length > 1) {
    const shorter = kept.replace(/\s*\S+$/, '');
    kept = shorter || kept.slice(0, -1);
    const lines = wrapText(`${kept}…`, width, smallest, face);
    if (isFit(lines, smallest)) return { lines, size: smallest };
  }
  return { lines: [], size: smallest };
}

export function placeLines(
  card: Card,
  { lines, size }: Fitted,
  x: number,
  baseline: number,
  leading: number,
  style: TextStyle,
): void {
  for (const [index, text] of lines.entries()) {
    card.texts.push({
      text,
      x,
      y: round(baseline + index * size * leading),
      size,
      style,
      anchor: 'start',
    });
  }
}

type Block = {
  x: number;
  top: number;
  width: number;
  height: number;
  sizes: [number, number];
  leading: number;
};

/** Places a text in the serif, as large as its space allows. Returns where it ends. */
export function placeBlock(
  card: Card,
  text: string,
  { x, top, width, height, sizes, leading }: Block,
): number {
  const [largest, smallest] = sizes;
  for (let size = largest; size >= smallest; size -= 1) {
    const lines = Math.max(1, Math.floor(height / (size * leading)));
    const fitted = fit(text, { width, lines, sizes: [size, size], style: 'numeral' });
    if (fitted.lines.join(' ').endsWith('…') && !text.endsWith('…') && size > smallest) continue;
    placeLines(card, fitted, x, top + size * 0.78, leading, 'numeral');
    return top + fitted.lines.length * size * leading;
  }
  return top;
}

export function placeLabel(card: Card, text: string): void {
  card.texts.push({
    text,
    x: cardSize.width - cardMargin,
    y: 82,
    size: 28,
    style: 'strong',
    anchor: 'end',
  });
}

/** Draws an evidence tag at the top right: two cut corners, the ring and the id. */
export function placeEvidenceTag(card: Card, text: string, standing: Standing): void {
  const size = 30;
  const right = cardSize.width - cardMargin;
  const left = round(right - measureText(text, size, 'semibold') - 76);
  const [top, bottom, cut] = [46, 98, 15];
  card.outlines.push(
    `M${left + cut} ${top}H${right}V${bottom}H${left + cut}L${left} ${bottom - cut}V${top + cut}z`,
  );
  card.rings.push({ x: left + 34, y: 72, radius: 11, standing });
  card.texts.push({ text, x: left + 56, y: 82.5, size, style: 'strong', anchor: 'start' });
}

/** The yarn runs from the left edge to the first fact, which is the most important one. */
export function placeFoot(card: Card, facts: string[], standing?: Standing): void {
  const x = cardMargin + 40;
  const [first = '', ...rest] = facts;
  card.yarns.push(`M-4 ${footLine}H${standing ? 62 : 66}`);
  if (standing) card.rings.push({ x: 75, y: footLine, radius: 13, standing });
  card.texts.push({ text: first, x, y: footLine + 10, size: 29, style: 'strong', anchor: 'start' });
  const after = round(x + measureText(first, 29, 'semibold') + 24);
  const { lines, size } = fit(rest.join(' · '), {
    width: cardSize.width - cardMargin - after,
    lines: 1,
    sizes: [27, 22],
    style: 'quiet',
  });
  placeLines(card, { lines, size }, after, footLine + 10, 1, 'quiet');
}
