/** The text of a cell of a chart's table, for readers. */
import type { TableColumnId, TableRow } from '../charts/table-columns.ts';
import { formatDate } from '../evidence/format.ts';

export function sayCell(row: TableRow, column: TableColumnId): string {
  const list = row.entry?.lists[column];
  if (list) return list.map(({ name }) => name).join('; ');
  if (column === 'value') return row.valueText;
  if (column === 'sources') return row.sourceNames.join('; ') || String(row.cells.basis ?? '');
  if (column === 'date') return formatDate(String(row.cells.date ?? ''));
  return String(row.cells[column] ?? '');
}

/** Returns the cell that names a row: if the drawing gives the row no name, its publishers. */
export function sayRowHead(row: TableRow, column: TableColumnId): string {
  return sayCell(row, column) || row.sourceNames.join('; ') || row.valueText;
}
