/** Dots in blocks, all to one scale: how they are drawn, and their words. */
import type { Role } from '../../schema/chart.ts';
import type { ChartNumber } from '../chart-number.ts';
import { round, type Box, type Drawing, type Frame } from '../drawing.ts';
import type { Pen } from '../pen.ts';
import { measureText } from '../text-width.ts';
import type { UnitsRow, UnitsTable } from './table.ts';

/** A number as drawn: whole dots, for tests that compare it with the record. */
export type Area = { ref: string; part: number; dots: number; role: Role };
export type UnitsLayout = Drawing & {
  areas: Area[];
  /** Distance between two dots. */ pitch: number;
  dot: number;
};

/**
 * Blocks of dots, which fill them column by column. Lengths are whole multiples of the pitch, so
 * that the pattern of dots fits every block.
 */
export type Grid = {
  pitch: number;
  /** Dots of a block, and of one of its columns. */
  inBlock: number;
  down: number;
  /** Blocks in a row. */
  across: number;
  gap: number;
  /** Extra gap in the middle of a row. */
  aisle: number;
  /** True if dots are large enough to be on the bare paper. */
  bare: boolean;
};

/** A part of the drawing while it is drawn. */
export type UnitsPaper = {
  pen: Pen;
  table: UnitsTable;
  frame: Frame;
  grid: Grid;
  layout: UnitsLayout;
  index: number;
};

/** An empty drawing. */
export const startLayout = (
  { dot }: UnitsTable,
  { name }: Frame,
  { pitch }: Grid,
): UnitsLayout => ({ frame: name, parts: [], warnings: [], areas: [], pitch, dot });

/** The start of a number's dots, and how many of its blocks are side by side. */
export type Place = { x: number; y: number; across: number };

/** Whole dots of a number; at least one for anything above zero, none for words. */
export function countDots(number: ChartNumber, dot: number): number {
  const value = number.value ?? 0;
  return value > 0 ? Math.max(1, Math.round(value / dot)) : 0;
}

/** Draws the dots `from` to `to` of a number. */
export function drawDots(
  paper: UnitsPaper,
  [from, to]: [number, number],
  place: Place,
  role: Role,
): void {
  if (to <= from) return;
  const { pen, grid } = paper;
  const { inBlock, down, pitch, bare } = grid;
  const look = { kind: 'block' as const, role, pattern: pen.pattern({ role, pitch, bare }) };
  for (let block = Math.floor(from / inBlock); block * inBlock < to; block++) {
    const box = getBlock(grid, block, place);
    const [first, last] = [
      Math.max(0, from - block * inBlock),
      Math.min(inBlock, to - block * inBlock),
    ];
    for (const [column, row, columns, rows] of cutBlock(first, last, down))
      pen
        .on(look)
        .rect(box.left + column * pitch, box.top + row * pitch, columns * pitch, rows * pitch);
    pen.marks.push(box);
  }
}

/**
 * Draws a number. If two were printed for the same things, the smaller is the end of the larger.
 */
export function drawNumbers(
  paper: UnitsPaper,
  [larger, smaller]: UnitsRow['numbers'],
  place: Place,
): void {
  const { layout, table, index } = paper;
  const dots = countDots(larger, table.dot);
  const fewer = smaller ? Math.min(dots, countDots(smaller, table.dot)) : 0;
  const role = smaller ? 'disputed' : 'main';
  drawDots(paper, [0, dots - fewer], place, role);
  drawDots(paper, [dots - fewer, dots], place, 'main');
  aimAtDots(paper, larger.ref, [0, dots - fewer || dots], place);
  layout.areas.push({ ref: larger.ref, part: index, dots, role });
  if (!smaller) return;
  aimAtDots(paper, smaller.ref, [dots - fewer, dots], place);
  layout.areas.push({ ref: smaller.ref, part: index, dots: fewer, role: 'main' });
}

/** Makes the rows of blocks that hold the dots `from` to `to` of a number its target. */
function aimAtDots(
  { pen, grid }: UnitsPaper,
  key: string,
  [from, to]: [number, number],
  place: Place,
): void {
  const { across } = place;
  const boxes: Box[] = [];
  const lastBlock = Math.max(0, Math.ceil(to / grid.inBlock) - 1);
  for (
    let first = Math.floor(from / grid.inBlock);
    first <= lastBlock;
    first = (Math.floor(first / across) + 1) * across
  ) {
    const last = Math.min(lastBlock, (Math.floor(first / across) + 1) * across - 1);
    const [{ left, top }, { right, bottom }] = [
      getBlock(grid, first, place),
      getBlock(grid, last, place),
    ];
    const above = boxes.at(-1);
    if (above?.left === left && above.right === right) above.bottom = bottom;
    else boxes.push({ left, top, right, bottom });
  }
  pen.targets.push({ key, boxes });
}

export function getBlock(
  { pitch, gap, aisle, inBlock, down }: Grid,
  index: number,
  { x, y, across }: Place,
): Box {
  const [width, height] = [(inBlock / down) * pitch, down * pitch];
  const column = index % across;
  const left = x + column * (width + gap) + (across === 10 && column >= 5 ? aisle : 0);
  const top = y + Math.floor(index / across) * (height + gap);
  return {
    left: round(left),
    top: round(top),
    right: round(left + width),
    bottom: round(top + height),
  };
}

/** The nearest place at or after the coordinate where the pattern of dots begins again. */
export function snap({ pitch }: Grid, coordinate: number): number {
  return round(Math.ceil(coordinate / pitch - 1e-6) * pitch);
}

/**
 * The dots `first` to `last` of a block as at most three rectangles, in dots: a part of a column,
 * whole columns, a part.
 */
export function cutBlock(
  first: number,
  last: number,
  down: number,
): [x: number, y: number, width: number, height: number][] {
  const [startColumn, startRow] = [Math.floor(first / down), first % down];
  const [endColumn, endRow] = [Math.floor(last / down), last % down];
  if (startColumn === endColumn) return [[startColumn, startRow, 1, endRow - startRow]];
  const pieces: [number, number, number, number][] = [];
  if (startRow) pieces.push([startColumn, startRow, 1, down - startRow]);
  const from = startRow ? startColumn + 1 : startColumn;
  if (endColumn > from) pieces.push([from, 0, endColumn - from, down]);
  if (endRow) pieces.push([endColumn, 0, 1, endRow]);
  return pieces;
}

/** Writes lines below one another from the baseline `y`. Returns the next baseline. */
export function writeLines(
  { pen, frame }: UnitsPaper,
  lines: string[],
  x: number,
  y: number,
  style: 'quiet' | 'label' = 'quiet',
): number {
  return pen.lines(lines, x, y, Math.round(frame.smallSize * 1.3), style);
}

/** The size, or a smaller one at which the number fits into the width. */
export function fitNumeral(text: string, size: number, width: number): number {
  return Math.min(size, round((size * width) / measureText(text, size, 'serif')));
}

/** Object, fate and place of a number; no object if its row's name has it: "lost, North". */
export function sayWhat(number: ChartNumber, row: UnitsRow): string {
  return [row.label.includes(number.object) ? '' : number.object, number.fate, number.place]
    .filter(Boolean)
    .join(', ');
}

/** Who printed a number, and what exactly it counts. */
export function getCaption(number: ChartNumber, row: UnitsRow, note = row.note): string[] {
  return [number.printed, note || sayWhat(number, row)].filter(Boolean);
}
