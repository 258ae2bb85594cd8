/**
 * Any numbers of the record make a chart: `npm run new -- chart` can draw whichever an editor
 * names, under any names.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getNumber } from '../../../src/evidence/record.ts';
import { findChartProblems } from '../../../src/drawings/chart-problems.ts';
import { readContent } from '../../../src/library/read-content.ts';
import type { Chart } from '../../../src/schema/chart.ts';

const { record } = readContent(process.cwd()).content;
const words = {
  title: 'A title',
  subtitle: 'A subtitle',
  description: 'What the drawing shows. '.repeat(4),
  sources: 'A source',
};

/** References of quantities with one number, in one unit. */
const refs = [...record.quantities].flatMap(([id, { statements }]) =>
  statements &&
  new Set(statements.map(({ value }) => JSON.stringify(value))).size === 1 &&
  typeof statements[0]?.value === 'number'
    ? id
    : [],
);
const kinds = ['count', 'usd', 'percent'] as const;
const someOf = fc
  .constantFrom(...kinds)
  .chain((kind) =>
    fc.uniqueArray(
      fc.constantFrom(...refs.filter((ref) => getNumber(record, ref).unit.kind === kind)),
      { minLength: 1, maxLength: 6 },
    ),
  );

const draw = (chart: Chart) => findChartProblems(record, 'any', chart);
const range = (numbers: string[], scale: 'linear' | 'log'): Chart => ({
  ...words,
  kind: 'range',
  scale,
  rows: numbers.map((ref) => ({ numbers: [ref] })),
});

describe('a chart of any numbers of the record', () => {
  it.each<[string, (numbers: string[]) => Chart]>([
    [
      'bars',
      (numbers) => ({
        ...words,
        kind: 'bars',
        measures: [{ id: 'all', label: 'All' }],
        groups: [{ rows: numbers.map((ref) => ({ values: { all: ref } })) }],
      }),
    ],
    ['a range', (numbers) => range(numbers, 'linear')],
    ['a range on a logarithmic axis', (numbers) => range(numbers, 'log')],
  ])('is drawn as %s', (_, make) => {
    fc.assert(
      fc.property(someOf, (numbers) => {
        expect(draw(make(numbers))).toEqual([]);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('is drawn as units', () => {
    const counts = refs.filter((ref) => getNumber(record, ref).unit.kind === 'count');
    const some = fc.uniqueArray(fc.constantFrom(...counts), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(some, (numbers) => {
        expect(
          draw({ ...words, kind: 'units', rows: numbers.map((ref) => ({ numbers: [ref] })) }),
        ).toEqual([]);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('says where the words stand that do not fit', () => {
    const [ref = ''] = refs;
    const long = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz';
    const chart: Chart = { ...words, kind: 'range', rows: [{ numbers: [ref], label: long }] };
    expect(draw(chart)).toEqual([
      {
        path: ['rows', 0, 'label'],
        message: `In the drawing for phones: "${long}" does not fit into the drawing.`,
        fix: 'Shorten it.',
      },
    ]);
  });
});
