import { describe, expect, it } from 'vitest';
import {
  areRivals,
  computeBreakdownStanding,
  computeStanding,
  findOrigins,
} from '../../../src/evidence/standing.ts';
import type { Statement } from '../../../src/schema/quantity.ts';
import { makeQuantity, makeRecord, makeStatement } from './sample-record.ts';

const sources = makeRecord(
  {},
  {
    abadi: { publisher: 'AFP' },
    one: { publisher: 'One' },
    two: { publisher: 'Two' },
    broadcast: { publisher: 'Iraqiya', kind: 'broadcast', read_as: 'not-seen', url: undefined },
    report: {
      publisher: 'A journal',
      author: 'Conflict Armament Research',
      kind: 'primary-document',
    },
  },
).sources;
const standingOf = (statements: Statement[], changes = {}) =>
  computeStanding(makeQuantity({ statements, ...changes }), sources);
const repeats = (statement: string) => ({ repeats: { statement, basis: 'named' as const } });

describe('computeStanding', () => {
  it('is derived by us where we computed it', () => {
    expect(
      computeStanding(
        makeQuantity({
          derivation: { operation: 'sum', of: [1, 2], decimals: 0, explanation: 'One and two.' },
        }),
        sources,
      ),
    ).toBe('derived');
  });

  it('says that sources differ where two values cannot both hold', () => {
    expect(
      standingOf([
        makeStatement('one', { value: 74000, speaker: 'A' }),
        makeStatement('two', { value: 4000, speaker: 'B' }),
      ]),
    ).toBe('sources-differ');
  });

  it('counts a dozen articles with one origin as one statement', () => {
    const all = [
      makeStatement('abadi', { value: 2300, speaker: 'Haider al-Abadi' }),
      makeStatement('one', { value: 2300, ...repeats('abadi') }),
      makeStatement('two', { value: 2300, ...repeats('abadi') }),
    ];
    expect(standingOf(all)).toBe('one-statement');
    expect(findOrigins(makeQuantity({ statements: all })).map((origin) => origin.id)).toEqual([
      'abadi',
    ]);
  });

  it('has no first source where nobody is named', () => {
    expect(standingOf([makeStatement('one', { value: 1500 })])).toBe('first-source-not-found');
    expect(
      standingOf([
        makeStatement('one', { value: 1500 }),
        makeStatement('two', { value: 1500, ...repeats('one') }),
      ]),
    ).toBe('first-source-not-found');
  });

  it('is documented in the counting body’s own words, or in two printings', () => {
    const body = { counted_by: 'Conflict Armament Research' };
    const said = { value: 1832, speaker: 'Conflict Armament Research' };
    expect(standingOf([makeStatement('report', said)], body)).toBe('documented');
    expect(standingOf([makeStatement('one', said)], body)).toBe('one-statement');
    expect(standingOf([makeStatement('one', said), makeStatement('two', said)], body)).toBe(
      'documented',
    );
  });

  it('counts no statement as independent that we think repeats another', () => {
    const body = { counted_by: 'Conflict Armament Research' };
    const said = { value: 74, speaker: 'Conflict Armament Research' };
    const guess = (of: object) =>
      makeStatement('two', { ...said, repeats: { ...of, basis: 'inferred' as const } });
    expect(standingOf([makeStatement('one', said), guess({ statement: 'one' })], body)).toBe(
      'one-statement',
    );
    expect(
      standingOf(
        [makeStatement('one', { ...said, object: 'items' }), guess({ unseen: 'CAR’s report' })],
        body,
      ),
    ).toBe('one-statement');
    expect(standingOf([guess({ unseen: 'CAR’s report' })], body)).toBe('one-statement');
  });

  it('is not documented where the printings count different objects', () => {
    const said = { value: 111, speaker: 'Conflict Armament Research' };
    const statements = [
      makeStatement('one', { ...said, object: 'sites' }),
      makeStatement('two', { ...said, object: 'days' }),
    ];
    // One origin, and it is not known what it counted.
    expect(standingOf(statements, { counted_by: 'Conflict Armament Research' })).toBe(
      'one-statement',
    );
  });

  it('is not documented where they count different models', () => {
    const said = { value: 40, speaker: 'Conflict Armament Research' };
    const statements = [
      makeStatement('one', { ...said, model: 'M1A1' }),
      makeStatement('two', { ...said, model: 'M1A2' }),
    ];
    expect(standingOf(statements, { counted_by: 'Conflict Armament Research' })).toBe(
      'one-statement',
    );
  });

  it('counts a broadcast that nobody saw again as an origin, and not as a printing', () => {
    const said = { value: 2300, speaker: 'Haider al-Abadi' };
    const all = [
      makeStatement('broadcast', said),
      makeStatement('one', { ...said, ...repeats('broadcast') }),
    ];
    expect(standingOf(all)).toBe('one-statement');
    expect(findOrigins(makeQuantity({ statements: all })).map((origin) => origin.id)).toEqual([
      'broadcast',
    ]);
    // Its own words were not read, so it does not count as a second printing.
    expect(standingOf(all, { counted_by: 'Haider al-Abadi' })).toBe('one-statement');
    expect(
      standingOf([makeStatement('broadcast', said), makeStatement('two', said)], {
        counted_by: 'Haider al-Abadi',
      }),
    ).toBe('one-statement');
  });

  it('is supported in part by several independent origins', () => {
    expect(
      standingOf([
        makeStatement('one', { value: 52, hedge: 'as-many-as', speaker: 'A' }),
        makeStatement('two', { value: 52, hedge: 'about', speaker: 'B' }),
      ]),
    ).toBe('supported-in-part');
  });

  it('never counts an unknown origin as independent', () => {
    expect(
      standingOf([
        makeStatement('one', { value: 52, speaker: 'A' }),
        makeStatement('two', { value: 52 }),
      ]),
    ).toBe('one-statement');
  });
});

