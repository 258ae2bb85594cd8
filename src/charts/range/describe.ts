import { sayNumber } from '../describe-number.ts';
import { sayPrinted, sayWords, type AxisTable } from './axis-table.ts';
import type { RangeTable } from './table.ts';

export function describeRange(table: RangeTable): string {
  const rows = table.rows.map((row) => {
    const [first] = row.numbers;
    const where =
      first.value === undefined && !first.range
        ? 'in words'
        : row.role === 'context'
          ? 'hollow'
          : '';
    return `${[sayNumber(first), row.label, row.note || first.printed, where].filter(Boolean).join(', ')}.`;
  });
  return [table.scale === 'log' ? 'One logarithmic axis.' : 'One axis from zero.', ...rows].join(
    ' ',
  );
}

/** What the drawing of a quantity's printed values shows, in words. */
export function describeAxis(table: AxisTable): string {
  const rows = table.rows.map((row) => `${row.label}: first in ${sayPrinted(row)}.`);
  return [`One axis from zero, in ${table.unit}.`, ...rows, ...sayWords(table)].join(' ');
}
