import { describe, expect, it } from 'vitest';
import { findHedgeBefore, findHedgeBehind } from '../../../src/evidence/hedges.ts';

describe('findHedgeBefore', () => {
  it.each([
    ['Iraq lost fewer than ', 'fewer than', 10],
    ['Iraq lost about ', 'about', 10],
    ['Iraq lost *roughly* ', 'roughly', 11],
    ['Iraq lost well over\n', 'well over', 10],
    ['a loss of some ', 'some', 10],
    ['up to ', 'up to', 0],
  ])('finds what hedges the number behind %j', (text, words, index) => {
    expect(findHedgeBefore(text)).toEqual({ words, index });
  });

  it.each([
    'He wrote about ',
    'a story *about* ',
    'They handed over ',
    'It adds up to ',
    'soldiers stood around ',
    'Iraq lost ',
    'somewhat ',
  ])('leaves what belongs to the words before: %j', (text) => {
    expect(findHedgeBefore(text)).toBeUndefined();
  });
});

describe('findHedgeBehind', () => {
  it('finds what hedges the number before it, and where', () => {
    expect(findHedgeBehind(' or more.')).toEqual({ words: 'or more', index: 1 });
    expect(findHedgeBehind('* at least, he')).toEqual({ words: 'at least', index: 2 });
    expect(findHedgeBehind(' at least according to him')).toBeUndefined();
    expect(findHedgeBehind(' or more than that')).toBeUndefined();
    expect(findHedgeBehind(', or more')).toBeUndefined();
  });
});
