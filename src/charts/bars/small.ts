import { max, sort } from 'd3';
import { round } from '../drawing.ts';
import { letters, smallSize, type SmallPen } from '../small-pen.ts';
import { measureText, wrapText } from '../text-width.ts';
import type { BarsRow, BarsTable } from './table.ts';

const { width } = smallSize;
const mostBars = 5;

/** Draws the longest bars of the first panel, and the highlighted one. */
export function drawSmallBars(pen: SmallPen, { measures: [measure], groups }: BarsTable): void {
  const value = (row: BarsRow) => row.numbers[0]?.value ?? 0;
  const rows = groups
    .flatMap((group) => group.rows)
    .filter((row) => row.role !== 'rest' && value(row) > 0);
  const noticed = rows.filter(({ role }) => role === 'highlight').slice(0, 1);
  const others = rows.filter((row) => !noticed.includes(row));
  const shown = [
    ...sort(others, (row) => -value(row)).slice(0, mostBars - noticed.length),
    ...noticed,
  ];
  const isSaid = measure?.unit.toLowerCase().includes(measure.label.toLowerCase());
  const caption = [isSaid ? '' : measure?.label, measure?.unit].filter(Boolean).join(', ');
  pen.lines(wrapText(caption, width, letters).slice(0, 1), 0, 18, 22, 'quiet');
  const left = (max(shown, ({ label }) => measureText(label, letters)) ?? 0) + 12;
  const right =
    (max(shown, ({ numbers: [number] }) => measureText(number?.label ?? '', letters, 'semibold')) ??
      0) + 8;
  const longest = max(shown, value) ?? 1;
  shown.forEach((row, index) => {
    // The highlighted bar is set apart: the bars between it and the one above are left out.
    const apart = noticed.includes(row) && index > 0 ? 10 : 0;
    const y = 44 + index * 32 + apart;
    if (apart) pen.line({ kind: 'divider' }, [0, y - 20.5], [width, y - 20.5]);
    const end = round(left + Math.max(2, ((width - left - right) * value(row)) / longest));
    const isNoticed = row.role === 'highlight';
    pen.text(row.label, 0, y + 6, isNoticed ? 'strong' : 'label');
    pen.line(
      { kind: 'bar', role: isNoticed ? 'highlight' : 'main', thickness: 16 },
      [left, y],
      [end, y],
    );
    pen.text(row.numbers[0]?.label ?? '', end + 8, y + 6, 'strong');
  });
}
