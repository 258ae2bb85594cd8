import { describe, expect, it } from 'vitest';
import { findWordings, isPutTogether } from '../../../src/evidence/quotation.ts';
import { typeset } from '../../../src/evidence/typeset.ts';

const kept = [
  { text: 'We lost “2,300” Humvees in Mosul alone.' },
  { text: 'previously abandoned' },
];

describe('findWordings', () => {
  it.each([
    ['We lost "2,300" Humvees', [0]],
    ['previously […] abandoned', [1]],
    ['We lost [sic] … in Mosul alone,', [0]],
  ])('finds %s', (quoted, indexes) => {
    expect(findWordings(quoted, kept)).toEqual(indexes.map((index) => kept[index]));
  });

  it('takes marks as they were typed for those that are printed', () => {
    const typed = [{ text: `Iraq's army -- and "its" Humvees - fell in 2013-2014` }];
    expect(findWordings(typeset(typed[0]?.text ?? ''), typed)).toEqual(typed);
    expect(findWordings('Iraq’s army—and “its” Humvees — fell in 2013–2014', typed)).toEqual(typed);
    expect(findWordings('Iraq’s army, and', typed)).toBeUndefined();
    expect(findWordings('well known', [{ text: 'well-known' }])).toBeUndefined();
  });

  it.each([
    'We lost 2,400',
    'we lost',
    'previously abandoned … elsewhere',
    'previously abandon',
    'reviously abandoned',
    'We lost “2,3',
  ])('does not find %s', (quoted) => {
    expect(findWordings(quoted, kept)).toBeUndefined();
  });

  it('takes omissions for nothing else: no part stands before an earlier one, and none in another wording', () => {
    for (const quoted of [
      'in Mosul alone […] We lost',
      'We lost […] previously abandoned',
      'Humvees […] Humvees in Mosul',
    ]) {
      expect(findWordings(quoted, kept)).toBeUndefined();
      expect(isPutTogether(quoted, kept)).toBe(true);
    }
    expect(isPutTogether('We lost […] 2,400', kept)).toBe(false);
    expect(isPutTogether('We lost […] Mosul', kept)).toBe(false);
    const cut = [{ text: 'We lost […] Mosul, all of it' }];
    expect(findWordings('We lost […] all of it', cut)).toEqual(cut);
    expect(findWordings('We lost Mosul', cut)).toBeUndefined();
  });
});
