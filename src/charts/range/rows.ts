import type { TableRow } from '../table-columns.ts';
import { toRow } from '../table-rows.ts';
import type { RangeTable } from './table.ts';

export function listRangeRows({ rows }: RangeTable): TableRow[] {
  return rows.flatMap(({ label, numbers }) => numbers.map((number) => toRow({ label }, number)));
}
