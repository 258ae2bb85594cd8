/**
 * Marks in two lanes: squares on the ground, rings on the record. Marks that would cover one
 * another are stacked.
 */
import { group } from 'd3';
import { round, type Box, type Drawing, type Frame } from '../drawing.ts';
import type { Pen } from '../pen.ts';
import { toInstant, type Scale, type Years } from './scale.ts';
import type { Lane, TimelineMark } from './table.ts';

export const markSize = 10;
/** The room at either end of a line of years. */
export const inset = markSize / 2 + 1;
/** The distance between stacked marks. */
export const pitch = 12;

export type PlacedMark = { id: string; lane: Lane; scale: 'strip' | 'main'; x: number; y: number };
export type TimelineLayout = Drawing & {
  marks: PlacedMark[];
  /** First and last year of the whole, and of what is drawn enlarged. */
  years: Years;
  enlarged: Years;
};

/** A timeline that is being drawn. */
export type Paper = { pen: Pen; frame: Frame; marks: PlacedMark[] };

export function isInside({ date }: TimelineMark, [from, to]: Years): boolean {
  return date.year >= from && date.year <= to;
}

export type Dodged = { mark: TimelineMark; x: number; level: number };

/**
 * Marks of each lane, each with its level: 0 is next to the years, and higher levels are further
 * away.
 */
export function dodgeLanes(marks: TimelineMark[], scale: Scale): Record<Lane, Dodged[]> {
  const lanes = group(marks, ({ lane }) => lane);
  return {
    ground: dodge(lanes.get('ground') ?? [], scale),
    record: dodge(lanes.get('record') ?? [], scale),
  };
}

function dodge(marks: TimelineMark[], scale: Scale): Dodged[] {
  const placed: Dodged[] = [];
  for (const mark of marks) {
    const x = scale(toInstant(mark.date));
    let level = 0;
    while (placed.some((other) => other.level === level && Math.abs(other.x - x) < pitch)) level++;
    placed.push({ mark, x, level });
  }
  return placed;
}

/** From a lane's line to the middle of a mark: upwards in the lane of the ground. */
export function offsetOf(lane: Lane, level: number): number {
  return (lane === 'ground' ? -1 : 1) * (level * pitch + markSize / 2 + 2);
}

/** The boxes of a lane's marks, with its line at y = 0. */
export function boxesOf(dodged: Dodged[]): Box[] {
  return dodged.map(({ mark, x, level }) => boxAround(x, offsetOf(mark.lane, level)));
}

/** Draws the sign of a lane, as a mark or beside words. */
export function drawSign(pen: Pen, lane: Lane, x: number, y: number): void {
  pen.marks.push(boxAround(x, y));
  if (lane === 'ground') pen.box({ kind: 'square' }, boxAround(round(x), round(y)));
  else pen.disc({ kind: 'ring' }, round(x), round(y), markSize / 2);
}

/** Draws the marks of a lane whose line is at `y`. */
export function drawMarks(
  { pen, marks }: Paper,
  dodged: Dodged[],
  scale: PlacedMark['scale'],
  y: number,
  left = 0,
): void {
  for (const { mark, x, level } of dodged) {
    const place = { x: round(left + x), y: round(y + offsetOf(mark.lane, level)) };
    marks.push({ id: mark.id, lane: mark.lane, scale, ...place });
    drawSign(pen, mark.lane, place.x, place.y);
    pen.aim(mark.id, place.x, place.y, pitch / 2);
  }
}

function boxAround(x: number, y: number): Box {
  const half = markSize / 2;
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}