describe('areRivals', () => {
  const a = (changes: Partial<Statement>) => makeStatement('a', changes);
  it('takes hedges into account', () => {
    expect(areRivals(a({ value: 40, hedge: 'at-least' }), a({ value: 58 }))).toBe(false);
    expect(areRivals(a({ value: 40, hedge: 'at-least' }), a({ value: 28 }))).toBe(true);
    expect(areRivals(a({ value: 52, hedge: 'as-many-as' }), a({ value: 40 }))).toBe(false);
    expect(areRivals(a({ value: 30, hedge: 'about' }), a({ value: 33 }))).toBe(false);
    expect(areRivals(a({ value: [4, 5] }), a({ value: 5 }))).toBe(false);
  });
  it('keeps places apart and never sets words against numbers', () => {
    expect(areRivals(a({ value: 2300, place: 'Mosul' }), a({ value: 1500, place: 'Iraq' }))).toBe(
      false,
    );
    expect(areRivals(a({ words: 'hundreds' }), a({ value: 1500 }))).toBe(false);
  });
});

describe('computeBreakdownStanding', () => {
  it('lets a coarser printing agree with a finer one, and a misplaced one differ', () => {
    const breakdown = makeRecord({}).breakdowns.get('weapons-origin');
    if (!breakdown) throw new Error('missing sample');
    const row = (values: number[]) => ({
      id: 'r',
      label: 'R',
      printings: values.map((value, index) => ({ source: `s${index}`, value })),
    });
    expect(computeBreakdownStanding(breakdown, row([12.12, 12.1]), sources)).toBe(
      'supported-in-part',
    );
    expect(computeBreakdownStanding(breakdown, row([12.12, 25.47]), sources)).toBe(
      'sources-differ',
    );
    expect(computeBreakdownStanding(breakdown, row([43.5]), sources)).toBe('one-statement');
    expect(
      computeBreakdownStanding({ ...breakdown, counted_by: 'CAR' }, row([12.12, 12.1]), sources),
    ).toBe('documented');
  });
});

describe('a hedge beside a number below zero', () => {
  it.each(['about', 'almost'] as const)(
    'lets a value lie near it, and nearer to zero: %s',
    (hedge) => {
      const [hedged, near, far] = [
        makeStatement('a', { value: -40, hedge }),
        makeStatement('b', { value: -38 }),
        makeStatement('c', { value: -60 }),
      ];
      expect(areRivals(hedged, near)).toBe(false);
      expect(areRivals(hedged, far)).toBe(true);
    },
  );
});
