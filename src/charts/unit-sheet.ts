/** The paper that dots are drawn on: blocks of dots to one scale, with words beside them. */
import type { ChartNumber, UnitsRow, UnitsTable } from './chart-table.ts';
import {
  findMisplacedTexts,
  round,
  type Box,
  type Drawing,
  type Frame,
  type Part,
  type PlacedPath,
  type PlacedText,
  type Target,
  type TextStyle,
} from './drawing.ts';
import type { Role } from '../schema/chart.ts';
import { measureText } from './text-width.ts';

/** A number as drawn: whole dots, for whoever wants to compare it with the record. */
export type Area = { ref: string; part: number; dots: number; role: Role };
export type UnitsLayout = Drawing & { areas: Area[]; /** Distance of two dots. */ pitch: number; dot: number };

/** Blocks of dots, which fill them column by column. Lengths are whole multiples of the pitch, so that the pattern of dots fits every block. */
export type Grid = {
  pitch: number;
  /** Dots of a block, and of one of its columns. */
  inBlock: number;
  down: number;
  /** Blocks to a row. */
  across: number;
  gap: number;
  /** Extra gap in the middle of a row. */
  aisle: number;
  /** True where dots are large enough to stand on the bare paper. */
  bare: boolean;
};

/** Whole dots of a number; at least one for anything above zero, none for words. */
export function countDots(number: ChartNumber, dot: number): number {
  const value = number.value ?? 0;
  return value > 0 ? Math.max(1, Math.round(value / dot)) : 0;
}

/** Collects the paths and texts of one part. */
export class Sheet {
  readonly table: UnitsTable;
  readonly frame: Frame;
  readonly grid: Grid;
  readonly layout: UnitsLayout;
  readonly index: number;
  readonly id: string;
  readonly texts: PlacedText[] = [];
  readonly marks: Box[] = [];
  readonly #targets: Target[] = [];
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
    const { inBlock, down } = this.grid;
    for (let block = Math.floor(from / inBlock); block * inBlock < to; block++) {
      const box = this.block(block, x, y, across);
      const [first, last] = [Math.max(0, from - block * inBlock), Math.min(inBlock, to - block * inBlock)];
      for (const area of cutBlock(first, last, down)) this.rectangle(path, toBox(area, box.left, box.top, this.grid.pitch));
      this.marks.push(box);
    }
  }

  /** The rows of blocks that the dots `from` to `to` of a number stand in, as its target. */
  aim(key: string, from: number, to: number, x: number, y: number, across: number): void {
    const { inBlock } = this.grid;
    const boxes: Box[] = [];
    const lastBlock = Math.max(0, Math.ceil(to / inBlock) - 1);
    for (let first = Math.floor(from / inBlock); first <= lastBlock; first = (Math.floor(first / across) + 1) * across) {
      const last = Math.min(lastBlock, (Math.floor(first / across) + 1) * across - 1);
      const [{ left, top }, { right, bottom }] = [this.block(first, x, y, across), this.block(last, x, y, across)];
      const above = boxes.at(-1);
      if (above?.left === left && above.right === right) above.bottom = bottom;
      else boxes.push({ left, top, right, bottom });
    }
    this.#targets.push({ key, boxes });
  }

  block(index: number, x: number, y: number, across: number): Box {
    const { pitch, gap, aisle, inBlock, down } = this.grid;
    const [width, height] = [(inBlock / down) * pitch, down * pitch];
    const column = index % across;
    const left = x + column * (width + gap) + (across === 10 && column >= 5 ? aisle : 0);
    const top = y + Math.floor(index / across) * (height + gap);
    return { left: round(left), top: round(top), right: round(left + width), bottom: round(top + height) };
  }

  /** The nearest place at or after the coordinate where the pattern of dots begins anew. */
  snap(coordinate: number): number {
    return round(Math.ceil(coordinate / this.grid.pitch - 1e-6) * this.grid.pitch);
  }

  finish(height: number): Part {
    const { pitch, bare } = this.grid;
    const order: PlacedPath['kind'][] = ['divider', 'axis', 'outline', 'empty', 'block', 'dots'];
    const part: Part = {
      id: this.id,
      width: this.frame.width,
      height: Math.ceil(height),
      patterns: [...this.#roles].map((role) => ({ id: `${this.id}-${role}`, role, pitch, dot: round(pitch * 0.7), bare })),
      paths: [...this.#paths.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)),
      texts: this.texts,
      targets: this.#targets,
    };
    this.layout.warnings.push(...findMisplacedTexts(part, this.marks));
    return part;
  }
}

/** The dots `first` to `last` of a block as at most three rectangles, in dots: a part of a column, whole columns, a part. */
export function cutBlock(first: number, last: number, down: number): [x: number, y: number, width: number, height: number][] {
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

function toBox([x, y, width, height]: [number, number, number, number], left: number, top: number, pitch: number): Box {
  const [fromX, fromY] = [round(left + x * pitch), round(top + y * pitch)];
  return { left: fromX, top: fromY, right: round(fromX + width * pitch), bottom: round(fromY + height * pitch) };
}

/** The size, or as much smaller as makes the number fit into the width. */
export function fitNumeral(text: string, size: number, width: number): number {
  return Math.min(size, round((size * width) / measureText(text, size, 'serif')));
}

/** Object, fate and place of a number, as far as its row's name does not say them: "lost, Mosul". */
export function sayWhat(number: ChartNumber, row: UnitsRow): string {
  return [row.label.includes(number.object) ? '' : number.object, number.fate, number.place].filter(Boolean).join(', ');
}
