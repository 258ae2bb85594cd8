/**
 * Numbers on one axis, a row each: the different values printed for one quantity, or numbers that a chart sets side by
 * side. The axis begins at zero and is linear, or it is logarithmic and says so.
 *
 * A mark says with its ends what the hedge says: an arrow to the right for at least and more than, to the left for
 * as many as and up to, a wave for about and almost. A range is a bar from its smaller number to its larger.
 * Words stand beside the mark where they fit, otherwise above it; on a phone always above it. What was printed in words
 * has no place on the axis and is named below it.
 */
import { max, min, scaleLinear, scaleLog, ticks, type ScaleLinear, type ScaleLogarithmic } from 'd3';
import type { Ends, RangeTable } from './chart-table.ts';
import {
  findMisplacedTexts,
  getBox,
  requireFinite,
  round,
  type Box,
  type Drawing,
  type Frame,
  type Misfit,
  type PlacedPath,
  type PlacedText,
  type Target,
} from './drawing.ts';
import { balanceText, measureText, wrapText } from './text-width.ts';

export type RivalRow = {
  /** What its mark links to: the number's reference, or its statement's. */
  ref?: string;
  /** The same number twice, or a range. */
  low: number;
  high: number;
  ends: Ends;
  /** With its hedge: "at least 40". */
  label: string;
  /** What is counted, where the rows differ in it: "Humvees, Mosul". */
  what?: string;
  /** A hollow mark: it counts something else, or is our arithmetic. */
  hollow?: boolean;
  /** Who printed it first: "Reuters, 2 June 2015". */
  printed: string;
  /** How many further statements print it. */
  more: number;
};

export type RivalsTable = {
  /** Ids in the drawing begin with it. */
  id: string;
  /** What is counted: "machine guns". */
  unit: string;
  /** linear, from zero, unless given. */
  scale?: 'linear' | 'log';
  /** In the order in which they were first printed. */
  rows: RivalRow[];
  /** Printed in words, with no place on an axis: "a third". */
  words: string[];
  /** A tick in the unit: "$2 billion". */
  sayTick: (value: number) => string;
};

/** A mark as drawn, for whoever wants to compare it with the record. */
export type RivalMark = { label: string; low: number; high: number; y: number };
export type RivalsLayout = Drawing & {
  marks: RivalMark[];
  /** The value at a place of the axis. */
  invert: (x: number) => number;
};

const radius = 6;
/** From the mark's edge to the end of what the hedge adds. */
const arrowLength = 24;
const waveLength = 12;
/** Room left of zero and right of the greatest value: for an arrow, and for half a tick's label. */
const leftRoom = 32;
const rightRoom = 44;
const gap = 8;

