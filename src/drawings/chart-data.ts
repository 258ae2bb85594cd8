/**
 * Charts with their numbers: looks up in the record what a chart names, and puts it into words for drawing, table and CSV.
 * A chart holds no value of its own, so a change of the record changes all three.
 */
import type { BarsTable } from '../charts/bars/table.ts';
import type { ChartNumber } from '../charts/chart-number.ts';
import type { ChartTable } from '../charts/chart-table.ts';
import { describeChart, layoutChart, tabulate } from '../charts/kinds.ts';
import type { RangeRow, RangeTable } from '../charts/range/table.ts';
import type { SharesTable } from '../charts/shares/table.ts';
import { type TableRow, toRecords } from '../charts/table-columns.ts';
import type { UnitsTable } from '../charts/units/table.ts';
import { settleTexts, type Drawing } from '../charts/drawing.ts';
import type { TableEntry } from '../charts/parse-table.ts';
import { formatAmount, formatCount, nameUnit } from '../evidence/format.ts';
import { toPlainText } from '../evidence/inline.ts';
import { getNumber, type EvidenceRecord } from '../evidence/record.ts';
import { formatCsv } from '../publish/csv.ts';
import { isTableChart, type BarsChart, type Chart, type RangeChart, type SharesChart, type UnitsChart } from '../schema/chart.ts';
import { toChartNumber } from './chart-numbers.ts';
import { resolveMap, resolveTimeline } from './event-tables.ts';
import { resolveRoute } from './route-stops.ts';
import { resolveTableChart } from './chart-rows.ts';
import { resolveRelay } from './relay-hands.ts';
import { setTable } from './set-table.ts';
import { endsOf } from './range-rows.ts';

/** A chart ready to print. */
export type ChartData = {
  id: string;
  chart: Chart;
  table: ChartTable;
  rows: TableRow[];
  /** The phone's drawing first: it is the one that shows without a stylesheet. */
  drawings: [phone: Drawing, desktop: Drawing];
  /** The quantities and breakdowns it draws from, each once; none where its rows stand in a table of their own. */
  records: { recordId: string; ref: string; tag: string }[];
};

/**
 * Everything a page needs to print the chart; `literals` are the rows of a table that stands beside it.
 * Throws on what the check reports: see findChartProblems.
 */
export function getChartData(record: EvidenceRecord, id: string, chart: Chart, literals?: TableEntry[]): ChartData {
  const own = laidOut.get(record) ?? new Map<Chart | TableEntry[], ChartData>();
  const data = own.get(literals ?? chart) ?? layoutAll(record, id, chart, literals);
  laidOut.set(record, own.set(literals ?? chart, data));
  return data;
}

/** A chart is laid out once, and printed on several pages and into several files. */
const laidOut = new WeakMap<EvidenceRecord, Map<Chart | TableEntry[], ChartData>>();

function layoutAll(record: EvidenceRecord, id: string, chart: Chart, literals?: TableEntry[]): ChartData {
  const table = resolveChart(record, id, chart, literals);
  const set = setTable(table);
  const rows = tabulate(table);
  const records = new Map<string, ChartData['records'][number]>();
  for (const { number } of rows) {
    if (number?.tag && !records.has(number.recordId))
      records.set(number.recordId, { recordId: number.recordId, ref: number.ref, tag: number.tag });
  }
  return {
    id,
    chart,
    table,
    rows,
    drawings: [settleTexts(layoutChart(set, 'phone')), settleTexts(layoutChart(set, 'desktop'))],
    records: [...records.values()],
  };
}

/** The files that each chart is given away as. */
export const chartForms = ['csv', 'json', 'svg', 'png'] as const;

/** Address of the chart's page within the site, or of one of its files. */
export function formatChartAddress(id: string, form?: (typeof chartForms)[number]): string {
  return form ? `/charts/${id}.${form}` : `/charts/${id}/`;
}

/** The chart's table as CSV. */
export function formatChartCsv({ rows }: Pick<ChartData, 'rows'>): string {
  const { head, records } = toRecords(rows);
  return formatCsv(head, records);
}

/** A draft of the description, with a link for every number. */
export function draftDescription(record: EvidenceRecord, id: string, chart: Chart, literals?: TableEntry[]): string {
  return describeChart(resolveChart(record, id, chart, literals));
}

