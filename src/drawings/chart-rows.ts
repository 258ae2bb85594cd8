/**
 * Charts whose rows are in no record: read from the table beside the chart's file, and put into
 * words like any other chart.
 */
import { chooseMark } from '../charts/bars/plan.ts';
import type { BarsTable } from '../charts/bars/table.ts';
import type { ChartNumber } from '../charts/chart-number.ts';
import type { SharesTable } from '../charts/shares/table.ts';
import { textColumns, type TableEntry } from '../charts/table-entry.ts';
import {
  formatAmount,
  formatCount,
  formatValue,
  hedgeWords,
  nameUnit,
} from '../evidence/format.ts';
import type { EvidenceRecord } from '../evidence/record.ts';
import type { TableChart } from '../schema/chart.ts';
import { withoutSign } from './chart-numbers.ts';
import type { ChartProblem } from './chart-problem.ts';

const columnsOf = (chart: TableChart) => (chart.kind === 'bars' ? chart.measures : chart.parts);

/** What is wrong in the chart's own file. parseTable reports what is wrong in a cell. */
export function findTableProblems(chart: TableChart, rows: TableEntry[]): ChartProblem[] {
  const problems: ChartProblem[] = [];
  const key = chart.kind === 'bars' ? 'measures' : 'parts';
  const taken = new Set<string>(['label', ...textColumns]);
  columnsOf(chart).forEach(({ id }, index) => {
    if (taken.has(id))
      problems.push({
        path: [key, index, 'id'],
        message: `There is already a column "${id}" in the table.`,
        fix: 'Give it another id, and the column the same name.',
      });
    taken.add(id);
  });
  if (chart.kind === 'shares' && chart.unit.kind !== 'percent')
    problems.push({
      path: ['unit', 'kind'],
      message: 'Shares of a whole are in per cent.',
      fix: 'Write unit: { kind: percent, one: per cent, many: per cent }, or draw bars.',
    });
  if (chart.unit.kind === 'percent' && !chart.base)
    problems.push({
      path: ['unit'],
      message: 'Nothing says what the shares are shares of.',
      fix: 'Add a line such as "base: 1,240 parcels".',
    });
  if (chart.kind === 'bars')
    chart.measures.forEach(({ mark = Infinity }, index) => {
      const least = chooseMark(Math.max(0, ...rows.map(({ values }) => values[index] ?? 0)));
      if (mark < least)
        problems.push({
          path: ['measures', index, 'mark'],
          message: `The longest bar has more marks of ${mark} than anybody counts.`,
          fix: `Write mark: ${least}.`,
        });
    });
  return problems;
}

/** The rows in the form that the layouts need. */
export function resolveTableChart(
  record: EvidenceRecord,
  id: string,
  chart: TableChart,
  rows: TableEntry[],
): BarsTable | SharesTable {
  if (chart.kind === 'shares') {
    const numbers = (row: TableEntry) =>
      row.values.map((value) => toNumber(record, chart, row, value));
    const parts = chart.parts.map((part) => ({ ...part, role: part.role ?? ('main' as const) }));
    return {
      kind: 'shares',
      id,
      parts,
      rows: rows.map((row) => ({ label: row.label, note: row.note, numbers: numbers(row) })),
    };
  }
  const groups = [...new Set(rows.map(({ group }) => group))].map((label) => ({
    label,
    bracket: undefined,
    rows: rows
      .filter(({ group }) => group === label)
      .map((row) => ({
        label: row.label,
        role: row.role ?? ('main' as const),
        note: row.note,
        numbers: row.values.map((value) => toNumber(record, chart, row, value)),
      })),
  }));
  const of = chart.unit.kind === 'percent' ? 'per 100 of' : 'of';
  const unit = chart.base ? `${of} ${chart.base}` : nameUnit(chart.unit);
  const measures = chart.measures.map(({ id: own, label, mark }) => ({
    id: own,
    label,
    mark,
    unit,
  }));
  return { kind: 'bars', id, measures, groups, say: formatCount.words };
}

/** A number without reference and tag: no record holds it. */
function toNumber(
  { sources }: EvidenceRecord,
  { unit, base = '', read_in }: TableChart,
  row: TableEntry,
  value: number | undefined,
): ChartNumber | undefined {
  if (value === undefined) return undefined;
  const sourceIds = row.sources.length ? row.sources.map(({ id }) => id) : read_in;
  return {
    ref: '',
    recordId: '',
    fragment: '',
    tag: '',
    value,
    hedge: row.qualifier ? hedgeWords[row.qualifier] : '',
    text: formatAmount(value, unit),
    label: formatValue({ value, hedge: row.qualifier }, withoutSign(unit)),
    unit: nameUnit(unit),
    base,
    place: '',
    object: '',
    fate: '',
    date: sources.get(sourceIds[0] ?? '')?.published ?? '',
    printed: '',
    sourceIds,
    sourceNames: sourceIds.map((id) => sources.get(id)?.publisher ?? id),
    derived: false,
  };
}
