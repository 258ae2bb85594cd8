/**
 * Draws what surrounds the bars of a panel: its heading, ticks and lines, its groups and their
 * brackets.
 */
import { max } from 'd3';
import { keyOf } from '../chart-number.ts';
import { round } from '../drawing.ts';
import type { Pen } from '../pen.ts';
import { balanceText, measureText, wrapText } from '../text-width.ts';
import { getLabelFace, listTicks, sayTick, wrapGroup, type Panel, type Plan } from './plan.ts';
import type { BarsGroup, BarsRow } from './table.ts';

/** The position of a row in its part of the drawing. */
export type Slot = {
  group: BarsGroup;
  row: BarsRow;
  firstOfGroup: boolean;
  groupTop: number;
  top: number;
  bottom: number;
  /** Of the bar. */ middle: number;
  /** Right edge of everything in the row, by measure. */ ends: number[];
};

export function placeRows({ table, frame, metrics }: Plan, from: number): Slot[] {
  const slots: Slot[] = [];
  let y = from;
  for (const group of table.groups) {
    const groupTop = y;
    y += metrics.groupGap;
    if (frame.name === 'phone' && group.label) y += frame.smallSize * 1.35;
    const firstTop = y;
    for (const [index, row] of group.rows.entries()) {
      const lines = wrapText(
        row.label,
        metrics.labelWidth + 0.5,
        frame.labelSize,
        getLabelFace(row),
      ).length;
      const labelHeight = (metrics.above ? lines : lines - 1) * (metrics.lineHeight + 1);
      const bottom = y + metrics.rowHeight + labelHeight;
      const middle = metrics.above ? bottom - metrics.rowHeight / 2 : (y + bottom) / 2;
      slots.push({
        group,
        row,
        firstOfGroup: index === 0,
        groupTop,
        top: y,
        bottom,
        middle,
        ends: [],
      });
      y = metrics.above ? bottom + 4 : bottom;
    }
    const groupLines = frame.name === 'phone' ? 0 : wrapGroup(group.label, frame).length;
    y = Math.max(y, firstTop + groupLines * metrics.lineHeight + 8) + metrics.groupGap;
  }
  return slots;
}

/** Writes the measure, its unit and what one mark represents. Returns the lower edge. */
export function layoutHeading({ table, frame, marks }: Plan, pen: Pen, panel: Panel): number {
  const { label, unit } = table.measures[panel.index] ?? { label: '', unit: '' };
  const mark = marks[panel.index] ?? 1;
  const words = mark === 1 ? unit : `${unit}; one mark is ${table.say(mark)}`;
  const phone = frame.name === 'phone';
  const left = phone ? 0 : panel.left;
  const width = phone ? frame.width : panel.right - left;
  const names = wrapText(label, width, frame.headingSize, 'semibold');
  const nameHeight = Math.round(frame.headingSize * 1.25);
  const first = frame.headingSize * 0.8 + 2;
  pen.lines(names, left, first, nameHeight, 'strong', frame.headingSize);
  const y = first + (names.length - 1) * nameHeight;
  const after = left + measureText(names.at(-1) ?? '', frame.headingSize, 'semibold') + 8;
  if (phone && after + measureText(words, frame.smallSize) <= frame.width) {
    pen.text(words, after, y, 'quiet');
    return y + 4;
  }
  const lineHeight = Math.round(frame.smallSize * 1.25);
  const lines = wrapText(words, width, frame.smallSize);
  pen.lines(lines, left, y + lineHeight + 2, lineHeight, 'quiet');
  return y + lines.length * lineHeight + 6;
}

/** Draws ticks with their lines, and the axis. */
export function drawAxis(
  plan: Plan,
  pen: Pen,
  panel: Panel,
  slots: Slot[],
  tickY: number,
  bottom: number,
): void {
  const { table, frame, metrics, pitch } = plan;
  const phone = frame.name === 'phone';
  const mark = plan.marks[panel.index] ?? 1;
  // Lines of the grid do not cross names above the bars.
  const half = metrics.rowHeight / 2;
  const stretches = metrics.above
    ? slots.map(({ middle }) => [middle - half, middle + half] as const)
    : [[tickY + 5, bottom] as const];
  for (const tick of listTicks(plan, panel, mark)) {
    const x = round(panel.left + tick * pitch);
    if (tick > 0)
      for (const [from, to] of stretches) pen.line({ kind: 'grid' }, [x, from], [x, to]);
    pen.text(
      sayTick(table, tick * mark),
      x,
      tickY,
      'tick',
      frame.smallSize,
      tick === 0 && x < 8 ? 'start' : 'middle',
    );
  }
  // On a phone the group's label is in the way of the axis, so the axis is interrupted there.
  const [first, ...labelled] = slots.filter(
    (slot, index) => index === 0 || (slot.firstOfGroup && phone && slot.group.label),
  );
  const starts = [
    first?.group.label && phone ? first.top : tickY + 5,
    ...labelled.map((slot) => slot.top - 2),
  ];
  starts.forEach((start, index) =>
    pen.line(
      { kind: 'axis' },
      [panel.left, start],
      [panel.left, labelled[index]?.groupTop ?? bottom],
    ),
  );
}

/** Writes the name of a group, and draws the line above it. */
export function layoutGroup(
  { frame, metrics }: Plan,
  pen: Pen,
  slot: Slot,
  isFirst: boolean,
): void {
  if (!isFirst) pen.line({ kind: 'divider' }, [0, slot.groupTop], [frame.width, slot.groupTop]);
  const y =
    frame.name === 'phone'
      ? slot.groupTop + metrics.groupGap + frame.smallSize * 0.8
      : slot.top + metrics.rowHeight / 2 + frame.smallSize * 0.34;
  pen.lines(wrapGroup(slot.group.label, frame), 0, y, metrics.lineHeight, 'tick');
}

/** Draws a bracket to the right of a group's rows, with their sum. */
export function layoutBracket(
  plan: Plan,
  pen: Pen,
  panel: Panel,
  slots: Slot[],
  bracket: NonNullable<BarsGroup['bracket']>,
): void {
  const { frame } = plan;
  const [first, last] = [slots[0], slots.at(-1)];
  if (!first || !last) return;
  const x = round((max(slots, (slot) => slot.ends[panel.index]) ?? panel.left) + 16);
  const [top, bottom] = [first.top + 3, last.bottom - 3];
  pen.line({ kind: 'bracket' }, [x - 5, top], [x, top], [x, bottom], [x - 5, bottom]);
  const size = frame.numeralSizes[1];
  const lineHeight = Math.round(frame.smallSize * 1.2);
  const lines = balanceText(bracket.label, Math.min(panel.right - x - 9, 150), frame.smallSize);
  const height = size * 0.72 + lines.length * lineHeight + 2;
  const y = (top + bottom) / 2 - height / 2 + size * 0.72;
  const right = pen.text(bracket.number.label, x + 9, y, 'numeral', size);
  pen.lines(lines, x + 9, y + lineHeight + 2, lineHeight, 'quiet');
  pen.targets.push({
    key: keyOf(bracket.number, '', ''),
    boxes: [
      {
        left: round(x - 5),
        top: round(y - size * 0.76),
        right: round(right),
        bottom: round(y + size * 0.1),
      },
    ],
  });
  if (height > bottom - top + 12)
    pen.warnings.push({
      kind: 'too-high',
      words: [bracket.label],
      message: `The words "${bracket.label}" are higher than the rows of their bracket.`,
      fix: 'Shorten them.',
    });
}
