import { describe, expect, it } from 'vitest';
import {
  nameEntry,
  openSearch,
  type Question,
  type SearchEntry,
} from '../../../src/publish/search-engine.ts';
import {
  formatSearchIndex,
  stampEntries,
  type SearchIndex,
} from '../../../src/publish/search-index.ts';

const make = (entry: Partial<SearchEntry>): SearchEntry => ({
  kind: 'sources',
  title: '',
  values: '',
  text: '',
  dates: [],
  ...entry,
});
const entries = [
  make({
    title: 'Parcels that were lost',
    kind: 'numbers',
    values: '40 / 400',
    standing: 'sources-differ',
    dates: ['2014-07', '2016'],
  }),
  make({
    title: 'Forty of the lost parcels',
    text: 'It printed 400 parcels.',
    publisher: 'The Gazette',
    dates: ['2015-02-01'],
  }),
  make({
    title: '“A harbour”',
    text: 'de\tEs waren große Kisten.',
    publisher: 'Hafenblatt',
    dates: ['2014-01'],
  }),
  make({ title: 'Parcels were lost at sea', kind: 'claims', verdict: 'contradicted', dates: [] }),
];
const ask = openSearch(entries);
const find = (question: Partial<Question>) => ask({ words: '', order: 'best', ...question }).found;

describe('a question', () => {
  it('finds what has all of its words, the record of a number first', () => {
    expect(find({ words: '400 parcels' })).toEqual([0, 1]);
    expect(find({ words: 'lost parcels' })).toHaveLength(3);
    expect(find({ words: '40' }).slice(0, 1)).toEqual([0]);
    expect(find({ words: 'gazette' })).toEqual([1]);
  });

  it('finds a word by its beginning, and with one letter wrong, but a number only whole', () => {
    expect(find({ words: 'harb' })).toEqual([2]);
    expect(find({ words: 'harbor' })).toEqual([2]);
    expect(find({ words: 'grosse' })).toEqual([2]);
    expect(find({ words: '4' })).toEqual([]);
    expect(find({ words: '401' })).toEqual([]);
  });

  it('says by which words each was found, for the words to be marked', () => {
    expect([...(ask({ words: 'GROSSE', order: 'best' }).words.get(2) ?? [])]).toEqual([
      'große'.replace('ß', 'ss'),
    ]);
  });

  it('falls back to words written much like those asked for, then to some of them, and says so', () => {
    const fall = (words: string) => {
      const { found, fit } = ask({ words, order: 'best' });
      return [fit, ...found];
    };
    expect(fall('harbour')).toEqual(['all', 2]);
    expect(fall('harbuor')).toEqual(['similar', 2]);
    expect(fall('hafenbalt harbuor')).toEqual(['similar', 2]);
    expect(fall('harbour zebra')).toEqual(['some', 2]);
    expect(fall('zebra')).toEqual(['all']);
    // A number never matches another number.
    expect(fall('4001')).toEqual(['all']);
  });

  it('knows the day of an entry, however it is written, its month and its year', () => {
    for (const words of [
      '1 February 2015',
      'February 1, 2015',
      '2015-02-01',
      '1.2.2015',
      'Feb 2015',
    ])
      expect(find({ words }), words).toEqual([1]);
    expect(find({ words: '1 February' })).toEqual([1]);
    expect(find({ words: '2 February 2015' })).toEqual([]);
    expect(find({ words: 'January 2014' })).toEqual([2]);
    expect(find({ words: 'July 2014' })).toEqual([0]);
    expect(find({ words: '2014' }).toSorted()).toEqual([0, 2]);
  });

  it('puts what has this id or tag first, also if no text has its words', () => {
    const named = openSearch([
      make({ title: 'Lost parcels of the harbour', text: 'lost parcels' }),
      make({ title: 'Parcels', names: nameEntry('/numbers/lost-parcels/', 'E-07') }),
      make({ title: 'Flood', names: nameEntry('/timeline/#the-flood', undefined) }),
    ]);
    const findNamed = (words: string, kind = '') => named({ words, kind, order: 'best' }).found;
    for (const words of ['lost-parcels', 'Lost parcels', 'lost_parcels'])
      expect(findNamed(words), words).toEqual([1, 0]);
    for (const words of ['E-07', 'e07', 'E-07 ']) expect(findNamed(words), words).toEqual([1]);
    expect(findNamed('the-flood')).toEqual([2]);
    expect(findNamed('E-07', 'claims')).toEqual([]);
  });

  it('finds a publisher by its capitals', () => {
    const press = openSearch([
      make({ title: 'One', publisher: 'The Northern Harbour Times' }),
      make({ title: 'Two', publisher: 'Gazette' }),
    ]);
    expect(press({ words: 'NHT', order: 'best' }).found).toEqual([0]);
    expect(press({ words: 'g', order: 'best' }).found).toEqual([]);
  });

  it('has no words where none are asked for', () => {
    expect(ask({ words: '?! –', order: 'best' })).toMatchObject({
      found: [0, 1, 2, 3],
      wanted: [],
    });
  });

  it('does not look for other words when the choices leave nothing', () => {
    expect(ask({ words: 'harbour', kind: 'claims', order: 'best' })).toMatchObject({
      found: [],
      fit: 'all',
    });
  });

  it('is narrowed by each filter, alone and with words', () => {
    expect(find({})).toEqual([0, 1, 2, 3]);
    expect(find({ kind: 'claims' })).toEqual([3]);
    expect(find({ standing: 'sources-differ' })).toEqual([0]);
    expect(find({ verdict: 'contradicted' })).toEqual([3]);
    expect(find({ publisher: 'The Gazette' })).toEqual([1]);
    expect(find({ year: '2014' })).toEqual([0, 2]);
    expect(find({ year: '2016' })).toEqual([0]);
    expect(find({ words: 'parcels', kind: 'sources' })).toEqual([1]);
    expect(find({ kind: 'claims', year: '2014' })).toEqual([]);
  });

  it('is sorted by day, what has none last, and by name', () => {
    expect(find({ order: 'newest' })).toEqual([1, 0, 2, 3]);
    expect(find({ order: 'oldest' })).toEqual([2, 0, 1, 3]);
    expect(find({ order: 'name' })).toEqual([2, 1, 0, 3]);
  });
});

describe('the index', () => {
  it('holds in columns, in the same order, what the page does not print', () => {
    const index = JSON.parse(formatSearchIndex(entries)) as SearchIndex;
    expect(index.stamp).toBe(stampEntries(entries));
    expect(index.text).toEqual(entries.map(({ text }) => text));
    expect(index.dates).toEqual(['2014-07 2016', '2015-02-01', '2014-01', 0]);
    expect(index.standing).toEqual(['sources-differ', 0, 0, 0]);
    expect(JSON.stringify(index)).not.toContain('harbour');
  });

  it('has another stamp when anything differs', () => {
    expect(stampEntries(entries.with(0, make({})))).not.toBe(stampEntries(entries));
    expect(stampEntries([...entries])).toBe(stampEntries(entries));
  });
});
