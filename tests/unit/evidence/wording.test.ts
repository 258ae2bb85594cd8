import { describe, expect, it } from 'vitest';
import { findPrintedHedge, holdsValue } from '../../../src/evidence/wording.ts';

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
    expect(findPrintedHedge('at least 40 M1A1 tanks', 40)).toEqual({ words: 'at least', hedge: 'at-least' });
    expect(findPrintedHedge('worth more than $40 million', 4e7)).toEqual({ words: 'more than', hedge: 'more-than' });
    expect(findPrintedHedge('some $1.2 million worth of crates', 1.2e6)).toEqual({ words: 'some', hedge: 'about' });
    expect(findPrintedHedge('About 1,200 weapons', 1200)).toEqual({ words: 'About', hedge: 'about' });
    expect(findPrintedHedge('$1.2 million or more', 1.2e6)).toEqual({ words: 'or more', hedge: 'at-least' });
    expect(findPrintedHedge('fewer than 40', 40)).toEqual({ words: 'fewer than', hedge: 'unknown' });
  });

  it('takes no hedge of another number for one of the value', () => {
    expect(findPrintedHedge('at least 3 of 40 tanks', 40)).toBeUndefined();
    expect(findPrintedHedge('40 tanks', 40)).toBeUndefined();
    expect(findPrintedHedge('he wrote about 40 tanks', 40)).toBeUndefined();
  });
});
