/**
 * Numbers on one axis, a row each: the different values printed for one quantity, or numbers that a
 * chart shows side by side. The axis begins at zero and is linear, or it is logarithmic and says
 * so.
 *
 * The ends of a mark show the hedge: an arrow to the right for _at least_ and _more than_, to the
 * left for _as many as_ and _up to_, a wave for _about_ and _almost_. A range is a bar from its
 * smaller number to its larger. Words are beside the mark if they fit, otherwise above it; on a
 * phone always above it. A value printed in words has no place on the axis and is named below it.
 */
import {
  extent,
  max,
  range,
  scaleLinear,
  scaleLog,
  ticks,
  type ScaleLinear,
  type ScaleLogarithmic,
} from 'd3';
import {
  getBox,
  requireFinite,
  round,
  type Drawing,
  type Frame,
  type PathKind,
  type PlacedText,
} from '../drawing.ts';
import { Pen } from '../pen.ts';
import { wrapText } from '../text-width.ts';
import { sayWords, toAxisTable, type AxisRow, type AxisTable } from './axis-table.ts';
import { beginMarks, drawMark, getReach, radius } from './axis-marks.ts';
import type { RangeTable } from './table.ts';
import { leftRoom, rightRoom, writeWords } from './words.ts';

/** A mark as drawn, for tests that compare it with the record. */
export type AxisMark = { label: string; low: number; high: number; y: number };
export type AxisLayout = Drawing & {
  marks: AxisMark[];
  /** The value at a position on the axis. */
  invert: (x: number) => number;
};

const order: PathKind[] = ['grid', 'edge', 'axis', 'bar', 'dot'];

export function layoutRange(table: RangeTable, frame: Frame): AxisLayout {
  return layoutAxis(toAxisTable(table), frame);
}

export function layoutAxis(table: AxisTable, frame: Frame): AxisLayout {
  for (const { low, high, label } of table.rows)
    for (const value of [low, high]) requireFinite(value, `"${label}"`, [label]);
  const pen = new Pen(`${table.id}-${frame.name}`, frame.width, frame.smallSize);
  const log = table.scale === 'log';
  if (log && table.rows.some((row) => row.low <= 0))
    pen.warnings.push({
      kind: 'negative',
      words: [],
      message: 'A logarithmic axis has no place for zero and below.',
      fix: 'Write scale: linear.',
    });
  else if (table.rows.some((row) => row.low < 0))
    pen.warnings.push({
      kind: 'negative',
      words: [],
      message: 'A value below zero has no place on an axis from zero.',
      fix: 'Leave the row out.',
    });
  const axis = planAxis(table);
  const scale = axis.scale.range([leftRoom, frame.width - rightRoom]);
  const place = (value: number) => round(scale(Math.max(axis.from, value)));
  const tickY = round(frame.smallSize * 0.8 + 2);
  const placed = placeTicks(table, frame, axis.listTicks, place, tickY);
  for (const { text } of placed) pen.texts.push(text);
  const top = round(tickY + 7);

  beginMarks(pen);
  const marks: AxisMark[] = [];
  let y = top + (frame.name === 'phone' ? 6 : 4);
  for (const row of table.rows) {
    const mark = { label: row.label, low: place(row.low), high: place(row.high) };
    const { middle, bottom } = layoutRow(pen, row, frame, mark, y, log);
    marks.push({ ...mark, y: middle });
    y = bottom;
  }
  const bottom = round(y + 2);
  const hollows = marks.filter((_, index) => table.rows[index]?.hollow);
  for (const { at } of log ? placed : placed.slice(1)) drawGridLine(pen, at, top, bottom, hollows);
  if (!log) pen.line({ kind: 'axis' }, [leftRoom, top], [leftRoom, bottom]);
  const part = pen.finish(layoutRemarks(pen, table, frame, bottom), order);
  for (const box of pen.marks)
    if (box.left < 0 || box.right > frame.width)
      pen.warnings.push({
        kind: 'mark-outside',
        words: [],
        message: 'A mark leaves the drawing.',
        fix: 'Draw its number in a chart of its own.',
      });
  return {
    frame: frame.name,
    parts: [part],
    warnings: pen.warnings,
    marks,
    invert: (x) => scale.invert(x),
  };
}

/** Draws a mark with its words, and the line that leads to it from zero. */
function layoutRow(
  pen: Pen,
  row: AxisRow,
  frame: Frame,
  { low, high }: Omit<AxisMark, 'y'>,
  y: number,
  log: boolean,
) {
  const [left, right] = [
    low - radius - getReach(row.ends, 'left'),
    high + radius + getReach(row.ends, 'right'),
  ];
  const words = writeWords(pen, row, frame, [left, right], y);
  const middle = round(words.middle);
  pen.marks.push({ left, right, top: middle - radius, bottom: middle + radius });
  const around = {
    left: round(left - 6),
    top: round(middle - 12),
    right: round(right + 6),
    bottom: round(middle + 12),
  };
  if (row.ref) pen.targets.push({ key: row.ref, boxes: [around] });
  const end = round((words.left ?? left) - 3);
  if (!log && end > leftRoom + 4)
    pen.line({ kind: 'edge', thickness: 1.2, dash: [1.5, 3.5] }, [leftRoom, middle], [end, middle]);
  drawMark(pen, row, low, high, middle);
  return { middle, bottom: words.bottom };
}

