/**
 * A chart as a file of its own: its drawing with title, subtitle, note, sources and the name of the
 * site drawn around it.
 *
 * Pure layout and text. Texts are measured like those of the drawing itself, and each says how wide
 * it is, so that another font squeezes its letters instead of running over its neighbour.
 */
import { escapeMarkup } from './escape-markup.ts';
import { getFace, round, type Drawing, type Part, type PlacedText } from '../charts/drawing.ts';
import { balanceText, measureText, wrapText } from '../charts/text-width.ts';
import type { Attributes, DrawingStyle } from './drawing-style.ts';

/** What the file says, in plain words. */
export type ChartWords = {
  id: string;
  title: string;
  subtitle: string;
  description: string;
  note: string;
  sources: string;
  siteName: string;
  /** Of the chart's own page. */
  address: string;
};

/** A drawing with its surroundings: parts, each with its position. */
export type Picture = {
  words: ChartWords;
  width: number;
  height: number;
  blocks: { x: number; y: number; part: Part }[];
  /** Top of the line with the site's name. */
  footTop: number;
};

const margin = 48;
const titleSize = 37;
const subtitleSize = 19;
const smallSize = 15;
const columnGap = 44;

export function layoutPicture(words: ChartWords, drawing: Drawing): Picture {
  const inner = Math.max(640, ...drawing.parts.map((part) => part.width));
  const blocks: Picture['blocks'] = [];
  let y = margin;
  const place = (part: Part, after: number) => {
    blocks.push({ x: margin, y, part });
    y += part.height + after;
  };
  place(layoutHead(words, inner), 30);
  for (const part of drawing.parts) place(part, 26);
  place(layoutNotes(words, inner), 40);
  const footTop = y;
  place(layoutFoot(words, inner), 0);
  return { words, width: inner + 2 * margin, height: Math.ceil(y + margin * 0.6), blocks, footTop };
}

type Stack = { texts: PlacedText[]; bottom: number };

/** Lines below one another. The next may begin at `bottom`. */
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

function toPart(id: string, width: number, height: number, texts: PlacedText[]): Part {
  return { id, width, height: Math.ceil(height), patterns: [], paths: [], texts };
}

function layoutHead({ id, title, subtitle }: ChartWords, width: number): Part {
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
  const rule = { kind: 'axis' as const, d: `M0 1H${width}` };
  return {
    ...toPart(`${id}-head`, width, below.bottom, [...head.texts, ...below.texts]),
    paths: [rule],
  };
}

/** Note and sources side by side, or only the sources. */
function layoutNotes({ id, note, sources }: ChartWords, width: number): Part {
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
  return toPart(
    `${id}-notes`,
    width,
    Math.max(...stacks.map(({ bottom }) => bottom)),
    stacks.flatMap(({ texts }) => texts),
  );
}

function layoutFoot({ id, siteName, address }: ChartWords, width: number): Part {
  const y = 30;
  const name: PlacedText = {
    text: siteName,
    x: 38,
    y,
    size: 24,
    style: 'numeral',
    anchor: 'start',
  };
  if (address === '') return toPart(`${id}-foot`, width, 40, [name]);
  const where = address.replace(/^https?:\/\//, '');
  const room = width - 38 - measureText(siteName, 24, 'serif') - 24;
  const size = Math.min(smallSize, (smallSize * room) / measureText(where, smallSize));
  return toPart(`${id}-foot`, width, 40, [
    name,
    { text: where, x: width, y, size: round(size), style: 'tick', anchor: 'end' },
  ]);
}

export function tag(
  name: string,
  attributes: Record<string, string | number | undefined>,
  content?: string,
): string {
  const printed = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${escapeMarkup(String(value))}"`,
  );
  return content === undefined
    ? `<${name}${printed.join('')}/>`
    : `<${name}${printed.join('')}>${content}</${name}>`;
}

/** Prints one text; `look` is its colour and font. */
export type PrintText = (text: PlacedText, look: Attributes) => string;

/** Letters whose widths are measured, not guessed. */
const measured = /^[\u0020-\u024f\u2010-\u2026\u20ac]*$/;

export const printText: PrintText = (placed, look) => {
  const { text, x, y, size, style, anchor } = placed;
  const width =
    measured.test(text) && text.length > 1
      ? round(measureText(text, size, getFace(style)))
      : undefined;
  return tag(
    'text',
    {
      x,
      y,
      'font-size': size,
      'text-anchor': anchor === 'start' ? undefined : anchor,
      textLength: width,
      lengthAdjust: width && 'spacingAndGlyphs',
      ...look,
    },
    escapeMarkup(text),
  );
};

/** Absolute addresses of marks and their names, by the key of a target. */
export type FileLinks = ReadonlyMap<string, { address: string; name: string }>;

/**
 * The SVG file. `print` may draw texts as something else, such as outlines: see outline-text.ts.
 * With `links` its marks are links.
 */
