/** The numbers that a chart names, each with its place in the chart's file. A relay names its quantity alone; timeline and map draw none. */
import { isTableChart, type BarsChart, type Chart } from '../schema/chart.ts';
import type { About } from '../schema/finding.ts';
import type { YamlPath } from '../library/yaml/read-yaml.ts';

/** What keeps a chart from being drawn truthfully. */
export type ChartProblem = {
  /** Where in the YAML: keys and indexes. */
  path: (string | number)[];
  message: string;
  fix: string;
  /** What it names and the record lacks. */
  about?: About;
};

export function listChartRefs(chart: Chart): { path: YamlPath; ref: string }[] {
  if (isTableChart(chart)) return [];
  switch (chart.kind) {
    case 'bars':
      return listBarsRefs(chart);
    case 'shares':
      return chart.rows.flatMap((row, index) =>
        Object.entries(row.values).map(([part, ref]) => ({ path: ['rows', index, 'values', part], ref })),
      );
    case 'units':
    case 'range':
      return chart.rows.flatMap((row, index) => row.numbers.map((ref, at) => ({ path: ['rows', index, 'numbers', at], ref })));
    case 'route':
      return chart.number === undefined ? [] : [{ path: ['number'], ref: chart.number }];
    case 'relay':
    case 'timeline':
    case 'map':
      return [];
  }
}

function listBarsRefs(chart: BarsChart): { path: YamlPath; ref: string }[] {
  return chart.groups.flatMap((group, index) => [
    ...(group.bracket ? [{ path: ['groups', index, 'bracket', 'number'], ref: group.bracket.number }] : []),
    ...group.rows.flatMap((row, at) =>
      Object.entries(row.values).map(([measure, ref]) => ({ path: ['groups', index, 'rows', at, 'values', measure], ref })),
    ),
  ]);
}
