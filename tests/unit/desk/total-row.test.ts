import { describe, expect, it } from 'vitest';
import { parseTable } from '../../../src/charts/parse-table.ts';
import { checkTotalRows } from '../../../src/desk/rules/total-row.ts';
import type { Content } from '../../../src/library/content.ts';
import { createSourceText } from '../../../src/library/source-text.ts';

/** Returns the labels reported in the table of a bar chart with two columns of numbers. */
function findTotals(csv: string): string[] {
  const measures = [{ id: 'sent' }, { id: 'lost' }];
  const texts = ['group', 'role', 'qualifier', 'note', 'source'] as const;
  const table = parseTable(csv, { measures, shares: false, mostRows: 40, texts });
  expect(table.problems).toEqual([]);
  const source = createSourceText('content/charts/a.csv', csv);
  const chart = { value: { kind: 'bars', table: 'csv', measures }, table: { ...table, source } };
  const content = { charts: [chart], record: {} } as unknown as Content;
  return checkTotalRows(content).map(({ line }) => csv.split('\n')[line - 1]?.split(',')[0] ?? '');
}
const rows = (...lines: string[]) => findTotals(['label,sent,lost,role', ...lines].join('\n'));

describe('a row that is the sum of the others', () => {
  it.each([
    ['by its name, in one panel', ['North,3,1,', 'South,2,9,', 'Total,5,1,'], ['Total']],
    ['by its name, where it is not the sum', ['Total,9,–,', 'North,3,1,', 'South,2,1,'], ['Total']],
    ['in another language', ['Nord,3,1,', 'Süd,2,2,', 'Insgesamt,5,3,'], ['Insgesamt']],
    ['without a name', ['A,1,5,', 'B,2,5,', 'C,3,5,', 'D,6,15,'], ['D']],
    ['with decimals', ['A,0.1,–,', 'B,0.2,–,', 'C,0.3,–,', 'D,0.6,–,'], ['D']],
  ])('is found %s', (_, lines, found) => expect(rows(...lines)).toEqual(found));

  it.each([
    ['two rows happen to be as long as a third', ['A,1,2,', 'B,2,3,', 'C,3,5,']],
    ['the sum is one in one panel only', ['A,1,5,', 'B,2,5,', 'C,3,5,', 'D,6,5,']],
    ['it is drawn paler', ['North,3,1,', 'South,2,2,', 'Total,5,3,context']],
    ['a name only begins so', ['TotalEnergies,9,1,', 'South,2,2,', 'North,3,1,']],
    ['it is shorter than a part', ['Total losses at sea,2,1,', 'South,3,2,', 'North,4,1,']],
    ['all others are nothing', ['A,0,0,', 'B,0,0,', 'C,0,0,', 'D,0,0,']],
  ])('is not one where %s', (_, lines) => expect(rows(...lines)).toEqual([]));
});
