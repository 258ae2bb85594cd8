/**
 * Lays out the picture shown when a page is shared: 1200 by 630 px, with words of any length in
 * large type.
 *
 * Pure layout and text, in the colours and the type of the site. An article shows the rope, whose
 * red yarn leads to its number; a number, a claim and a chart show the yarn at their foot.
 */
import { round, type Drawing } from '../charts/drawing.ts';
import { measureText } from '../charts/text-width.ts';
import type { Standing } from '../evidence/standing.ts';
import {
  type Card,
  cardMargin,
  placeBlock,
  innerWidth,
  cardSize,
  fit,
  placeLines,
  placeEvidenceTag,
  footLine,
  placeFoot,
  placeLabel,
} from './card-blocks.ts';

/** A value in two parts: its hedge, "at least", and the rest, "40". */
export type CardValue = { hedge?: string | undefined; body: string };

/** The words of a card, without markup. */
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
    x: cardMargin + 50,
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
    x: cardMargin,
    top: 138,
    width: innerWidth,
    height: number ? 262 : 300,
    sizes: [80, 40],
    leading: 1.06,
  });
  card.rope = { x: 310, y: 498 };
  if (!number) return;
  const x = 812;
  const width = cardSize.width - cardMargin - x;
  const ring = { x: 782, y: 498, radius: 13, standing: number.standing };
  card.rings.push(ring);
  card.yarns.push(`M308 511C400 462 470 470 560 482S700 498 ${ring.x - ring.radius} ${ring.y}`);
  const { hedge, body } = number.value;
  const value = fit(body, { width, lines: 2, sizes: [104, 40], style: 'numeral' });
  const caption = fit(number.caption, { width, lines: 2, sizes: [27, 21], style: 'quiet' });
  // The ring is level with the first line of the value; the hedge is above it, what it counts
  // below.
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
  placeEvidenceTag(card, words.tag, words.standing);
  const bottom = words.values.length > 0 ? placeValues(card, words.values) : 110;
  const sizes: [number, number] = words.values.length > 0 ? [50, 32] : [76, 40];
  const top = bottom + 46;
  const end = placeBlock(card, words.title, {
    x: cardMargin,
    top,
    width: innerWidth,
    height: words.rows ? 190 : footLine - 50 - top,
    sizes,
    leading: 1.12,
  });
  if (words.rows) {
    const rows = fit(words.rows, { width: innerWidth, lines: 3, sizes: [36, 36], style: 'quiet' });
    placeLines(card, rows, cardMargin, end + 56, 1.36, 'quiet');
  }
  placeFoot(card, words.facts, words.standing);
}

/**
 * Places values side by side, as large as possible, each after its small hedge. Returns the
 * baseline of the last value.
 */
function placeValues(card: Card, values: CardValue[]): number {
  const [first] = values;
  if (values.length === 1 && first) {
    for (let size = 230; size >= 96; size -= 2) {
      const small = Math.max(34, round(size * 0.28));
      const lead = first.hedge ? measureText(first.hedge, small, 'serif') + size * 0.1 : 0;
      if (lead + measureText(first.body, size, 'serif') > innerWidth) continue;
      const y = 160 + round(size * 0.78);
      if (first.hedge)
        card.texts.push({
          text: first.hedge,
          x: cardMargin,
          y,
          size: small,
          style: 'numeral',
          anchor: 'start',
        });
      card.texts.push({
        text: first.body,
        x: round(cardMargin + lead),
        y,
        size,
        style: 'numeral',
        anchor: 'start',
      });
      return y;
    }
  }
  const all = values.map(({ hedge, body }) => [hedge, body].filter(Boolean).join(' ')).join(' / ');
  const block = fit(all, { width: innerWidth, lines: 2, sizes: [150, 48], style: 'numeral' });
  const y = 160 + block.size * 0.78;
  placeLines(card, block, cardMargin, y, 1.04, 'numeral');
  return y + (block.lines.length - 1) * block.size * 1.04;
}

function layoutClaim(card: Card, words: CardWords & { kind: 'claim' }): void {
  placeLabel(card, words.label);
  const top = 146;
  const bottom = placeBlock(card, words.claim, {
    x: cardMargin + 36,
    top,
    width: innerWidth - 36,
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
      x: cardMargin,
      top: 120,
      width: innerWidth,
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
  const scaleOf = (wide: number, high: number) => Math.min(innerWidth / wide, height / high);
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
    x: cardMargin,
    y: round(top),
    scale: Math.floor(scale * 1000) / 1000,
    parts,
    of: drawing,
  };
}
