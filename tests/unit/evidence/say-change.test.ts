import { describe, expect, it } from 'vitest';
import { listSharedChanges, sayCompany } from '../../../src/evidence/say-change.ts';
import type { SharedChange } from '../../../src/evidence/shared-change.ts';
import { makeQuantity, makeRecord, makeStatement } from './sample-record.ts';

const say = (change: Partial<SharedChange['change']>, counts: Partial<SharedChange>) =>
  sayCompany({
    change: { what: 'object', from: 'lost', to: 'captured', ...change },
    read: 9,
    same: 4,
    silent: 0,
    notSeen: 0,
    makers: [],
    alsoSay: [],
    ...counts,
  });

describe('a change in its company', () => {
  it('says how many printings were compared, say the same, say nothing and were not seen', () => {
    expect(say({}, { notSeen: 2 })).toBe('4 of 9 printings read say captured; 2 were not seen.');
    expect(say({}, { same: 1, silent: 1, notSeen: 1 })).toBe(
      '1 of 9 printings read says captured; 1 says nothing on it; 1 was not seen.',
    );
    expect(say({}, { same: 1, read: 1, silent: 3 })).toBe(
      '1 of 1 printing read says captured; 3 say nothing on it.',
    );
  });

  it('has words for each thing that changes', () => {
    expect(say({ what: 'hedge', to: 'no hedge' }, {})).toBe('4 of 9 printings read have no hedge.');
    expect(say({ what: 'hedge', to: 'about' }, { same: 1 })).toBe(
      '1 of 9 printings read says about.',
    );
    expect(say({ what: 'speaker', to: 'Haider al-Abadi' }, {})).toBe(
      '4 of 9 printings read name Haider al-Abadi.',
    );
    expect(say({ what: 'date', to: '1 June 2015' }, { same: 1 })).toBe(
      '1 of 9 printings read gives 1 June 2015.',
    );
  });

  it('is listed once, however many made it, and apart from other changes', () => {
    const repeats = { statement: 'origin', basis: 'named' } as const;
    const record = makeRecord({}, { origin: {}, a: {}, b: {}, c: {} });
    const quantity = makeQuantity({
      statements: [
        makeStatement('origin', { value: 4, wording: 'we lost 4', object: 'lost' }),
        makeStatement('a', { value: 4, wording: 'took 4', object: 'captured', repeats }),
        makeStatement('b', { value: 5, wording: 'took 5', object: 'captured', repeats }),
        makeStatement('c', { value: 5, wording: 'burnt 5', object: 'destroyed', repeats }),
      ],
    });
    expect(
      listSharedChanges(quantity, record.sources).map(({ change: { what, to }, makers }) => [
        what,
        to,
        makers.map(({ id }) => id),
      ]),
    ).toEqual([
      ['object', 'captured', ['a', 'b']],
      ['value', '5', ['b', 'c']],
      ['object', 'destroyed', ['c']],
    ]);
  });
});
