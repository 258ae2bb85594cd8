/**
 * Wholes divided: one mark for each one in a hundred, a hundred marks a whole, in tens so that they can be counted.
 *
 * Parts stand in the order of the table: filled for main and highlight, hollow for context. What they leave over is
 * drawn pale and outlined. A share with decimals ends inside a mark, and the next one begins there. Shares of one
 * whole only: below zero, or over a hundred together, they cannot be drawn and are reported.
 */
import { max } from 'd3';
import { keyOf, type ChartNumber, type SharesRow, type SharesTable } from './chart-table.ts';
import {
  findMisplacedTexts,
  requireFiniteNumbers,
  round,
  type Box,
  type Drawing,
  type Frame,
  type Misfit,
  type PlacedPath,
  type PlacedText,
  type Target,
} from './drawing.ts';
import { measureText, wrapText } from './text-width.ts';
import type { Role } from '../schema/chart.ts';

/** A share as drawn, for whoever wants to compare it with the record: its marks begin at `from`. */
export type Share = { ref: string; row: number; role: Role; from: number; value: number };
export type SharesLayout = Drawing & { shares: Share[] };

const whole = 100;
/** What rounded shares of a whole may exceed it by. */
export const slack = 0.5;
const labelGap = 16;
/** However small a share is, so much of it is seen. */
const least = 0.3;
/** Marks below this width have no room for an outline of their own. */
const narrowest = 4;

export function layoutShares(table: SharesTable, frame: Frame): SharesLayout {
  requireFiniteNumbers(table.rows.flatMap(({ numbers }) => numbers));
  const warnings: Misfit[] = [];
  const phone = frame.name === 'phone';
  const labelWidth = phone ? 0 : Math.ceil(max(table.rows, (row) => getWidest(row, frame)) ?? 0);
  const left = phone ? 0 : labelWidth + 12;
  const grid = placeMarks(left, frame.width - left, phone ? 1.6 : 4);
  const thickness = phone ? 18 : 22;
  const texts: PlacedText[] = [];
  const boxes: Box[] = [];
  const shares: Share[] = [];
  const targets: Target[] = [];
  const paths = new Map<string, PlacedPath>();
  const draw = (path: Omit<PlacedPath, 'd'>, d: string) => {
    const key = JSON.stringify(path);
    const known = paths.get(key);
    if (known) known.d += d;
    else paths.set(key, { ...path, d });
  };
  const write = (text: string, x: number, y: number, style: PlacedText['style'], anchor: PlacedText['anchor'] = 'start') =>
    texts.push({ text, x: round(x), y: round(y), size: style === 'quiet' ? frame.smallSize : frame.labelSize, style, anchor });

  let y = 0;
  const named = new Set<number>();
  for (const [rowIndex, row] of table.rows.entries()) {
    if (rowIndex > 0) y += phone ? 20 : 18;
    if (phone) {
      const lines = wrapText(row.label, frame.width, frame.headingSize, 'semibold');
      for (const text of lines) {
        y += Math.round(frame.headingSize * 1.2);
        texts.push({ text, x: 0, y: round(y - 4), size: frame.headingSize, style: 'strong', anchor: 'start' });
      }
      y += 2;
    }
    const parts = listParts(table, row, named);
    const lines = placePartLabels(parts, grid, frame);
    const lineHeight = Math.round(frame.labelSize * 1.35);
    let namesEnd = 0;
    const top = y + lines * lineHeight + 3;
    for (const part of parts) {
      const baseline = top - 7 - part.line * lineHeight;
      write(part.number.label, part.x, baseline, 'strong');
      if (part.name)
        write(part.name, part.x + measureText(`${part.number.label}\u00a0`, frame.labelSize, 'semibold') + 2, baseline, 'label');
      if (part.line > 0) draw({ kind: 'grid' }, `M${round(part.start + 0.5)} ${round(baseline + 4)}V${round(top - 2)}`);
      shares.push({ ref: part.number.ref, row: rowIndex, role: part.role, from: part.from, value: part.to - part.from });
    }
    for (const part of parts) {
      const [start, end] = [part.start, round(toX(grid, Math.min(whole, Math.max(part.to, part.from + 0.1))))];
      const box = { left: start, top: round(top), right: Math.max(end, round(start + 1)), bottom: round(top + thickness) };
      targets.push({ key: keyOf(part.number, row.label, part.id), boxes: [box] });
    }
    drawParts(parts, grid, top, thickness, draw);
    boxes.push({ left, right: frame.width, top, bottom: top + thickness });
    if (!phone) {
      const names = wrapText(row.label, labelWidth + 0.5, frame.labelSize, 'semibold');
      const nameHeight = frame.labelSize + 3;
      const centred = top + thickness / 2 + frame.labelSize * 0.34 - ((names.length - 1) * nameHeight) / 2;
      const first = Math.max(centred, y + frame.labelSize * 0.72);
      names.forEach((text, index) => write(text, left - 12, first + index * nameHeight, 'strong', 'end'));
      namesEnd = first + (names.length - 1) * nameHeight + frame.labelSize * 0.2;
    }
    y = top + thickness;
    for (const text of wrapText(row.note, frame.width - left, frame.smallSize)) {
      y += Math.round(frame.smallSize * 1.35);
      write(text, left, y, 'quiet');
    }
    y = Math.max(y, namesEnd);
    const sum = parts.at(-1)?.to ?? 0;
    if (sum > whole + slack)
      warnings.push({
        kind: 'sum',
        words: [row.label],
        message: `The shares of "${row.label}" add up to more than a hundred.`,
        fix: 'Name shares of one whole that do not overlap.',
      });
    if (row.numbers.some((number) => (number?.value ?? 0) < 0))
      warnings.push({
        kind: 'negative',
        words: [row.label],
        message: 'A share below zero cannot be drawn as marks.',
        fix: 'Leave the row out.',
      });
  }

  const order: PlacedPath['kind'][] = ['grid', 'edge', 'bar', 'outline'];
  const part = {
    id: `${table.id}-${frame.name}-1`,
    width: frame.width,
    height: Math.ceil(y + 4),
    patterns: [],
    paths: [...paths.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)),
    texts,
    targets,
  };
  warnings.push(...findMisplacedTexts(part, boxes));
  return { frame: frame.name, parts: [part], warnings, shares };
}

