/**
 * A relay: who printed a number, one row for each printing, and from whom each had it.
 *
 * A thread runs from the first printing to those that passed it on: a ring where it starts, a knot
 * where the number was kept, a lozenge where something changed. A number printed without a known
 * predecessor starts a separate thread. A link that is our inference is dashed and starts a thread
 * too, because an inference accuses nobody.
 */
import { max } from 'd3';
import { getFace, requireFiniteNumbers, round, type Drawing, type Frame } from '../drawing.ts';
import { Pen, type Point } from '../pen.ts';
import { measureText, wrapText } from '../text-width.ts';
import type { Custody, RelayRow, RelayTable } from './table.ts';
import { assignThreads, type Thread } from './threads.ts';
import { listWords, type Block } from './words.ts';

/** A printing as drawn, for tests that compare it with the record. */
export type Knot = {
  ref: string;
  custody: Custody;
  column: number;
  x: number;
  y: number;
  from: number | undefined;
};
export type RelayLayout = Drawing & { knots: Knot[] };

/** With more threads side by side there is no room for words. */
const mostColumns: Record<Frame['name'], number> = { phone: 4, tablet: 5, desktop: 8 };
const columnPitch: Record<Frame['name'], number> = { phone: 16, tablet: 18, desktop: 24 };
const ringRadius = 6;
const knotRadius = 4.5;
const lozengeRadius = 8;
/** Half the size of a target, from the middle of a mark. */
const reach = 12;
/** From the thread to the words. */
const gutterGap = 12;

export function layoutRelay(table: RelayTable, frame: Frame): RelayLayout {
  requireFiniteNumbers(table.rows.map(({ number }) => number));
  const phone = frame.name === 'phone';
  const pen = new Pen(`${table.id}-${frame.name}-1`, frame.width, frame.smallSize);
  const threads = assignThreads(table.rows);
  const columns = (max(threads, (thread) => thread.column) ?? 0) + 1;
  if (columns > mostColumns[frame.name])
    pen.warnings.push({
      kind: 'crowded',
      words: [],
      message: `${columns} threads side by side leave no room for words.`,
      fix: 'Link to the record instead, which says the same.',
    });
  const pitch = columnPitch[frame.name];
  const left = 9 + (columns - 1) * pitch + 9 + gutterGap;
  const knots: Knot[] = [];
  const edges: number[] = [];

  let y = phone ? 0 : layoutHeadings(pen, frame, left);
  for (const [index, row] of table.rows.entries()) {
    edges.push(y);
    const column = threads[index]?.column ?? 0;
    const x = round(9 + column * pitch);
    const middle = round(y + (phone ? 20 : 26));
    knots.push({ ref: row.number.ref, custody: row.custody, column, x, y: middle, from: row.from });
    const bottom = phone
      ? layoutStacked(pen, row, frame, left, middle)
      : layoutAbreast(pen, row, frame, left, middle);
    y = round(Math.max(bottom, middle + lozengeRadius) + 12);
  }

  drawInferred(pen, knots);
  for (const edge of edges.slice(1)) pen.line({ kind: 'divider' }, [0, edge], [frame.width, edge]);
  if (!phone) pen.line({ kind: 'axis' }, [0, edges[0] ?? y], [frame.width, edges[0] ?? y]);
  drawThreads(pen, knots, threads);
  for (const knot of knots) drawKnot(pen, knot);
  const parts = [pen.finish(y)];
  return { frame: frame.name, parts, warnings: pen.warnings, knots };
}

/**
 * Draws inferred links: from the mark that a printing may repeat, across and down to its own mark.
 */
function drawInferred(pen: Pen, knots: Knot[]): void {
  for (const { custody, from, x, y } of knots) {
    const source = from === undefined ? undefined : knots[from];
    if (custody === 'inferred' && source)
      pen.link({ kind: 'thread', dash: [4, 4] }, [source.x, source.y], [x, y]);
  }
}

