import type { TableRow } from '../table-columns.ts';
import { toRow } from '../table-rows.ts';
import type { RelayTable } from './table.ts';
import { sayCustody } from './words.ts';

export function listRelayRows({ rows }: RelayTable): TableRow[] {
  return rows.map((row) => {
    const printed = toRow({ label: row.publisher }, row.number);
    return { ...printed, cells: { ...printed.cells, custody: sayCustody(row) } };
  });
}