type Axis = {
  /** Maps values to positions, which are known only when the axis is drawn. */
  scale: ScaleLinear<number, number> | ScaleLogarithmic<number, number>;
  from: number;
  /** Returns at most about `count` values, beginning at the start of the axis. */
  listTicks: (count: number) => number[];
};

function planAxis({ rows, scale }: AxisTable): Axis {
  const top = max(rows, ({ high }) => high) ?? 0;
  if (scale !== 'log') {
    const linear = scaleLinear([0, top > 0 ? top : 1], [0, 1]);
    return { scale: linear, from: 0, listTicks: (count) => (top > 0 ? ticks(0, top, count) : [0]) };
  }
  // Whole powers of ten at both ends, at least one step apart. Only these are labelled; d3's ticks
  // include the numbers between them.
  const [least = 1, most = 1] = extent(
    rows.flatMap(({ low, high }) => [low, high]).filter((value) => value > 0),
  );
  const [first = 1, last = 1] = scaleLog([least, most], [0, 1])
    .nice()
    .domain()
    .map(Math.log10)
    .map(Math.round);
  const powers = Math.max(1, last - first) + 1;
  const listTicks = (count: number) =>
    range(0, powers, Math.ceil(powers / Math.max(2, count))).map((step) => 10 ** (first + step));
  const from = 10 ** first;
  return { scale: scaleLog([from, 10 ** (first + powers - 1)], [0, 1]), from, listTicks };
}

/** Draws a line of the grid, with gaps where it would cross a hollow mark. */
function drawGridLine(pen: Pen, x: number, top: number, bottom: number, hollows: AxisMark[]): void {
  const crossed = hollows
    .filter(({ low, high }) => [low, high].some((at) => Math.abs(at - x) < radius))
    .map(({ y }) => y);
  const starts = [top, ...crossed.map((y) => y + radius)];
  const ends = [...crossed.map((y) => y - radius), bottom];
  starts.forEach((start, index) =>
    pen.line({ kind: 'grid' }, [x, start], [x, ends[index] ?? bottom]),
  );
}

/**
 * Writes below the drawing what the axis cannot show and what the ends of the marks mean. Returns
 * the lower edge.
 */
function layoutRemarks(pen: Pen, table: AxisTable, frame: Frame, from: number): number {
  const remarks = [...sayWords(table), ...explainEnds(table)];
  const height = Math.round(frame.smallSize * 1.35);
  let y = from;
  for (const [index, remark] of remarks.entries()) {
    y += index === 0 ? 6 : 3;
    y =
      pen.lines(wrapText(remark, frame.width, frame.smallSize), 0, y + height, height, 'quiet') -
      height;
  }
  return remarks.length > 0 ? y + 5 : from;
}

/** Explains how to read the axis and the ends of its marks. */
function explainEnds({ rows, scale }: AxisTable): string[] {
  const ends = new Set(rows.map((row) => row.ends));
  const sentences = [
    scale === 'log' &&
      'The axis is logarithmic: each step is ten times the one before, and it has no zero.',
    (ends.has('above') || ends.has('below')) &&
      'An arrow leaves that side open, as the hedge does.',
    (ends.has('around') || ends.has('almost')) && 'A wave stands for about or almost.',
  ].filter((sentence) => sentence !== false);
  return sentences.length > 0 ? [sentences.join(' ')] : [];
}

/**
 * As many ticks as fit side by side, each at its place on the axis, beginning with the start of the
 * axis.
 */
function placeTicks(
  table: AxisTable,
  frame: Frame,
  listTicks: Axis['listTicks'],
  place: (value: number) => number,
  y: number,
): { at: number; text: PlacedText }[] {
  for (let count = frame.name === 'phone' ? 4 : 6; count > 0; count -= 1) {
    const placed = listTicks(count).map((value) => {
      const at = place(value);
      const text: PlacedText = {
        text: table.sayTick(value),
        x: at,
        y,
        size: frame.smallSize,
        style: 'tick',
        anchor: 'middle',
      };
      return { at, text: keepInside(text, frame) };
    });
    const ends = placed.map(({ text }) => getBox(text));
    const apart = ends.every((box, index) => box.left >= (ends[index - 1]?.right ?? -10) + 10);
    if (apart || count === 1) return apart ? placed : placed.slice(0, 1);
  }
  return [];
}

/** A label that is too long to be centred on its tick ends at the edge of the drawing. */
function keepInside(text: PlacedText, frame: Frame): PlacedText {
  const { left, right } = getBox(text);
  if (left < 0) return { ...text, x: 0, anchor: 'start' };
  return right > frame.width ? { ...text, x: frame.width, anchor: 'end' } : text;
}
