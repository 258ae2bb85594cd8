import { describe, expect, it } from 'vitest';
import { listFirstSaid } from '../../../src/evidence/first-said.ts';
import type { Statement } from '../../../src/schema/quantity.ts';
import { makeQuantity, makeRecord, makeStatement } from './sample-record.ts';

const { sources } = makeRecord(
  {},
  {
    broadcast: { kind: 'broadcast', read_as: 'not-seen', url: undefined },
    insider: { published: '2014-07-23' },
    reuters: { published: '2015-06-02' },
    blog: { published: '2015-06-08' },
    month: { published: '2014-07' },
  },
);
const first = (...statements: Statement[]) =>
  listFirstSaid(makeQuantity({ statements }), sources).map(
    ({ statement, date, sources: count }) => [statement.id, date, count],
  );

describe('listFirstSaid', () => {
  it('answers for each value, the oldest first', () => {
    expect(
      first(
        makeStatement('reuters', { value: 74000 }),
        makeStatement('blog', { value: 4000 }),
        makeStatement('insider', { value: 4000, hedge: 'about' }),
      ),
    ).toEqual([
      ['insider', '2014-07-23', 2],
      ['reuters', '2015-06-02', 1],
    ]);
  });

  it('names whom the others repeat, seen or not, though all give the same day', () => {
    const said = { value: 2300, said: '2015-05-31' };
    const repeats = { statement: 'broadcast', basis: 'named' } as const;
    expect(
      first(makeStatement('reuters', { ...said, repeats }), makeStatement('broadcast', said)),
    ).toEqual([['broadcast', '2015-05-31', 2]]);
  });

  it('takes nobody for the first who has it from another, though of that one only the month is known', () => {
    const repeated = (basis: 'same-words' | 'inferred') =>
      first(
        makeStatement('month', { value: 4 }),
        makeStatement('insider', { value: 4, repeats: { statement: 'month', basis } }),
      );
    expect(repeated('same-words')).toEqual([['month', '2014-07', 2]]);
    expect(repeated('inferred')).toEqual([['insider', '2014-07-23', 2]]);
    // They repeat each other, which the check refuses, but one of them is still named.
    const circle = (id: string, statement: string) =>
      makeStatement(id, { value: 4, repeats: { statement, basis: 'named' } });
    expect(first(circle('insider', 'blog'), circle('blog', 'insider'))).toEqual([
      ['insider', '2014-07-23', 2],
    ]);
  });

  it('keeps ranges and words apart from numbers, and what has no date last', () => {
    expect(
      first(
        makeStatement('nobody', { words: 'hundreds' }),
        makeStatement('reuters', { value: [4, 5] }),
        makeStatement('blog', { value: 5 }),
        makeStatement('month', { value: 4 }),
        makeStatement('insider', { value: 4 }),
      ),
    ).toEqual([
      ['insider', '2014-07-23', 2],
      ['reuters', '2015-06-02', 1],
      ['blog', '2015-06-08', 1],
      ['nobody', undefined, 1],
    ]);
  });

  it('counts a source once that prints a value in headline and text', () => {
    expect(
      first(
        makeStatement('a', { source: 'blog', value: 1 }),
        makeStatement('b', { source: 'blog', value: 1 }),
      ),
    ).toEqual([['a', '2015-06-08', 1]]);
  });

  it('has nothing to say of our own arithmetic', () => {
    expect(first()).toEqual([]);
  });
});
