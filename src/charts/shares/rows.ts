import type { TableRow } from '../table-columns.ts';
import { toRow } from '../table-rows.ts';
import type { SharesTable } from './table.ts';

export function listSharesRows({ parts, rows }: SharesTable): TableRow[] {
  return rows.flatMap(({ label, numbers }) =>
    parts.map((part, index) => toRow({ label, measure: part.label }, numbers[index])),
  );
}
