/**
 * The parts of a whole: where each begins and ends on its row of a hundred marks, and how its marks
 * are drawn.
 */
import { max } from 'd3';
import type { Role } from '../../schema/chart.ts';
import type { ChartNumber } from '../chart-number.ts';
import { round, type Frame } from '../drawing.ts';
import type { Look, Pen } from '../pen.ts';
import { measureText } from '../text-width.ts';
import type { SharesRow, SharesTable } from './table.ts';

export const whole = 100;
const labelGap = 16;
/** The least width at which a share is drawn, however small it is. */
const least = 0.3;
/** Marks below this width have no room for separate outlines. */
const narrowest = 4;
/** If there are more wholes than this, a part is named only in the first whole that has it. */
const mostNamed = 4;

export type Marks = { left: number; pitch: number; width: number; tenGap: number; right: number };

export function placeMarks(left: number, room: number, tenGap: number): Marks {
  const pitch = Math.floor(((room - 9 * tenGap) / whole) * 10) / 10;
  const width = round(pitch * 0.78);
  return {
    left: round(left),
    pitch,
    width,
    tenGap,
    right: round(left + whole * pitch + 9 * tenGap - (pitch - width)),
  };
}

/** Where a value ends on the row of marks: at a mark's left edge for whole numbers. */
export function toX({ left, pitch, width, tenGap }: Marks, value: number): number {
  const mark = Math.min(whole - 1, Math.floor(value + 1e-9));
  return left + mark * pitch + Math.floor(mark / 10) * tenGap + Math.min(1, value - mark) * width;
}

export type SharePart = {
  id: string;
  number: ChartNumber;
  role: Role;
  /** Empty if there are many rows and one above names the part. */
  name: string;
  from: number;
  to: number;
  /** Left edge of its marks. */
  start: number;
  /** The position of its label, and its number of lines above the first. */
  x: number;
  line: number;
};

/** `named` are the parts that a row above has named. */
export function listParts(table: SharesTable, row: SharesRow, named: Set<number>): SharePart[] {
  let from = 0;
  return table.parts.flatMap(({ id, label, role }, index) => {
    const number = row.numbers[index];
    if (!number) return [];
    const to = from + Math.max(0, number.value ?? 0);
    const name = named.has(index) && table.rows.length > mostNamed ? '' : label;
    const part: SharePart = { id, number, role, name, from, to, start: 0, x: 0, line: 0 };
    named.add(index);
    from = to;
    return part;
  });
}

/** The width of a part's number, which its name follows. */
export function measureLabel({ number }: SharePart, frame: Frame): number {
  return measureText(`${number.label}\u00a0`, frame.labelSize, 'semibold');
}

/**
 * Each label begins above its marks or ends with the row; if two would touch, the later one is
 * placed higher. Returns the number of lines.
 */
export function placePartLabels(parts: SharePart[], marks: Marks, frame: Frame): number {
  for (const [index, part] of parts.entries()) {
    part.start = round(toX(marks, part.from));
    part.x = round(Math.max(0, Math.min(part.start, marks.right - measurePart(part, frame))));
    const before = parts.slice(0, index);
    const isTaken = (other: SharePart) =>
      other.line === part.line &&
      part.x < other.x + measurePart(other, frame) + labelGap &&
      other.x < part.x + measurePart(part, frame) + labelGap;
    while (before.some(isTaken)) part.line += 1;
  }
  return 1 + (max(parts, ({ line }) => line) ?? 0);
}

function measurePart(part: SharePart, frame: Frame): number {
  return measureLabel(part, frame) + (part.name ? 2 + measureText(part.name, frame.labelSize) : 0);
}

/** Draws the marks of all parts, and pale ones for the remainder of the whole. */
export function drawParts(
  pen: Pen,
  parts: SharePart[],
  marks: Marks,
  top: number,
  thickness: number,
): void {
  const { pitch, width } = marks;
  const dash: [number, number] = [width, round(pitch - width)];
  const middle = round(top + thickness / 2);
  for (const part of parts) {
    if (part.role === 'context') drawCells(pen, part, marks, top, thickness);
    else
      drawRuns(
        pen,
        { kind: 'bar', role: part.role, thickness, dash },
        [part.from, part.to],
        marks,
        middle,
      );
  }
  const sum = parts.at(-1)?.to ?? 0;
  if (sum >= whole - 1e-9) return;
  const inset = round(Math.min(0.7, width / 4));
  drawRuns(pen, { kind: 'edge', role: 'rest', thickness, dash }, [sum, whole], marks, middle);
  for (const [left, right] of listMarks(sum, whole)) {
    const [x, end] = [
      round(toX(marks, left) + inset),
      round(toX(marks, left) + (right - left) * width - inset),
    ];
    if (end > x)
      pen.line(
        { kind: 'bar', role: 'rest', thickness: round(thickness - 2 * inset) },
        [x, middle],
        [end, middle],
      );
  }
}

/** Draws hollow marks. Narrow neighbours share a line, because two outlines would fill them. */
function drawCells(
  pen: Pen,
  { from, to, role }: SharePart,
  marks: Marks,
  top: number,
  thickness: number,
): void {
  let before: number | undefined;
  for (const [left, right] of listMarks(from, to)) {
    const x = toX(marks, left);
    const end = round(x + (right - left) * marks.width - 0.4);
    const isFirst = left === from || left % 10 < 1e-9;
    const start =
      marks.width < narrowest && before !== undefined && !isFirst ? before : round(x + 0.4);
    const box = {
      left: start,
      top: top + 0.4,
      right: Math.max(end, start + least),
      bottom: top + thickness - 0.4,
    };
    pen.box({ kind: 'outline', role }, box);
    before = end;
  }
}

/** The marks between two values, or a part of a mark if a value is inside it. */
function listMarks(from: number, to: number): [number, number][] {
  const marks: [number, number][] = [];
  const end = Math.min(to, whole);
  for (let at = from; at < end - 1e-9; at = Math.floor(at + 1e-9) + 1)
    marks.push([at, Math.min(end, Math.floor(at + 1e-9) + 1)]);
  return marks;
}

/**
 * Draws strokes between two values: a separate one for a part of a mark, then one for each ten.
 * Dashes divide them into marks.
 */
function drawRuns(
  pen: Pen,
  look: Look,
  [from, to]: [number, number],
  marks: Marks,
  y: number,
): void {
  const runs: [number, number][] = [];
  for (const [left, right] of listMarks(from, to)) {
    const last = runs.at(-1);
    if (last && left % 10 > 1e-9 && Number.isInteger(last[0])) last[1] = right;
    else runs.push([left, right]);
  }
  for (const [left, right] of runs) {
    const lastMark = Math.ceil(right - 1e-9) - 1;
    const end =
      toX(marks, Math.max(left, lastMark)) + (right - Math.max(left, lastMark)) * marks.width;
    const start = round(toX(marks, left));
    pen.line(look, [start, y], [Math.max(round(end), start + least), y]);
  }
}
