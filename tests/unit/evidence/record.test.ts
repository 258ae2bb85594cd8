import fc from '../../random.ts';
import { describe, expect, it } from 'vitest';
import { compute, findNumber, getNumber } from '../../../src/evidence/record.ts';
import { makeQuantity, makeRecord, makeStatement } from './sample-record.ts';

const record = makeRecord({
  humvees: makeQuantity({
    statements: [
      makeStatement('afp', { value: 2300 }),
      makeStatement('wsws', { value: 2300, hedge: 'about' }),
    ],
  }),
  guns: makeQuantity({
    statements: [
      makeStatement('reuters', { value: 74000 }),
      makeStatement('blog', { value: 4000 }),
    ],
  }),
  sum: makeQuantity({
    derivation: {
      operation: 'sum',
      of: ['weapons-origin/china', 'weapons-origin/romania'],
      decimals: 1,
      explanation: 'China and Romania together.',
    },
  }),
  circle: makeQuantity({
    derivation: {
      operation: 'sum',
      of: ['circle', 1],
      decimals: 0,
      explanation: 'Itself and one more.',
    },
  }),
});

describe('findNumber', () => {
  it('takes the first statement where all give one value', () => {
    expect(getNumber(record, 'humvees').statement?.id).toBe('afp');
  });

  it('demands a statement where they differ, and a row of a breakdown', () => {
    expect(findNumber(record, 'guns')).toEqual({
      problem: 'statement-needed',
      id: 'guns',
      known: ['reuters', 'blog'],
    });
    expect(findNumber(record, 'weapons-origin')).toMatchObject({ problem: 'row-needed' });
  });

  it('tells what is unknown', () => {
    expect(findNumber(record, 'tanks')).toMatchObject({ problem: 'unknown-record', id: 'tanks' });
    expect(findNumber(record, 'guns/bbc')).toMatchObject({
      problem: 'unknown-entry',
      entry: 'bbc',
    });
    expect(findNumber(record, 'guns/blog/x')).toMatchObject({ problem: 'unknown-entry' });
    expect(findNumber(record, '__proto__')).toMatchObject({ problem: 'unknown-record' });
  });

  it('derives the remainder to the precision of the coarsest row', () => {
    expect(getNumber(record, 'weapons-origin/remainder')).toMatchObject({
      value: 44.4,
      derived: true,
      title: 'not listed',
    });
  });
});

describe('compute', () => {
  const calculate = (
    operation: 'sum' | 'difference' | 'product' | 'quotient' | 'percent',
    of: (string | number)[],
    decimals: number,
  ) => compute(record, { operation, of, decimals, explanation: 'A test of arithmetic.' });

  it('computes from the record', () => {
    expect(getNumber(record, 'sum').value).toBe(55.6);
    expect(calculate('difference', ['guns/reuters', 'guns/blog'], 0)).toBe(70000);
    expect(calculate('product', ['humvees', 579000], -7)).toBe(1_330_000_000);
    expect(calculate('quotient', [10, 4], 1)).toBe(2.5);
    expect(calculate('percent', [33, 1832], 1)).toBe(1.8);
  });

  it.each([
    ['quotient', [1.005, 1], 2, 1.01],
    ['sum', [0.1, 0.2], 1, 0.3],
    ['sum', [0.15, 0], 1, 0.2],
    ['difference', [1, 0.95], 1, 0.1],
    ['difference', [0, 2.5], 0, -3],
    ['product', [1.1, 1.1], 2, 1.21],
    ['percent', [1, 8], 1, 12.5],
    ['percent', [1, 16], 2, 6.25],
    ['percent', [5, 1000], 0, 1],
    ['sum', [25, 0], -1, 30],
  ] as const)(
    'rounds half away from zero, by its decimal digits: %s of %j',
    (operation, of, decimals, value) => {
      expect(calculate(operation, [...of], decimals)).toBe(value);
    },
  );

  it('is what whole numbers of the smallest part give', () => {
    // Integers in thousandths compute the expected result independently.
    const thousandths = fc.integer({ min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(
        fc.array(thousandths, { minLength: 2, maxLength: 9 }),
        fc.integer({ min: 0, max: 3 }),
        (parts, decimals) => {
          const sum = parts.reduce((total, part) => total + BigInt(part), 0n);
          const unit = 10n ** BigInt(3 - decimals);
          const half = (2n * (sum < 0n ? -sum : sum) + unit) / (2n * unit);
          const expected = Number(sum < 0n ? -half : half) / 10 ** decimals;
          const run = () =>
            calculate(
              'sum',
              parts.map((part) => part / 1000),
              decimals,
            );
          if (half === 0n && sum !== 0n) expect(run).toThrow('nothing is left of it');
          else expect(run()).toBe(expected === 0 ? 0 : expected);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('refuses what is not zero and would print as zero, and says how many decimals it needs', () => {
    const run = () => calculate('quotient', [1, 3000], 2);
    expect(run).toThrow(
      'The computation gives 0.0003, and rounded to 2 decimals nothing is left of it.',
    );
    try {
      run();
    } catch (error) {
      expect(error).toMatchObject({ fix: 'Keep more of it: decimals: 4.' });
    }
    expect(calculate('quotient', [1, 3000], 4)).toBe(0.0003);
    expect(calculate('quotient', [0, 3000], 2)).toBe(0);
  });

  it('refuses a circle', () => {
    expect(() => getNumber(record, 'circle')).toThrow('circle');
  });
});
