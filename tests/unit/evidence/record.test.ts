import { describe, expect, it } from 'vitest';
import { computeDerivation } from '../../../src/evidence/derivation.ts';
import { findNumber, getNumber } from '../../../src/evidence/record.ts';
import { makeQuantity, makeRecord, makeStatement } from './sample-record.ts';

const record = makeRecord({
  humvees: makeQuantity({ statements: [makeStatement('afp', { value: 2300 }), makeStatement('wsws', { value: 2300, hedge: 'about' })] }),
  guns: makeQuantity({ statements: [makeStatement('reuters', { value: 74000 }), makeStatement('blog', { value: 4000 })] }),
  sum: makeQuantity({
    derivation: {
      operation: 'sum',
      of: ['weapons-origin/china', 'weapons-origin/romania'],
      decimals: 1,
      explanation: 'China and Romania together.',
    },
  }),
  circle: makeQuantity({ derivation: { operation: 'sum', of: ['circle', 1], decimals: 0, explanation: 'Itself and one more.' } }),
});

describe('findNumber', () => {
  it('takes the first statement where all give one value', () => {
    expect(getNumber(record, 'humvees').statement?.id).toBe('afp');
  });

  it('demands a statement where they differ, and a row of a breakdown', () => {
    expect(findNumber(record, 'guns')).toEqual({ problem: 'statement-needed', id: 'guns', known: ['reuters', 'blog'] });
    expect(findNumber(record, 'weapons-origin')).toMatchObject({ problem: 'row-needed' });
  });

  it('tells what is unknown', () => {
    expect(findNumber(record, 'tanks')).toMatchObject({ problem: 'unknown-record', id: 'tanks' });
    expect(findNumber(record, 'guns/bbc')).toMatchObject({ problem: 'unknown-part', part: 'bbc' });
    expect(findNumber(record, 'guns/blog/x')).toMatchObject({ problem: 'unknown-part' });
    expect(findNumber(record, '__proto__')).toMatchObject({ problem: 'unknown-record' });
  });

  it('derives the remainder to the precision of the coarsest row', () => {
    expect(getNumber(record, 'weapons-origin/remainder')).toMatchObject({ value: 44.4, derived: true, title: 'not listed' });
  });
});

describe('computeDerivation', () => {
  const compute = (operation: 'sum' | 'difference' | 'product' | 'quotient' | 'percent', of: (string | number)[], decimals: number) =>
    computeDerivation(record, { operation, of, decimals, explanation: 'A test of arithmetic.' });

  it('computes from the record', () => {
    expect(getNumber(record, 'sum').value).toBe(55.6);
    expect(compute('difference', ['guns/reuters', 'guns/blog'], 0)).toBe(70000);
    expect(compute('product', ['humvees', 579000], -7)).toBe(1_330_000_000);
    expect(compute('quotient', [10, 4], 1)).toBe(2.5);
    expect(compute('percent', [33, 1832], 1)).toBe(1.8);
  });

  it('refuses a circle', () => {
    expect(() => getNumber(record, 'circle')).toThrow('circle');
  });
});
