import type { TableRow } from '../table-columns.ts';
import { toRow } from '../table-rows.ts';
import type { UnitsTable } from './table.ts';

export function listUnitsRows({ rows }: UnitsTable): TableRow[] {
  return rows.flatMap(({ label, numbers }) => numbers.map((number) => toRow({ label }, number)));
}
