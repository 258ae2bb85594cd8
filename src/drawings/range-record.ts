/** Numbers on one axis, from the record. */
import type { RangeRow, RangeTable } from '../charts/range/table.ts';
import { formatAmount, nameUnit } from '../evidence/format.ts';
import { toPlainText } from '../evidence/inline.ts';
import { getNumber, type EvidenceRecord } from '../evidence/record.ts';
import { typeset } from '../evidence/typeset.ts';
import type { RangeChart } from '../schema/chart.ts';
import { toChartNumber } from './chart-numbers.ts';
import { listRowRefs, lookUp, type ChartProblem } from './chart-problem.ts';
import { linkNumber, type MarkLink } from './mark-names.ts';
import { endsOf } from './range-rows.ts';
import { typesetNumbers, typesetRow } from './typeset-words.ts';

function resolveRange(record: EvidenceRecord, id: string, chart: RangeChart): RangeTable {
  const rows = chart.rows.map(({ numbers: refs, label, role = 'main', note = '' }): RangeRow => {
    const [ref = '', ...others] = refs;
    const { hedge, unit } = getNumber(record, ref);
    const first = toChartNumber(record, ref);
    return {
      label:
        label ??
        (unit.kind === 'count'
          ? [first.object || first.unit, first.fate, first.place].filter(Boolean).join(', ')
          : first.object),
      note: toPlainText(note),
      role,
      ends: hedge ? endsOf[hedge] : 'closed',
      numbers: [first, ...others.map((other) => toChartNumber(record, other))],
    };
  });
  const { unit } = getNumber(record, chart.rows[0]?.numbers[0] ?? '');
  return {
    kind: 'range',
    id,
    scale: chart.scale ?? 'linear',
    unit: nameUnit(unit),
    rows,
    sayTick: (value) => formatAmount(value, unit),
  };
}

function findRangeProblems(record: EvidenceRecord, chart: RangeChart): ChartProblem[] {
  const problems: ChartProblem[] = [];
  const kinds = new Map<string, string>();
  chart.rows.forEach((row, index) => {
    const numbers = row.numbers.map((ref, at) =>
      lookUp(record, ref, ['rows', index, 'numbers', at], problems, { ranges: true }),
    );
    const [first] = numbers;
    numbers.forEach((number, at) => {
      const path = ['rows', index, 'numbers', at];
      if (!number) return;
      kinds.set(number.unit.kind, number.ref);
      const lowest = Array.isArray(number.value) ? number.value[0] : number.value;
      if (lowest !== undefined && lowest < 0)
        problems.push({
          path,
          message: `"${number.ref}" is below zero, where the axis has no place.`,
          fix: 'Leave the row out.',
        });
      if (lowest === 0 && chart.scale === 'log')
        problems.push({
          path,
          message: `"${number.ref}" is zero, which a logarithmic axis cannot show.`,
          fix: 'Write scale: linear.',
        });
      const same =
        JSON.stringify([number.value, number.hedge]) ===
          JSON.stringify([first?.value, first?.hedge]) && number.words === first?.words;
      if (first && !same)
        problems.push({
          path,
          message: `"${number.ref}" has another value or hedge than "${first.ref}", and they cannot share a mark.`,
          fix: 'Give it a row of its own.',
        });
    });
  });
  if (kinds.size > 1)
    problems.push({
      path: ['rows'],
      message: `The axis has one unit, and ${[...kinds.values()].map((ref) => `"${ref}"`).join(' and ')} have different ones.`,
      fix: 'Draw them in two charts.',
    });
  else if (
    problems.length === 0 &&
    !chart.rows.some((row) => getNumber(record, row.numbers[0] ?? '').value !== undefined)
  )
    problems.push({
      path: ['rows'],
      message: 'No row has a number that an axis could show.',
      fix: 'Name at least one number that was printed in digits.',
    });
  return problems;
}

function typesetRange(table: RangeTable): RangeTable {
  return {
    ...table,
    unit: typeset(table.unit),
    sayTick: (value) => typeset(table.sayTick(value)),
    rows: table.rows.map((row) => ({ ...typesetRow(row), numbers: typesetNumbers(row.numbers) })),
  };
}

function linkRange({ rows }: RangeTable): MarkLink[] {
  return rows.flatMap(({ label, numbers }) =>
    numbers.flatMap((number) => linkNumber(number, label)),
  );
}

export const rangeRecord = {
  resolve: resolveRange,
  refs: listRowRefs,
  problems: findRangeProblems,
  set: typesetRange,
  links: linkRange,
};