export function layoutRivals(table: RivalsTable, frame: Frame): RivalsLayout {
  for (const { low, high, label } of table.rows) for (const value of [low, high]) requireFinite(value, `"${label}"`, [label]);
  const warnings: Misfit[] = [];
  const phone = frame.name === 'phone';
  const log = table.scale === 'log';
  if (log && table.rows.some((row) => row.low <= 0))
    warnings.push({
      kind: 'negative',
      words: [],
      message: 'A logarithmic axis has no place for zero and below.',
      fix: 'Take the scale linear.',
    });
  else if (table.rows.some((row) => row.low < 0))
    warnings.push({
      kind: 'negative',
      words: [],
      message: 'A value below zero has no place on an axis from zero.',
      fix: 'Leave the row out.',
    });
  const axis = planAxis(table);
  const scale = axis.scale.range([leftRoom, frame.width - rightRoom]);
  const place = (value: number) => round(scale(Math.max(axis.from, value)));

  const texts: PlacedText[] = [];
  const boxes: Box[] = [];
  const targets: Target[] = [];
  const marks: RivalMark[] = [];
  const leaders: string[] = [];
  const bars: string[] = [];
  const dots: string[] = [];
  const rings: string[] = [];
  const lines: string[] = [];
  const hollows: { x: number; y: number }[] = [];

  const tickY = round(frame.smallSize * 0.8 + 2);
  const ticksPlaced = placeTicks(table, frame, axis.listTicks, place, tickY);
  texts.push(...ticksPlaced.map(({ text }) => text));
  const axisTop = round(tickY + 7);

  let y = axisTop + (phone ? 6 : 4);
  for (const row of table.rows) {
    const [low, high] = [place(row.low), place(row.high)];
    const [left, right] = [low - radius - getReach(row.ends, 'left'), high + radius + getReach(row.ends, 'right')];
    const words = placeWords(row, frame, left, right, y);
    texts.push(...words.texts);
    const middle = round(words.middle);
    boxes.push({ left, right, top: middle - radius, bottom: middle + radius });
    marks.push({ label: row.label, low, high, y: middle });
    if (row.ref)
      targets.push({
        key: row.ref,
        boxes: [{ left: round(left - 6), top: round(middle - 12), right: round(right + 6), bottom: round(middle + 12) }],
      });

    const leaderEnd = round((words.left ?? left) - 3);
    if (!log && leaderEnd > leftRoom + 4) leaders.push(`M${leftRoom} ${middle}H${leaderEnd}`);
    if (high > low) bars.push(`M${low} ${middle}H${high}`);
    for (const x of high > low ? [low, high] : [low]) {
      if (row.hollow) rings.push(drawDot(x, middle, radius - 1));
      else dots.push(drawDot(x, middle, radius));
    }
    if (row.hollow) for (const x of new Set([low, high])) hollows.push({ x, y: middle });
    lines.push(...drawEnds(row.ends, low, high, middle, row.hollow ? radius : 0));
    y = words.bottom;
  }
  const bottom = round(y + 2);
  const end = layoutRemarks(table, frame, bottom, texts);

  const paths: PlacedPath[] = [];
  const add = (path: Omit<PlacedPath, 'd'>, parts: string[]) => parts.length > 0 && paths.push({ ...path, d: parts.join('') });
  add(
    { kind: 'grid' },
    ticksPlaced.slice(log ? 0 : 1).flatMap(({ at }) => drawGridLine(at, axisTop, bottom, hollows)),
  );
  add({ kind: 'edge', thickness: 1.2, dash: [1.5, 3.5] }, leaders);
  add({ kind: 'axis' }, log ? [] : [`M${leftRoom} ${axisTop}V${bottom}`]);
  add({ kind: 'bar', role: 'main', thickness: 6 }, bars);
  add({ kind: 'bar', role: 'main', thickness: 2 }, lines);
  add({ kind: 'bar', role: 'main', thickness: 2.4 }, rings);
  add({ kind: 'dot', role: 'main' }, dots);

  const part = { id: `${table.id}-${frame.name}`, width: frame.width, height: Math.ceil(end), patterns: [], paths, texts, targets };
  warnings.push(...findMisplacedTexts(part, boxes));
  for (const box of boxes) {
    if (box.left < 0 || box.right > frame.width)
      warnings.push({
        kind: 'mark-outside',
        words: [],
        message: 'A mark leaves the drawing.',
        fix: 'Draw its number in a chart of its own.',
      });
  }
  return { frame: frame.name, parts: [part], warnings, marks, invert: (x) => scale.invert(x) };
}

/** How far the ends of a mark reach beyond it. */
function getReach(ends: Ends, side: 'left' | 'right'): number {
  if (ends === 'around' || (ends === 'almost' && side === 'left')) return waveLength;
  if ((ends === 'above' && side === 'right') || (ends === 'below' && side === 'left')) return arrowLength;
  return 0;
}

type Axis = {
  /** On its way from values to places; the places are given when it is drawn. */
  scale: ScaleLinear<number, number> | ScaleLogarithmic<number, number>;
  from: number;
  /** At most about `count` values, from the axis's start. */
  listTicks: (count: number) => number[];
};

function planAxis(table: RivalsTable): Axis {
  const top = max(table.rows, (row) => row.high) ?? 0;
  const bottom = min(table.rows, (row) => (row.low > 0 ? row.low : undefined)) ?? 1;
  if (table.scale !== 'log') {
    const scale = scaleLinear().domain([0, top > 0 ? top : 1]);
    return { scale, from: 0, listTicks: (count) => (top > 0 ? ticks(0, top, count) : [0]) };
  }
  const first = Math.floor(Math.log10(bottom) + 1e-9);
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(top, bottom)) - 1e-9));
  const listTicks = (count: number) => {
    const step = Math.ceil((last - first + 1) / Math.max(2, count));
    return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => 10 ** (first + index * step));
  };
  return { scale: scaleLog().domain([10 ** first, 10 ** last]), from: 10 ** first, listTicks };
}

