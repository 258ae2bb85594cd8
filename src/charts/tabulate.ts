/** A chart as a table: the one model behind the table in the page and the CSV, so that they cannot disagree. */
import type { BarsTable, ChartNumber, ChartTable } from './chart-table.ts';
import { sayCustody } from './relay.ts';

/** What a column holds is the same in every chart; columns without any entry are left out of the page, never of the CSV. */
export const tableColumns = [
  { id: 'label', label: 'Row' },
  { id: 'measure', label: 'Measure' },
  { id: 'value', label: 'Value' },
  { id: 'qualifier', label: 'Qualifier' },
  { id: 'unit', label: 'Unit' },
  { id: 'base', label: 'Out of' },
  { id: 'group', label: 'Group' },
  { id: 'place', label: 'Place' },
  { id: 'object', label: 'What is counted' },
  { id: 'fate', label: 'Lost or captured' },
  { id: 'date', label: 'Date' },
  { id: 'custody', label: 'What happened' },
  { id: 'basis', label: 'Basis' },
  { id: 'sources', label: 'Sources' },
  { id: 'record', label: 'Record' },
] as const;
export type TableColumnId = (typeof tableColumns)[number]['id'];

export type TableRow = {
  /** One entry a column, as data: a number for `value`, or its words where no number was printed. */
  cells: Record<TableColumnId, string | number | undefined>;
  /** The value as the page prints it, and the names of the sources. */
  valueText: string;
  sourceNames: string[];
  /** The number behind the row; undefined where none was printed. */
  number: ChartNumber | undefined;
};

/** Rows in the order of the drawing. */
export function tabulate(table: ChartTable): TableRow[] {
  const lone = (label: string, measure = '') => ({ group: '', label, measure });
  switch (table.kind) {
    case 'bars':
      return tabulateBars(table);
    case 'shares':
      return table.rows.flatMap((row) => table.parts.map((part, index) => toRow(lone(row.label, part.label), row.numbers[index])));
    case 'units':
    case 'range':
      return table.rows.flatMap((row) => row.numbers.map((number) => toRow(lone(row.label), number)));
    case 'relay':
      return table.rows.map((row) => {
        const printed = toRow(lone(row.publisher), row.number);
        return { ...printed, cells: { ...printed.cells, custody: sayCustody(row) } };
      });
  }
}

function tabulateBars(table: BarsTable): TableRow[] {
  return table.measures.flatMap((measure, index) =>
    table.groups.flatMap((group) => {
      const place = (label: string) => ({ group: group.label, label, measure: measure.label });
      const rows = group.rows.map((row) => toRow(place(row.label), row.numbers[index]));
      const { bracket } = group;
      return bracket?.measure === index ? [...rows, toRow(place(bracket.label), bracket.number)] : rows;
    }),
  );
}

function toRow(place: { group: string; label: string; measure: string }, number: ChartNumber | undefined): TableRow {
  return {
    cells: {
      ...place,
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
      record: number?.ref,
    },
    valueText: number?.text ?? '–',
    sourceNames: number?.sourceNames ?? [],
    number,
  };
}

export type PrintedTable = {
  /** Columns with different entries, in order. */
  columns: { id: TableColumnId; label: string }[];
  /** Columns whose entry is the same in every row: said once, above the table. */
  common: { label: string; text: string }[];
};

/** Which columns the page prints. Sources and record always stand, and so does what names the row. */
export function choosePrintedColumns(rows: TableRow[]): PrintedTable {
  const kept = new Set<TableColumnId>(['label', 'value', 'sources', 'record']);
  const printed: PrintedTable = { columns: [], common: [] };
  for (const column of tableColumns) {
    const entries = new Set(rows.filter((row) => row.number).map((row) => row.cells[column.id] ?? ''));
    if (kept.has(column.id) || entries.size > 1) printed.columns.push(column);
    else for (const entry of entries) if (entry !== '') printed.common.push({ label: column.label, text: String(entry) });
  }
  return printed;
}

/** Head and records for the CSV, entry by entry the cells of `rows`. */
export function toRecords(rows: TableRow[]): { head: string[]; records: (string | number | undefined)[][] } {
  return { head: tableColumns.map((column) => column.id), records: rows.map((row) => tableColumns.map((column) => row.cells[column.id])) };
}
