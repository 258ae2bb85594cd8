import { describe, expect, it } from 'vitest';
import { findWordings } from '../../../src/evidence/quotation.ts';

const kept = [{ text: 'We lost “2,300” Humvees in Mosul alone.' }, { text: 'previously abandoned' }];

describe('findWordings', () => {
  it.each([
    ['We lost "2,300" Humvees', [0]],
    ['previously […] abandoned', [1]],
    ['We lost [sic] … previously abandoned,', [0, 1]],
  ])('finds %s', (quoted, indexes) => {
    expect(findWordings(quoted, kept)).toEqual(indexes.map((index) => kept[index]));
  });

  it.each(['We lost 2,400', 'we lost', 'previously abandoned … elsewhere'])('does not find %s', (quoted) => {
    expect(findWordings(quoted, kept)).toBeUndefined();
  });
});
