/** Words for major events beside stems that grow away from the years. */
import { max } from 'd3';
import type { Box, Frame } from '../drawing.ts';
import type { Point } from '../pen.ts';
import { placeLabels, touch, type Candidate } from '../place-labels.ts';
import { balanceText, measureText } from '../text-width.ts';
import { markSize, pitch, type Dodged, type Paper } from './lanes.ts';
import type { TimelineMark } from './table.ts';

/** From a stem to its words. */
const stemGap = 7;
/** Stems nearer to one another than this look like one. */
const stemPitch = 6;
const widths = [190, 150, 118];

const getLineHeight = (frame: Frame) => Math.round(frame.labelSize * 1.16);

type Side = 'start' | 'end';
type Place = Candidate & { side: Side; lines: Box[]; text: string[]; top: number };
/** A possible place of words beside their stem, without its height above the line. */
type Room = { side: Side; left: number; right: number; inTheWay: Box[] };

/**
 * Places words with y = 0 at the lane's line, upwards or downwards. Returns how far they extend,
 * and a function that draws them when the position of the line is known.
 */
export function placeWords(
  paper: Paper,
  dodged: Dodged[],
  up: boolean,
  obstacles: Box[],
): { draw: (y: number) => void; reach: number } {
  const major = dodged.filter(({ mark }) => mark.major);
  const candidates = major.map((one) => listPlaces(one, paper.frame, up, obstacles));
  // Readers would take words close to another stem for the words of that stem.
  const chosen = placeLabels(candidates, 8, stemGap - 2);
  const placed = major.flatMap((one, index) => {
    const place = candidates[index]?.[chosen[index] ?? -1];
    if (!place)
      paper.pen.warnings.push({
        kind: 'no-room',
        words: [one.mark.title],
        message: `There is no room for "${one.mark.title}" beside its mark.`,
        fix: 'Give the event a shorter title, or the chart fewer years.',
      });
    return place ? [{ one, place }] : [];
  });
  const reach = Math.max(
    max(dodged, ({ level }) => level * pitch + markSize + 4) ?? 0,
    max(placed, ({ place }) => max(place.boxes, (box) => (up ? -box.top : box.bottom))) ?? 0,
  );
  const stems = partStems(placed, obstacles);
  const draw = (y: number) => {
    for (const [index, { one, place }] of placed.entries())
      writeWords(paper, one, place, stems[index] ?? one.x, y, up);
  };
  return { draw, reach };
}

/**
 * The x of each stem: that of its mark or, if the stem of a later mark is too close, a free place
 * to the left. Words on its left move with it.
 */
function partStems(placed: { one: Dodged; place: Place }[], obstacles: Box[]): number[] {
  const stems: number[] = [];
  for (const [index, { one, place }] of [...placed.entries()].reverse()) {
    const later = stems[index + 1] ?? Infinity;
    const x = later - one.x < stemPitch ? later - stemPitch : one.x;
    const words = place.boxes.map((box) =>
      place.side === 'end'
        ? { ...box, left: box.left + x - one.x, right: box.right + x - one.x }
        : box,
    );
    const own = [
      ...words,
      ...place.lines.map((line) => ({ ...line, left: x - 1.5, right: x + 1.5 })),
    ];
    const others = [
      ...obstacles.filter((box) => !isAround(box, one.x)),
      ...placed.flatMap((other) => (other.place === place ? [] : other.place.boxes)),
    ];
    const isFree = own.every((box) => box.left >= 0 && !others.some((other) => touch(box, other)));
    stems[index] = isFree ? x : one.x;
  }
  return stems;
}

/** Whether a box is a mark of the stack at `x`, which covers its stems and is not in their way. */
const isAround = ({ left, right }: Box, x: number) =>
  right - left < 2 * markSize && Math.abs((left + right) / 2 - x) < pitch;

/**
 * Lists every place for the words of a mark, in lines of different lengths, on either side, near
 * and far.
 */
function listPlaces(one: Dodged, frame: Frame, up: boolean, obstacles: Box[]): Place[] {
  const wrapped = widths.map((width) =>
    balanceText(one.mark.title, width, frame.labelSize, 'semibold'),
  );
  const byLength = new Map(wrapped.map((lines) => [lines.length, lines]));
  return [...byLength.values()].flatMap((lines) => {
    const rooms = listRooms(one, measureWords(one.mark, lines, frame), frame, obstacles);
    return slide(one, lines, rooms, getLineHeight(frame), up);
  });
}

function measureWords({ dateText }: TimelineMark, lines: string[], frame: Frame): number {
  const longest = max(lines, (line) => measureText(line, frame.labelSize, 'semibold')) ?? 0;
  return Math.max(measureText(dateText, frame.smallSize), longest);
}

/** Words slide along their stem, so that only what is above or below them can be in their way. */
function listRooms({ x }: Dodged, width: number, frame: Frame, obstacles: Box[]): Room[] {
  return (['start', 'end'] as const).flatMap((side) => {
    const left = side === 'start' ? x + stemGap : x - stemGap - width;
    const right = left + width;
    if (left < 0 || right > frame.width) return [];
    return [
      {
        side,
        left,
        right,
        inTheWay: obstacles.filter((other) => left < other.right + 3 && other.left < right + 3),
      },
    ];
  });
}

/** Lists places further and further from the years, in steps of half a line. */
function slide(
  { x, level }: Dodged,
  lines: string[],
  rooms: Room[],
  lineHeight: number,
  up: boolean,
): Place[] {
  const places: Place[] = [];
  const height = (lines.length + 1) * lineHeight;
  const start = level * pitch + markSize + 8;
  for (let step = 0; step <= 34; step++) {
    const away = step * lineHeight * 0.5;
    const near = start + away;
    const [top, bottom] = up ? [-near - height, -near] : [near, near + height];
    for (const { side, left, right, inTheWay } of rooms) {
      const box = { left, right, top, bottom };
      if (inTheWay.some((obstacle) => touch(box, obstacle, 3))) continue;
      const stem = {
        left: x - 1.5,
        right: x + 1.5,
        top: Math.min(top, 0),
        bottom: Math.max(bottom, 0),
      };
      const cost = away + (side === 'end' ? 6 : 0) + lines.length * 9;
      places.push({ cost, boxes: [box], lines: [stem], side, text: lines, top });
    }
  }
  return places;
}

function writeWords(
  { pen, frame }: Paper,
  { mark, x, level }: Dodged,
  { text, side, top }: Place,
  stem: number,
  y: number,
  up: boolean,
): void {
  const lineHeight = getLineHeight(frame);
  const from = y + (up ? -1 : 1) * (level * pitch + markSize / 2);
  const end = up ? y + top : y + top + (text.length + 1) * lineHeight - 2;
  const look = { kind: mark.lane === 'ground' ? 'stem' : 'thread' } as const;
  const bend: Point = [stem, from + (up ? -1 : 1) * Math.abs(stem - x)];
  pen.line(look, [x, from], ...(stem === x ? [] : [bend]), [stem, end]);
  const left = side === 'start' ? x + stemGap : stem - stemGap;
  const first = y + top + frame.labelSize * 0.8;
  pen.text(mark.dateText, left, first, 'quiet', frame.smallSize, side);
  text.forEach((line, index) =>
    pen.text(line, left, first + (index + 1) * lineHeight, 'strong', frame.labelSize, side),
  );
}
