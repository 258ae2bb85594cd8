import { describe, expect, it } from 'vitest';
import {
  compareStatements,
  findOrigin,
  sortIntoThreads,
  traceStatements,
} from '../../../src/evidence/drift.ts';
import { makeQuantity, makeStatement } from './sample-record.ts';

const reuters = makeStatement('reuters', {
  value: 74000,
  wording: '74,000 machine guns',
  object: 'lost',
  model: 'M1A1',
  place: 'Mosul',
  speaker: 'Peter Van Buren, columnist',
  said: '2015-05-31',
});

describe('compareStatements', () => {
  const changed = (changes: object) =>
    compareStatements(
      reuters,
      makeStatement('later', { value: 74000, ...changes }),
      makeQuantity({}),
    ).map((change) => change.what);

  it('finds nothing in a faithful repeat', () => {
    expect(changed({ object: 'lost', model: 'M1A1', place: 'Mosul' })).toEqual([]);
  });

  it('finds each kind of change', () => {
    expect(changed({ value: 4000 })).toEqual(['value']);
    expect(changed({ hedge: 'about' })).toEqual(['hedge']);
    expect(changed({ object: 'captured' })).toEqual(['object']);
    expect(changed({ model: 'M1A2' })).toEqual(['model']);
    expect(changed({ place: 'Iraq' })).toEqual(['place']);
    expect(changed({ speaker: 'Somebody Else' })).toEqual(['speaker']);
    expect(changed({ said: '2015-06-01' })).toEqual(['date']);
  });

  it('does not take a hedge for lost where the words were not seen', () => {
    const hedged = makeStatement('hedged', { value: 74000, hedge: 'as-many-as' });
    const drift = (later: object) =>
      compareStatements(
        hedged,
        makeStatement('later', { value: 74000, ...later }),
        makeQuantity({}),
      ).map((change) => change.what);
    expect(drift({})).toEqual([]);
    expect(drift({ wording: '74,000 machine guns' })).toEqual(['hedge']);
    expect(drift({ hedge: 'about' })).toEqual(['hedge']);
  });

  it('compares only what both sides state', () => {
    expect(
      compareStatements(makeStatement('bare', { value: 74000 }), reuters, makeQuantity({})),
    ).toEqual([]);
  });

  it('does not take a month for another day than one of its own', () => {
    expect(changed({ said: '2015-05' })).toEqual([]);
    expect(changed({ said: '2015' })).toEqual([]);
    expect(changed({ said: '2015-06' })).toEqual(['date']);
    expect(changed({ said: '2015-05-01' })).toEqual(['date']);
  });

  it('does not take an office for another speaker', () => {
    expect(changed({ speaker: 'Peter Van Buren' })).toEqual([]);
  });
});

describe('traceStatements', () => {
  const trace = (basis: 'named' | 'same-words' | 'inferred') =>
    traceStatements(
      makeQuantity({
        statements: [
          reuters,
          makeStatement('later', { value: 4000, repeats: { statement: 'reuters', basis } }),
        ],
      }),
    );

  it('computes drift over named and same-words links, and none over an inferred one', () => {
    expect(trace('named')[1]?.changes.map((change) => change.what)).toEqual(['value']);
    expect(trace('same-words')[1]?.changes).toHaveLength(1);
    expect(trace('inferred')[1]?.changes).toEqual([]);
    expect(trace('inferred')[1]?.repeated?.id).toBe('reuters');
  });
});

describe('sortIntoThreads', () => {
  const sort = (...chain: [id: string, repeats?: string][]) =>
    sortIntoThreads(
      traceStatements(
        makeQuantity({
          statements: chain.map(([id, repeats]) =>
            makeStatement(id, {
              value: 1,
              ...(repeats ? { repeats: { statement: repeats, basis: 'named' as const } } : {}),
            }),
          ),
        }),
      ),
    ).map(({ statement }) => statement.id);

  it('puts what repeats below what it repeats, before the next thread', () => {
    expect(sort(['a'], ['b'], ['c', 'a'], ['d', 'b'], ['e', 'c'])).toEqual([
      'a',
      'c',
      'e',
      'b',
      'd',
    ]);
  });

  it('keeps the order of the record where it can, and loses nobody in a circle', () => {
    expect(sort(['a'], ['b', 'a'], ['c', 'a'])).toEqual(['a', 'b', 'c']);
    expect(sort(['a', 'b'], ['b', 'a'], ['c'])).toEqual(['c', 'a', 'b']);
  });
});

describe('findOrigin', () => {
  it('follows the chain to its start and stops at an inferred link', () => {
    const middle = makeStatement('middle', {
      value: 1,
      repeats: { statement: 'reuters', basis: 'named' },
    });
    const end = makeStatement('end', {
      value: 1,
      repeats: { statement: 'middle', basis: 'same-words' },
    });
    const guess = makeStatement('guess', {
      value: 1,
      repeats: { statement: 'reuters', basis: 'inferred' },
    });
    const all = [reuters, middle, end, guess];
    expect(findOrigin(end, all).id).toBe('reuters');
    expect(findOrigin(guess, all).id).toBe('guess');
  });

  it('ends in a circle instead of hanging', () => {
    const a = makeStatement('a', { value: 1, repeats: { statement: 'b', basis: 'named' } });
    const b = makeStatement('b', { value: 1, repeats: { statement: 'a', basis: 'named' } });
    expect(['a', 'b']).toContain(findOrigin(a, [a, b]).id);
  });
});