export function formatPictureSvg(
  picture: Picture,
  style: DrawingStyle,
  print: PrintText = printText,
  links?: FileLinks,
): string {
  const { words, width, height, blocks, footTop } = picture;
  const paper = style.colour('paper');
  const lines = [
    tag('title', { id: `${words.id}-file-title` }, escapeMarkup(words.title)),
    tag('desc', { id: `${words.id}-file-description` }, escapeMarkup(words.description)),
    tag('rect', { width, height, fill: paper }),
    ...blocks.map(({ x, y, part }) =>
      tag(
        'g',
        { transform: `translate(${x} ${y})` },
        `\n${[...printPart(part, style, print), ...printLinks(part, links)].join('\n')}\n`,
      ),
    ),
    printCord(margin, footTop - 16, width - 2 * margin, style),
    printMark(margin, footTop + 8, style),
  ];
  // Links inside an image are hidden from screen readers.
  const labels = {
    role: links?.size ? 'graphics-document' : 'img',
    'aria-labelledby': `${words.id}-file-title`,
    'aria-describedby': `${words.id}-file-description`,
  };
  const frame = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    ...labels,
  };
  return `${tag('svg', frame, `\n${lines.join('\n')}\n`)}\n`;
}

function printLinks({ targets = [] }: Part, links?: FileLinks): string[] {
  const anchors = targets.flatMap(({ key, boxes }) => {
    const link = links?.get(key);
    if (!link) return [];
    const rects = boxes.map(({ left, top, right, bottom }) =>
      tag('rect', { x: left, y: top, width: round(right - left), height: round(bottom - top) }),
    );
    return tag('a', { href: link.address, 'aria-label': link.name }, rects.join(''));
  });
  return anchors.length > 0
    ? [tag('g', { fill: 'none', 'pointer-events': 'all' }, `\n${anchors.join('\n')}\n`)]
    : [];
}

/**
 * Elements of a part. Its texts are in one group that is drawn twice: first as a halo in the colour
 * of paper, then normally.
 */
export function printPart(part: Part, style: DrawingStyle, print: PrintText): string[] {
  const patterns = part.patterns.map(({ id, role, pitch, dot, bare }) =>
    tag(
      'pattern',
      { id: `${id}-file`, width: pitch, height: pitch, patternUnits: 'userSpaceOnUse' },
      (bare
        ? ''
        : tag('rect', { width: pitch, height: pitch, ...style.find('rect', ['c-ground', role]) })) +
        tag('rect', { width: dot, height: dot, ...style.find('rect', ['c-dot', role]) }),
    ),
  );
  const paths = part.paths.map(({ kind, role, d, thickness, dash, pattern }) =>
    tag('path', {
      d,
      'stroke-width': thickness,
      'stroke-dasharray': dash?.join(' '),
      fill: pattern && `url(#${pattern}-file)`,
      ...style.find('path', [`c-${kind}`, ...(role ? [role] : [])]),
    }),
  );
  const paper = style.colour('paper');
  const texts = part.texts.map((text) => {
    const { stroke, ...found } = style.find('text', [`c-${text.style}`]);
    const look = Object.fromEntries(
      Object.entries(found).filter(([name]) => !name.startsWith('stroke-')),
    );
    return print(text, stroke === undefined || stroke === paper ? look : { ...look, stroke });
  });
  const halo = tag('use', {
    href: `#${part.id}-texts`,
    stroke: paper,
    'stroke-width': 5,
    'stroke-linejoin': 'round',
  });
  return [
    ...patterns,
    ...paths,
    ...(texts.length
      ? [halo, tag('g', { id: `${part.id}-texts` }, `\n${texts.join('\n')}\n`)]
      : []),
  ];
}

/** The cord rule of the site's masthead: slanted strokes, every ninth red. */
export function printCord(x: number, y: number, width: number, style: DrawingStyle): string {
  const strokes = Array.from({ length: Math.floor((width - 5.5) / 8) + 1 }, (_, index) => ({
    d: `M${round(x + index * 8)} ${y + 7}l5.5-7`,
    isRed: index % 9 === 8,
  }));
  const draw = (isRed: boolean, colour: string, thickness: number) =>
    tag('path', {
      d: strokes.flatMap((stroke) => (stroke.isRed === isRed ? stroke.d : [])).join(''),
      fill: 'none',
      stroke: colour,
      'stroke-width': thickness,
    });
  return draw(false, style.colour('ink'), 1.2) + draw(true, style.colour('yarn'), 2);
}

/** The rope seen end on, as in the masthead. */
export function printMark(x: number, y: number, style: DrawingStyle, scale = 1.16): string {
  const strands = [
    [12, 12, 11],
    [12, 6.9, 4.4],
    [7.6, 14.6, 4.4],
    [16.4, 14.6, 4.4],
  ].map(([cx, cy, r]) => tag('circle', { cx, cy, r }));
  const followed = tag('circle', {
    cx: 16.4,
    cy: 14.6,
    r: 2.7,
    fill: style.colour('yarn'),
    stroke: 'none',
  });
  return tag(
    'g',
    {
      transform: `translate(${x} ${y})scale(${scale})`,
      fill: 'none',
      stroke: style.colour('ink'),
      'stroke-width': 1.6,
    },
    [...strands, followed].join(''),
  );
}
