/** The width of a bar's marks, what each represents, and the room for panels, names and values. */
import { max, range, sum, tickStep } from 'd3';
import type { ChartNumber } from '../chart-number.ts';
import { requireFiniteNumbers, round, type Frame, type Misfit } from '../drawing.ts';
import { balanceText, measureText, wrapText, type Face } from '../text-width.ts';
import type { BarsRow, BarsTable } from './table.ts';

/**
 * More marks than this in a bar cannot be counted, so a mark then represents more than one thing.
 */
const mostMarks = 100;
/** The widest mark with its gap: beside a second panel, and alone on a desktop. */
const widestPitch = 12;
const widestAlone = 20;
const narrowestPitch = 0.5;
/** Between two panels. */
const panelGap = 34;
/** From a value to the words after its bracket. */
const bracketRoom = 26;
const widestGroupLabel = 136;
/** On a phone the names are above the bars if the longest bar would be shorter than this. */
const shortestLongest = 84;
/** Between two ticks. */
const tickGap = 4;

type Metrics = {
  rowHeight: number;
  lineHeight: number;
  thickness: number;
  groupGap: number;
  /** Left edge of the panels, where the room for names ends. */
  left: number;
  groupWidth: number;
  labelWidth: number;
  /** Names are above their bars, not to the left of them. */
  above: boolean;
};

/** The room that a panel needs. */
type Column = {
  /** Marks of the longest bar, and the room for the value after it. */
  units: number;
  room: number;
  /**
   * Marks of the longest bar beside each bracket or note, and the room for what follows that bar.
   */
  asides: { units: number; room: number }[];
};

export type Panel = Column & { index: number; left: number; right: number };

/** Everything that is decided before the first bar is drawn. */
export type Plan = {
  table: BarsTable;
  frame: Frame;
  metrics: Metrics;
  /** What one mark represents, by measure. */
  marks: number[];
  /** Width of one mark with its gap, of the mark alone, and of the gap. */
  pitch: number;
  markWidth: number;
  gap: number;
  /** Marks of the longest bar. */
  most: number;
  /** The panels of each part. */
  parts: Panel[][];
  warnings: Misfit[];
};

export function planBars(table: BarsTable, frame: Frame): Plan {
  const stacked = frame.name === 'phone';
  const numbers = table.groups.flatMap((group) => group.rows.flatMap((row) => row.numbers));
  requireFiniteNumbers(numbers);
  const warnings: Misfit[] = [];
  if (numbers.some((number) => (number?.value ?? 0) < 0)) warnings.push(belowZero);
  const marks = chooseMarks(table);
  const columns = table.measures.map((_, index) =>
    planColumn(table, frame, marks[index] ?? 1, index),
  );
  const beside = stacked ? columns.map((column) => [column]) : [columns];
  const most = max(columns, (column) => column.units) ?? 1;
  const widest = !stacked && columns.length === 1 ? widestAlone : widestPitch;
  const choosePitch = ({ left }: Metrics) => {
    const fits = (candidate: number) =>
      beside.every(
        (row) =>
          sum(row, (column) => getPanelWidth(column, candidate)) + (row.length - 1) * panelGap <=
          frame.width - left,
      );
    let pitch = widest;
    while (pitch >= narrowestPitch && !fits(pitch)) pitch = round(pitch - 0.1);
    return pitch;
  };
  let metrics = measure(table, frame);
  let pitch = choosePitch(metrics);
  // A bar of few marks is short even if they are as wide as possible.
  if (stacked && pitch < widestPitch && most * pitch < shortestLongest) {
    metrics = { ...metrics, left: 1, labelWidth: frame.width - 8, above: true };
    pitch = choosePitch(metrics);
  }
  if (pitch < narrowestPitch) warnings.push(describeCrowding(table));
  pitch = Math.max(pitch, narrowestPitch);
  const markWidth = Math.max(0.3, round(pitch * 0.8));
  const parts = stacked
    ? columns.map((column, index): Panel[] => [
        { ...column, index, left: metrics.left, right: frame.width },
      ])
    : [placePanels(columns, metrics.left, pitch, frame.width)];
  return {
    table,
    frame,
    metrics,
    marks,
    pitch,
    markWidth,
    gap: pitch - markWidth,
    most,
    parts,
    warnings,
  };
}

const belowZero: Misfit = {
  kind: 'negative',
  words: [],
  message: 'A value below zero cannot be drawn as marks.',
  fix: 'Leave the row out.',
};

/** Reports the words that leave the bars no room: the longest note, otherwise the values. */
function describeCrowding({ groups }: BarsTable): Misfit {
  const [longest] = groups
    .flatMap(({ rows }) => rows.flatMap(({ note }) => note || []))
    .sort((a, b) => b.length - a.length);
  if (longest !== undefined)
    return {
      kind: 'crowded',
      words: [longest],
      message: `The note "${longest}" leaves the bars no room.`,
    };
  return {
    kind: 'crowded',
    words: [],
    message: 'The values leave the bars no room.',
    fix: 'Draw a chart of the kind range.',
  };
}

function hasOwnScales({ measures }: BarsTable): boolean {
  return measures.some((measure) => measure.mark !== undefined);
}

/** The least that a mark must represent, so that the marks of a bar up to `top` can be counted. */
export function chooseMark(top: number): number {
  return top > mostMarks ? tickStep(0, top, mostMarks) : 1;
}

