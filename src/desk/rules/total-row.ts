/** Reports a bar that is the sum of the others: it would be the longest, among its own parts. */
import { splitCsv } from '../../charts/split-csv.ts';
import { toLine } from '../../charts/read-cells.ts';
import { addUp } from '../../evidence/decimal.ts';
import { formatNumber } from '../../evidence/format.ts';
import { findNumber, isFailure, type EvidenceRecord } from '../../evidence/record.ts';
import type { ChartFile } from '../../library/content.ts';
import { createFinding, type Span } from '../../library/findings.ts';
import type { SourceText } from '../../library/source-text.ts';
import { isTableChart } from '../../schema/chart.ts';
import type { Rule } from './rule.ts';

type Bar = { label: string; group: string; values: (number | undefined)[]; place: () => Span };

export const checkTotalRows: Rule = ({ charts, record }) =>
  charts.flatMap((file) => {
    const { source, bars } = listBars(file, record);
    return bars.flatMap((bar) => {
      const sum = findSum(bar, bars);
      if (sum === undefined) return [];
      return createFinding(source, bar.place(), {
        rule: 'total-row',
        level: 'warning',
        message:
          sum === 'unequal'
            ? `"${bar.label}" is drawn as the longest bar, beside the rows that it is the total of.`
            : `"${bar.label}" is the sum of the other rows, ${formatNumber(sum)}, and is drawn as the longest bar beside them.`,
        fix: 'Delete the row and give the sum in the subtitle, or give it the role context if it should stay.',
      });
    });
  });

/** The bars of a bar chart, without those that are drawn paler. */
function listBars(file: ChartFile, record: EvidenceRecord): { source: SourceText; bars: Bar[] } {
  const { value: chart, table, source } = file;
  if (chart.kind !== 'bars') return { source, bars: [] };
  if (isTableChart(chart)) {
    if (!table) return { source, bars: [] };
    const { text } = table.source;
    const bars = table.rows.map(({ label, group, values, role }, index) => ({
      label,
      group,
      values,
      role,
      place: () =>
        splitCsv(text).records[index + 1]?.find((cell) => toLine(cell.text) === label) ?? {
          start: 0,
          end: 1,
        },
    }));
    return { source: table.source, bars: bars.filter(({ role }) => role !== 'context') };
  }
  const bars = chart.groups.flatMap(({ rows }, at) =>
    rows.map((row, index) => {
      const numbers = chart.measures.map(({ id }) => findNumber(record, row.values[id] ?? ''));
      const known = numbers.map((number) => (isFailure(number) ? undefined : number));
      return {
        label: row.label ?? known.find((number) => number)?.title ?? '',
        group: String(at),
        role: row.role,
        values: known.map((number) =>
          typeof number?.value === 'number' ? number.value : undefined,
        ),
        place: () => file.spanOf(['groups', at, 'rows', index]),
      };
    }),
  );
  return { source, bars: bars.filter(({ role }) => role !== 'context') };
}

/** Names of a sum, in the languages of tables that are copied most. */
const sumNames =
  /^(?:(?:grand |sub-?|overall )?totals?(?![\p{L}\p{N}])|(?:all|both|together|altogether|combined|overall|sum|insgesamt|gesamt|summe|ensemble|المجموع|الإجمالي)(?: of (?:them|these))?$)/iu;

/** With at least this many other rows, it is not by chance that a number equals their sum. */
const fewest = 3;

/**
 * Finds the sum that a bar shows: of the other bars in the chart or in its group, in every panel.
 * `unequal` if the bar is only named like a sum, and is the longest.
 */
function findSum(bar: Bar, bars: readonly Bar[]): number | 'unequal' | undefined {
  const isNamed = sumNames.test(bar.label);
  const needed = isNamed ? 2 : fewest;
  const others = bars.filter((other) => other !== bar);
  const panels = [others, others.filter(({ group }) => group === bar.group)].map((rows) =>
    bar.values.flatMap((value, at) => {
      const parts = rows.flatMap((row) => row.values[at] ?? []).filter((part) => part > 0);
      return value === undefined ? [] : { value, parts, isSum: addUp(parts) === value };
    }),
  );
  const summed = panels.find((drawn) =>
    drawn.every(({ parts, isSum }) => isSum && parts.length >= needed),
  );
  if (summed?.[0]) return summed[0].value;
  const isLongest = panels
    .flat()
    .some(({ value, parts }) => parts.length >= needed && parts.every((part) => part < value));
  return isNamed && isLongest ? 'unequal' : undefined;
}
