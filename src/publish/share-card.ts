/**
 * The picture that is shown when a page is shared: 1200 by 630, with words of any length in large
 * type.
 *
 * Pure layout and text, in the colours and the type of the site. An article shows the rope, whose
 * red yarn leads to its number; a number, a claim and a chart show the yarn at their foot.
 */
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

/** A value as it was given: "at least" and "40". */
export type CardValue = { hedge?: string | undefined; body: string };

/** What a card says, in plain words. */
export type CardWords = { siteName: string } & (
  | {
      kind: 'article';
      title: string;
      number?: { value: CardValue; caption: string; standing: Standing } | undefined;
    }
  | {
      kind: 'number';
      tag: string;
      values: CardValue[];
      title: string;
      rows?: string;
      standing: Standing;
      facts: string[];
    }
  | { kind: 'claim'; label: string; claim: string; facts: string[] }
  | { kind: 'chart'; label: string; title: string; drawing: Drawing }
);

/** Words and marks with their places. */
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

/** Left and right of all words. */
export const cardMargin = 60;
const margin = cardMargin;
const inner = cardSize.width - 2 * margin;
const footLine = 560;

/**
 * Lays out the words. A long text gets smaller, and is finally cut at a word, so that it stays
 * inside the card.
 */
export function layoutCard(words: CardWords): Card {
  const card: Card = {
    texts: [],
    rings: [],
    yarns: [],
    rope: undefined,
    outlines: [],
    edge: undefined,
    drawing: undefined,
  };
  card.texts.push({
    text: words.siteName,
    x: margin + 50,
    y: 85,
    size: 36,
    style: 'numeral',
    anchor: 'start',
  });
  if (words.kind === 'article') layoutArticle(card, words);
  else if (words.kind === 'number') layoutNumber(card, words);
  else if (words.kind === 'claim') layoutClaim(card, words);
  else layoutChart(card, words);
  return card;
}

function layoutArticle(card: Card, { title, number }: CardWords & { kind: 'article' }): void {
  placeBlock(card, title, {
    x: margin,
    top: 138,
    width: inner,
    height: number ? 262 : 300,
    sizes: [80, 40],
    leading: 1.06,
  });
  card.rope = { x: 310, y: 498 };
  if (!number) return;
  const x = 812;
  const width = cardSize.width - margin - x;
  const ring = { x: 782, y: 498, radius: 13, standing: number.standing };
  card.rings.push(ring);
  card.yarns.push(`M308 511C400 462 470 470 560 482S700 498 ${ring.x - ring.radius} ${ring.y}`);
  const { hedge, body } = number.value;
  const value = fit(body, { width, lines: 2, sizes: [104, 40], style: 'numeral' });
  const caption = fit(number.caption, { width, lines: 2, sizes: [27, 21], style: 'quiet' });
  // The first line of the value is at the ring; its hedge above, what it counts below.
  const baseline = 498 + value.size * (value.lines.length > 1 ? 0 : 0.3);
  if (hedge)
    card.texts.push({
      text: hedge,
      x,
      y: round(baseline - value.size * 0.74 - 12),
      size: 27,
      style: 'quiet',
      anchor: 'start',
    });
  placeLines(card, value, x, baseline, 1, 'numeral');
  placeLines(card, caption, x, baseline + value.size * (value.lines.length - 1) + 46, 1.2, 'quiet');
}

function layoutNumber(card: Card, words: CardWords & { kind: 'number' }): void {
  placeTag(card, words.tag, words.standing);
  const bottom = words.values.length > 0 ? placeValues(card, words.values) : 110;
  const sizes: [number, number] = words.values.length > 0 ? [50, 32] : [76, 40];
  const top = bottom + 46;
  const end = placeBlock(card, words.title, {
    x: margin,
    top,
    width: inner,
    height: words.rows ? 190 : footLine - 50 - top,
    sizes,
    leading: 1.12,
  });
  if (words.rows) {
    const rows = fit(words.rows, { width: inner, lines: 3, sizes: [36, 36], style: 'quiet' });
    placeLines(card, rows, margin, end + 56, 1.36, 'quiet');
  }
  placeFoot(card, words.facts, words.standing);
}

/**
 * Values side by side, as large as possible, each after its small hedge. Returns the baseline of
 * the last.
 */
