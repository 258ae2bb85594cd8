/** A chart draws what its kind can show. */
import { findChartProblems } from '../../library/chart-problems.ts';
import { listChartRefs } from '../../library/chart-refs.ts';
import { findNumber, isFailure } from '../../evidence/record.ts';
import { createFinding } from '../../library/read-yaml.ts';
import type { Rule } from './rule.ts';

export const checkCharts: Rule = ({ charts, record }) =>
  charts.flatMap((file) => {
    // A number that is not there is told by the rule on references.
    if (listChartRefs(file.value).some(({ ref }) => isFailure(findNumber(record, ref)))) return [];
    return findChartProblems(record, file.id, file.value).map(({ path, message, fix }) =>
      createFinding(file.source, file.spanOf(path), { rule: 'chart', level: 'error', message, fix }),
    );
  });