function drawThreads(pen: Pen, knots: Knot[], threads: Thread[]): void {
  for (const { first, last } of new Set(threads)) {
    const [start, end] = [knots[first], knots[last]];
    if (start && end && last > first)
      pen.line({ kind: 'thread' }, [start.x, start.y], [end.x, end.y]);
  }
}

function drawKnot(pen: Pen, { ref, custody, x, y }: Knot): void {
  if (custody === 'changed') pen.lozenge({ kind: 'dot', role: 'highlight' }, x, y, lozengeRadius);
  else if (custody === 'kept') pen.disc({ kind: 'knot' }, x, y, knotRadius);
  else pen.disc({ kind: 'ring' }, x, y, ringRadius);
  pen.marks.push({
    left: x - lozengeRadius,
    right: x + lozengeRadius,
    top: y - lozengeRadius,
    bottom: y + lozengeRadius,
  });
  pen.aim(ref, x, y, reach);
}

/** Writes blocks below one another from the baseline `y`. Returns the lowest edge. */
function writeBlocks(pen: Pen, blocks: Block[], [x, y]: Point, width: number): number {
  let baseline = y;
  blocks.forEach(({ text, style, size }, index) => {
    wrapText(text, width, size, getFace(style)).forEach((line, at) => {
      if (index > 0 || at > 0) baseline += Math.round(size * (style === 'numeral' ? 1.15 : 1.35));
      pen.text(line, x, baseline, style, size);
    });
  });
  return baseline + 5;
}

/** Shares of the room beside the threads. */
const columnsAbreast = [
  { heading: 'Printed', share: 0.15 },
  { heading: 'In', share: 0.27 },
  { heading: 'As', share: 0.25 },
  { heading: 'What happened to the number', share: 0.33 },
];
const columnGap = 16;

function placeColumns(frame: Frame, left: number): { x: number; width: number; heading: string }[] {
  const room = frame.width - left;
  let x = left;
  return columnsAbreast.map(({ share, heading }, index) => {
    const column = {
      x,
      width: room * share - (index < columnsAbreast.length - 1 ? columnGap : 0),
      heading,
    };
    x += room * share;
    return column;
  });
}

function layoutHeadings(pen: Pen, frame: Frame, left: number): number {
  for (const { x, heading } of placeColumns(frame, left)) pen.text(heading, x, 15, 'tick');
  return 26;
}

function layoutAbreast(
  pen: Pen,
  row: RelayRow,
  frame: Frame,
  left: number,
  middle: number,
): number {
  const words = listWords(row, frame);
  const blocks: Block[][] = [
    [words.when],
    [words.who, ...words.speaker],
    [words.value, ...words.what],
    [words.custody, ...words.details],
  ];
  const bottoms = placeColumns(frame, left).map(({ x, width }, index) => {
    const own = blocks[index] ?? [];
    return writeBlocks(pen, own, [x, middle + (own[0]?.size ?? 0) * 0.34], width);
  });
  return max(bottoms) ?? middle;
}

function layoutStacked(
  pen: Pen,
  row: RelayRow,
  frame: Frame,
  left: number,
  middle: number,
): number {
  const words = listWords(row, frame);
  const width = frame.width - left;
  const head = writeBlocks(
    pen,
    [words.when, words.who, ...words.speaker],
    [left, middle + frame.smallSize * 0.34],
    width,
  );
  // The value and what it counts share one line if they fit.
  const baseline = head + words.value.size * 0.95;
  const [what] = words.what;
  const after = left + measureText(words.value.text, words.value.size, 'serif') + 8;
  const abreast = what !== undefined && after + measureText(what.text, what.size) <= frame.width;
  const bottom = writeBlocks(
    pen,
    abreast ? [words.value] : [words.value, ...words.what],
    [left, baseline],
    width,
  );
  if (abreast) writeBlocks(pen, [what], [after, baseline], width);
  return writeBlocks(
    pen,
    [words.custody, ...words.details],
    [left, bottom + frame.labelSize + 1],
    width,
  );
}
