/** A chart draws what its kind can show. */
import { findChartProblems } from '../../drawings/chart-problems.ts';
import { listChartRefs } from '../../drawings/chart-kinds.ts';
import { findNumber, isFailure } from '../../evidence/record.ts';
import { createFinding } from '../../library/findings.ts';
import { isTableChart } from '../../schema/chart.ts';
import type { Rule } from './rule.ts';

export const checkCharts: Rule = ({ charts, record, site }) =>
  charts.flatMap((file) => {
    const { table } = file;
    // What a map shows is in site.yaml.
    if (file.value.kind === 'map' && !site) return [];
    if (isTableChart(file.value) && !table) return [];
    if (table?.problems.length)
      return table.problems.map(({ message, fix, ...span }) =>
        createFinding(table.source, span, { rule: 'chart-table', level: 'error', message, fix }),
      );
    // The rule on references reports a missing number.
    if (listChartRefs(file.value).some(({ ref }) => isFailure(findNumber(record, ref)))) return [];
    return findChartProblems(record, file.id, file.value, table?.rows).map(
      ({ path, message, fix, about }) =>
        createFinding(file.source, file.spanOf(path), {
          rule: 'chart',
          level: 'error',
          message,
          fix,
          about,
        }),
    );
  });
