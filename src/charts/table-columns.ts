/**
 * A chart as a table: the one model behind the table in the page and the CSV, so that they cannot
 * disagree.
 */
import type { ChartNumber, Named } from './chart-number.ts';

/**
 * The columns of every chart of numbers. The page leaves out columns without any entry, the CSV
 * never does.
 */
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
  { id: 'fate', label: 'What became of it' },
  { id: 'date', label: 'Date' },
  { id: 'custody', label: 'What happened' },
  { id: 'basis', label: 'Basis' },
  { id: 'sources', label: 'Sources' },
  { id: 'record', label: 'Record' },
] as const;

/** The columns of a timeline. */
export const eventColumns = [
  { id: 'date', label: 'Date' },
  { id: 'title', label: 'What happened' },
  { id: 'lane', label: 'Where' },
  { id: 'places', label: 'Places' },
  { id: 'sources', label: 'Sources' },
  { id: 'event', label: 'Event' },
] as const;

/** The columns of a map. */
export const placeColumns = [
  { id: 'place', label: 'Place' },
  { id: 'country', label: 'Country' },
  { id: 'latitude', label: 'Degrees north, rounded' },
  { id: 'longitude', label: 'Degrees east, rounded' },
  { id: 'events', label: 'Events' },
  { id: 'id', label: 'Id' },
] as const;

/** The columns of a route: its stops and, between them, its legs. */
export const stepColumns = [
  { id: 'title', label: 'What happened' },
  { id: 'known', label: 'Known' },
  { id: 'place', label: 'Place' },
  { id: 'from', label: 'From' },
  { id: 'to', label: 'To' },
  { id: 'date', label: 'Date' },
  { id: 'days', label: 'Days since the first stop' },
  { id: 'note', label: 'Note' },
  { id: 'sources', label: 'Sources' },
  { id: 'record', label: 'Record' },
  { id: 'event', label: 'Event' },
] as const;

export const columnsOf = {
  number: tableColumns,
  event: eventColumns,
  place: placeColumns,
  step: stepColumns,
};
type TableColumn = (typeof columnsOf)[keyof typeof columnsOf][number];
export type TableColumnId = TableColumn['id'];

export type TableRow = {
  /** One entry a column, as data: a number for `value`, or its words if no number was printed. */
  cells: Partial<Record<TableColumnId, string | number | undefined>>;
  /** The value as the page prints it, and the names of the sources. */
  valueText: string;
  sourceNames: string[];
  /** The number of the row; undefined if none was printed. */
  number: ChartNumber | undefined;
  /**
   * In a timeline, map or route, the row's event or place, and the values of the cells that hold
   * several. The id of a step may be empty.
   */
  entry?: {
    kind: 'event' | 'place' | 'step';
    id: string;
    lists: Partial<Record<TableColumnId, Named[]>>;
  };
};

export type PrintedTable = {
  /** Columns with different entries, in order. */
  columns: TableColumn[];
  /** The column that names the row. */
  heading: TableColumnId;
  /** Columns whose entry is the same in every row: printed once, above the table. */
  common: { label: string; text: string }[];
};

/**
 * Chooses the columns that the page prints: always the sources and the name of the row, and the
 * record if there is one.
 */
export function choosePrintedColumns(rows: TableRow[]): PrintedTable {
  // The name of an event or place is a link, which has its id.
  const [first] = rows;
  if (first?.entry?.kind === 'event')
    return {
      columns: eventColumns.filter(({ id }) => id !== 'event'),
      common: [],
      heading: 'title',
    };
  if (first?.entry?.kind === 'step')
    return { columns: chooseStepColumns(rows), common: [], heading: 'title' };
  if (first?.entry?.kind === 'place')
    return { columns: placeColumns.filter(({ id }) => id !== 'id'), common: [], heading: 'place' };
  const kept = new Set<TableColumnId>([
    'label',
    'value',
    'sources',
    ...(rows.some((row) => row.cells.record) ? (['record'] as const) : []),
  ]);
  // The drawing above shows the groups, and the column of sources says which rows have none.
  const left = new Set<TableColumnId>(['group', 'basis']);
  const printed: PrintedTable = { columns: [], common: [], heading: 'label' };
  for (const column of tableColumns) {
    if (left.has(column.id)) continue;
    const entries = new Set(
      rows.filter((row) => row.number).map((row) => row.cells[column.id] ?? ''),
    );
    if (kept.has(column.id) || entries.size > 1) printed.columns.push(column);
    else
      for (const entry of entries)
        if (entry !== '') printed.common.push({ label: column.label, text: String(entry) });
  }
  return printed;
}

/** The columns that have an entry. The name of a step is a link, which has its event. */
function chooseStepColumns(rows: TableRow[]): TableColumn[] {
  return stepColumns.filter(
    ({ id }) =>
      id !== 'event' && rows.some((row) => row.cells[id] !== undefined && row.cells[id] !== ''),
  );
}

/** Head and records for the CSV, made from the cells of `rows`. */
export function toRecords(rows: TableRow[]): {
  head: string[];
  records: (string | number | undefined)[][];
} {
  const head = columnsOf[rows[0]?.entry?.kind ?? 'number'].map((column) => column.id);
  return { head, records: rows.map((row) => head.map((column) => row.cells[column])) };
}
