/** Ranked bars, from the record. */
import type { BarsTable } from '../charts/bars/table.ts';
import { formatCount } from '../evidence/format.ts';
import { toPlainText } from '../evidence/inline.ts';
import { getNumber, type EvidenceRecord } from '../evidence/record.ts';
import { typeset } from '../evidence/typeset.ts';
import type { BarsChart } from '../schema/chart.ts';
import { findBarsProblems } from './bars-problems.ts';
import { toChartNumber } from './chart-numbers.ts';
import type { ChartRef } from './chart-problem.ts';
import { linkNumber, type MarkLink } from './mark-names.ts';
import { typesetNumber, typesetRow } from './typeset-words.ts';

function resolveBars(record: EvidenceRecord, id: string, chart: BarsChart): BarsTable {
  const groups = chart.groups.map(
    ({ label = '', bracket, rows: own }): BarsTable['groups'][number] => ({
      label,
      bracket: bracket && {
        measure: chart.measures.findIndex((measure) => measure.id === bracket.measure),
        number: toChartNumber(record, bracket.number, true),
        label: toPlainText(bracket.label),
      },
      rows: own.map((row) => {
        const numbers = chart.measures.map(({ id: measure }) => {
          const ref = row.values[measure];
          return ref === undefined ? undefined : toChartNumber(record, ref, true);
        });
        const [ref = ''] = Object.values(row.values);
        return {
          label: row.label ?? getNumber(record, ref).title,
          role: row.role ?? 'main',
          note: toPlainText(row.note ?? ''),
          numbers,
        };
      }),
    }),
  );
  const measures = chart.measures.map((measure, index) => {
    const first = groups.flatMap((group) => group.rows).find((row) => row.numbers[index])?.numbers[
      index
    ];
    const share = first?.unit === 'per cent';
    return {
      ...measure,
      unit: first?.base ? `${share ? 'per 100 of' : 'of'} ${first.base}` : (first?.unit ?? ''),
    };
  });
  return { kind: 'bars', id, measures, groups, say: formatCount.words };
}

function listBarsRefs(chart: BarsChart): ChartRef[] {
  return chart.groups.flatMap((group, index) => [
    ...(group.bracket
      ? [{ path: ['groups', index, 'bracket', 'number'], ref: group.bracket.number }]
      : []),
    ...group.rows.flatMap((row, at) =>
      Object.entries(row.values).map(([measure, ref]) => ({
        path: ['groups', index, 'rows', at, 'values', measure],
        ref,
      })),
    ),
  ]);
}

function typesetBars(table: BarsTable): BarsTable {
  return {
    ...table,
    say: (value) => typeset(table.say(value)),
    measures: table.measures.map((measure) => ({
      ...measure,
      label: typeset(measure.label),
      unit: typeset(measure.unit),
    })),
    groups: table.groups.map(({ label, bracket, rows }) => ({
      label: typeset(label),
      bracket: bracket && {
        ...bracket,
        number: typesetNumber(bracket.number),
        label: typeset(bracket.label),
      },
      rows: rows.map((row) => ({
        ...typesetRow(row),
        numbers: row.numbers.map((number) => number && typesetNumber(number)),
      })),
    })),
  };
}

function linkBars({ groups, measures }: BarsTable): MarkLink[] {
  return groups.flatMap(({ bracket, label, rows }) => [
    ...rows.flatMap((row) =>
      measures.flatMap((measure, index) =>
        linkNumber(row.numbers[index], row.label, measure.id, measure.label),
      ),
    ),
    ...(bracket ? linkNumber(bracket.number, label, '', bracket.label) : []),
  ]);
}

export const barsRecord = {
  resolve: resolveBars,
  refs: listBarsRefs,
  problems: findBarsProblems,
  set: typesetBars,
  links: linkBars,
};
