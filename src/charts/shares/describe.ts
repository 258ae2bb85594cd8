import { freeNumber, sayNumber } from '../describe-number.ts';
import type { SharesTable } from './table.ts';

export function describeShares(table: SharesTable): string {
  const rows = table.rows.map((row) => {
    const said = table.parts.map(({ label }, index) => {
      const number = row.numbers[index];
      return number ? `${label} ${sayNumber(number)}` : `${label} not printed`;
    });
    return `${row.label}: ${said.join(', ')}.`;
  });
  return [`Wholes divided, one mark for each ${freeNumber('one in a hundred')}.`, ...rows].join(
    ' ',
  );
}
