import { describe, expect, it } from 'vitest';
import fc from '../../random.ts';
import { adviseAmount } from '../../../src/schema/advise-amount.ts';

describe('adviseAmount', () => {
  it('gives digits for a number in the manner of any country', () => {
    const groups = [',', ' ', "'", '’', '_', '\u00a0', '\u2009', '\u202f'];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 2, maxLength: 4 }),
        fc.constantFrom(...groups, '.'),
        (first, more, sign) => {
          const parts = [String(first), ...more.map((part) => String(part).padStart(3, '0'))];
          expect(adviseAmount(parts.join(sign))).toBe(parts.join(''));
        },
      ),
    );
  });

  it('names both readings where two remain', () => {
    expect(adviseAmount('2,300')).toBe(
      '2300 if the comma divides the thousands, or 2.3000 if decimals follow it',
    );
    expect(adviseAmount('2.300')).toBe(
      '2300 if the point divides the thousands, or 2.3000 if decimals follow it',
    );
  });

  it.each([
    ['1,5', '1.5'],
    ['1.234,5', '1234.5'],
    ['2 300,5', '2300.5'],
    ['٢٣٠٠', '2300'],
    ['۲۳۰۰', '2300'],
    ['２３００', '2300'],
    ['٢٬٣٠٠', '2300'],
    ['½', '0.5'],
    ['1/2', '0.5'],
    ['2300,', '2300'],
    ['2.3k', '2300'],
    ['2 thousand', '2000'],
    ['1.33 billion', '1330000000'],
    ['0.0004m', '400'],
    ['2300', '2300 without quotation marks'],
    ['about 40', '40; a unit or a hedge has a field of its own'],
    ['$1.5 million', '1500000; a unit or a hedge has a field of its own'],
  ])('reads %s', (input, advice) => {
    expect(adviseAmount(input)).toBe(advice);
  });

  it('reads both ends of a range', () => {
    expect(adviseAmount(['2 300', 2400])).toBe('[2300, 2400]');
    expect(adviseAmount([2400, '2 300'])).toContain('as in [20, 24]');
  });

  it('guesses nothing', () => {
    for (const input of [true, null, {}, '1:30', 'yes', 'two', '2,3,00', '12.34.56', 'two hundred'])
      expect(adviseAmount(input)).toBe('digits only, as in 40, or a range, as in [20, 24]');
    for (const input of ['2 hundred', 'minus 40', '3 dozen', '1/3', '1 2', '40–50'])
      expect(adviseAmount(input)).toContain('digits only');
  });
});
