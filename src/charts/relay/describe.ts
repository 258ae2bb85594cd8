import { sayNumber } from '../describe-number.ts';
import type { RelayTable } from './table.ts';
import { sayCustody } from './words.ts';

/**
 * Values that changed are written as in the record, so that each stays linked to its own statement.
 */
export function describeRelay(table: RelayTable): string {
  const rows = table.rows.map((row) => {
    const from = row.from === undefined ? undefined : table.rows[row.from];
    const isChanged = row.custody === 'changed' && from && from.number.text !== row.number.text;
    const where = [row.publisher, row.dateText].filter(Boolean).join(', ');
    return `${where}: ${sayNumber(row.number)}${isChanged ? `, instead of ${sayNumber(from.number)}` : ''}. ${sayCustody({ ...row, changes: [] })}.`;
  });
  return ['A thread from the first printing to those that passed the number on.', ...rows].join(
    ' ',
  );
}