/** Up to this many wholes, each names its parts; of more, the first that has them. */
const mostNamed = 4;

/** A whole's name beside it takes at most a fifth of the drawing. */
function getWidest(row: SharesRow, frame: Frame): number {
  const lines = wrapText(row.label, frame.width * 0.2, frame.labelSize, 'semibold');
  return max(lines, (line) => measureText(line, frame.labelSize, 'semibold')) ?? 0;
}

type Marks = { left: number; pitch: number; width: number; tenGap: number; right: number };

function placeMarks(left: number, room: number, tenGap: number): Marks {
  const pitch = Math.floor(((room - 9 * tenGap) / whole) * 10) / 10;
  const width = round(pitch * 0.78);
  return { left: round(left), pitch, width, tenGap, right: round(left + whole * pitch + 9 * tenGap - (pitch - width)) };
}

/** Where a value ends on the row of marks: at a mark's left edge for whole numbers. */
function toX({ left, pitch, width, tenGap }: Marks, value: number): number {
  const mark = Math.min(whole - 1, Math.floor(value + 1e-9));
  return left + mark * pitch + Math.floor(mark / 10) * tenGap + Math.min(1, value - mark) * width;
}

type Part = {
  id: string;
  number: ChartNumber;
  role: Role;
  /** Nothing where the rows are many and one above names the part. */
  name: string;
  from: number;
  to: number;
  /** Left edge of its marks. */
  start: number;
  /** Where its label stands, and how many lines above the first. */
  x: number;
  line: number;
};

function listParts(table: SharesTable, row: SharesRow, named: Set<number>): Part[] {
  let from = 0;
  return table.parts.flatMap(({ id, label, role }, index) => {
    const number = row.numbers[index];
    if (!number) return [];
    const to = from + Math.max(0, number.value ?? 0);
    const part: Part = {
      id,
      number,
      role,
      name: named.has(index) && table.rows.length > mostNamed ? '' : label,
      from,
      to,
      start: 0,
      x: 0,
      line: 0,
    };
    named.add(index);
    from = to;
    return part;
  });
}

