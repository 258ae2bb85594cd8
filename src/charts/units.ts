/**
 * Things to scale: one dot an item, a thousand dots a block, so that equal areas are equal numbers.
 *
 * A number of ten blocks and more fills a grid of its own; of two numbers printed for the same things the smaller is
 * the end of that grid. Smaller numbers follow on the same scale, and where they would hardly be seen their dots are
 * drawn a second time, enlarged. Numbers printed in words only are named and not drawn.
 */
import { format, max } from 'd3';
import type { ChartNumber, UnitsRow, UnitsTable } from './chart-table.ts';
import {
  findMisplacedTexts,
  requireFiniteNumbers,
  round,
  type Box,
  type Drawing,
  type Frame,
  type Part,
  type PlacedPath,
  type PlacedText,
  type TextStyle,
} from './drawing.ts';
import type { Role } from '../schema/chart.ts';
import { measureText, wrapText } from './text-width.ts';

/** A number as drawn: whole dots, for whoever wants to compare it with the record. */
export type Area = { ref: string; part: number; dots: number; role: Role };
export type UnitsLayout = Drawing & { areas: Area[]; /** Distance of two dots. */ pitch: number; dot: number };

/** Dots of a block: they fill it column by column. */
const dotsAcross = 40;
const dotsDown = 25;
const dotsInBlock = dotsAcross * dotsDown;
/** From this many blocks on a number gets a grid of its own. */
const blocksOfGrid = 10;
/** Beyond this many the drawing is longer than anybody scrolls. */
const mostBlocks = 200;
/** Up to this many dots a number is drawn a second time, enlarged. */
const mostEnlarged = 120;

type Grid = {
  pitch: number;
  /** Blocks to a row. */ across: number;
  gap: number;
  /** Extra gap in the middle of a row. */ aisle: number;
  tickEvery: number;
};

/** Lengths are whole multiples of the pitch, so that the pattern of dots fits every block. */
const grids: Record<Frame['name'], Grid> = {
  desktop: { pitch: 2, across: 10, gap: 6, aisle: 18, tickEvery: 1 },
  phone: { pitch: 1.2, across: 5, gap: 2.4, aisle: 0, tickEvery: 2 },
};

export function layoutUnits(table: UnitsTable, frame: Frame): UnitsLayout {
  requireFiniteNumbers(table.rows.flatMap(({ numbers }) => numbers));
  const grid = grids[frame.name];
  const layout: UnitsLayout = { frame: frame.name, parts: [], warnings: [], areas: [], pitch: grid.pitch, dot: table.dot };
  const large = table.rows.filter((row) => countDots(row.numbers[0], table.dot) >= blocksOfGrid * dotsInBlock);
  const small = table.rows.filter((row) => !large.includes(row));
  const groups = frame.name === 'phone' ? [large, small].filter((rows) => rows.length) : [table.rows];
  for (const [index, rows] of groups.entries()) {
    const sheet = new Sheet(table, frame, grid, layout, index);
    let y = 0;
    for (const row of rows.filter((candidate) => large.includes(candidate))) y = layoutGrid(sheet, row, y) + 26;
    const rest = rows.filter((row) => small.includes(row));
    if (rest.length) {
      if (large.length) sheet.path({ kind: 'axis' }, `M0 ${round(y + 0.5)}H${frame.width}`);
      y = layoutSmall(sheet, rest, y + (large.length ? 12 : 0));
    }
    layout.parts.push(sheet.finish(y));
  }
  if (table.rows.some((row) => countDots(row.numbers[0], table.dot) > mostBlocks * dotsInBlock)) {
    layout.warnings.push({
      message: `A number needs more than ${mostBlocks} blocks.`,
      fix: `Let a dot stand for more things: dot: ${table.dot * 100}.`,
    });
  }
  return layout;
}

/** Whole dots of a number; at least one for anything above zero, none for words. */
function countDots(number: ChartNumber, dot: number): number {
  const value = number.value ?? 0;
  return value > 0 ? Math.max(1, Math.round(value / dot)) : 0;
}

