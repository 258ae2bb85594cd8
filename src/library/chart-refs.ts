/** The numbers that a chart draws, each with its place in the chart's file. */
import type { Chart } from '../schema/chart.ts';
import type { YamlPath } from './read-yaml.ts';

export function listChartRefs(chart: Chart): { path: YamlPath; ref: string }[] {
  if (chart.kind === 'units') {
    return chart.rows.flatMap((row, index) => row.numbers.map((ref, at) => ({ path: ['rows', index, 'numbers', at], ref })));
  }
  return chart.groups.flatMap((group, index) => [
    ...(group.bracket ? [{ path: ['groups', index, 'bracket', 'number'], ref: group.bracket.number }] : []),
    ...group.rows.flatMap((row, at) =>
      Object.entries(row.values).map(([measure, ref]) => ({ path: ['groups', index, 'rows', at, 'values', measure], ref })),
    ),
  ]);
}
