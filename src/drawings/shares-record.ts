/** Wholes and their parts, from the record. */
import { slack } from '../charts/shares/layout.ts';
import type { SharesTable } from '../charts/shares/table.ts';
import { addUp } from '../evidence/decimal.ts';
import { formatNumber } from '../evidence/format.ts';
import { toPlainText } from '../evidence/inline.ts';
import type { EvidenceRecord } from '../evidence/record.ts';
import { typeset } from '../evidence/typeset.ts';
import type { SharesChart } from '../schema/chart.ts';
import { toChartNumber } from './chart-numbers.ts';
import { lookUp, type ChartProblem, type ChartRef } from './chart-problem.ts';
import { linkNumber, type MarkLink } from './mark-names.ts';
import { typesetNumber, typesetRow } from './typeset-words.ts';

function resolveShares(record: EvidenceRecord, id: string, chart: SharesChart): SharesTable {
  return {
    kind: 'shares',
    id,
    parts: chart.parts.map((part) => ({ ...part, role: part.role ?? 'main' })),
    rows: chart.rows.map((row) => ({
      label: row.label,
      note: toPlainText(row.note ?? ''),
      numbers: chart.parts.map((part) => {
        const ref = row.values[part.id];
        return ref === undefined ? undefined : toChartNumber(record, ref, true);
      }),
    })),
  };
}

function listSharesRefs({ rows }: SharesChart): ChartRef[] {
  return rows.flatMap((row, index) =>
    Object.entries(row.values).map(([part, ref]) => ({
      path: ['rows', index, 'values', part],
      ref,
    })),
  );
}

function findSharesProblems(record: EvidenceRecord, chart: SharesChart): ChartProblem[] {
  const problems: ChartProblem[] = [];
  const known = chart.parts.map((part) => part.id);
  chart.parts.forEach((part, index) => {
    if (known.indexOf(part.id) < index)
      problems.push({
        path: ['parts', index, 'id'],
        message: `There are two parts "${part.id}".`,
        fix: 'Give each part an id of its own.',
      });
  });
  chart.rows.forEach((row, index) => {
    const path = ['rows', index];
    const entries = Object.entries(row.values);
    if (entries.length === 0)
      problems.push({
        path,
        message: 'The row names no number.',
        fix: 'Give it a share for at least one part.',
      });
    const shares: number[] = [];
    for (const [part, ref] of entries) {
      const at = [...path, 'values', part];
      if (!known.includes(part))
        problems.push({
          path: at,
          message: `There is no part "${part}".`,
          fix: `Use one of: ${known.join(', ')}.`,
        });
      const number = lookUp(record, ref, at, problems);
      if (!number || Array.isArray(number.value)) continue;
      if (number.unit.kind !== 'percent')
        problems.push({
          path: at,
          message: `"${ref}" is not a share of a whole.`,
          fix: 'Name shares in per cent; draw counts as bars or units.',
        });
      else if (number.value === undefined)
        problems.push({
          path: at,
          message: `"${ref}" was printed in words only and has no length.`,
          fix: 'Leave the share out.',
        });
      else if (number.value < 0)
        problems.push({
          path: at,
          message: `"${ref}" is below zero.`,
          fix: 'A whole is divided into shares of zero and more.',
        });
      else if (Number.isFinite(number.value)) shares.push(number.value);
    }
    const sum = addUp(shares);
    if (sum > 100 + slack)
      problems.push({
        path: [...path, 'values'],
        message: `The shares add up to ${formatNumber(sum)}, which is more than the whole.`,
        fix: 'Name shares of one whole that do not overlap.',
      });
  });
  return problems;
}

function typesetShares(table: SharesTable): SharesTable {
  return {
    ...table,
    parts: table.parts.map((part) => ({ ...part, label: typeset(part.label) })),
    rows: table.rows.map((row) => ({
      ...typesetRow(row),
      numbers: row.numbers.map((number) => number && typesetNumber(number)),
    })),
  };
}

function linkShares({ parts, rows }: SharesTable): MarkLink[] {
  return rows.flatMap(({ label, numbers }) =>
    parts.flatMap((part, index) => linkNumber(numbers[index], label, part.id, part.label)),
  );
}

export const sharesRecord = {
  resolve: resolveShares,
  refs: listSharesRefs,
  problems: findSharesProblems,
  set: typesetShares,
  links: linkShares,
};
