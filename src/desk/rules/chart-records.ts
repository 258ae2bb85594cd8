/** A chart draws only what its kind can show. */
import { toLine } from '../../charts/read-cells.ts';
import { splitCsv } from '../../charts/split-csv.ts';
import { findChartProblems } from '../../drawings/chart-problems.ts';
import { listChartRefs } from '../../drawings/chart-kinds.ts';
import { findNumber, isFailure } from '../../evidence/record.ts';
import { createFinding, type Span } from '../../library/findings.ts';
import { isTableChart } from '../../schema/chart.ts';
import type { SourceText } from '../../library/source-text.ts';
import type { Rule } from './rule.ts';

export const checkCharts: Rule = ({ charts, record, site }) =>
  charts.flatMap((file) => {
    const { table } = file;
    // The frame of a map is in site.yaml.
    if (file.value.kind === 'map' && !site) return [];
    if (isTableChart(file.value) && !table) return [];
    if (table?.problems.length)
      return table.problems.map(({ message, fix, ...span }) =>
        createFinding(table.source, span, { rule: 'chart-table', level: 'error', message, fix }),
      );
    // The rule on references reports a missing number.
    if (listChartRefs(file.value).some(({ ref }) => isFailure(findNumber(record, ref)))) return [];
    return findChartProblems(record, file.id, file.value, table?.rows).map(
      ({ path, drawn, ...problem }) => {
        const rest = { rule: 'chart', level: 'error', ...problem } as const;
        const cell = drawn && table && findCell(table.source, drawn);
        return cell
          ? createFinding(table.source, cell, rest)
          : createFinding(file.source, file.spanOf(path), rest);
      },
    );
  });

/** The first cell of the table that holds what is drawn. */
function findCell({ text }: SourceText, drawn: readonly string[]): Span | undefined {
  const cells = splitCsv(text).records.flat();
  return cells.find((cell) => drawn.some((words) => toLine(cell.text).includes(words)));
}