/**
 * What one mark represents in each panel: as given, or as few things as possible while the marks
 * can be counted.
 */
function chooseMarks(table: BarsTable): number[] {
  const tops = table.measures.map(
    (_, index) => max(numbersOf(table, index), (number) => number.value) ?? 0,
  );
  const common = chooseMark(max(tops) ?? 0);
  return table.measures.map(
    ({ mark }, index) => mark ?? (hasOwnScales(table) ? chooseMark(tops[index] ?? 0) : common),
  );
}

function planColumn(table: BarsTable, frame: Frame, mark: number, index: number): Column {
  const count = (numbers: ChartNumber[]) =>
    Math.max(1, Math.ceil((max(numbers, getDrawnValue) ?? 0) / mark));
  const valueRoom = (numbers: ChartNumber[]) =>
    12 + (max(numbers, (number) => measureText(number.label, frame.labelSize, 'semibold')) ?? 0);
  const all = numbersOf(table, index);
  const brackets = table.groups.flatMap(({ bracket, rows }) => {
    if (bracket?.measure !== index) return [];
    const numbers = rows.flatMap((row) => row.numbers[index] ?? []);
    const words = bracket.label.split(' ').map((word) => measureText(word, frame.smallSize));
    const width = Math.max(
      measureText(bracket.number.label, frame.numeralSizes[1], 'serif'),
      max(words) ?? 0,
      84,
    );
    return [{ units: count(numbers), room: valueRoom(numbers) + bracketRoom + width }];
  });
  const notes = table.groups.flatMap(({ rows }) =>
    rows.flatMap(({ note, numbers }) => {
      const number = numbers[index];
      if (!note || !number || numbers.findIndex(Boolean) !== index) return [];
      return [
        {
          units: count([number]),
          room: valueRoom([number]) + 10 + measureText(note, frame.smallSize),
        },
      ];
    }),
  );
  return { units: count(all), room: valueRoom(all), asides: [...brackets, ...notes] };
}

function getPanelWidth({ units, room, asides }: Column, pitch: number): number {
  return Math.max(units * pitch + room, ...asides.map((aside) => aside.units * pitch + aside.room));
}

function placePanels(columns: Column[], left: number, pitch: number, width: number): Panel[] {
  let x = left;
  return columns.map((column, index) => {
    const last = index === columns.length - 1;
    const right = last ? width : x + getPanelWidth(column, pitch);
    const panel = { ...column, index, left: round(x), right: round(right) };
    x = right + panelGap;
    return panel;
  });
}

function numbersOf(table: BarsTable, index: number): ChartNumber[] {
  return table.groups.flatMap((group) => group.rows.flatMap((row) => row.numbers[index] ?? []));
}

/** The value; zero if only words were printed. */
export function getDrawnValue(number: ChartNumber): number {
  return Math.max(0, number.value ?? 0);
}

function measure(table: BarsTable, frame: Frame): Metrics {
  const stacked = frame.name === 'phone';
  const rows = table.groups.flatMap((group) => group.rows);
  const widestLabel = Math.round(frame.width * (stacked ? 0.4 : 0.2));
  const labelLines = rows.flatMap((row) =>
    wrapText(row.label, widestLabel, frame.labelSize, getLabelFace(row)).map((line) =>
      measureText(line, frame.labelSize, getLabelFace(row)),
    ),
  );
  const labelWidth = Math.ceil(max(labelLines) ?? 0);
  const groupLines = stacked ? [] : table.groups.flatMap((group) => wrapGroup(group.label, frame));
  const groupWidth = groupLines.length
    ? Math.ceil((max(groupLines, (line) => measureText(line, frame.smallSize)) ?? 0) + 20)
    : 0;
  return {
    rowHeight: stacked ? 21 : 25,
    lineHeight: Math.round(frame.smallSize * 1.2),
    thickness: stacked ? 13 : 16,
    groupGap: stacked ? 8 : 9,
    groupWidth,
    labelWidth,
    left: groupWidth + labelWidth + 10,
    above: false,
  };
}

export function getLabelFace(row: BarsRow): Face {
  return row.role === 'highlight' ? 'semibold' : 'regular';
}

/** The lines of a group's name: on a phone it is above its rows, on one line. */
export function wrapGroup(label: string, frame: Frame): string[] {
  return frame.name === 'phone'
    ? [label].filter(Boolean)
    : balanceText(label, widestGroupLabel, frame.smallSize);
}

/** Ticks, counted in marks: as many as fit side by side, beginning with zero. */
export function listTicks(
  { table, frame, pitch, most }: Plan,
  panel: Panel,
  mark: number,
): number[] {
  const isOwn = hasOwnScales(table);
  for (let count = 4; count > 0; count -= 1) {
    const step = isOwn
      ? tickStep(0, panel.units * mark, count) / mark
      : Math.max(1, tickStep(0, most, count));
    const ticks = range(0, panel.units + 1e-9, step);
    const widths = ticks.map((tick) => measureText(sayTick(table, tick * mark), frame.smallSize));
    if (
      widths
        .slice(1)
        .every((width, index) => step * pitch >= (width + (widths[index] ?? 0)) / 2 + tickGap)
    )
      return ticks;
  }
  return [0];
}

/** Writes a tick without the error of binary fractions: 0.3, not 0.30000000000000004. */
export function sayTick({ say }: BarsTable, value: number): string {
  return say(Number(value.toPrecision(12)));
}