/** The chart's numbers, looked up and put into words. Throws when one is missing or cannot be drawn. */
export function resolveChart(record: EvidenceRecord, id: string, chart: Chart, literals?: TableEntry[]): ChartTable {
  if (isTableChart(chart)) {
    if (!literals?.length) throw new Error(`content/charts/${id}.csv cannot be read; run npm run check`);
    return resolveTableChart(record, id, chart, literals);
  }
  switch (chart.kind) {
    case 'bars':
      return resolveBars(record, id, chart);
    case 'units':
      return resolveUnits(record, id, chart);
    case 'shares':
      return resolveShares(record, id, chart);
    case 'range':
      return resolveRange(record, id, chart);
    case 'relay':
      return resolveRelay(record, id, chart);
    case 'route':
      return resolveRoute(record, id, chart);
    case 'timeline':
      return resolveTimeline(record, id, chart);
    case 'map':
      return resolveMap(record, id, chart);
  }
}

function resolveBars(record: EvidenceRecord, id: string, chart: BarsChart): BarsTable {
  const groups = chart.groups.map(({ label = '', bracket, rows: own }): BarsTable['groups'][number] => ({
    label,
    bracket: bracket && {
      measure: chart.measures.findIndex((measure) => measure.id === bracket.measure),
      number: toChartNumber(record, bracket.number, true),
      label: toPlainText(bracket.label),
    },
    rows: own.map((row) => {
      const numbers = chart.measures.map(({ id: measure }) => {
        const ref = row.values[measure];
        return ref === undefined ? undefined : toChartNumber(record, ref, true);
      });
      const [ref = ''] = Object.values(row.values);
      return { label: row.label ?? getNumber(record, ref).title, role: row.role ?? 'main', note: toPlainText(row.note ?? ''), numbers };
    }),
  }));
  const measures = chart.measures.map((measure, index) => {
    const first = groups.flatMap((group) => group.rows).find((row) => row.numbers[index])?.numbers[index];
    const share = first?.unit === 'per cent';
    return { ...measure, unit: first?.base ? `${share ? 'per 100 of' : 'of'} ${first.base}` : (first?.unit ?? '') };
  });
  return { kind: 'bars', id, measures, groups, say: formatCount.words };
}

function resolveShares(record: EvidenceRecord, id: string, chart: SharesChart): SharesTable {
  return {
    kind: 'shares',
    id,
    parts: chart.parts.map((part) => ({ ...part, role: part.role ?? 'main' })),
    rows: chart.rows.map((row) => ({
      label: row.label,
      note: toPlainText(row.note ?? ''),
      numbers: chart.parts.map((part) => {
        const ref = row.values[part.id];
        return ref === undefined ? undefined : toChartNumber(record, ref, true);
      }),
    })),
  };
}

function resolveRange(record: EvidenceRecord, id: string, chart: RangeChart): RangeTable {
  const rows = chart.rows.map(({ numbers: refs, label, role = 'main', note = '' }): RangeRow => {
    const [ref = '', ...others] = refs;
    const { hedge, unit } = getNumber(record, ref);
    const first = toChartNumber(record, ref);
    return {
      label:
        label ?? (unit.kind === 'count' ? [first.object || first.unit, first.fate, first.place].filter(Boolean).join(', ') : first.object),
      note: toPlainText(note),
      role,
      ends: hedge ? endsOf[hedge] : 'closed',
      numbers: [first, ...others.map((other) => toChartNumber(record, other))],
    };
  });
  const { unit } = getNumber(record, chart.rows[0]?.numbers[0] ?? '');
  return { kind: 'range', id, scale: chart.scale ?? 'linear', unit: nameUnit(unit), rows, sayTick: (value) => formatAmount(value, unit) };
}

function resolveUnits(record: EvidenceRecord, id: string, chart: UnitsChart): UnitsTable {
  const rows = chart.rows.map((row) => {
    const [first = '', ...others] = row.numbers;
    const numbers: [ChartNumber, ...ChartNumber[]] = [toChartNumber(record, first), ...others.map((ref) => toChartNumber(record, ref))];
    for (const number of numbers) number.fate ||= row.fate ?? '';
    return { label: row.label ?? numbers[0].unit, note: toPlainText(row.note ?? ''), numbers };
  });
  return { kind: 'units', id, dot: chart.dot ?? 1, rows, say: formatCount };
}