/** A line of the grid, broken where it would cross a hollow mark. */
function drawGridLine(x: number, top: number, bottom: number, hollows: { x: number; y: number }[]): string[] {
  const crossed = hollows.filter((mark) => Math.abs(mark.x - x) < radius).map((mark) => mark.y);
  const starts = [top, ...crossed.map((y) => round(y + radius))];
  return starts.map((start, index) => `M${x} ${start}V${index < crossed.length ? round((crossed[index] ?? 0) - radius) : bottom}`);
}

/** What the axis cannot show and what the ends of the marks mean, below the drawing. Returns the lower edge. */
function layoutRemarks(table: RivalsTable, frame: Frame, from: number, texts: PlacedText[]): number {
  const remarks = [...sayWords(table), ...explainEnds(table)];
  let y = from;
  for (const [index, remark] of remarks.entries()) {
    y += index === 0 ? 6 : 3;
    for (const text of wrapText(remark, frame.width, frame.smallSize)) {
      y += Math.round(frame.smallSize * 1.35);
      texts.push({ text, x: 0, y: round(y), size: frame.smallSize, style: 'quiet', anchor: 'start' });
    }
  }
  return remarks.length > 0 ? y + 5 : from;
}

function sayWords({ words }: RivalsTable): string[] {
  return words.length > 0 ? [`Printed in words, with no place on the axis: ${words.join('; ')}.`] : [];
}

/** How to read the axis and the ends of its marks. */
function explainEnds({ rows, scale }: RivalsTable): string[] {
  const ends = new Set(rows.map((row) => row.ends));
  const sentences = [
    scale === 'log' && 'The axis is logarithmic: each step is ten times the one before, and it has no zero.',
    (ends.has('above') || ends.has('below')) && 'An arrow leaves that side open, as the hedge does.',
    (ends.has('around') || ends.has('almost')) && 'A wave stands for about or almost.',
  ].filter((sentence) => sentence !== false);
  return sentences.length > 0 ? [sentences.join(' ')] : [];
}

function drawDot(x: number, y: number, r: number): string {
  return `M${round(x - r)} ${y}a${r} ${r} 0 1 0 ${r * 2} 0a${r} ${r} 0 1 0 ${-r * 2} 0`;
}

/** `start` keeps an arrow out of a hollow mark. */
function drawEnds(ends: Ends, low: number, high: number, y: number, start: number): string[] {
  const arrow = (from: number, direction: 1 | -1) => {
    const tip = round(from + direction * (radius + arrowLength));
    const back = round(tip - direction * 6);
    return `M${round(from + direction * start)} ${y}H${tip}M${back} ${round(y - 5)}L${tip} ${y}L${back} ${round(y + 5)}`;
  };
  const wave = (from: number) => `M${round(from)} ${y}q3 -6 6 0t6 0`;
  switch (ends) {
    case 'above':
      return [arrow(high, 1)];
    case 'below':
      return [arrow(low, -1)];
    case 'around':
      return [wave(low - radius - waveLength), wave(high + radius)];
    case 'almost':
      return [wave(low - radius - waveLength)];
    case 'closed':
      return [];
  }
}

/** As many ticks as stand beside one another, each at its place of the axis; where the axis starts is the first. */
function placeTicks(
  table: RivalsTable,
  frame: Frame,
  listTicks: Axis['listTicks'],
  place: (value: number) => number,
  y: number,
): { at: number; text: PlacedText }[] {
  for (let count = frame.name === 'phone' ? 4 : 6; count > 0; count -= 1) {
    const placed = listTicks(count).map((value) => {
      const at = place(value);
      const text: PlacedText = { text: table.sayTick(value), x: at, y, size: frame.smallSize, style: 'tick', anchor: 'middle' };
      return { at, text: keepInside(text, frame) };
    });
    const ends = placed.map(({ text }) => getBox(text));
    const apart = ends.every((box, index) => box.left >= (ends[index - 1]?.right ?? -10) + 10);
    if (apart || count === 1) return apart ? placed : placed.slice(0, 1);
  }
  return [];
}

/** A tick too long to stand in the middle of its place ends at the edge of the drawing. */
function keepInside(text: PlacedText, frame: Frame): PlacedText {
  const { left, right } = getBox(text);
  if (left < 0) return { ...text, x: 0, anchor: 'start' };
  return right > frame.width ? { ...text, x: frame.width, anchor: 'end' } : text;
}

