/**
 * A chart as JSON: its words and the rows of its table. It leaves out the wordings of sources,
 * which we may not give away in bulk.
 */
import { type TableRow, columnsOf } from '../charts/table-columns.ts';
import { parseInline, toPlainText } from '../evidence/inline.ts';
import type { EvidenceRecord } from '../evidence/record.ts';
import type { Chart } from '../schema/chart.ts';
import { licence } from './licence.ts';
import { publishSource } from './source-json.ts';

type ChartToPublish = { id: string; chart: Chart; rows: TableRow[] };

/**
 * JSON text with two-space indent and a closing line break. A value that was not printed is null.
 */
export function formatChartJson(
  { sources }: EvidenceRecord,
  { id, chart, rows }: ChartToPublish,
  address: string,
): string {
  const sourceIds = listChartSources({ chart, rows });
  const json = {
    id,
    address,
    licence: licence.address,
    kind: chart.kind,
    title: toPlainText(chart.title),
    subtitle: toPlainText(chart.subtitle),
    description: toPlainText(chart.description),
    note: toPlainText(chart.note ?? ''),
    source_line: toPlainText(chart.sources),
    sources: sourceIds.map((sourceId) => publishSource(sourceId, sources.get(sourceId))),
    rows: rows.map(({ cells, number, entry }) =>
      entry
        ? { ...fillColumns(entry.kind, cells), ...listIds(entry.lists) }
        : { ...cells, value: cells.value ?? null, sources: number?.sourceIds ?? [] },
    ),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** Ids of the sources that a chart's rows and its source line name, each once. */
export function listChartSources({
  chart,
  rows,
}: Pick<ChartToPublish, 'chart' | 'rows'>): string[] {
  const named = parseInline(chart.sources).flatMap((run) =>
    run.kind === 'source' ? [run.id] : [],
  );
  return [...new Set([...rows.flatMap(listSources), ...named])];
}

/** Every column in order, null if the row has no entry. */
function fillColumns(
  kind: keyof typeof columnsOf,
  cells: TableRow['cells'],
): Record<string, string | number | null> {
  return Object.fromEntries(columnsOf[kind].map(({ id }) => [id, cells[id] ?? null]));
}

function listSources({ number, entry }: TableRow): string[] {
  return [...(entry?.lists.sources?.map(({ id }) => id) ?? []), ...(number?.sourceIds ?? [])];
}

function listIds(lists: NonNullable<TableRow['entry']>['lists']): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(lists).map(([column, named]) => [column, named.map(({ id }) => id)]),
  );
}
