/**
 * What each kind of chart takes from the record, and what prevents it from being drawn. A new kind
 * is a module and an entry here.
 */
import type { ChartTable, ChartTableOf } from '../charts/chart-table.ts';
import { typeset } from '../evidence/typeset.ts';
import type { EvidenceRecord } from '../evidence/record.ts';
import { isTableChart, type Chart, type TableChart } from '../schema/chart.ts';
import { barsRecord } from './bars-record.ts';
import type { ChartProblem, ChartRef } from './chart-problem.ts';
import { mapRecord } from './map-record.ts';
import type { MarkLink } from './mark-names.ts';
import { rangeRecord } from './range-record.ts';
import { relayRecord } from './relay-record.ts';
import { routeRecord } from './route-record.ts';
import { sharesRecord } from './shares-record.ts';
import { timelineRecord } from './timeline-record.ts';
import { unitsRecord } from './units-record.ts';

/** A chart whose rows the record holds. */
type BoundChart = Exclude<Chart, TableChart>;

type KindRecord<C extends BoundChart = BoundChart, T extends ChartTable = ChartTable> = {
  /**
   * Its numbers, events or places, looked up and put into words. Throws when one is missing or
   * cannot be drawn.
   */
  resolve(record: EvidenceRecord, id: string, chart: C): T;
  /** The numbers that it names. */
  refs(chart: C): ChartRef[];
  /** The sources that it names by their ids. */
  sources?(chart: C): ChartRef[];
  problems(record: EvidenceRecord, chart: C): ChartProblem[];
  /**
   * The table with typeset words. This happens before measuring, because typeset words are wider or
   * narrower.
   */
  set(table: T): T;
  /** The links of its marks. */
  links(table: T): MarkLink[];
};

type Kinds = {
  [K in Chart['kind']]: KindRecord<Extract<BoundChart, { kind: K }>, ChartTableOf<K>>;
};

const kinds = {
  bars: barsRecord,
  units: unitsRecord,
  shares: sharesRecord,
  range: rangeRecord,
  relay: relayRecord,
  route: routeRecord,
  timeline: timelineRecord,
  map: mapRecord,
} satisfies Kinds;

/** The chart or table names its kind, so the entry accepts it. */
const kindOf = ({ kind }: Pick<Chart, 'kind'>): KindRecord => (kinds as Kinds)[kind];

export function resolveBound(record: EvidenceRecord, id: string, chart: BoundChart): ChartTable {
  return kindOf(chart).resolve(record, id, chart);
}

/** The numbers that a chart names, each with its place in the chart's file. */
export function listChartRefs(chart: Chart): ChartRef[] {
  return isTableChart(chart) ? [] : kindOf(chart).refs(chart);
}

/** The sources that a chart names by id, without those of its cells. */
export function listChartSources(chart: Chart): ChartRef[] {
  if (isTableChart(chart))
    return chart.read_in.map((ref, index) => ({ path: ['read_in', index], ref }));
  return kindOf(chart).sources?.(chart) ?? [];
}

export function findBoundProblems(record: EvidenceRecord, chart: BoundChart): ChartProblem[] {
  return kindOf(chart).problems(record, chart);
}

/**
 * A resolved chart as its drawings print it. Table, CSV and JSON use the table without typesetting.
 */
export function typesetTable(table: ChartTable): ChartTable {
  return kindOf(table).set(table);
}

/** The link of each mark, by the key of its target. `path` is an address within the site. */
export type MarkLinks = Map<string, { path: string; name: string }>;

export function linkMarks(table: ChartTable): MarkLinks {
  const links: MarkLinks = new Map();
  for (const { key, path, name } of kindOf(table).links(table))
    if (path !== undefined && !links.has(key)) links.set(key, { path, name: typeset(name) });
  return links;
}