/** Value, who printed it first, and how many print it too: "and 2 more". */
function sayPrinted({ printed, more }: RivalRow): string {
  return more > 0 ? `${printed}, and ${more} more` : printed;
}

type Words = {
  texts: PlacedText[];
  /** Height of the mark. */ middle: number;
  /** Where the row ends. */ bottom: number;
  /** Where the words begin, when they stand before the mark. */ left?: number;
};

function placeWords(row: RivalRow, frame: Frame, left: number, right: number, y: number): Words {
  const runs: Run[] = [
    { text: row.label, size: frame.labelSize, style: 'strong' },
    { text: row.what ?? '', size: frame.labelSize, style: 'label' },
    { text: sayPrinted(row), size: frame.smallSize, style: 'quiet' },
  ];
  const words = runs.filter((run) => run.text !== '');
  const whole = words.reduce((sum, run) => sum + measureRun(run), (words.length - 1) * gap);
  if (frame.name === 'desktop') {
    const middle = round(y + 18);
    const baseline = round(middle + frame.labelSize * 0.34);
    const beside = (start: number): Words => {
      let x = start;
      const texts = words.map((run): PlacedText => {
        const text: PlacedText = { ...run, x: round(x), y: baseline, anchor: 'start' };
        x += measureRun(run) + gap;
        return text;
      });
      return { texts, middle, bottom: y + 36, ...(start < left ? { left: start } : {}) };
    };
    if (right + gap + whole <= frame.width) return beside(right + gap);
    if (left - gap - whole >= leftRoom + gap) return beside(left - gap - whole);
  }
  const lineHeight = Math.round(frame.smallSize * 1.3);
  const start = leftRoom + 6;
  const texts: PlacedText[] = [];
  let [x, baseline] = [start, round(y + 10 + frame.labelSize * 0.72)];
  for (const [index, run] of words.entries()) {
    // A run that does not fit behind the last one begins a line of its own.
    const fits = index > 0 && x + measureRun(run) <= frame.width;
    const lines = fits ? [run.text] : balanceText(run.text, frame.width - start, run.size, run.style === 'strong' ? 'semibold' : 'regular');
    for (const [at, text] of lines.entries()) {
      if (!fits && (index > 0 || at > 0)) [x, baseline] = [start, round(baseline + lineHeight)];
      texts.push({ text, x: round(x), y: baseline, size: run.size, style: run.style, anchor: 'start' });
      x += measureRun({ ...run, text }) + gap;
    }
  }
  const middle = round(baseline + frame.smallSize * 0.2 + radius + 5);
  return { texts, middle, bottom: middle + radius + 4 };
}

type Run = Pick<PlacedText, 'text' | 'size' | 'style'>;

function measureRun({ text, size, style }: Run): number {
  return measureText(text, size, style === 'strong' ? 'semibold' : 'regular');
}

/** The rows of a chart as they stand on the axis. */
export function toRivals(table: RangeTable): RivalsTable {
  const rows = table.rows.flatMap((row): RivalRow[] => {
    const [first, ...others] = row.numbers;
    const [low, high] = first.range ?? [first.value, first.value];
    if (low === undefined || high === undefined) return [];
    const printed = row.note || first.printed || (first.derived ? 'our arithmetic' : '');
    return [
      {
        ref: first.ref,
        low,
        high,
        ends: row.ends,
        label: first.label,
        what: row.label,
        hollow: row.role === 'context',
        printed,
        more: others.length,
      },
    ];
  });
  const words = table.rows.flatMap(({ label, note, numbers: [first, ...others] }) => {
    if (first.range || first.value !== undefined) return [];
    const printed = [label, note || first.printed, others.length > 0 && `and ${others.length} more`].filter(Boolean).join(', ');
    return [`${first.label} (${printed})`];
  });
  return { id: table.id, unit: table.unit, scale: table.scale, rows, words, sayTick: table.sayTick };
}

/** What the drawing shows, in words. */
export function describeRivals(table: RivalsTable): string {
  const rows = table.rows.map((row) => `${row.label}: first in ${sayPrinted(row)}.`);
  return [`One axis from zero, in ${table.unit}.`, ...rows, ...sayWords(table)].join(' ');
}
