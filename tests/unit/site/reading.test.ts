import { describe, expect, it } from 'vitest';
import { differsFromSomebody, groupByReading } from '../../../src/site/reading.ts';
import { listArticles, type Article } from '../../../src/site/articles.ts';
import type { Source } from '../../../src/schema/source.ts';
import { makeQuantity, makeRecord, makeStatement } from '../evidence/sample-record.ts';

const source = (publisher: string, read_as: Source['read_as'], published?: string): Source => ({
  title: 'A page',
  publisher,
  published,
  kind: 'reporting',
  read_as,
  archived: 'none-known',
});

describe('how the sources of an article were read', () => {
  const sources = new Map([
    ['a-2014', source('A', 'stored-excerpt', '2014-07-14')],
    ['a-2015', source('A', 'whole-page', '2015-06-02')],
    ['b', source('B', 'not-seen')],
    ['c', source('C', 'copy')],
    ['d', source('D', 'supplied')],
    ['e', source('E', 'copy')],
  ]);

  it('groups them, the best read first, and keeps the order of the article within a group', () => {
    expect(groupByReading(sources, ['e', 'b', 'c', 'd', 'a-2014', 'a-2015', 'gone'])).toEqual([
      { reading: 'whole-page', sources: [{ id: 'a-2015', name: 'A, 2\u00a0June 2015' }] },
      { reading: 'supplied', sources: [{ id: 'd', name: 'D' }] },
      {
        reading: 'copy',
        sources: [
          { id: 'e', name: 'E' },
          { id: 'c', name: 'C' },
        ],
      },
      { reading: 'stored-excerpt', sources: [{ id: 'a-2014', name: 'A, 14\u00a0July 2014' }] },
      { reading: 'not-seen', sources: [{ id: 'b', name: 'B' }] },
    ]);
  });

  it('tells a publisher apart by dates only where it stands twice', () => {
    expect(groupByReading(sources, ['a-2014'])[0]?.sources).toEqual([{ id: 'a-2014', name: 'A' }]);
  });
});

describe('an article that differs from somebody', () => {
  const first = makeStatement('first', { value: 4000 });
  const later = (value: number, basis: 'named' | 'inferred') =>
    makeStatement('later', { value, repeats: { statement: 'first', basis } });
  const record = makeRecord({
    changed: makeQuantity({ statements: [first, later(74000, 'named')] }),
    faithful: makeQuantity({ statements: [first, later(4000, 'named')] }),
    guessed: makeQuantity({ statements: [first, later(74000, 'inferred')] }),
  });
  const [sample] = listArticles();
  if (!sample) throw new Error('There is no article.');
  const quiet: Article = {
    ...sample,
    tree: { type: 'root', children: [] },
    matter: {
      ...sample.matter,
      value: {
        ...sample.matter.value,
        title: 'Words',
        summary: 'Words.',
        findings: ['Words.'],
        about: [],
      },
    },
  };
  const withMatter = (matter: Partial<Article['matter']['value']>): Article => ({
    ...quiet,
    matter: { ...quiet.matter, value: { ...quiet.matter.value, ...matter } },
  });

  it('is about a text, shows a claim, or prints a number that changed on its way', () => {
    expect(differsFromSomebody(record, quiet)).toBe(false);
    expect(differsFromSomebody(record, withMatter({ about: ['wsws-2015'] }))).toBe(true);
    const claim = {
      type: 'mdxJsxFlowElement',
      name: 'Claim',
      attributes: [{ type: 'mdxJsxAttribute', name: 'id', value: 'm1a2-tanks' }],
    };
    expect(
      differsFromSomebody(record, {
        ...quiet,
        tree: { type: 'root', children: [claim] },
      }),
    ).toBe(true);
    const prints = (ref: string) =>
      differsFromSomebody(record, withMatter({ summary: `There are [some](num:${ref}).` }));
    expect([
      prints('changed/first'),
      prints('changed'),
      prints('faithful/first'),
      prints('guessed/first'),
    ]).toEqual([true, true, false, false]);
  });
});
