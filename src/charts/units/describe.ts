import { sayNumber } from '../describe-number.ts';
import type { UnitsTable } from './table.ts';

export function describeUnits(table: UnitsTable): string {
  const rows = table.rows.map((row) => {
    const said = row.numbers.map((number) =>
      [
        sayNumber(number),
        [number.object, number.fate, number.place, number.printed].filter(Boolean).join(', '),
      ]
        .filter(Boolean)
        .join(' '),
    );
    return `${row.label}: ${said.join(', and, elsewhere, ')}.`;
  });
  return ['Dots to one scale.', ...rows].join(' ');
}
