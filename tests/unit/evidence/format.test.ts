import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, groupDigits } from '../../../src/evidence/format.ts';

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [-0, '-0'],
    [999, '999'],
    [1000, '1,000'],
    [-74000, '-74,000'],
    [1234567.25, '1,234,567.25'],
    [0.1234567890123, '0.123456789'],
    [1e21, '1,000,000,000,000,000,000,000'],
    [1e-7, '0.0000001'],
  ])('prints %d as %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it('groups digits as English does', () => {
    const english = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 10 });
    const number = fc.oneof(
      fc.double(),
      fc.integer(),
      fc.tuple(fc.integer(), fc.nat(10)).map(([digits, point]) => digits / 10 ** point),
    );
    fc.assert(
      fc.property(number, (value) => {
        expect(formatNumber(value)).toBe(english.format(value));
      }),
      { numRuns: 2000, seed: 20261120 },
    );
  });
});

describe('groupDigits', () => {
  it('leaves the digits behind the point alone', () => {
    expect(groupDigits('12345.67890')).toBe('12,345.67890');
  });
});
