/**
 * Prints a chart as a separate file: its drawing, with title, subtitle, note, sources and the name
 * of the site around it.
 *
 * Pure layout and text. Texts are measured like those of the drawing itself. Each has its width as
 * an attribute, so that another font squeezes its letters instead of running over its neighbour.
 */
import { escapeMarkup } from './escape-markup.ts';
import { getFace, round, type DrawingPart, type PlacedText } from '../charts/drawing.ts';
import { measureText } from '../charts/text-width.ts';
import type { Attributes, DrawingStyle } from './drawing-style.ts';
import { type Picture, surroundMargin } from './chart-surround.ts';

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
 * Returns the SVG file. `print` may draw texts in another way, for example as outlines: see
 * outline-text.ts. With `links`, the marks of the drawing are links.
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
        `\n${[...printDrawingPart(part, style, print), ...printLinks(part, links)].join('\n')}\n`,
      ),
    ),
    printCord(surroundMargin, footTop - 16, width - 2 * surroundMargin, style),
    printMark(surroundMargin, footTop + 8, style),
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

function printLinks({ targets = [] }: DrawingPart, links?: FileLinks): string[] {
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
 * Elements of a part. Its texts are in one group. Where there are paths, the group is drawn twice:
 * first as a halo in the colour of paper, then normally. A halo takes more than half of the time of
 * a picture, so words around a drawing have none.
 */
export function printDrawingPart(
  part: DrawingPart,
  style: DrawingStyle,
  print: PrintText,
): string[] {
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
    ...(texts.length && paths.length ? [halo] : []),
    ...(texts.length ? [tag('g', { id: `${part.id}-texts` }, `\n${texts.join('\n')}\n`)] : []),
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