/** Collects the paths and texts of one part. */
class Sheet {
  readonly table: UnitsTable;
  readonly frame: Frame;
  readonly grid: Grid;
  readonly layout: UnitsLayout;
  readonly index: number;
  readonly id: string;
  readonly texts: PlacedText[] = [];
  readonly marks: Box[] = [];
  readonly #paths = new Map<string, PlacedPath>();
  /** Where the last rectangle of a path began. */
  readonly #corners = new Map<string, Pick<Box, 'left' | 'top'>>();
  readonly #roles = new Set<Role>();

  constructor(table: UnitsTable, frame: Frame, grid: Grid, layout: UnitsLayout, index: number) {
    this.table = table;
    this.frame = frame;
    this.grid = grid;
    this.layout = layout;
    this.index = index;
    this.id = `${table.id}-${frame.name}-${index + 1}`;
  }

  path(path: Omit<PlacedPath, 'd'>, d: string): void {
    const key = `${path.kind} ${path.role ?? ''}`;
    const known = this.#paths.get(key);
    if (known) known.d += d;
    else this.#paths.set(key, { ...path, d });
  }

  /** A rectangle that begins where the one before it began, moved: rows of blocks are written alike and weigh next to nothing. */
  rectangle(path: Omit<PlacedPath, 'd'>, { left, top, right, bottom }: Box): void {
    const key = `${path.kind} ${path.role ?? ''}`;
    const last = this.#corners.get(key);
    const start = last ? `m${round(left - last.left)} ${round(top - last.top)}` : `M${left} ${top}`;
    const across = round(right - left);
    this.path(path, `${start}h${across}v${round(bottom - top)}h${-across}z`);
    this.#corners.set(key, { left, top });
  }

  text(text: string, x: number, y: number, style: TextStyle, size = this.frame.smallSize, anchor: PlacedText['anchor'] = 'start'): number {
    this.texts.push({ text, x: round(x), y: round(y), style, size, anchor });
    return x + measureText(text, size, style === 'numeral' ? 'serif' : style === 'strong' ? 'semibold' : 'regular');
  }

  /** Lines below one another from the baseline `y`; the baseline after the last. */
  lines(lines: string[], x: number, y: number, style: TextStyle = 'quiet'): number {
    const height = Math.round(this.frame.smallSize * 1.3);
    lines.forEach((line, index) => this.text(line, x, y + index * height, style));
    return y + lines.length * height;
  }

  /** Dots `from` to `to` of a number whose grid begins at x and y with `across` blocks to a row. */
  dots(from: number, to: number, x: number, y: number, across: number, role: Role): void {
    if (to <= from) return;
    this.#roles.add(role);
    const path = { kind: 'block' as const, role, pattern: `${this.id}-${role}` };
    for (let block = Math.floor(from / dotsInBlock); block * dotsInBlock < to; block++) {
      const box = this.block(block, x, y, across);
      const [first, last] = [Math.max(0, from - block * dotsInBlock), Math.min(dotsInBlock, to - block * dotsInBlock)];
      for (const area of cutBlock(first, last)) this.rectangle(path, toBox(area, box.left, box.top, this.grid.pitch));
      this.marks.push(box);
    }
  }

  block(index: number, x: number, y: number, across: number): Box {
    const { pitch, gap, aisle } = this.grid;
    const column = index % across;
    const left = x + column * (dotsAcross * pitch + gap) + (across === 10 && column >= 5 ? aisle : 0);
    const top = y + Math.floor(index / across) * (dotsDown * pitch + gap);
    return { left: round(left), top: round(top), right: round(left + dotsAcross * pitch), bottom: round(top + dotsDown * pitch) };
  }

  /** The nearest place at or after the coordinate where the pattern of dots begins anew. */
  snap(coordinate: number): number {
    return round(Math.ceil(coordinate / this.grid.pitch - 1e-6) * this.grid.pitch);
  }

