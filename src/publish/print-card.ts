/** Prints a share picture as an SVG file, in the colours and the type of the site. */
import { round, type PlacedText } from '../charts/drawing.ts';
import {
  ropeTileLength,
  traceLooseYarns,
  traceRogueYarn,
  traceRopeTile,
  traceWhipping,
} from '../charts/rope.ts';
import type { Standing } from '../evidence/standing.ts';
import { printCord, printMark, printDrawingPart, tag, type PrintText } from './chart-svg.ts';
import type { DrawingStyle } from './drawing-style.ts';
import { cardMargin, cardSize, type Card } from './card-blocks.ts';

/** Returns the SVG file. `print` draws its texts. */
export function formatCardSvg(card: Card, style: DrawingStyle, print: PrintText): string {
  const { width, height } = cardSize;
  const [paper, ink, yarn] = [style.colour('paper'), style.colour('ink'), style.colour('yarn')];
  const line = (d: string, stroke: string, thickness: number, dash?: string) =>
    tag('path', {
      d,
      fill: 'none',
      stroke,
      'stroke-width': thickness,
      'stroke-linecap': dash ? undefined : 'round',
      'stroke-dasharray': dash,
    });
  const lookOf = ({ style: kind }: PlacedText) => {
    const { stroke: _, ...look } = style.find('text', [`c-${kind}`]);
    return Object.fromEntries(Object.entries(look).filter(([name]) => !name.startsWith('stroke-')));
  };
  const parts = [
    tag('rect', { width, height, fill: paper }),
    printMark(cardMargin, 51, style, 1.65),
    card.rope ? printRope(card.rope, style) : printCord(-20, height - 13, width + 40, style),
    ...card.yarns.flatMap((d) => [line(d, paper, 9), line(d, yarn, 4)]),
    ...card.outlines.map((d) =>
      tag('path', { d, fill: 'none', stroke: yarn, 'stroke-width': 2.5 }),
    ),
    ...card.rings.map((ring) => printRing(ring, paper, yarn)),
    ...(card.edge
      ? [line(`M${cardMargin + 3} ${card.edge.top}V${round(card.edge.bottom)}`, ink, 6, '14 10')]
      : []),
    ...(card.drawing ? [printDrawing(card.drawing, style, print)] : []),
    ...card.texts.map((text) => print(text, lookOf(text))),
  ];
  return `${tag('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` }, parts.join('\n'))}\n`;
}

function printDrawing(
  { x, y, scale, parts, of }: NonNullable<Card['drawing']>,
  style: DrawingStyle,
  print: PrintText,
): string {
  const printed = parts.flatMap((placed) => {
    const part = of.parts[placed.index];
    return part
      ? tag(
          'g',
          { transform: `translate(${placed.x} ${placed.y})` },
          printDrawingPart(part, style, print).join(''),
        )
      : [];
  });
  return tag('g', { transform: `translate(${x} ${y})scale(${scale})` }, printed.join(''));
}

/** Draws a standing ring in its box of 12 units, as on the page. */
function printRing(
  { x, y, radius, standing }: Card['rings'][number],
  paper: string,
  yarn: string,
): string {
  const scale = round((radius / 5.5) * 100) / 100;
  const shapes: Record<Standing, string> = {
    documented: '<circle r="5.5"/>',
    'supported-in-part': '<path d="M0-5v10a5 5 0 0 0 0-10"/>',
    'one-statement': '',
    'first-source-not-found': '',
    'sources-differ': '<path d="m-3 3 6-6"/>',
    derived: '<path d="M-2-1.2h4M-2 1.2h4"/>',
  };
  const hole = tag('circle', {
    r: 4.7,
    fill: paper,
    'stroke-dasharray': standing === 'first-source-not-found' ? '2.1 1.6' : undefined,
  });
  const frame = {
    transform: `translate(${x} ${y})scale(${scale})`,
    fill: yarn,
    stroke: yarn,
    'stroke-width': 1.6,
  };
  return tag('g', frame, hole + shapes[standing]);
}

/** Draws the laid rope, from the left edge to its whipping at `x`, and the loose yarns after it. */
function printRope({ x, y }: NonNullable<Card['rope']>, style: DrawingStyle): string {
  const [paper, ink, yarn] = [style.colour('paper'), style.colour('ink'), style.colour('yarn')];
  const tiles = 5;
  const body = -36;
  const tile = traceRopeTile();
  const whipping = traceWhipping(body, 36);
  const uses = Array.from({ length: tiles }, (_, index) =>
    tag('use', { href: '#tile', x: body - (index + 1) * ropeTileLength }),
  );
  const loose = traceLooseYarns(0, 26, 235).flatMap((d) => [
    tag('path', { d, stroke: paper, 'stroke-width': 4 }),
    tag('path', { d }),
  ]);
  const content = [
    tag(
      'defs',
      {},
      tag(
        'g',
        { id: 'tile' },
        tag('path', { d: tile.yarns }) + tag('path', { d: tile.edges, 'stroke-width': 1.35 }),
      ),
    ),
    tag(
      'clipPath',
      { id: 'body' },
      tag('rect', {
        x: body - tiles * ropeTileLength,
        y: -60,
        width: tiles * ropeTileLength + 8,
        height: 120,
      }),
    ),
    tag(
      'g',
      { 'clip-path': 'url(#body)' },
      uses.join('') +
        tag('path', {
          d: traceRogueYarn(body - tiles * ropeTileLength, body),
          stroke: yarn,
          'stroke-width': 3,
        }),
    ),
    ...loose,
    tag('path', { d: whipping.outline, fill: paper, stroke: 'none' }),
    tag('path', { d: whipping.turns, 'stroke-width': 1.35 }),
  ];
  const frame = {
    transform: `translate(${x} ${y})scale(1.2)`,
    fill: 'none',
    stroke: ink,
    'stroke-width': 0.95,
    'stroke-linecap': 'round',
  };
  return tag('g', frame, content.join(''));
}
