import { describe, expect, it } from 'vitest';
import {
  coversNumber,
  createPublishedLock,
  findChangedNumbers,
  formatPublishedLock,
  hashWords,
  listLockChanges,
  listNewCorrections,
} from '../../../src/publish/published-lock.ts';
import type { Correction } from '../../../src/schema/correction.ts';
import { publishedLockSchema, type PublishedArticle } from '../../../src/schema/lock-file.ts';
import { makeQuantity, makeRecord, makeStatement } from '../evidence/sample-record.ts';

const makeGuns = (reuters: number, blog = 4000) =>
  makeRecord({
    'machine-guns': makeQuantity({
      statements: [
        makeStatement('reuters-2015', { value: reuters, hedge: 'at-least' }),
        makeStatement('van-buren-2015', { value: blog }),
      ],
    }),
  });
const record = makeGuns(74_000);

const correction = (changes: Partial<Correction>): Correction => ({
  date: '2026-11-25',
  kind: 'error',
  article: 'sample',
  old: 'before',
  new: 'after',
  why: 'It was wrong.',
  ...changes,
});
const shown = (numbers: Record<string, string>, corrections: string[] = []): PublishedArticle => ({
  text: hashWords('words'),
  numbers,
  corrections,
});

describe('createPublishedLock', () => {
  const articles = [
    { slug: 'second', words: 'Other words.', refs: [] },
    {
      slug: 'first',
      words: 'Words.',
      refs: ['machine-guns/van-buren-2015', 'machine-guns/reuters-2015', 'unknown'],
    },
  ];
  const lock = createPublishedLock(
    articles,
    [correction({ article: 'first', numbers: ['machine-guns/reuters-2015'] })],
    record,
    ['sources/reuters', 'numbers/machine-guns'],
  );

  it('writes sorted keys, two spaces, a closing line break and no date of its own', () => {
    expect(formatPublishedLock(lock)).toBe(`{
  "version": 1,
  "articles": {
    "first": {
      "text": "${hashWords('Words.')}",
      "numbers": {
        "machine-guns/reuters-2015": "at least 74,000 machine guns",
        "machine-guns/van-buren-2015": "4,000 machine guns"
      },
      "corrections": [
        "2026-11-25 machine-guns/reuters-2015"
      ]
    },
    "second": {
      "text": "${hashWords('Other words.')}",
      "numbers": {},
      "corrections": []
    }
  },
  "records": [
    "numbers/machine-guns",
    "sources/reuters"
  ]
}
`);
  });
  it('writes what its schema reads back', () => {
    expect(publishedLockSchema.parse(JSON.parse(formatPublishedLock(lock)))).toEqual(lock);
  });
  it('gives the same bytes in whatever order the articles come', () => {
    const turned = createPublishedLock(
      [...articles].reverse(),
      [correction({ article: 'first', numbers: ['machine-guns/reuters-2015'] })],
      record,
      ['numbers/machine-guns', 'sources/reuters'],
    );
    expect(formatPublishedLock(turned)).toBe(formatPublishedLock(lock));
  });
});

describe('hashWords', () => {
  it('is the same however lines are broken and spaces glued', () => {
    expect(hashWords('lost 2,300\n  Humvees ')).toBe(hashWords('lost 2,300\u00a0Humvees'));
    expect(hashWords('e\u0301')).toBe(hashWords('\u00e9'));
  });
  it('tells other words apart', () => {
    expect(hashWords('lost 2,300 Humvees')).not.toBe(hashWords('lost 2,500 Humvees'));
  });
});

