/** Chooses a place for each name, so that none touches another name, a point or the scale. */
import { sort } from 'd3';
import type { Box, Frame } from '../drawing.ts';
import type { Pen } from '../pen.ts';
import { placeLabels, touch, type Candidate } from '../place-labels.ts';
import { getAnchor, listBlocks, listPositions, type Block, type Position } from './labels.ts';
import { densify } from './lines.ts';
import type { MapPlace } from './table.ts';

/** A place inside the frame. */
export type Spot = { place: MapPlace; x: number; y: number };

/** What names must leave free, and what they should not cover. */
export type Ground = {
  frame: Frame;
  /** The radius of a point. */
  size: number;
  isFree: (box: Box, taken: readonly Box[], room: number) => boolean;
  countWater: (box: Box) => number;
  countBorder: (box: Box) => number;
};

/** A name over a river is hard to read: any free place is better, even one at the end of a line. */
const overRiver = 80;
/** A border is thin and dashed: it disturbs only a note. */
const overBorder = 8;

/** The cost of a name that covers `points` of a line. */
const weighCrossing = (points: number, whole: number) => (points > 0 ? whole + points * 0.4 : 0);

type Choice = Candidate & { position: Position; block: Block };
/** At most this many candidates are compared, the best ones. */
const mostChoices = 500;

export function boxAround({ x, y }: Spot, size: number): Box {
  return { left: x - size / 2, right: x + size / 2, top: y - size / 2, bottom: y + size / 2 };
}

/** Writes the names. Returns the room that they and their lines take. */
export function namePlaces(pen: Pen, spots: Spot[], ground: Ground, fixed: Box[]): Box[] {
  const choices = spots.map((spot) =>
    sort(listChoices(spot, spots, ground, fixed), ({ cost }) => cost).slice(0, mostChoices),
  );
  // If two lines met, readers could not see which name belongs to which point.
  const chosen = placeLabels(choices, 3, 1, 3);
  return spots.flatMap(({ place }, index) => {
    const choice = choices[index]?.[chosen[index] ?? -1];
    if (choice) {
      writeName(pen, choice);
      return [...choice.boxes, ...choice.lines];
    }
    pen.warnings.push({
      kind: 'no-room',
      words: [place.name],
      message: `There is no room for the name "${place.name}" beside its point.`,
      fix: 'Leave a place out, or shorten the name.',
    });
    return [];
  });
}

function listChoices(spot: Spot, spots: Spot[], ground: Ground, fixed: Box[]): Choice[] {
  const { frame, size } = ground;
  const others = spots.filter((other) => other !== spot);
  const dots = others.map((other) => boxAround(other, size));
  return listBlocks(spot.place, frame).flatMap(({ block, cost }) =>
    listPositions([spot.x, spot.y], size / 2, block, frame).flatMap((position): Choice[] => {
      if (!ground.isFree(position.box, fixed, 2)) return [];
      const leader = position.leader ? densify(position.leader) : [];
      const lines = leader.map(([x, y]) => ({
        left: x - 1,
        right: x + 1,
        top: y - 1,
        bottom: y + 1,
      }));
      if (dots.some((dot) => touchesAny(dot, lines, 2))) return [];
      // Readers would take a name nearer to another point for the name of that point.
      const near = Math.min(measureGap(position.box, spot), 12) + size;
      const astray = others.filter((other) => isNearer(position.box, other, near)).length;
      const crossing =
        astray * 40 +
        weighCrossing(ground.countWater(position.box), overRiver) +
        weighCrossing(ground.countBorder(position.box), block.lines.length > 1 ? overBorder : 0);
      return [
        { cost: cost + position.cost + crossing, boxes: [position.box], lines, position, block },
      ];
    }),
  );
}

function writeName(pen: Pen, { position, block }: Choice): void {
  if (position.leader) pen.line({ kind: 'leader' }, ...position.leader);
  const first = position.box.top + block.firstBaseline;
  block.lines.forEach(({ text, style, size }, at) =>
    pen.text(
      text,
      getAnchor(position),
      first + at * block.lineHeight,
      style,
      size,
      position.anchor,
    ),
  );
}

/** The distance of a point from a box. */
function measureGap({ left, right, top, bottom }: Box, { x, y }: Spot): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

/** Whether a point is less than `gap` away from a box. */
function isNearer(box: Box, spot: Spot, gap: number): boolean {
  // Most points are too far away along one axis alone.
  const isFar =
    box.left - spot.x >= gap ||
    spot.x - box.right >= gap ||
    box.top - spot.y >= gap ||
    spot.y - box.bottom >= gap;
  return !isFar && measureGap(box, spot) < gap;
}

/** Whether a box touches one of the boxes that cover a line. */
function touchesAny(box: Box, line: Box[], room: number): boolean {
  const [from, to] = [line[0], line.at(-1)];
  if (!from || !to) return false;
  const around = {
    left: Math.min(from.left, to.left),
    right: Math.max(from.right, to.right),
    top: Math.min(from.top, to.top),
    bottom: Math.max(from.bottom, to.bottom),
  };
  return touch(around, box, room) && line.some((one) => touch(one, box, room));
}
