/** Things to scale, from the record. */
import type { ChartNumber } from '../charts/chart-number.ts';
import type { UnitsTable } from '../charts/units/table.ts';
import { formatCount } from '../evidence/format.ts';
import { toPlainText } from '../evidence/inline.ts';
import type { EvidenceRecord } from '../evidence/record.ts';
import { typeset } from '../evidence/typeset.ts';
import { findNearest } from '../library/findings.ts';
import type { UnitsChart } from '../schema/chart.ts';
import { toChartNumber } from './chart-numbers.ts';
import { listRowRefs, lookUp, type ChartProblem } from './chart-problem.ts';
import { linkNumber, type MarkLink } from './mark-names.ts';
import { typesetNumbers, typesetRow } from './typeset-words.ts';

function resolveUnits(record: EvidenceRecord, id: string, chart: UnitsChart): UnitsTable {
  const rows = chart.rows.map((row) => {
    const [first = '', ...others] = row.numbers;
    const numbers: [ChartNumber, ...ChartNumber[]] = [
      toChartNumber(record, first),
      ...others.map((ref) => toChartNumber(record, ref)),
    ];
    for (const number of numbers) number.fate ||= row.fate ?? '';
    return { label: row.label ?? numbers[0].unit, note: toPlainText(row.note ?? ''), numbers };
  });
  return { kind: 'units', id, dot: chart.dot ?? 1, rows, say: formatCount };
}

function findUnitsProblems(record: EvidenceRecord, chart: UnitsChart): ChartProblem[] {
  const problems: ChartProblem[] = [];
  chart.rows.forEach((row, index) => {
    if (row.fate && record.fates && !record.fates.includes(row.fate)) {
      const near = findNearest(row.fate, record.fates);
      problems.push({
        path: ['rows', index, 'fate'],
        message: `"${row.fate}" is not one of the fates in content/site.yaml.`,
        fix: near
          ? `Did you mean "${near}"?`
          : `Add it there, or write one of: ${record.fates.join(', ')}.`,
      });
    }
    const numbers = row.numbers.map((ref, numberIndex) =>
      lookUp(record, ref, ['rows', index, 'numbers', numberIndex], problems),
    );
    numbers.forEach((number, numberIndex) => {
      if (number && number.unit.kind !== 'count')
        problems.push({
          path: ['rows', index, 'numbers', numberIndex],
          message: `"${number.ref}" counts no things.`,
          fix: 'Dots stand for things; draw shares and money as bars.',
        });
    });
    const [larger, smaller] = numbers;
    if (larger && smaller) {
      if (larger.recordId !== smaller.recordId)
        problems.push({
          path: ['rows', index, 'numbers'],
          message: 'Two numbers on one grid must be statements of the same quantity.',
          fix: 'Give each a row of its own.',
        });
      if (Number(larger.value) < Number(smaller.value))
        problems.push({
          path: ['rows', index, 'numbers'],
          message: 'The smaller number comes first.',
          fix: 'Name the larger number first.',
        });
    }
  });
  return problems;
}

function typesetUnits(table: UnitsTable): UnitsTable {
  return {
    ...table,
    say: {
      digits: (value) => typeset(table.say.digits(value)),
      letters: (value) => typeset(table.say.letters(value)),
    },
    rows: table.rows.map((row) => ({ ...typesetRow(row), numbers: typesetNumbers(row.numbers) })),
  };
}

function linkUnits({ rows }: UnitsTable): MarkLink[] {
  return rows.flatMap(({ label, numbers }) =>
    numbers.flatMap((number) => linkNumber(number, label)),
  );
}

export const unitsRecord = {
  resolve: resolveUnits,
  refs: listRowRefs,
  problems: findUnitsProblems,
  set: typesetUnits,
  links: linkUnits,
};
