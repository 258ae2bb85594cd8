/**
 * Charts with their numbers: looks up in the record what a chart names, and puts it into words for
 * drawing, table and CSV. A chart holds no values itself, so a change of the record changes all
 * three.
 */
import type { ChartTable } from '../charts/chart-table.ts';
import { settleTexts, type Drawing } from '../charts/drawing.ts';
import { describeChart, findMisfits, layoutChart, tabulate } from '../charts/kinds.ts';
import type { TableEntry } from '../charts/table-entry.ts';
import { toRecords, type TableRow } from '../charts/table-columns.ts';
import type { EvidenceRecord } from '../evidence/record.ts';
import { formatCsv } from '../publish/csv.ts';
import { isTableChart, type Chart } from '../schema/chart.ts';
import { resolveBound, typesetTable } from './chart-kinds.ts';
import { resolveTableChart } from './chart-rows.ts';

/** A chart ready to print. */
export type ChartData = {
  id: string;
  chart: Chart;
  table: ChartTable;
  rows: TableRow[];
  /** The phone's drawing first, because it is the one that shows without a stylesheet. */
  drawings: [phone: Drawing, desktop: Drawing];
  /** The tablet's drawing, for the chart's own page; undefined if it has no room for its words. */
  layoutTablet: () => Drawing | undefined;
  /**
   * The quantities and breakdowns it draws from, each once; empty if its rows are in a separate
   * table.
   */
  records: { recordId: string; ref: string; tag: string }[];
};

/**
 * Everything a page needs to print the chart; `literals` are the rows of a table beside it. Throws
 * on anything that the check would report: see findChartProblems.
 */
export function getChartData(
  record: EvidenceRecord,
  id: string,
  chart: Chart,
  literals?: TableEntry[],
): ChartData {
  const own = laidOut.get(record) ?? new Map<Chart | TableEntry[], ChartData>();
  const data = own.get(literals ?? chart) ?? layoutAll(record, id, chart, literals);
  laidOut.set(record, own.set(literals ?? chart, data));
  return data;
}

/** A cache: a chart is laid out once, and printed on several pages and in several files. */
const laidOut = new WeakMap<EvidenceRecord, Map<Chart | TableEntry[], ChartData>>();

function layoutAll(
  record: EvidenceRecord,
  id: string,
  chart: Chart,
  literals?: TableEntry[],
): ChartData {
  const table = resolveChart(record, id, chart, literals);
  const set = typesetTable(table);
  const rows = tabulate(table);
  const records = new Map<string, ChartData['records'][number]>();
  for (const { number } of rows) {
    if (number?.tag && !records.has(number.recordId))
      records.set(number.recordId, { recordId: number.recordId, ref: number.ref, tag: number.tag });
  }
  let tablet: { drawing: Drawing | undefined } | undefined;
  return {
    id,
    chart,
    table,
    rows,
    drawings: [settleTexts(layoutChart(set, 'phone')), settleTexts(layoutChart(set, 'desktop'))],
    layoutTablet: () => (tablet ??= { drawing: layoutIfFits(set) }).drawing,
    records: [...records.values()],
  };
}

/**
 * Editors are only asked to fix the drawings of phones and desktops. If the tablet's has no room
 * for its words, the phone's is shown instead.
 */
function layoutIfFits(table: ChartTable): Drawing | undefined {
  if (findMisfits(table, 'tablet').length > 0) return undefined;
  return settleTexts(layoutChart(table, 'tablet'));
}

/** The formats in which readers can take a chart away. */
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
export function draftDescription(
  record: EvidenceRecord,
  id: string,
  chart: Chart,
  literals?: TableEntry[],
): string {
  return describeChart(resolveChart(record, id, chart, literals));
}

/**
 * The chart's numbers, looked up and put into words. Throws when one is missing or cannot be drawn.
 */
export function resolveChart(
  record: EvidenceRecord,
  id: string,
  chart: Chart,
  literals?: TableEntry[],
): ChartTable {
  if (isTableChart(chart)) {
    if (!literals?.length)
      throw new Error(`content/charts/${id}.csv cannot be read; run npm run check`);
    return resolveTableChart(record, id, chart, literals);
  }
  return resolveBound(record, id, chart);
}
