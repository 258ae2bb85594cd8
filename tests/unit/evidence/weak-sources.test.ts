import { describe, expect, it } from 'vitest';
import { listWeakSources } from '../../../src/evidence/weak-sources.ts';
import { makeQuantity, makeRecord, makeStatement } from './sample-record.ts';

const list = (...given: Parameters<typeof makeRecord>) =>
  Object.fromEntries(
    listWeakSources(makeRecord(...given)).map(({ weakness, sources }) => [weakness, sources]),
  );

describe('weak sources', () => {
  it('are those whose number differs from the text that they repeat, with both numbers, and not those who keep it', () => {
    const quantity = makeQuantity({
      statements: [
        makeStatement('first', { value: 4000, speaker: 'A captain' }),
        makeStatement('faithful', { value: 4000, repeats: { statement: 'first', basis: 'named' } }),
        makeStatement('other', { value: 74000, repeats: { statement: 'first', basis: 'named' } }),
        makeStatement('perhaps', {
          value: 74000,
          repeats: { statement: 'first', basis: 'inferred' },
        }),
      ],
    });
    const { differs, untraced } = list(
      { guns: quantity },
      { first: {}, faithful: {}, other: {}, perhaps: {} },
    );
    expect(differs?.map(({ source }) => source.id)).toEqual(['other']);
    expect(differs?.[0]?.quantities).toMatchObject([
      { statement: 'other', says: '4,000 and is here 74,000' },
    ]);
    expect(untraced).toBeUndefined();
  });

  it('are those who name nobody for a number that nobody could trace, but not those who repeat them', () => {
    const quantity = makeQuantity({
      statements: [
        makeStatement('a', { value: 4 }),
        makeStatement('b', { value: 4, repeats: { statement: 'a', basis: 'named' } }),
      ],
    });
    const spoken = makeQuantity({
      statements: [makeStatement('c', { value: 4, speaker: 'A captain' })],
    });
    const { untraced, differs } = list({ quantity, spoken }, { a: {}, b: {}, c: {} });
    expect(untraced?.map(({ source }) => source.id)).toEqual(['a']);
    expect(differs).toBeUndefined();
  });

  it('are those that were not seen, read in a copy, or used for a single point, the oldest first', () => {
    const found = list(
      {},
      {
        new: { read_as: 'copy', published: '2016' },
        old: { read_as: 'copy', published: '2014-05-01' },
        undated: { read_as: 'copy' },
        heard: { read_as: 'not-seen', url: undefined },
        blog: { weak: 'A blog.' },
        whole: {},
      },
    );
    expect(found.copy?.map(({ source }) => source.id)).toEqual(['old', 'new', 'undated']);
    expect(found['not-seen']?.map(({ source }) => source.id)).toEqual(['heard']);
    expect(found['single-point']?.map(({ source, note }) => [source.id, note])).toEqual([
      ['blog', 'A blog.'],
    ]);
    expect(Object.keys(found)).toEqual(['not-seen', 'single-point', 'copy']);
  });

  it('says how many numbers rest on each alone', () => {
    const one = makeQuantity({
      statements: [
        makeStatement('a', { value: 1 }),
        makeStatement('again', { value: 2, source: 'a' }),
      ],
    });
    const two = makeQuantity({
      statements: [makeStatement('a', { value: 1 }), makeStatement('b', { value: 1 })],
    });
    const { copy } = list({ one, two }, { a: { read_as: 'copy' }, b: { read_as: 'copy' } });
    expect(copy?.map(({ source, alone }) => [source.id, alone])).toEqual([
      ['a', 1],
      ['b', 0],
    ]);
  });
});
