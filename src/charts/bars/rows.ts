import type { TableRow } from '../table-columns.ts';
import { toRow } from '../table-rows.ts';
import type { BarsTable } from './table.ts';

/** Lists rows panel by panel; a bracket follows its rows. */
export function listBarsRows({ measures, groups }: BarsTable): TableRow[] {
  return measures.flatMap((measure, index) =>
    groups.flatMap((group) => {
      const place = (label: string) => ({ group: group.label, label, measure: measure.label });
      const rows = group.rows.map((row) => toRow(place(row.label), row.numbers[index]));
      const { bracket } = group;
      return bracket?.measure === index
        ? [...rows, toRow(place(bracket.label), bracket.number)]
        : rows;
    }),
  );
}
