import { describe, expect, it } from 'vitest';
import { findNumberPlaces, findPrintedHedge, holdsValue } from '../../../src/evidence/wording.ts';

describe('holdsValue', () => {
  it.each([
    ['we lost 2,300 Humvees', 2300],
    ['2300 Panzerfahrzeuge', 2300],
    ['circa 2.300 Humvee', 2300],
    ['plus de 2 300 blindés', 2300],
    ['$1.33 billion', 1.33e9],
    ['1,33 Milliarden', 1.33e9],
    ['43,5 %', 43.5],
    ['$41 million for four or five fighters', [4, 5] as [number, number]],
    ['hundreds of vehicles', 300],
  ])('reads %j', (wording, value) => {
    expect(holdsValue(wording, value)).toBe(true);
  });

  it('sees another number', () => {
    expect(holdsValue('56 claims checked', 55)).toBe(false);
    expect(holdsValue('between 20 and 24', [20, 25])).toBe(false);
  });
});

describe('findPrintedHedge', () => {
  it('gives the hedge before the value as the record knows it', () => {
    expect(findPrintedHedge('at least 40 M1A1 tanks', { value: 40 })).toEqual({
      words: 'at least',
      hedge: 'at-least',
    });
    expect(findPrintedHedge('worth more than $40 million', { value: 4e7 })).toEqual({
      words: 'more than',
      hedge: 'more-than',
    });
    expect(findPrintedHedge('some $1.2 million worth of crates', { value: 1.2e6 })).toEqual({
      words: 'some',
      hedge: 'about',
    });
    expect(findPrintedHedge('About 1,200 weapons', { value: 1200 })).toEqual({
      words: 'About',
      hedge: 'about',
    });
    expect(findPrintedHedge('$1.2 million or more', { value: 1.2e6 })).toEqual({
      words: 'or more',
      hedge: 'at-least',
    });
    expect(findPrintedHedge('fewer than 40', { value: 40 })).toEqual({
      words: 'fewer than',
      hedge: 'unknown',
    });
  });

  it('takes no hedge of another number for one of the value', () => {
    expect(findPrintedHedge('at least 3 of 40 tanks', { value: 40 })).toBeUndefined();
    expect(findPrintedHedge('40 tanks', { value: 40 })).toBeUndefined();
    expect(findPrintedHedge('he wrote about 40 tanks', { value: 40 })).toBeUndefined();
  });

  it('reads a number in words, and a currency between the hedge and the number', () => {
    expect(findPrintedHedge('worth over one billion dollars', { value: 1e9 })?.hedge).toBe(
      'more-than',
    );
    expect(findPrintedHedge('More than half', { value: 50 })?.hedge).toBe('more-than');
    expect(findPrintedHedge('nearly two-thirds of them', { value: 66.7 })?.hedge).toBe('almost');
    expect(findPrintedHedge('at least a dozen cases', { value: 12 })?.hedge).toBe('at-least');
    expect(findPrintedHedge('up to US$ 2.2 billion', { value: 2.2e9 })?.hedge).toBe('up-to');
    expect(findPrintedHedge('as high as $2.16 billion', { value: 2.16e9 })?.hedge).toBe('up-to');
    expect(findPrintedHedge('upwards of 52 howitzers', { value: 52 })?.hedge).toBe('more-than');
  });

  it('reads a range, and words in the place of a number', () => {
    expect(findPrintedHedge('about 20 to 24 countries', { value: [20, 24] })?.hedge).toBe('about');
    expect(findPrintedHedge('20 to 24 countries', { value: [20, 24] })).toBeUndefined();
    expect(findPrintedHedge('almost hundreds of Humvees', { words: 'hundreds' })?.hedge).toBe(
      'almost',
    );
    expect(findPrintedHedge('Hundreds of Humvees', { words: 'hundreds' })).toBeUndefined();
    expect(findPrintedHedge('about 40', {})).toBeUndefined();
  });
});

describe('findNumberPlaces', () => {
  it('gives every place of the number, and of a range the whole', () => {
    expect(findNumberPlaces('40 tanks, 40 in all', { value: 40 })).toEqual([
      { start: 0, end: 2 },
      { start: 10, end: 12 },
    ]);
    expect(findNumberPlaces('from 20 to 24', { value: [20, 24] })).toEqual([{ start: 5, end: 13 }]);
    expect(findNumberPlaces('forty', { value: 41 })).toEqual([]);
  });
});
