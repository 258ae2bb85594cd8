/**
 * The possible places of a name: close to its point, or further away with a line that leads there.
 */
import { cross, max, range } from 'd3';
import { getFace, type Box, type Frame, type PlacedText, type TextStyle } from '../drawing.ts';
import type { Point } from '../pen.ts';
import { balanceText, measureText } from '../text-width.ts';
import type { MapPlace } from './table.ts';

/** The words of a place. */
export type Block = {
  lines: { text: string; size: number; style: TextStyle }[];
  width: number;
  height: number;
  lineHeight: number;
  firstBaseline: number;
};

export type Position = {
  box: Box;
  anchor: PlacedText['anchor'];
  cost: number;
  leader: [Point, Point] | undefined;
};

/** The name with and without its note; only a desktop has room for notes. */
export function listBlocks(place: MapPlace, frame: Frame): { block: Block; cost: number }[] {
  const short = { block: toBlock(place, [], frame), cost: 0 };
  if (!place.note || frame.name !== 'desktop') return [short];
  // The note is left out only if it would touch something. The page of places has it too.
  const notes = [190, 150].map((width) => balanceText(place.note, width, frame.smallSize));
  return [
    ...notes.map((note) => ({ block: toBlock(place, note, frame), cost: 0 })),
    { ...short, cost: 120 },
  ];
}

function toBlock(
  { name, strong }: MapPlace,
  note: string[],
  { labelSize, smallSize }: Frame,
): Block {
  const lineHeight = Math.round(labelSize * 1.12);
  const lines: Block['lines'] = [
    { text: name, size: strong ? labelSize : smallSize, style: strong ? 'strong' : 'label' },
    ...note.map((text) => ({ text, size: smallSize, style: 'quiet' as const })),
  ];
  return {
    lines,
    width: max(lines, ({ text, size, style }) => measureText(text, size, getFace(style))) ?? 0,
    height: (lines.length - 1) * lineHeight + labelSize * 0.92,
    lineHeight,
    firstBaseline: labelSize * 0.72,
  };
}

/** `half` is half the size of the point. */
export function listPositions([x, y]: Point, half: number, block: Block, frame: Frame): Position[] {
  const first = frame.labelSize * 0.46;
  return [
    ...listBeside([x, y], half + 3, block, first),
    ...listStacked([x, y], half + 3, block),
    ...listFar([x, y], half, block, first),
  ];
}

function toBox(left: number, top: number, { width, height }: Block): Box {
  return { left, top, right: left + width, bottom: top + height };
}

/** Lists positions beside the point, with the name level with it or nearly so. */
function listBeside([x, y]: Point, gap: number, block: Block, first: number): Position[] {
  const shifts = [
    { shift: 0, cost: 0 },
    { shift: -6, cost: 2 },
    { shift: 6, cost: 2 },
    { shift: -11, cost: 5 },
    { shift: 11, cost: 5 },
  ];
  return shifts.flatMap(({ shift, cost }): Position[] => [
    { box: toBox(x + gap, y - first + shift, block), anchor: 'start', cost, leader: undefined },
    {
      box: toBox(x - gap - block.width, y - first + shift, block),
      anchor: 'end',
      cost: cost + 1,
      leader: undefined,
    },
  ]);
}

/** Lists positions above and below the point. */
function listStacked([x, y]: Point, gap: number, block: Block): Position[] {
  const shares = [
    { share: 0.5, cost: 4 },
    { share: 0.25, cost: 5 },
    { share: 0.75, cost: 5 },
    { share: 0, cost: 7 },
    { share: 1, cost: 7 },
  ];
  return shares.flatMap(({ share, cost }): Position[] => {
    const aligned = share < 0.5 ? 'start' : share > 0.5 ? 'end' : 'middle';
    const anchor = block.lines.length > 1 ? aligned : 'start';
    const left = x - block.width * share;
    return [y - gap - block.height + 1, y + gap + 1].map((top) => ({
      box: toBox(left, top, block),
      anchor,
      cost,
      leader: undefined,
    }));
  });
}

/** Lists positions further away, at the end of a line, in sixteen directions. */
function listFar([x, y]: Point, half: number, block: Block, first: number): Position[] {
  return cross([10, 16, 24, 34, 46, 60], range(16), (reach, turn): Position => {
    const angle = (turn / 16) * 2 * Math.PI;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const end: Point = [x + cos * (half + reach), y + sin * (half + reach)];
    const isUpright = Math.abs(cos) < 0.3;
    const left = isUpright
      ? end[0] - block.width / 2
      : cos > 0
        ? end[0] + 2
        : end[0] - block.width - 2;
    const top = isUpright ? (sin < 0 ? end[1] - block.height - 1 : end[1] + 2) : end[1] - first;
    const leader: [Point, Point] = [[x + cos * (half + 1), y + sin * (half + 1)], end];
    return {
      box: toBox(left, top, block),
      anchor: cos < -0.3 ? 'end' : 'start',
      cost: 12 + reach,
      leader,
    };
  });
}

/** The x at which the lines of a block begin, end or are centred. */
export function getAnchor({ box, anchor }: Position): number {
  if (anchor === 'middle') return (box.left + box.right) / 2;
  return anchor === 'start' ? box.left : box.right;
}
