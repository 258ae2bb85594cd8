/** Lays out the words around a chart in a separate file: title, subtitle, notes, sources, site. */
import { round, type Drawing, type DrawingPart, type PlacedText } from '../charts/drawing.ts';
import { balanceText, measureText, wrapText } from '../charts/text-width.ts';

/** The words of the file, without markup. */
export type ChartWords = {
  id: string;
  title: string;
  subtitle: string;
  description: string;
  note: string;
  sources: string;
  siteName: string;
  /** The address of the chart's own page. */
  address: string;
};

/** A drawing and the words around it: parts, each with its position. */
export type Picture = {
  words: ChartWords;
  width: number;
  height: number;
  blocks: { x: number; y: number; part: DrawingPart }[];
  /** Top of the line with the site's name. */
  footTop: number;
};

export const surroundMargin = 48;

const titleSize = 37;

const subtitleSize = 19;

const smallSize = 15;

const columnGap = 44;

export function layoutPicture(words: ChartWords, drawing: Drawing): Picture {
  const inner = Math.max(640, ...drawing.parts.map((part) => part.width));
  const blocks: Picture['blocks'] = [];
  let y = surroundMargin;
  const place = (part: DrawingPart, after: number) => {
    blocks.push({ x: surroundMargin, y, part });
    y += part.height + after;
  };
  place(layoutRule(words, inner), 0);
  place(layoutHead(words, inner), 30);
  for (const part of drawing.parts) place(part, 26);
  place(layoutNotes(words, inner), 40);
  const footTop = y;
  place(layoutFoot(words, inner), 0);
  return {
    words,
    width: inner + 2 * surroundMargin,
    height: Math.ceil(y + surroundMargin * 0.6),
    blocks,
    footTop,
  };
}

type Stack = { texts: PlacedText[]; bottom: number };

/** Places lines below one another. `bottom` is where the next text may begin. */
function stack(
  lines: string[],
  x: number,
  top: number,
  size: number,
  leading: number,
  style: PlacedText['style'],
): Stack {
  return {
    texts: lines.map((text, index) => ({
      text,
      x,
      y: round(top + size * 0.8 + index * size * leading),
      size,
      style,
      anchor: 'start',
    })),
    bottom: top + lines.length * size * leading,
  };
}

function toDrawingPart(
  id: string,
  width: number,
  height: number,
  texts: PlacedText[],
): DrawingPart {
  return { id, width, height: Math.ceil(height), patterns: [], paths: [], texts };
}

/** The line above the title. */
const layoutRule = ({ id }: ChartWords, width: number): DrawingPart => ({
  ...toDrawingPart(`${id}-rule`, width, 0, []),
  paths: [{ kind: 'axis', d: `M0 1H${width}` }],
});

function layoutHead({ id, title, subtitle }: ChartWords, width: number): DrawingPart {
  const head = stack(
    balanceText(title, width, titleSize, 'serif'),
    0,
    26,
    titleSize,
    1.16,
    'numeral',
  );
  const below = stack(
    wrapText(subtitle, width, subtitleSize),
    0,
    head.bottom + 8,
    subtitleSize,
    1.4,
    'quiet',
  );
  return toDrawingPart(`${id}-head`, width, below.bottom, [...head.texts, ...below.texts]);
}

/** Places note and sources side by side, or the sources alone. */
function layoutNotes({ id, note, sources }: ChartWords, width: number): DrawingPart {
  const columns = [
    { name: 'Note', words: note },
    { name: 'Source', words: sources },
  ].filter(({ words }) => words);
  const columnWidth = columns.length > 1 ? (width - columnGap) / 2 : Math.min(width, 720);
  const stacks = columns.map(({ name, words }, index): Stack => {
    const x = index * (columnWidth + columnGap);
    const heading = stack([name], x, 0, smallSize, 1.4, 'strong');
    const body = stack(
      wrapText(words, columnWidth, smallSize),
      x,
      heading.bottom,
      smallSize,
      1.4,
      'quiet',
    );
    return { texts: [...heading.texts, ...body.texts], bottom: body.bottom };
  });
  return toDrawingPart(
    `${id}-notes`,
    width,
    Math.max(...stacks.map(({ bottom }) => bottom)),
    stacks.flatMap(({ texts }) => texts),
  );
}

function layoutFoot({ id, siteName, address }: ChartWords, width: number): DrawingPart {
  const y = 30;
  const name: PlacedText = {
    text: siteName,
    x: 38,
    y,
    size: 24,
    style: 'numeral',
    anchor: 'start',
  };
  if (address === '') return toDrawingPart(`${id}-foot`, width, 40, [name]);
  const where = address.replace(/^https?:\/\//, '');
  const room = width - 38 - measureText(siteName, 24, 'serif') - 24;
  const size = Math.min(smallSize, (smallSize * room) / measureText(where, smallSize));
  return toDrawingPart(`${id}-foot`, width, 40, [
    name,
    { text: where, x: width, y, size: round(size), style: 'tick', anchor: 'end' },
  ]);
}