describe('findChangedNumbers', () => {
  const reuters = 'machine-guns/reuters-2015';
  const blog = 'machine-guns/van-buren-2015';
  const before = shown({ [reuters]: 'at least 74,000 machine guns' });

  it('finds nothing when nothing changed, or when a number was only added or taken out', () => {
    expect(findChangedNumbers(before, before, record)).toEqual([]);
    expect(
      findChangedNumbers(
        before,
        shown({ ...before.numbers, [blog]: '4,000 machine guns' }),
        record,
      ),
    ).toEqual([]);
    expect(findChangedNumbers(before, shown({}), record)).toEqual([]);
  });
  it('finds a number that changed in place, its hedge included', () => {
    expect(findChangedNumbers(before, shown({ [reuters]: '74,000 machine guns' }), record)).toEqual(
      [
        {
          ref: reuters,
          was: 'at least 74,000 machine guns',
          is: '74,000 machine guns',
          printedAs: reuters,
        },
      ],
    );
  });
  it('finds a number that gave way to another statement', () => {
    expect(findChangedNumbers(before, shown({ [blog]: '4,000 machine guns' }), record)).toEqual([
      {
        ref: reuters,
        was: 'at least 74,000 machine guns',
        is: '4,000 machine guns',
        printedAs: blog,
      },
    ]);
  });
  it('finds a number that was taken out while its record changed', () => {
    expect(findChangedNumbers(before, shown({}), makeGuns(73_000))).toEqual([
      {
        ref: reuters,
        was: 'at least 74,000 machine guns',
        is: 'at least 73,000 machine guns',
        printedAs: undefined,
      },
    ]);
  });
  it('lets a statement be renamed, as long as it says the same', () => {
    const old = shown({ 'machine-guns/the-reuters-column': 'at least 74,000 machine guns' });
    expect(findChangedNumbers(old, before, record)).toEqual([]);
    expect(findChangedNumbers(old, shown({}), record)).toEqual([]);
    expect(findChangedNumbers(old, shown({}), makeGuns(73_000))).toHaveLength(1);
  });
  it('finds a number whose record is gone', () => {
    expect(findChangedNumbers(shown({ gone: '2 tanks' }), shown({}), record)).toEqual([
      { ref: 'gone', was: '2 tanks', is: 'in no record', printedAs: undefined },
    ]);
  });
});

describe('coversNumber', () => {
  const change = {
    ref: 'machine-guns/reuters-2015',
    was: 'a',
    is: 'b',
    printedAs: 'machine-guns/van-buren-2015',
  };
  it('takes the number, its record, or the statement in its place', () => {
    for (const named of [
      'machine-guns/reuters-2015',
      'machine-guns',
      'machine-guns/van-buren-2015',
    ])
      expect(coversNumber(correction({ numbers: [named] }), change)).toBe(true);
  });
  it('takes no other number, and no correction without one', () => {
    for (const numbers of [['tanks-lost'], ['machine-guns/afp-2015'], [], undefined])
      expect(coversNumber({ ...correction({}), ...(numbers && { numbers }) }, change)).toBe(false);
  });
});

describe('listNewCorrections', () => {
  const old = correction({ numbers: ['guns'] });
  const remembered = ['2026-11-25 guns'];

  it('leaves out what readers know, whatever its words', () => {
    expect(
      listNewCorrections(remembered, [{ ...old, why: 'It was quite wrong.', new: 'afterwards' }]),
    ).toEqual([]);
  });
  it('finds one that came later, of the same day and number too', () => {
    const later = correction({ numbers: ['guns'], old: 'after', new: 'at last' });
    expect(listNewCorrections(remembered, [old, later])).toEqual([later]);
  });
  it('takes no remembered correction for new because it was edited', () => {
    expect(listNewCorrections(remembered, [{ ...old, numbers: ['guns', 'tanks'] }])).toEqual([]);
    expect(listNewCorrections(remembered, [{ ...old, date: '2026-12-01' }])).toEqual([]);
  });
});

describe('listLockChanges', () => {
  it('says in one line each what changed', () => {
    const before = {
      version: 1 as const,
      articles: { a: shown({ x: '1 gun', y: '2 guns' }), b: shown({}) },
    };
    const now = {
      version: 1 as const,
      articles: {
        a: { ...shown({ x: '3 guns' }, ['2026-11-25 x']), text: hashWords('other') },
        c: shown({ x: '1 gun' }),
      },
    };
    expect(listLockChanges(before, now)).toEqual([
      'a: x: 1 gun -> 3 guns',
      'a: y: 2 guns -> not printed',
      'a: other words',
      'a: 1 correction more',
      'b: no longer published',
      'c: published, with 1 number',
    ]);
    expect(listLockChanges(undefined, before)).toEqual([
      'a: published, with 2 numbers',
      'b: published, with 0 numbers',
    ]);
  });
});