/** Each label begins above its marks or ends with the row; where two would touch, the later one stands higher. Returns the lines. */
function placePartLabels(parts: Part[], marks: Marks, frame: Frame): number {
  const lines: { left: number; right: number }[][] = [];
  for (const part of parts) {
    const width =
      measureText(`${part.number.label}\u00a0`, frame.labelSize, 'semibold') +
      (part.name ? 2 + measureText(part.name, frame.labelSize) : 0);
    part.start = round(toX(marks, part.from));
    part.x = round(Math.max(0, Math.min(part.start, marks.right - width)));
    const taken = (line: { left: number; right: number }[]) =>
      line.some((other) => part.x < other.right + labelGap && other.left < part.x + width + labelGap);
    while (lines[part.line] && taken(lines[part.line] ?? [])) part.line += 1;
    (lines[part.line] ??= []).push({ left: part.x, right: part.x + width });
  }
  return Math.max(1, lines.length);
}

type Draw = (path: Omit<PlacedPath, 'd'>, d: string) => void;

function drawParts(parts: Part[], marks: Marks, top: number, thickness: number, draw: Draw): void {
  const { pitch, width } = marks;
  const gap = round(pitch - width);
  const middle = round(top + thickness / 2);
  for (const { from, to, role } of parts) {
    if (role === 'context') {
      const cell = (x: number, end: number) => {
        const right = Math.max(end, round(x + least));
        draw({ kind: 'outline', role }, `M${x} ${round(top + 0.4)}H${right}v${round(thickness - 0.8)}H${x}z`);
      };
      const pieces = listMarks(from, to).map(([left, right]) => {
        const x = toX(marks, left);
        return { x: round(x + 0.4), end: round(x + (right - left) * width - 0.4), first: left === from || left % 10 < 1e-9 };
      });
      pieces.forEach(({ x, end, first }, index) => {
        // Outlines of narrow marks would fill them: neighbours then share a line.
        const before = pieces[index - 1];
        cell(width < narrowest && before && !first ? round(before.end) : x, end);
      });
    } else drawRuns(from, to, marks, middle, (d) => draw({ kind: 'bar', role, thickness, dash: [width, gap] }, d));
  }
  const sum = parts.at(-1)?.to ?? 0;
  if (sum >= whole - 1e-9) return;
  const inset = round(Math.min(0.7, width / 4));
  drawRuns(sum, whole, marks, middle, (d) => draw({ kind: 'edge', role: 'rest', thickness, dash: [width, gap] }, d));
  for (const [left, right] of listMarks(sum, whole)) {
    const [x, end] = [round(toX(marks, left) + inset), round(toX(marks, left) + (right - left) * width - inset)];
    if (end > x) draw({ kind: 'bar', role: 'rest', thickness: round(thickness - 2 * inset) }, `M${x} ${middle}H${end}`);
  }
}

/** The marks between two values, a part of one where a value lies inside it. */
function listMarks(from: number, to: number): [number, number][] {
  const marks: [number, number][] = [];
  const end = Math.min(to, whole);
  for (let at = from; at < end - 1e-9; at = Math.floor(at + 1e-9) + 1) marks.push([at, Math.min(end, Math.floor(at + 1e-9) + 1)]);
  return marks;
}

/** Strokes between two values: a part of a mark alone, then a run for each ten; their dashes cut them into marks. */
function drawRuns(from: number, to: number, marks: Marks, y: number, stroke: (d: string) => void): void {
  const runs: [number, number][] = [];
  for (const [left, right] of listMarks(from, to)) {
    const last = runs.at(-1);
    if (last && left % 10 > 1e-9 && Number.isInteger(last[0])) last[1] = right;
    else runs.push([left, right]);
  }
  for (const [left, right] of runs) {
    const lastMark = Math.ceil(right - 1e-9) - 1;
    const end = toX(marks, Math.max(left, lastMark)) + (right - Math.max(left, lastMark)) * marks.width;
    const start = round(toX(marks, left));
    stroke(`M${start} ${y}H${Math.max(round(end), round(start + least))}`);
  }
}
