import { expect, it } from 'vitest';
import { countMarks } from '../../../src/evidence/marks.ts';
import { makeQuantity, makeRecord, makeStatement } from './sample-record.ts';

const repeats = (basis: 'named' | 'same-words' | 'inferred') => ({
  repeats: { statement: 'abadi', basis },
});

it('countMarks tells of each publisher how much was read, compared and marked', () => {
  const record = makeRecord(
    {
      humvees: makeQuantity({
        statements: [
          makeStatement('abadi', { value: 2300, object: 'lost' }),
          makeStatement('afp', { value: 2300, object: 'captured', ...repeats('named') }),
          makeStatement('vice', { value: 2000, object: 'captured', ...repeats('same-words') }),
          makeStatement('vice-2', {
            source: 'vice',
            value: 2300,
            object: 'lost',
            ...repeats('named'),
          }),
          makeStatement('blog', { value: 4000, ...repeats('inferred') }),
        ],
      }),
      tanks: makeQuantity({ statements: [makeStatement('afp', { value: 40 })] }),
    },
    {
      abadi: { publisher: 'Iraqiya', read_as: 'not-seen', url: undefined },
      afp: { publisher: 'AFP' },
      vice: { publisher: 'VICE' },
      blog: { publisher: 'A blog' },
    },
  );
  expect(countMarks(record)).toEqual([
    { publisher: 'AFP', read: 2, compared: 1, marked: 1, changes: { object: 1 } },
    { publisher: 'VICE', read: 2, compared: 2, marked: 1, changes: { object: 1, value: 1 } },
    { publisher: 'A blog', read: 1, compared: 0, marked: 0, changes: {} },
  ]);
});
