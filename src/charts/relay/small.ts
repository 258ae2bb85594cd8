import { extent } from 'd3';
import { letters, smallSize, type SmallPen } from '../small-pen.ts';
import { measureText } from '../text-width.ts';
import type { RelayTable } from './table.ts';
import { assignThreads } from './threads.ts';

const { width } = smallSize;

/**
 * Draws every printing on its thread, from left to right, and writes a number with its day if it
 * differs from the number before it.
 */
export function drawSmallRelay(pen: SmallPen, { rows }: RelayTable): void {
  const columns = assignThreads(rows).map(({ column }) => column);
  const y = (column = 0) => 110 + column * 22;
  const x = (index: number) => 9 + (index * (width - 18)) / Math.max(1, rows.length - 1);
  let free = 0;
  rows.forEach(({ number, dateText }, index) => {
    if (index > 0 && number.text === rows[index - 1]?.number.text) return;
    const half =
      Math.max(measureText(number.label, 26, 'serif'), measureText(dateText, letters)) / 2;
    const left = Math.max(0, Math.min(x(index) - half, width - 2 * half));
    if (left < free) return;
    free = left + 2 * half + 12;
    pen.text(number.label, left + half, 58, 'numeral', 26, 'middle');
    pen.text(dateText, left + half, 84, 'label', letters, 'middle');
  });
  for (const column of new Set(columns)) {
    const [first = 0, last = 0] = extent(
      columns.flatMap((own, index) => (own === column ? index : [])),
    );
    if (last > first) pen.line({ kind: 'thread' }, [x(first), y(column)], [x(last), y(column)]);
  }
  rows.forEach(({ custody }, index) => {
    const [at, line] = [x(index), y(columns[index])];
    if (custody === 'changed') pen.lozenge({ kind: 'dot', role: 'highlight' }, at, line, 9);
    else if (custody === 'kept') pen.disc({ kind: 'knot' }, at, line, 5);
    else pen.disc({ kind: 'ring' }, at, line, 7);
  });
}
