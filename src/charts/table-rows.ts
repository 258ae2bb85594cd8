/** Makes the rows of the table beside a chart, for every kind. */
import type { ChartNumber } from './chart-number.ts';
import type { TableRow } from './table-columns.ts';

type Place = { label: string; measure?: string; group?: string };

/** The row of a number. */
export function toRow(
  { label, measure = '', group = '' }: Place,
  number: ChartNumber | undefined,
): TableRow {
  return {
    cells: {
      group,
      label,
      measure,
      value: number && (number.value ?? number.text),
      qualifier: number?.hedge,
      unit: number?.unit,
      base: number?.base,
      place: number?.place,
      object: number?.object,
      fate: number?.fate,
      date: number?.date,
      custody: undefined,
      basis: number === undefined ? 'not printed' : number.derived ? 'our arithmetic' : 'printed',
      sources: number?.sourceIds.join(' '),
      record: number?.ref || undefined,
    },
    valueText: number?.text ?? '–',
    sourceNames: number?.sourceNames ?? [],
    number,
  };
}

/**
 * The row of an event, a place or a step. Cells that hold several entries have their ids, with
 * spaces between.
 */
export function toEntryRow(
  cells: TableRow['cells'],
  entry: NonNullable<TableRow['entry']>,
): TableRow {
  const lists = Object.entries(entry.lists).map(([column, named]): [string, string] => [
    column,
    named.map(({ id }) => id).join(' '),
  ]);
  return {
    cells: { ...cells, ...Object.fromEntries(lists) },
    valueText: '',
    sourceNames: [],
    number: undefined,
    entry,
  };
}
