/**
 * Ranked bars of countable marks: one mark a unit, a fraction of a unit inside the outline of a
 * whole one.
 *
 * Two measures have a panel each: side by side on a desktop, one below the other on a phone. They
 * share a scale unless a measure says what one of its marks represents; then each panel has its
 * own, and says so. Value and label are those of the record, so that bar and label cannot differ.
 * Shares and counts only: a value below zero cannot be drawn and is reported. Names are to the left
 * of the bars; if names and values leave no room for bars on a phone, names are above them.
 */
import { max } from 'd3';
import { keyOf, type ChartNumber } from '../chart-number.ts';
import { round, type Drawing, type Frame, type DrawingPart, type PathKind } from '../drawing.ts';
import { Pen } from '../pen.ts';
import { wrapText } from '../text-width.ts';
import {
  drawAxis,
  layoutBracket,
  layoutGroup,
  layoutHeading,
  placeRows,
  type Slot,
} from './panel.ts';
import { getDrawnValue, getLabelFace, planBars, type Panel, type Plan } from './plan.ts';
import type { BarsTable } from './table.ts';

/** A bar as drawn, for tests that compare it with the record. */
export type Bar = {
  ref: string;
  measure: number;
  row: string;
  /** In units. */ value: number;
  part: number;
  x: number;
  y: number;
  length: number;
  /** What one mark represents. */
  mark: number;
};
export type BarsLayout = Drawing & {
  bars: Bar[];
  /** Width of one mark with its gap. */ pitch: number;
  /** What one mark represents in the first panel. */ mark: number;
};

const order: PathKind[] = ['grid', 'divider', 'edge', 'bar', 'outline', 'axis', 'bracket'];

/** The drawing of a table for one frame. */
export function layoutBars(table: BarsTable, frame: Frame): BarsLayout {
  const plan = planBars(table, frame);
  const bars: Bar[] = [];
  const parts = plan.parts.map((panels, index) => layoutPart(plan, panels, index, bars));
  return {
    frame: frame.name,
    parts,
    warnings: plan.warnings,
    bars,
    pitch: plan.pitch,
    mark: plan.marks[0] ?? 1,
  };
}

function layoutPart(plan: Plan, panels: Panel[], index: number, bars: Bar[]): DrawingPart {
  const { table, frame } = plan;
  const pen = new Pen(`${table.id}-${frame.name}-${index + 1}`, frame.width, frame.smallSize);
  const headings = panels.map((panel) => layoutHeading(plan, pen, panel));
  const tickY = (max(headings) ?? 0) + frame.smallSize * 0.8 + 8;
  const rowsTop = tickY + 8;
  const slots = placeRows(plan, rowsTop);
  const bottom = (slots.at(-1)?.bottom ?? rowsTop) + 4;
  for (const panel of panels) drawAxis(plan, pen, panel, slots, tickY, bottom);
  for (const [at, slot] of slots.entries()) {
    if (slot.firstOfGroup) layoutGroup(plan, pen, slot, at === 0);
    writeLabel(plan, pen, slot);
    for (const panel of panels) {
      const { bar, end } = layoutBar(plan, pen, panel, slot);
      slot.ends[panel.index] = end;
      if (bar) bars.push({ ...bar, part: index });
    }
  }
  for (const group of table.groups) {
    const panel = panels.find((candidate) => candidate.index === group.bracket?.measure);
    const own = slots.filter((slot) => slot.group === group);
    if (group.bracket && panel) layoutBracket(plan, pen, panel, own, group.bracket);
  }
  const part = pen.finish(bottom, order);
  plan.warnings.push(...pen.warnings);
  return part;
}