  finish(height: number): Part {
    const { pitch } = this.grid;
    const order: PlacedPath['kind'][] = ['axis', 'empty', 'block', 'dots'];
    const part: Part = {
      id: this.id,
      width: this.frame.width,
      height: Math.ceil(height),
      patterns: [...this.#roles].map((role) => ({ id: `${this.id}-${role}`, role, pitch, dot: round(pitch * 0.7) })),
      paths: [...this.#paths.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)),
      texts: this.texts,
    };
    this.layout.warnings.push(...findMisplacedTexts(part, this.marks));
    return part;
  }
}

/** The dots `first` to `last` of a block as at most three rectangles, in dots: a part of a column, whole columns, a part. */
function cutBlock(first: number, last: number): [x: number, y: number, width: number, height: number][] {
  const [startColumn, startRow] = [Math.floor(first / dotsDown), first % dotsDown];
  const [endColumn, endRow] = [Math.floor(last / dotsDown), last % dotsDown];
  if (startColumn === endColumn) return [[startColumn, startRow, 1, endRow - startRow]];
  const pieces: [number, number, number, number][] = [];
  if (startRow) pieces.push([startColumn, startRow, 1, dotsDown - startRow]);
  const from = startRow ? startColumn + 1 : startColumn;
  if (endColumn > from) pieces.push([from, 0, endColumn - from, dotsDown]);
  if (endRow) pieces.push([endColumn, 0, 1, endRow]);
  return pieces;
}

function toBox([x, y, width, height]: [number, number, number, number], left: number, top: number, pitch: number): Box {
  const [fromX, fromY] = [round(left + x * pitch), round(top + y * pitch)];
  return { left: fromX, top: fromY, right: round(fromX + width * pitch), bottom: round(fromY + height * pitch) };
}

/** A number of many blocks, with the smaller number printed for the same things at its end. Returns the lower edge. */
function layoutGrid(sheet: Sheet, row: UnitsRow, from: number): number {
  const { frame, grid, layout, table } = sheet;
  const [larger, smaller] = row.numbers;
  const dots = countDots(larger, table.dot);
  const fewer = smaller ? Math.min(dots, countDots(smaller, table.dot)) : 0;
  const phone = frame.name === 'phone';
  const end = sheet.block(grid.across - 1, 0, 0, grid.across).right;

  let y = from + frame.numeralSizes[0] * 0.74 + 1;
  const afterNumeral = sheet.text(larger.label, 0, y, 'numeral', fitNumeral(larger.label, frame.numeralSizes[0], frame.width)) + 10;
  const labelFits = afterNumeral + measureText(row.label, frame.headingSize, 'semibold') <= (phone ? frame.width : end);
  if (!labelFits)
    for (const line of wrapText(row.label, frame.width, frame.headingSize, 'semibold')) {
      y += Math.round(frame.headingSize * 1.35);
      sheet.text(line, 0, y, 'strong', frame.headingSize);
    }
  const afterLabel = labelFits ? sheet.text(row.label, afterNumeral, y, 'strong', frame.headingSize) + 8 : end;
  const scale = `One block is ${formatCount(dotsInBlock * table.dot)} items, one dot is ${table.dot === 1 ? 'one' : formatCount(table.dot)}`;
  const caption = getCaption(larger, row);
  if (phone) {
    y = sheet.lines(
      [...caption, scale].flatMap((line) => wrapText(line, frame.width, frame.smallSize)),
      0,
      y + Math.round(frame.smallSize * 1.5),
    );
    y -= frame.smallSize * 0.5;
  } else {
    const line = caption.join('; ');
    const scaleWidth = measureText(scale, frame.smallSize);
    const onOneLine = afterLabel + measureText(line, frame.smallSize) + 24 + scaleWidth <= end;
    if (onOneLine) sheet.text(line, afterLabel, y, 'quiet');
    else
      y =
        sheet.lines(wrapText(line, end - scaleWidth - 24, frame.smallSize), 0, y + Math.round(frame.smallSize * 1.6)) -
        Math.round(frame.smallSize * 1.3);
    sheet.text(scale, end, y, 'tick', frame.smallSize, 'end');
    y += 14;
  }

  const top = sheet.snap(y);
  sheet.dots(0, dots - fewer, 0, top, grid.across, smaller ? 'disputed' : 'main');
  sheet.dots(dots - fewer, dots, 0, top, grid.across, 'main');
  layout.areas.push({ ref: larger.ref, part: sheet.index, dots, role: smaller ? 'disputed' : 'main' });

  const blocks = Math.ceil(dots / dotsInBlock);
  const rows = Math.ceil(blocks / grid.across);
  const room = frame.width - end - 8;
  const formatTick = measureText(formatCount(dots * table.dot), frame.smallSize) <= room ? formatCount : formatShort;
  for (let index = 0; index < rows; index++) {
    const counted = (index + 1) * grid.across * dotsInBlock;
    if (counted > dots || (index + 1) % grid.tickEvery) continue;
    const { top: rowTop, bottom: rowBottom } = sheet.block(index * grid.across, 0, top, grid.across);
    sheet.text(formatTick(counted * table.dot), end + 8, (rowTop + rowBottom) / 2 + frame.smallSize * 0.34, 'tick');
  }
  const last = sheet.block(blocks - 1, 0, top, grid.across);
  if (!smaller) return last.bottom;

  layout.areas.push({ ref: smaller.ref, part: sheet.index, dots: fewer, role: 'main' });
  const where = describePlace(dots, fewer);
  const words = [getCaption(smaller, row, '').join('; ')];
  const beside = last.right + 16;
  const besideRoom = frame.width - beside;
  const headWidth = measureText(smaller.label, frame.numeralSizes[1], 'serif') + 10 + measureText(where, frame.headingSize, 'semibold');
  const fits = !phone && blocks % grid.across !== 0 && headWidth <= besideRoom;
  const x = fits ? beside : 0;
  const captions = words.flatMap((line) => wrapText(line, fits ? besideRoom : frame.width, frame.smallSize));
  const baseline = (fits ? last.top : last.bottom + 9) + frame.numeralSizes[1] * 0.72;
  const after = sheet.text(smaller.label, x, baseline, 'numeral', frame.numeralSizes[1]) + 9;
  const whereFits = after + measureText(where, frame.headingSize, 'semibold') <= frame.width;
  if (whereFits) sheet.text(where, after, baseline, 'strong', frame.headingSize);
  const lines = whereFits ? captions : [where, ...captions];
  const bottom = sheet.lines(lines, x, baseline + Math.round(frame.smallSize * 1.4)) - frame.smallSize;
  return Math.max(last.bottom, bottom);
}

const cardinals = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Where the smaller number lies in the grid of the larger, by position and never by shade. */
function describePlace(dots: number, fewer: number): string {
  if (dots === fewer) return 'the same blocks';
  const blocks = fewer / dotsInBlock;
  if (dots % dotsInBlock || !Number.isInteger(blocks)) return 'the end of the grid alone';
  if (blocks === 1) return 'the last block alone';
  return `the last ${cardinals[blocks] ?? formatCount(blocks)} blocks alone`;
}

function getCaption(number: ChartNumber, row: UnitsRow, note = row.note): string[] {
  const what = [row.label.includes(number.object) ? '' : number.object, number.fate, number.place].filter(Boolean).join(', ');
  return [number.printed, note || what].filter(Boolean);
}

/** Small numbers, side by side as far as they fit. Returns the lower edge. */
function layoutSmall(sheet: Sheet, rows: UnitsRow[], from: number): number {
  const { frame } = sheet;
  const columns = frame.name === 'phone' ? 1 : Math.min(3, rows.length);
  const gap = 32;
  const width = (frame.width - (columns - 1) * gap) / columns;
  let y = from;
  for (let index = 0; index < rows.length; index += columns) {
    const line = rows.slice(index, index + columns);
    // Heads first: blocks of one line of numbers stand at one height.
    const heads = line.map((row, column) => layoutHead(sheet, row, column * (width + gap), y, width));
    const top = max(heads) ?? y;
    const bottoms = line.map((row, column) => layoutSmallBlocks(sheet, row, column * (width + gap), top, width));
    y = (max(bottoms) ?? top) + (index + columns < rows.length ? 22 : 2);
  }
  return y;
}

/** The size, or as much smaller as makes the number fit into the width. */
function fitNumeral(text: string, size: number, width: number): number {
  return Math.min(size, round((size * width) / measureText(text, size, 'serif')));
}

function layoutHead(sheet: Sheet, row: UnitsRow, x: number, from: number, width: number): number {
  const { frame } = sheet;
  const numeral = row.numbers.map((number) => number.label).join(' or ');
  const size = fitNumeral(numeral, frame.numeralSizes[1], width);
  let y = from + size * 0.76;
  const after = sheet.text(numeral, x, y, 'numeral', size) + 8;
  const lineHeight = Math.round(frame.smallSize * 1.45);
  if (frame.name === 'phone' && after + measureText(row.label, frame.headingSize, 'semibold') <= x + width) {
    sheet.text(row.label, after, y, 'strong', frame.headingSize);
    y += lineHeight;
  } else {
    for (const line of wrapText(row.label, width, frame.headingSize, 'semibold')) {
      y += Math.round(frame.headingSize * 1.35);
      sheet.text(line, x, y, 'strong', frame.headingSize);
    }
    y += lineHeight;
  }
  const captions = row.numbers.flatMap((number, index) => getCaption(number, row, index === row.numbers.length - 1 ? row.note : ''));
  const next = sheet.lines(
    captions.flatMap((line) => wrapText(line, width, frame.smallSize)),
    x,
    y,
  );
  return next - frame.smallSize * 0.55;
}

function layoutSmallBlocks(sheet: Sheet, row: UnitsRow, from: number, top: number, width: number): number {
  const { frame, grid, layout, table } = sheet;
  const [larger, smaller] = row.numbers;
  if (larger.value === undefined) return top;
  const dots = countDots(larger, table.dot);
  const fewer = smaller ? Math.min(dots, countDots(smaller, table.dot)) : 0;
  const [x, y] = [sheet.snap(from), sheet.snap(top)];
  const blockWidth = dotsAcross * grid.pitch;
  const across = Math.max(1, Math.min(9, Math.floor((width + grid.gap) / (blockWidth + grid.gap))));
  const blocks = Math.max(1, Math.ceil(dots / dotsInBlock));
  const last = sheet.block(blocks - 1, x, y, across);
  if (dots < blocks * dotsInBlock) sheet.path({ kind: 'empty' }, `M${last.left} ${last.top}H${last.right}V${last.bottom}H${last.left}z`);
  sheet.marks.push(last);
  sheet.dots(0, dots - fewer, x, y, across, smaller ? 'disputed' : 'main');
  sheet.dots(dots - fewer, dots, x, y, across, 'main');
  layout.areas.push({ ref: larger.ref, part: sheet.index, dots, role: smaller ? 'disputed' : 'main' });
  if (smaller) layout.areas.push({ ref: smaller.ref, part: sheet.index, dots: fewer, role: 'main' });
  if (dots === 0 || dots > mostEnlarged || blocks > 1 || smaller) return last.bottom;

  // The same dots again, large enough to count.
  const step = frame.name === 'phone' ? 6.4 : 8;
  const size = round(step * 0.72);
  const deep = dots > 60 ? 6 : dots > 12 ? 4 : 2;
  const left = round(last.right + 24);
  const high = deep * step - (step - size);
  const firstRow = last.top + (last.bottom - last.top - high) / 2 + size / 2;
  for (let index = 0; index < Math.min(deep, dots); index++) {
    const count = Math.ceil((dots - index) / deep);
    const line = round(firstRow + index * step);
    sheet.path(
      { kind: 'dots', role: 'main', thickness: size, dash: [size, round(step - size)] },
      `M${left} ${line}H${round(left + count * step - (step - size))}`,
    );
  }
  const right = left + Math.ceil(dots / deep) * step;
  sheet.marks.push({ left, right, top: firstRow - size / 2, bottom: firstRow + high });
  const words = frame.name === 'phone' ? 'enlarged' : 'the same dots, enlarged';
  if (frame.name === 'phone' && right + 8 + measureText(words, frame.smallSize) <= from + width) {
    sheet.text(words, right + 8, (last.top + last.bottom) / 2 + frame.smallSize * 0.34, 'tick');
    return last.bottom;
  }
  const baseline = Math.max(last.bottom, firstRow + high) + frame.smallSize * 1.3;
  sheet.text(words, left, baseline, 'tick');
  return baseline + frame.smallSize * 0.3;
}

const formatCount = format(',');
/** 1,000,000 as 1M, where there is no room for more. */
const formatShort = format('~s');
