/**
 * What prevents a chart from being drawn truthfully, each problem with its position in the chart's
 * file.
 */
import { findMisfits } from '../charts/kinds.ts';
import type { TableEntry } from '../charts/table-entry.ts';
import { findNumber, isFailure, type EvidenceRecord } from '../evidence/record.ts';
import type { ChartFile } from '../library/content.ts';
import { isTableChart, type Chart } from '../schema/chart.ts';
import { walkTexts } from '../schema/meaning.ts';
import { getFields } from '../schema/records.ts';
import { getChartData, resolveChart, type ChartData } from './chart-data.ts';
import { findBoundProblems, listChartRefs } from './chart-kinds.ts';
import type { ChartProblem } from './chart-problem.ts';
import { findTableProblems } from './chart-rows.ts';

/**
 * Everything that is needed to print the chart of a file; undefined if something prevents it from
 * being drawn.
 */
export function findChartData(
  record: EvidenceRecord,
  { id, value, table }: ChartFile,
): ChartData | undefined {
  if (table?.problems.length || findChartProblems(record, id, value, table?.rows).length > 0)
    return undefined;
  return getChartData(record, id, value, table?.rows);
}

/** What prevents a chart from being drawn truthfully, including references that name nothing. */
export function findChartProblems(
  record: EvidenceRecord,
  id: string,
  chart: Chart,
  literals?: TableEntry[],
): ChartProblem[] {
  const found = isTableChart(chart)
    ? findTableProblems(chart, literals ?? [])
    : findBoundProblems(record, chart);
  const problems = found.length ? found : findRepeated(chart);
  if (problems.length) return problems;
  return findUndrawable(record, id, chart, literals);
}

/** What a drawing cannot show, each once, because both drawings often have the same problem. */
function findUndrawable(
  record: EvidenceRecord,
  id: string,
  chart: Chart,
  literals?: TableEntry[],
): ChartProblem[] {
  const table = resolveChart(record, id, chart, literals);
  const found = new Map<string, ChartProblem>();
  for (const frame of ['phone', 'desktop'] as const)
    for (const { kind, words, message, fix } of findMisfits(table, frame)) {
      const { path, isOwn } = findOrigin(record, chart, words);
      const where = frame === 'phone' ? 'phones' : 'wide screens';
      const short = isTableChart(chart)
        ? 'Shorten it in the table beside the chart.'
        : 'Give it a shorter name in its row: label: "…".';
      const key = path.length > 0 ? path.join('/') : JSON.stringify([kind, words]);
      const said = `In the drawing for ${where}: ${message}`;
      if (!found.has(key))
        found.set(key, {
          path,
          message: said,
          fix: fix ?? (isOwn ? 'Shorten it.' : short),
          ...(isTableChart(chart) && path.length === 0 && { drawn: words }),
        });
    }
  return [...found.values()];
}

/**
 * The position of the first of these words in the file. `isOwn` is false if they are the name of a
 * record, because their row has no label.
 */
function findOrigin(
  record: EvidenceRecord,
  chart: Chart,
  drawn: readonly string[],
): { path: ChartProblem['path']; isOwn: boolean } {
  for (const words of drawn) {
    const own = findText(chart, words);
    if (own) return { path: own, isOwn: true };
    const named = listChartRefs(chart).find(({ ref }) => {
      const number = findNumber(record, ref);
      return ref === words || (!isFailure(number) && number.title.includes(words));
    });
    if (named) return { path: [...named.path], isOwn: false };
  }
  return { path: [], isOwn: !isTableChart(chart) };
}

/** The path of the first text of the chart that is drawn and holds the words. */
function findText(chart: Chart, words: string): ChartProblem['path'] | undefined {
  return [...walkTexts(chart, getFields('chart'))].find(
    ({ text, meaning }) =>
      meaning &&
      meaning.holds !== 'data' &&
      !meaning.around &&
      text.replace(/\s+/g, ' ').includes(words),
  )?.path;
}

/** Reports a number that is drawn twice. A bracket may repeat the sum of its rows. */
function findRepeated(chart: Chart): ChartProblem[] {
  const seen = new Set<string>();
  return listChartRefs(chart).flatMap(({ path, ref }) => {
    if (path.includes('bracket')) return [];
    if (seen.has(ref))
      return [
        {
          path: [...path],
          message: `"${ref}" is drawn twice in this chart.`,
          fix: 'Keep one of the two.',
        },
      ];
    seen.add(ref);
    return [];
  });
}
