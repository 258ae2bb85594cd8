import { describe, expect, it } from 'vitest';
import { comparePhrase, parseNumberPhrase } from '../../../src/evidence/number-phrase.ts';
import { getNumber } from '../../../src/evidence/record.ts';
import { makeQuantity, makeRecord, makeStatement } from './sample-record.ts';

describe('parseNumberPhrase', () => {
  it.each([
    ['2,300 Humvees', [2300], undefined, undefined],
    ['at least 40 M1A1 tanks', [40], 'at-least', undefined],
    ['as many as 52 howitzers', [52], 'as-many-as', undefined],
    ['over one billion dollars', [1e9], 'more-than', 'usd'],
    ['$1.33 billion', [1.33e9], undefined, 'usd'],
    ['€1.2bn', [1.2e9], undefined, 'eur'],
    ['around 90 per cent', [90], 'about', 'percent'],
    ['43.5%', [43.5], undefined, 'percent'],
    ['four or five fighters', [4, 5], undefined, undefined],
    ['fifty-nine days', [59], undefined, undefined],
    ['some 2,300 armoured Humvees', [2300], 'about', undefined],
    ['almost two thousand', [2000], 'almost', undefined],
    ['no fewer than 7 firms', [7], 'at-least', undefined],
    ['not less than 7', [7], 'at-least', undefined],
    ['25 or more', [25], 'at-least', undefined],
    ['25+ firms', [25], 'at-least', undefined],
    ['no more than 25', [25], 'up-to', undefined],
    ['at most $25', [25], 'up-to', 'usd'],
    ['a maximum of 25', [25], 'up-to', undefined],
    ['~25', [25], 'about', undefined],
    ['fewer than 25', [25], 'unknown', undefined],
    ['well under 25 per cent', [25], 'unknown', 'percent'],
    ['not 25', [25], 'unknown', undefined],
  ])('reads %j', (text, values, hedge, sign) => {
    expect(parseNumberPhrase(text)).toMatchObject({ values, hedge, sign });
  });

  it('finds no number in words without one, nor in the name of a model', () => {
    expect(parseNumberPhrase('the machine guns')).toBeUndefined();
    expect(parseNumberPhrase('M1A1')).toBeUndefined();
  });
});

describe('comparePhrase', () => {
  const record = makeRecord({
    guns: makeQuantity({
      statements: [
        makeStatement('reuters', { value: 74000 }),
        makeStatement('early', { words: 'hundreds' }),
        makeStatement('tanks', { value: 40, hedge: 'at-least' }),
      ],
    }),
    value: makeQuantity({
      unit: { kind: 'usd', one: 'dollar', many: 'dollars' },
      statements: [makeStatement('wsws', { value: 1e9, hedge: 'more-than' })],
    }),
  });
  const compare = (text: string, ref: string) =>
    comparePhrase(text, getNumber(record, ref))?.differs;

  it('accepts the number in digits and in words', () => {
    expect(compare('74,000 machine guns', 'guns/reuters')).toBeUndefined();
    expect(compare('seventy-four thousand', 'guns/reuters')).toBeUndefined();
    expect(compare('over one billion dollars', 'value')).toBeUndefined();
    expect(compare('more than $1 billion', 'value')).toBeUndefined();
    expect(compare('12.12 per cent', 'weapons-origin/romania')).toBeUndefined();
  });

  it('refuses one changed digit', () => {
    expect(compare('74,001 machine guns', 'guns/reuters')).toBe('value');
    expect(compare('4,000 machine guns', 'guns/reuters')).toBe('value');
    expect(compare('43.6 per cent', 'weapons-origin/china')).toBe('value');
  });

  it('refuses another unit, another sign and no number at all', () => {
    expect(compare('74,000 tanks', 'guns/reuters')).toBe('unit');
    expect(compare('$74,000', 'guns/reuters')).toBe('sign');
    expect(compare('43.5', 'weapons-origin/china')).toBe('sign');
    expect(compare('the machine guns', 'guns/reuters')).toBe('no-number');
  });

  it('tells a dropped hedge from an added one', () => {
    expect(comparePhrase('40', getNumber(record, 'guns/tanks'))).toEqual({
      differs: 'hedge',
      written: undefined,
      recorded: 'at-least',
    });
    expect(comparePhrase('about 74,000', getNumber(record, 'guns/reuters'))).toEqual({
      differs: 'hedge',
      written: 'about',
      recorded: undefined,
    });
  });

  it('accepts rounded forms only where the record declares them', () => {
    expect(compare('12 per cent', 'weapons-origin/romania')).toBeUndefined();
    expect(compare('44 per cent', 'weapons-origin/china')).toBe('value');
  });

  it('wants the printed words where no number was printed', () => {
    expect(compare('hundreds of machine guns', 'guns/early')).toBeUndefined();
    expect(compare('dozens of machine guns', 'guns/early')).toBe('value');
  });
});
