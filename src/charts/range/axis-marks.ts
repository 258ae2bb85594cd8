/** The mark of a number on an axis: a dot, or a bar between two dots. Its ends show the hedge. */
import type { Look, Pen } from '../pen.ts';
import type { AxisRow } from './axis-table.ts';
import type { Ends } from './table.ts';

export const radius = 6;
/** From the edge of a mark to the end of its arrow or wave. */
const arrowLength = 24;
const waveLength = 12;

const bar: Look = { kind: 'bar', role: 'main', thickness: 6 };
const ending: Look = { kind: 'bar', role: 'main', thickness: 2 };
const ring: Look = { kind: 'bar', role: 'main', thickness: 2.4 };
const dot: Look = { kind: 'dot', role: 'main' };

/** Begins the paths of all marks in drawing order. */
export function beginMarks(pen: Pen): void {
  for (const look of [bar, ending, ring, dot]) pen.on(look);
}

/** How far an arrow or a wave extends beyond its mark. */
export function getReach(ends: Ends, side: 'left' | 'right'): number {
  if (ends === 'around' || (ends === 'almost' && side === 'left')) return waveLength;
  if ((ends === 'above' && side === 'right') || (ends === 'below' && side === 'left'))
    return arrowLength;
  return 0;
}

export function drawMark(
  pen: Pen,
  { ends, hollow = false }: AxisRow,
  low: number,
  high: number,
  y: number,
): void {
  if (high > low) pen.line(bar, [low, y], [high, y]);
  drawEnds(pen, ends, low, high, y, hollow ? radius : 0);
  for (const x of new Set([low, high])) {
    if (hollow) pen.disc(ring, x, y, radius - 1);
    else pen.disc(dot, x, y, radius);
  }
}

/**
 * `start` is the distance from the mark's middle at which an arrow begins, outside a hollow mark.
 */
function drawEnds(pen: Pen, ends: Ends, low: number, high: number, y: number, start: number): void {
  const draw: Record<Ends, () => void> = {
    above: () => drawArrow(pen, high, y, start, 1),
    below: () => drawArrow(pen, low, y, start, -1),
    around: () => [low - radius - waveLength, high + radius].forEach((x) => drawWave(pen, x, y)),
    almost: () => drawWave(pen, low - radius - waveLength, y),
    closed: () => undefined,
  };
  draw[ends]();
}

function drawArrow(pen: Pen, from: number, y: number, start: number, direction: 1 | -1): void {
  const tip = from + direction * (radius + arrowLength);
  const back = tip - direction * 6;
  pen.line(ending, [from + direction * start, y], [tip, y]);
  pen.line(ending, [back, y - 5], [tip, y], [back, y + 5]);
}

function drawWave(pen: Pen, x: number, y: number): void {
  const path = pen.on(ending);
  path.moveTo(x, y);
  path.quadraticCurveTo(x + 3, y - 6, x + 6, y);
  path.quadraticCurveTo(x + 9, y + 6, x + 12, y);
}
