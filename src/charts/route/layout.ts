/**
 * A route: where a thing was, in order of time, and who passed it to whom.
 *
 * A thread runs from stop to stop: a ring where it starts, a disc where it arrives. A leg that
 * nobody could follow is dashed, and the words "Not known" are in it. The stops are at equal
 * distances, because the day of some is not known; if the time from the first to the last was
 * counted, its days follow below, one mark a day, to scale. On a phone the thread runs downwards.
 */
import { max } from 'd3';
import {
  requireFiniteNumbers,
  round,
  type Drawing,
  type Frame,
  type PathKind,
} from '../drawing.ts';
import { Pen, type Point } from '../pen.ts';
import { measureText, wrapText } from '../text-width.ts';
import { layoutDays, planDays } from './days.ts';
import {
  discRadius,
  drawStop,
  drawThread,
  measureStop,
  ringRadius,
  writeLines,
  writeStop,
  type RoutePaper,
} from './stops.ts';
import type { RouteLeg, RouteTable } from './table.ts';
import { notKnown, sayHands } from './words.ts';

export type RouteLayout = Drawing &
  Pick<RoutePaper, 'stops' | 'legs'> & { /** Marks of days. */ marks: number };

const order: PathKind[] = ['axis', 'bar', 'thread', 'ring', 'knot'];

/** With more stops the thread runs downwards. */
const mostAcross: Record<Frame['name'], number> = { phone: 0, tablet: 4, desktop: Infinity };

export function layoutRoute(table: RouteTable, frame: Frame): RouteLayout {
  requireFiniteNumbers([table.days]);
  const pen = new Pen(`${table.id}-${frame.name}-1`, frame.width, frame.smallSize);
  const paper: RoutePaper = { pen, table, frame, stops: [], legs: [] };
  const isDown = table.stops.length > mostAcross[frame.name];
  const bottom = isDown ? layoutDown(paper) : layoutAcross(paper);
  // If the thread runs across, the row of days ends below the last stop.
  const across = isDown ? frame.width : (paper.stops.at(-1)?.x ?? frame.width);
  const days = table.days
    ? layoutDays(paper, table.days, bottom + 22, across)
    : { bottom, marks: 0 };
  const parts = [pen.finish(days.bottom, order)];
  return {
    frame: frame.name,
    parts,
    warnings: pen.warnings,
    stops: paper.stops,
    legs: paper.legs,
    marks: days.marks,
  };
}

/**
 * Lays out columns of equal width, with the words of the legs above the thread and those of the
 * stops below it. Returns the lower edge.
 */
function layoutAcross(paper: RoutePaper): number {
  const { pen, table, frame } = paper;
  const last = table.stops.at(-1);
  const arrival = Math.min(
    frame.width / table.stops.length,
    Math.max(120, last ? measureStop(paper, last) : 0),
  );
  const { width } = planDays(table.days, frame.width - arrival);
  const pitch = (width - ringRadius - 1) / (table.stops.length - 1);
  const at = (index: number) => round(ringRadius + 1 + index * pitch);
  const inLeg = 30;
  const room = pitch - inLeg - 24;
  const size = frame.smallSize;
  const lineHeight = Math.round(size * 1.28);
  const words = table.legs.map((leg) => [
    ...wrapText(leg.what, room, frame.labelSize).map((text) => ({
      text,
      style: 'label' as const,
      size: frame.labelSize,
    })),
    ...wrapText(leg.unknown || sayHands(leg), room, size).map((text) => ({
      text,
      style: 'quiet' as const,
      size,
    })),
  ]);
  const middle = round(Math.max(1, max(words, (lines) => lines.length) ?? 0) * lineHeight + 26);
  table.legs.forEach((leg, index) => {
    const lines = words[index] ?? [];
    // The last line is just above the thread, however many lines there are.
    const first = middle - 23 - (lines.length - 1) * lineHeight;
    lines.forEach((line, row) =>
      pen.text(line.text, at(index) + inLeg, first + row * lineHeight, line.style, line.size),
    );
    drawLeg(paper, leg, at(index), at(index + 1), middle);
  });
  const bottoms = table.stops.map((stop, index) => {
    drawStop(paper, stop, at(index), middle);
    const x = at(index) - ringRadius;
    return writeStop(
      paper,
      stop,
      [x, middle + 30],
      index === table.stops.length - 1 ? frame.width - x : pitch - 26,
    );
  });
  return (max(bottoms) ?? middle) - size * 0.6;
}

/** The words "Not known" interrupt the thread of a leg that nobody could follow. */
function drawLeg(paper: RoutePaper, leg: RouteLeg, from: number, to: number, y: number): void {
  paper.legs.push({ known: !leg.unknown });
  const [start, end] = [from + ringRadius, to - discRadius];
  if (!leg.unknown) return drawThread(paper, [start, y], [end, y], leg);
  const size = paper.frame.numeralSizes[1] - 6;
  const width = measureText(notKnown, size, 'serif');
  const left = (start + end - width) / 2;
  drawThread(paper, [start, y], [left - 10, y], leg);
  drawThread(paper, [left + width + 10, y], [end, y], leg);
  paper.pen.text(notKnown, left, y + size * 0.33, 'numeral', size);
}

/** Lays out stops and legs below one another, right of the thread. Returns the lower edge. */
function layoutDown(paper: RoutePaper): number {
  const { table, frame } = paper;
  const x = ringRadius + 1;
  const left = x + ringRadius + 14;
  const width = frame.width - left;
  let y = frame.smallSize * 0.5 + 3;
  table.stops.forEach((stop, index) => {
    const middle = round(y);
    const leg = table.legs[index];
    drawStop(paper, stop, x, middle);
    y = writeStop(paper, stop, [left, middle + frame.smallSize * 0.34], width);
    if (!leg || index === table.stops.length - 1) return;
    y = writeLeg(paper, leg, [left, y + 12], width) + 10;
    paper.legs.push({ known: !leg.unknown });
    drawThread(
      paper,
      [x, middle + (index === 0 ? ringRadius : discRadius)],
      [x, y - discRadius],
      leg,
    );
  });
  return y - frame.smallSize * 0.6;
}

function writeLeg(paper: RoutePaper, leg: RouteLeg, [x, y]: Point, width: number): number {
  const { smallSize, labelSize, numeralSizes } = paper.frame;
  if (!leg.unknown) {
    const below = writeLines(paper, leg.what, [x, y], width, 'label', labelSize);
    return writeLines(paper, sayHands(leg), [x, below], width, 'quiet', smallSize);
  }
  paper.pen.text(notKnown, x, y + 10, 'numeral', numeralSizes[1] - 4);
  return writeLines(paper, leg.unknown, [x, y + 32], width, 'quiet', smallSize);
}
