/** Stops and legs with their words, for both layouts. */
import { max } from 'd3';
import { getFace, type Frame, type TextStyle } from '../drawing.ts';
import type { Pen, Point } from '../pen.ts';
import { measureText, wrapText } from '../text-width.ts';
import type { RouteLeg, RouteStop, RouteTable } from './table.ts';
import { dayNotKnown } from './words.ts';

export const ringRadius = 7;
export const discRadius = 5.5;

/**
 * A route that is being drawn, with the stops and legs drawn so far, for tests that compare them
 * with the record.
 */
export type RoutePaper = {
  pen: Pen;
  table: RouteTable;
  frame: Frame;
  stops: { event: string; x: number; y: number }[];
  legs: { known: boolean }[];
};

/** Writes a text in lines from the baseline `y`. Returns the next baseline. */
export function writeLines(
  { pen }: RoutePaper,
  text: string,
  [x, y]: Point,
  width: number,
  style: TextStyle,
  size: number,
): number {
  const lines = text ? wrapText(text, width, size, getFace(style)) : [];
  return pen.lines(lines, x, y, Math.round(size * 1.28), style, size);
}

/** Draws a straight thread, dashed if nobody could follow it. */
export function drawThread(
  { pen }: RoutePaper,
  from: Point,
  to: Point,
  { unknown }: RouteLeg,
): void {
  pen.line({ kind: 'thread', ...(unknown ? { dash: [5, 6] as [number, number] } : {}) }, from, to);
}

export function drawStop(
  { pen, stops }: RoutePaper,
  { event }: RouteStop,
  x: number,
  y: number,
): void {
  const isFirst = stops.length === 0;
  const radius = isFirst ? ringRadius : discRadius;
  pen.disc({ kind: isFirst ? 'ring' : 'knot' }, x, y, radius);
  pen.marks.push({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  pen.aim(event || `stop ${stops.length}`, x, y, 12);
  stops.push({ event, x, y });
}

/** Writes the words of a stop from the baseline `y`. Returns the next baseline. */
export function writeStop(
  paper: RoutePaper,
  { title, place, dateText, note }: RouteStop,
  [x, y]: Point,
  width: number,
): number {
  const { headingSize, smallSize } = paper.frame;
  let baseline = writeLines(paper, dateText || dayNotKnown, [x, y], width, 'quiet', smallSize) + 2;
  baseline = writeLines(paper, title, [x, baseline], width, 'strong', headingSize);
  if (!title.includes(place))
    baseline = writeLines(paper, place, [x, baseline], width, 'label', smallSize);
  return writeLines(paper, note, [x, baseline], width, 'quiet', smallSize);
}

/** The width of a stop with its ring, if its words are not broken into lines. */
export function measureStop(
  { frame }: RoutePaper,
  { title, place, dateText, note }: RouteStop,
): number {
  const quiet =
    max([dateText || dayNotKnown, place, note], (text) => measureText(text, frame.smallSize)) ?? 0;
  return Math.ceil(Math.max(measureText(title, frame.headingSize, 'semibold'), quiet)) + ringRadius;
}
