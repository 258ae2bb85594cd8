/** What changed in the charts: their words, and the numbers that they draw. */
import { judgeDescription } from '../../evidence/description.ts';
import { toPlainText } from '../../evidence/inline.ts';
import type { ChartChange } from './review-changes.ts';
import { sayCell } from '../../publish/table-text.ts';
import { findChartData } from '../../drawings/chart-problems.ts';
import type { ChartFile, Content } from '../../library/content.ts';
import { pairEntries } from './compare-lists.ts';

const chartTexts = ['title', 'subtitle', 'description', 'note', 'sources'] as const;

/** Charts whose file or whose numbers changed. */
export function compareCharts(old: Content, now: Content): ChartChange[] {
  return pairEntries(old.charts, now.charts, ({ id }) => id).flatMap(([was, is]): ChartChange[] => {
    const [rows, freshRows] = [sayRows(old, was), sayRows(now, is)];
    const changed = pairEntries(rows, freshRows, ({ label }) => label).flatMap(([before, after]) =>
      before?.value === after?.value
        ? []
        : [{ label: (after ?? before)?.label ?? '', was: before?.value, is: after?.value }],
    );
    const sameFile =
      was?.source.text === is?.source.text && was?.table?.source.text === is?.table?.source.text;
    if (sameFile && changed.length === 0) return [];
    const texts = chartTexts.flatMap((what) => {
      const [before, after] = [was?.value[what], is?.value[what]].map(
        (text) => text && toPlainText(text),
      );
      return before === after ? [] : [{ what, was: before, is: after }];
    });
    return [
      {
        id: (is ?? was)?.id ?? '',
        state: !was ? 'new' : !is ? 'removed' : 'changed',
        texts,
        rows: changed,
        emptyDescription:
          is &&
          judge(
            is,
            freshRows.some(({ isNumber }) => isNumber),
          ),
      },
    ];
  });
}

/** Prints the rows of a chart, each under a different label. */
function sayRows(
  { record }: Content,
  file: ChartFile | undefined,
): { label: string; value: string; isNumber: boolean }[] {
  const taken = new Map<string, number>();
  return ((file && findChartData(record, file)?.rows) ?? []).map((row) => {
    const { entry, cells } = row;
    const names = entry
      ? [entry.id || cells.title]
      : [cells.measure, cells.group, cells.label, cells.record];
    const label = names.filter((name) => name !== undefined && name !== '').join(', ');
    const times = (taken.get(label) ?? 0) + 1;
    taken.set(label, times);
    const value = entry
      ? [
          sayCell(row, 'date'),
          sayCell(row, 'title'),
          sayCell(row, 'place'),
          sayCell(row, 'from'),
          sayCell(row, 'to'),
        ]
      : [cells.qualifier, row.valueText];
    return {
      label: times === 1 ? label : `${label} (${times})`,
      value: value.filter(Boolean).join(' '),
      isNumber: row.number !== undefined,
    };
  });
}

function judge({ value }: ChartFile, numbers: boolean): ChartChange['emptyDescription'] {
  const text = toPlainText(value.description);
  const why = judgeDescription(
    text,
    [toPlainText(value.title), toPlainText(value.subtitle)],
    numbers,
  );
  return why === undefined ? undefined : { text, why };
}
