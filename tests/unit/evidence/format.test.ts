import fc from '../../random.ts';
import { describe, expect, it } from 'vitest';
import { formatAmount, formatCount, formatNumber, nameUnit } from '../../../src/evidence/format.ts';

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [-74000, '−74,000'],
    [1234567.25, '1,234,567.25'],
    [0.1234567890123, '0.1234567890123'],
    [1e21, '1,000,000,000,000,000,000,000'],
    [1e-7, '0.0000001'],
  ])('prints %d as %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it('prints every digit, grouped as English does', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = formatNumber(value);
        expect(text).toMatch(/^−?\d{1,3}(?:,\d{3})*(?:\.\d+)?$/);
        expect(Number(text.replaceAll(',', '').replace('−', '-'))).toBe(value === 0 ? 0 : value);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('formatAmount', () => {
  const say = (value: number | [number, number], kind: string) => formatAmount(value, { kind });

  it.each([
    [1e9, 'usd', '$1 billion'],
    [1.33e9, 'usd', '$1.33 billion'],
    [656_400_000, 'usd', '$656.4 million'],
    [579_000, 'usd', '$579,000'],
    [1.2e12, 'usd', '$1.2 trillion'],
    [1_234_567_891, 'usd', '$1,234,567,891'],
    [999_999_999, 'eur', '€999,999,999'],
    [-2300, 'usd', '−$2,300'],
    [0.005, 'gbp', '£0.005'],
    [2_000_000, 'gbp', '£2 million'],
    [2e9, 'iqd', 'IQD 2 billion'],
    [5, 'cad', 'CA$5'],
    [5, 'xof', 'XOF 5'],
    [-3.2, 'percent', '−3.2%'],
    [0.0001, 'percent', '0.0001%'],
    [1_500_000, 'count', '1,500,000'],
  ])('says %d %s as %s', (value, kind, text) => {
    expect(say(value, kind)).toBe(text);
  });

  it('joins the ends of a range by a dash, and by a word where a dash would be a minus', () => {
    expect(say([20, 24], 'count')).toBe('20–24');
    expect(say([-5, -2], 'percent')).toBe('−5% to −2%');
  });
});

describe('formatCount', () => {
  it('is brief only where nothing is lost', () => {
    const values = [1_230_000, 12_500, 1_234_567, 900];
    expect(values.map(formatCount.letters)).toEqual(['1.23m', '12.5k', '1,234,567', '900']);
    expect(values.map(formatCount.words)).toEqual(['1.23 million', '12,500', '1,234,567', '900']);
    expect(values.map(formatCount.digits)).toEqual(['1,230,000', '12,500', '1,234,567', '900']);
  });
});

describe('nameUnit', () => {
  it('names things, shares and every currency', () => {
    const unit = { one: 'tank', many: 'tanks' };
    expect(
      ['count', 'percent', 'usd', 'eur', 'gbp', 'syp'].map((kind) => nameUnit({ ...unit, kind })),
    ).toEqual([...['tanks', 'per cent', 'US dollars', 'euros', 'British pounds', 'Syrian pounds']]);
  });
});
