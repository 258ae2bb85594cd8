/** What keeps bars from being drawn truthfully. */
import { max, sum } from 'd3';
import { chooseMark } from '../charts/bars/plan.ts';
import { addUp, agreeTo, countDecimals } from '../evidence/decimal.ts';
import { formatNumber } from '../evidence/format.ts';
import { findNumber, isFailure, type EvidenceRecord } from '../evidence/record.ts';
import { mostRows, type BarsChart } from '../schema/chart.ts';
import { lookUp, type ChartProblem } from './chart-problem.ts';

type Group = BarsChart['groups'][number];
type Path = ChartProblem['path'];

export function findBarsProblems(record: EvidenceRecord, chart: BarsChart): ChartProblem[] {
  const problems = chart.groups.flatMap((group, index) => [
    ...group.rows.flatMap((row, at) =>
      findRowProblems(record, chart, row, ['groups', index, 'rows', at]),
    ),
    ...findBracketProblems(record, chart, group, ['groups', index, 'bracket']),
  ]);
  const count = sum(chart.groups, ({ rows }) => rows.length);
  if (count > mostRows.bars)
    problems.push({
      path: ['groups'],
      message: `The chart has ${count} rows; this kind shows at most ${mostRows.bars}.`,
      fix: 'Leave rows out, add up small ones, or draw two charts.',
    });
  return [...problems, ...findMarkProblems(record, chart), ...findMixed(record, chart)];
}

function findRowProblems(
  record: EvidenceRecord,
  { measures }: BarsChart,
  row: Group['rows'][number],
  path: Path,
): ChartProblem[] {
  const problems: ChartProblem[] = [];
  if (Object.keys(row.values).length === 0)
    problems.push({
      path,
      message: 'The row names no number.',
      fix: 'Give it a value for at least one measure.',
    });
  for (const [measure, ref] of Object.entries(row.values)) {
    const at = [...path, 'values', measure];
    problems.push(...findUnknownMeasure(measures, measure, at));
    const number = lookUp(record, ref, at, problems);
    if (number && number.value === undefined)
      problems.push({
        path: at,
        message: `"${ref}" was printed in words only and has no length.`,
        fix: 'Leave the value out: a dash is drawn.',
      });
  }
  return problems;
}

function findUnknownMeasure(
  measures: BarsChart['measures'],
  id: string,
  path: Path,
): ChartProblem[] {
  const known = measures.map((measure) => measure.id);
  if (known.includes(id)) return [];
  return [
    {
      path,
      message: `There is no measure "${id}".`,
      fix: `Use one of: ${[...new Set(known)].join(', ')}.`,
    },
  ];
}

/** Reports a bracket whose number is not the sum of its rows. */
function findBracketProblems(
  record: EvidenceRecord,
  { measures }: BarsChart,
  { bracket, rows }: Group,
  path: Path,
): ChartProblem[] {
  if (!bracket) return [];
  const problems: ChartProblem[] = [];
  const number = lookUp(record, bracket.number, [...path, 'number'], problems);
  const unknown = findUnknownMeasure(measures, bracket.measure, [...path, 'measure']);
  if (unknown.length > 0 || typeof number?.value !== 'number') return [...problems, ...unknown];
  const total = addUp(rows.flatMap((row) => getValue(record, row.values[bracket.measure]) ?? []));
  if (agreeTo(total, number.value, countDecimals(number.value))) return problems;
  const message = `The rows add up to ${formatNumber(total)}, the bracket says ${formatNumber(number.value)}.`;
  return [
    ...problems,
    { path: [...path, 'number'], message, fix: 'Bracket the rows that the number adds up.' },
  ];
}

function getValue(record: EvidenceRecord, ref: string | undefined): number | undefined {
  const found = ref === undefined ? undefined : findNumber(record, ref);
  return found && !isFailure(found) && typeof found.value === 'number' ? found.value : undefined;
}

/** Reports marks that represent so little that there are too many to count. */
function findMarkProblems(record: EvidenceRecord, { groups, measures }: BarsChart): ChartProblem[] {
  return measures.flatMap(({ id, mark = Infinity }, index): ChartProblem[] => {
    const top = Math.max(
      0,
      max(groups, ({ rows }) => max(rows, (row) => getValue(record, row.values[id]))) ?? 0,
    );
    if (mark >= chooseMark(top)) return [];
    const message = `The longest bar, ${formatNumber(top)}, has more marks of ${formatNumber(mark)} than anybody counts.`;
    return [{ path: ['measures', index, 'mark'], message, fix: `Write mark: ${chooseMark(top)}.` }];
  });
}

/** Reports shares and counts that would share one scale. */
function findMixed(record: EvidenceRecord, { groups, measures }: BarsChart): ChartProblem[] {
  const rows = groups.flatMap((group) => group.rows);
  const kinds = measures.map(({ id }) => {
    const numbers = rows.map((row) => findNumber(record, row.values[id] ?? ''));
    return new Set(numbers.flatMap((number) => (isFailure(number) ? [] : number.unit.kind)));
  });
  if (kinds.some((own) => own.size > 1))
    return [
      {
        path: ['groups'],
        message: 'Percentages and counts are in one panel.',
        fix: 'Give each a measure of its own.',
      },
    ];
  if (
    new Set(kinds.flatMap((own) => [...own])).size < 2 ||
    measures.every(({ mark }) => mark !== undefined)
  )
    return [];
  return [
    {
      path: ['measures'],
      message: 'Percentages and counts are on one scale.',
      fix: 'Give each measure its own mark:, the number of things that one mark stands for; each panel then has its own scale.',
    },
  ];
}