/** Writes the name of a row to the left of its bar, or above it. */
function writeLabel({ frame, metrics }: Plan, pen: Pen, { row, top, middle }: Slot): void {
  const lines = wrapText(row.label, metrics.labelWidth + 0.5, frame.labelSize, getLabelFace(row));
  const height = metrics.lineHeight + 1;
  const first = metrics.above
    ? top + frame.labelSize
    : middle + frame.labelSize * 0.34 - ((lines.length - 1) * height) / 2;
  const style = getLabelFace(row) === 'semibold' ? 'strong' : 'label';
  const [x, anchor] = metrics.above
    ? ([metrics.left + 6, 'start'] as const)
    : ([metrics.left - 10, 'end'] as const);
  lines.forEach((line, index) =>
    pen.text(line, x, first + index * height, style, frame.labelSize, anchor),
  );
}

/** Draws one bar with its value; `end` is the right edge of everything drawn. */
function layoutBar(
  plan: Plan,
  pen: Pen,
  panel: Panel,
  { row, middle }: Slot,
): { bar?: Omit<Bar, 'part'>; end: number } {
  const { table, frame, metrics } = plan;
  const number = row.numbers[panel.index];
  const baseline = middle + frame.labelSize * 0.34;
  if (!number) {
    pen.text('–', panel.left + 6, baseline, 'quiet', frame.labelSize);
    return { end: panel.left + 16 };
  }
  const { bar, right } = drawMarks(plan, pen, panel, number, { row, middle });
  let end = pen.text(number.label, right + 7, baseline, 'strong', frame.labelSize);
  const half = metrics.rowHeight / 2;
  pen.targets.push({
    key: keyOf(number, row.label, table.measures[panel.index]?.id ?? ''),
    boxes: [
      {
        left: panel.left,
        top: round(middle - half),
        right: round(end),
        bottom: round(middle + half),
      },
    ],
  });
  if (row.note && row.numbers.findIndex(Boolean) === panel.index) {
    end = pen.text(row.note, end + 10, baseline, 'quiet');
    if (end > panel.right)
      pen.warnings.push({
        kind: 'too-long',
        words: [row.note],
        message: `The note "${row.note}" is too long.`,
      });
  }
  return { ...(bar && { bar }), end };
}

/**
 * Draws whole marks as dashes of one stroke, and a part of a mark in the outline of a whole one.
 */
function drawMarks(
  { marks, metrics: { thickness }, pitch, markWidth, gap }: Plan,
  pen: Pen,
  panel: Panel,
  number: ChartNumber,
  { row: { role, label }, middle }: Pick<Slot, 'row' | 'middle'>,
): { bar?: Omit<Bar, 'part'>; right: number } {
  const value = getDrawnValue(number);
  if (value === 0) return { right: panel.left };
  const mark = marks[panel.index] ?? 1;
  const units = value / mark;
  const whole = Math.floor(units + 1e-9);
  const rest = units - whole < 1e-9 ? 0 : units - whole;
  const x = round(panel.left + gap / 2);
  const length = Math.max(whole * pitch - (rest ? 0 : gap) + rest * markWidth, 0.3);
  const [top, y] = [middle - thickness / 2, round(middle)];
  const isRest = role === 'rest';
  pen.line(
    { kind: isRest ? 'edge' : 'bar', role, thickness, dash: [markWidth, round(gap)] },
    [x, y],
    [x + length, y],
  );
  const inset = Math.min(0.7, markWidth / 4);
  if (isRest && length > 2 * inset) {
    const dash: [number, number] = [round(markWidth - 2 * inset), round(gap + 2 * inset)];
    pen.line(
      { kind: 'bar', role, thickness: thickness - 1.4, dash },
      [x + inset, y],
      [x + length - inset, y],
    );
  }
  if (rest) {
    const left = x + whole * pitch + 0.4;
    pen.box(
      { kind: 'outline', role },
      { left, top: top + 0.4, right: left + markWidth - 0.8, bottom: top + thickness - 0.4 },
    );
  }
  const right = x + (whole + (rest ? 1 : 0)) * pitch - gap;
  pen.marks.push({ left: x, top, right, bottom: top + thickness });
  return {
    bar: { ref: number.ref, measure: panel.index, row: label, value, x, y, length, mark },
    right,
  };
}
