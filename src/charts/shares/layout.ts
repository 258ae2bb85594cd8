/**
 * Wholes and their parts: a whole is a hundred marks, each one per cent, in groups of ten so that
 * they can be counted.
 *
 * Parts are in the order of the table: filled for main and highlight, hollow for context. The
 * remainder of the whole is pale and outlined. A share with decimals ends inside a mark, and the
 * next one begins there. A share below zero, or shares of one whole that add up to more than a
 * hundred, cannot be drawn and are reported.
 */
import { max } from 'd3';
import type { Role } from '../../schema/chart.ts';
import { keyOf } from '../chart-number.ts';
import {
  requireFiniteNumbers,
  round,
  type Drawing,
  type Frame,
  type PathKind,
} from '../drawing.ts';
import { Pen } from '../pen.ts';
import { measureText, wrapText } from '../text-width.ts';
import {
  drawParts,
  listParts,
  measureLabel,
  placeMarks,
  placePartLabels,
  toX,
  whole,
  type Marks,
  type SharePart,
} from './parts.ts';
import type { SharesRow, SharesTable } from './table.ts';

/** A share as drawn, for tests that compare it with the record: its marks begin at `from`. */
export type Share = { ref: string; row: number; role: Role; from: number; value: number };
export type SharesLayout = Drawing & { shares: Share[] };

/** By how much the sum of rounded shares may exceed the whole. */
export const slack = 0.5;
const order: PathKind[] = ['grid', 'edge', 'bar', 'outline'];

type Paper = {
  pen: Pen;
  frame: Frame;
  marks: Marks;
  left: number;
  labelWidth: number;
  thickness: number;
};

export function layoutShares(table: SharesTable, frame: Frame): SharesLayout {
  requireFiniteNumbers(table.rows.flatMap(({ numbers }) => numbers));
  const phone = frame.name === 'phone';
  const pen = new Pen(`${table.id}-${frame.name}-1`, frame.width, frame.labelSize);
  const labelWidth = phone ? 0 : Math.ceil(max(table.rows, (row) => getWidest(row, frame)) ?? 0);
  const left = phone ? 0 : labelWidth + 12;
  const marks = placeMarks(left, frame.width - left, phone ? 1.6 : 4);
  const paper: Paper = { pen, frame, marks, left, labelWidth, thickness: phone ? 18 : 22 };
  const shares: Share[] = [];
  const named = new Set<number>();
  let y = 0;
  for (const [index, row] of table.rows.entries()) {
    if (index > 0) y += phone ? 20 : 18;
    if (phone) y = writeHeading(paper, row, y);
    const parts = listParts(table, row, named);
    shares.push(
      ...parts.map(({ number, role, from, to }) => ({
        ref: number.ref,
        row: index,
        role,
        from,
        value: to - from,
      })),
    );
    const top = layoutParts(paper, row, parts, y);
    const nameEnd = phone ? 0 : writeName(paper, row, y, top);
    y = Math.max(writeNote(paper, row, top + paper.thickness), nameEnd);
    reportMisfits(paper, row, parts.at(-1)?.to ?? 0);
  }
  const part = pen.finish(y + 4, order);
  return { frame: frame.name, parts: [part], warnings: pen.warnings, shares };
}

/** The width of a whole's name beside it, at most a fifth of the drawing. */
function getWidest(row: SharesRow, frame: Frame): number {
  const lines = wrapText(row.label, frame.width * 0.2, frame.labelSize, 'semibold');
  return max(lines, (line) => measureText(line, frame.labelSize, 'semibold')) ?? 0;
}

/** Writes the name of a whole above it. Returns the lower edge. */
function writeHeading({ pen, frame }: Paper, row: SharesRow, y: number): number {
  const lines = wrapText(row.label, frame.width, frame.headingSize, 'semibold');
  const height = Math.round(frame.headingSize * 1.2);
  pen.lines(lines, 0, y + height - 4, height, 'strong', frame.headingSize);
  return y + lines.length * height + 2;
}

/** Draws the labels and marks of a row. Returns the upper edge of the marks. */
function layoutParts(
  { pen, frame, marks, left, thickness }: Paper,
  row: SharesRow,
  parts: SharePart[],
  y: number,
): number {
  const lineHeight = Math.round(frame.labelSize * 1.35);
  const top = y + placePartLabels(parts, marks, frame) * lineHeight + 3;
  for (const part of parts) {
    const baseline = top - 7 - part.line * lineHeight;
    pen.text(part.number.label, part.x, baseline, 'strong');
    if (part.name) pen.text(part.name, part.x + measureLabel(part, frame) + 2, baseline, 'label');
    const at = round(part.start + 0.5);
    if (part.line > 0) pen.line({ kind: 'grid' }, [at, baseline + 4], [at, top - 2]);
    const end = round(toX(marks, Math.min(whole, Math.max(part.to, part.from + 0.1))));
    const box = {
      left: part.start,
      top: round(top),
      right: Math.max(end, round(part.start + 1)),
      bottom: round(top + thickness),
    };
    pen.targets.push({ key: keyOf(part.number, row.label, part.id), boxes: [box] });
  }
  drawParts(pen, parts, marks, top, thickness);
  pen.marks.push({ left, right: frame.width, top, bottom: top + thickness });
  return top;
}

/** Writes the name of a whole to its left, level with its marks. Returns the lower edge. */
function writeName(
  { pen, frame, left, labelWidth, thickness }: Paper,
  row: SharesRow,
  y: number,
  top: number,
): number {
  const names = wrapText(row.label, labelWidth + 0.5, frame.labelSize, 'semibold');
  const height = frame.labelSize + 3;
  const centred = top + thickness / 2 + frame.labelSize * 0.34 - ((names.length - 1) * height) / 2;
  const first = Math.max(centred, y + frame.labelSize * 0.72);
  names.forEach((text, index) =>
    pen.text(text, left - 12, first + index * height, 'strong', frame.labelSize, 'end'),
  );
  return first + (names.length - 1) * height + frame.labelSize * 0.2;
}

/** Returns the lower edge. */
function writeNote({ pen, frame, left }: Paper, row: SharesRow, y: number): number {
  const lines = wrapText(row.note, frame.width - left, frame.smallSize);
  const height = Math.round(frame.smallSize * 1.35);
  pen.lines(lines, left, y + height, height, 'quiet', frame.smallSize);
  return y + lines.length * height;
}

function reportMisfits({ pen }: Paper, row: SharesRow, sum: number): void {
  if (sum > whole + slack)
    pen.warnings.push({
      kind: 'sum',
      words: [row.label],
      message: `The shares of "${row.label}" add up to more than a hundred.`,
      fix: 'Name shares of one whole that do not overlap.',
    });
  if (row.numbers.some((number) => (number?.value ?? 0) < 0))
    pen.warnings.push({
      kind: 'negative',
      words: [row.label],
      message: 'A share below zero cannot be drawn as marks.',
      fix: 'Leave the row out.',
    });
}