function placeValues(card: Card, values: CardValue[]): number {
  const [first] = values;
  if (values.length === 1 && first) {
    for (let size = 230; size >= 96; size -= 2) {
      const small = Math.max(34, round(size * 0.28));
      const lead = first.hedge ? measureText(first.hedge, small, 'serif') + size * 0.1 : 0;
      if (lead + measureText(first.body, size, 'serif') > inner) continue;
      const y = 160 + round(size * 0.78);
      if (first.hedge)
        card.texts.push({
          text: first.hedge,
          x: margin,
          y,
          size: small,
          style: 'numeral',
          anchor: 'start',
        });
      card.texts.push({
        text: first.body,
        x: round(margin + lead),
        y,
        size,
        style: 'numeral',
        anchor: 'start',
      });
      return y;
    }
  }
  const all = values.map(({ hedge, body }) => [hedge, body].filter(Boolean).join(' ')).join(' / ');
  const block = fit(all, { width: inner, lines: 2, sizes: [150, 48], style: 'numeral' });
  const y = 160 + block.size * 0.78;
  placeLines(card, block, margin, y, 1.04, 'numeral');
  return y + (block.lines.length - 1) * block.size * 1.04;
}

function layoutClaim(card: Card, words: CardWords & { kind: 'claim' }): void {
  placeLabel(card, words.label);
  const top = 146;
  const bottom = placeBlock(card, words.claim, {
    x: margin + 36,
    top,
    width: inner - 36,
    height: 360,
    sizes: [70, 32],
    leading: 1.14,
  });
  card.edge = { top, bottom };
  placeFoot(card, words.facts);
}

function layoutChart(card: Card, { label, title, drawing }: CardWords & { kind: 'chart' }): void {
  placeLabel(card, label);
  const top =
    placeBlock(card, title, {
      x: margin,
      top: 120,
      width: inner,
      height: 128,
      sizes: [52, 34],
      leading: 1.1,
    }) + 26;
  const height = cardSize.height - 34 - top;
  const gap = 26;
  const widths = drawing.parts.map((part) => part.width);
  const heights = drawing.parts.map((part) => part.height);
  const sum = (values: number[]) =>
    values.reduce((total, value) => total + value, gap * (values.length - 1));
  const scaleOf = (wide: number, high: number) => Math.min(inner / wide, height / high);
  const below = scaleOf(Math.max(...widths), sum(heights));
  const beside = scaleOf(sum(widths), Math.max(...heights));
  const scale = Math.min(1.1, Math.max(below, beside));
  let at = 0;
  const parts = drawing.parts.map((part, index) => {
    const placed = beside > below ? { x: at, y: 0, index } : { x: 0, y: at, index };
    at += (beside > below ? part.width : part.height) + gap;
    return placed;
  });
  card.drawing = {
    x: margin,
    y: round(top),
    scale: Math.floor(scale * 1000) / 1000,
    parts,
    of: drawing,
  };
}

type Fitted = { lines: string[]; size: number };
type Limits = {
  width: number;
  lines: number;
  sizes: [largest: number, smallest: number];
  style: TextStyle;
};

/**
 * The largest size at which a text fits into its lines. At the smallest size the rest is cut at a
 * word, or within one that is too wide.
 */
function fit(
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

function placeLines(
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

/** A text in the serif, as large as its room allows. Returns where it ends. */
function placeBlock(
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

function placeLabel(card: Card, text: string): void {
  card.texts.push({
    text,
    x: cardSize.width - margin,
    y: 82,
    size: 28,
    style: 'strong',
    anchor: 'end',
  });
}

/** An evidence tag at the right of the head: two corners cut, ring and id. */
function placeTag(card: Card, text: string, standing: Standing): void {
  const size = 30;
  const right = cardSize.width - margin;
  const left = round(right - measureText(text, size, 'semibold') - 76);
  const [top, bottom, cut] = [46, 98, 15];
  card.outlines.push(
    `M${left + cut} ${top}H${right}V${bottom}H${left + cut}L${left} ${bottom - cut}V${top + cut}z`,
  );
  card.rings.push({ x: left + 34, y: 72, radius: 11, standing });
  card.texts.push({ text, x: left + 56, y: 82.5, size, style: 'strong', anchor: 'start' });
}

/** The yarn comes in from the left and ends at the first fact, the most important one. */
function placeFoot(card: Card, facts: string[], standing?: Standing): void {
  const x = margin + 40;
  const [first = '', ...rest] = facts;
  card.yarns.push(`M-4 ${footLine}H${standing ? 62 : 66}`);
  if (standing) card.rings.push({ x: 75, y: footLine, radius: 13, standing });
  card.texts.push({ text: first, x, y: footLine + 10, size: 29, style: 'strong', anchor: 'start' });
  const after = round(x + measureText(first, 29, 'semibold') + 24);
  const { lines, size } = fit(rest.join(' · '), {
    width: cardSize.width - margin - after,
    lines: 1,
    sizes: [27, 22],
    style: 'quiet',
  });
  placeLines(card, { lines, size }, after, footLine + 10, 1, 'quiet');
}
