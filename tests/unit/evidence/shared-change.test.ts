import { describe, expect, it } from 'vitest';
import { traceStatements } from '../../../src/evidence/drift.ts';
import { describeChange, sortByDate } from '../../../src/evidence/shared-change.ts';
import type { Quantity } from '../../../src/schema/quantity.ts';
import { makeQuantity, makeRecord, makeStatement } from './sample-record.ts';

const { sources } = makeRecord(
  {},
  {
    broadcast: { kind: 'broadcast', read_as: 'not-seen', url: undefined },
    afp: { published: '2015-05-31' },
    vice: { published: '2015-06-01' },
    post: { published: '2015-06' },
    wsws: { published: '2015-06-03' },
    reuters: { published: '2015-06-02' },
    trt: { published: '2015-06-01' },
    also: {},
  },
);
const repeats = { statement: 'broadcast', basis: 'named', names: 'state television' } as const;
const printed = (id: string, wording: string | undefined, changes: object) =>
  makeStatement(id, { value: 2300, wording, repeats, ...changes });
const humvees: Quantity = makeQuantity({
  statements: [
    makeStatement('broadcast', {
      value: 2300,
      object: 'lost',
      wording: 'We lost 2,300',
      wording_from: 'trt',
    }),
    printed('wsws', 'captured some 2,300', { object: 'captured', hedge: 'about' }),
    printed('post', 'seized 2,300', { object: 'captured' }),
    printed('afp', 'captured 2,300', { object: 'captured' }),
    printed('vice', 'might have lost 2,300', { object: 'lost' }),
    makeStatement('vice-text', {
      source: 'vice',
      value: 2300,
      wording: 'may have captured as many as 2,300',
      object: 'captured',
      hedge: 'as-many-as',
      repeats,
    }),
    printed('reuters', undefined, {}),
    printed('trt', '2,300 vehicles', {}),
    makeStatement('guess', {
      source: 'guess',
      value: 2300,
      wording: 'captured 2,300',
      object: 'captured',
      repeats: { statement: 'broadcast', basis: 'inferred' },
    }),
  ],
  also_cited: ['also'],
});
const changesOf = (id: string) =>
  traceStatements(humvees).find(({ statement }) => statement.id === id)?.changes ?? [];
const describeFirst = (id: string, what: string) => {
  const change = changesOf(id).find((candidate) => candidate.what === what);
  if (!change) throw new Error(`${id} did not change its ${what}`);
  return describeChange(humvees, change, sources);
};

describe('describeChange', () => {
  it('counts the printings that were compared, by source', () => {
    const { read, same, silent, notSeen } = describeFirst('wsws', 'object');
    // Their words were read: wsws, post, afp, vice twice, trt and guess. The record has no words of
    // Reuters, and one source is only cited.
    expect({ read, same, silent, notSeen }).toEqual({ read: 6, same: 5, silent: 1, notSeen: 2 });
  });

  it('gives everybody who made the same change, the oldest first, and a month behind its days', () => {
    expect(describeFirst('wsws', 'object').makers.map(({ id }) => id)).toEqual([
      'afp',
      'vice-text',
      'wsws',
      'post',
    ]);
  });

  it('keeps those apart who say the same and whose link is only our inference', () => {
    expect(describeFirst('wsws', 'object').alsoSay.map(({ id }) => id)).toEqual(['guess']);
  });

  it('takes a wording without a hedge for silent where a hedge was put in', () => {
    const { read, same, silent, notSeen, makers } = describeFirst('wsws', 'hedge');
    expect({ read, same, silent, notSeen }).toEqual({ read: 6, same: 1, silent: 4, notSeen: 2 });
    expect(makers.map(({ id }) => id)).toEqual(['wsws']);
  });

  it('counts those that have no hedge where one was dropped', () => {
    const howitzers = makeQuantity({
      statements: [
        makeStatement('afp', { value: 52, hedge: 'as-many-as', wording: 'as many as 52' }),
        makeStatement('wsws', {
          value: 52,
          wording: '52 howitzers',
          repeats: { statement: 'afp', basis: 'named' },
        }),
        makeStatement('vice', { value: 52, wording: '52 howitzers' }),
        makeStatement('trt', { value: 52 }),
      ],
    });
    const change = traceStatements(howitzers)[1]?.changes[0];
    expect(change).toEqual({ what: 'hedge', from: 'as many as', to: 'no hedge' });
    const described = change && describeChange(howitzers, change, sources);
    expect(described).toMatchObject({ read: 3, same: 2, silent: 0, notSeen: 1 });
    expect(described?.alsoSay.map(({ id }) => id)).toEqual(['vice']);
  });

  it('compares a value with every source that was read, whether its words are kept or not', () => {
    const guns = makeQuantity({
      statements: [
        makeStatement('broadcast', { value: 74000 }),
        makeStatement('reuters', { value: 4000, repeats }),
        makeStatement('trt', { value: 4000 }),
        makeStatement('vice', { value: 74000, repeats }),
      ],
    });
    const change = traceStatements(guns)[1]?.changes[0];
    expect(change && describeChange(guns, change, sources)).toMatchObject({
      read: 3,
      same: 2,
      silent: 0,
      notSeen: 0,
    });
  });
});

describe('sortByDate', () => {
  it('takes the date of the source where the statement has none, and puts what has none last', () => {
    const ids = ['also', 'post', 'wsws', 'afp'].map((id) => makeStatement(id, { value: 1 }));
    expect(sortByDate(ids, sources).map(({ id }) => id)).toEqual(['afp', 'wsws', 'post', 'also']);
  });
});
