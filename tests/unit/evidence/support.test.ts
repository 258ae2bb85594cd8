import { expect, it } from 'vitest';
import { countOrigins } from '../../../src/evidence/support.ts';
import { makeQuantity, makeRecord, makeStatement } from './sample-record.ts';

const { sources } = makeRecord(
  {},
  { afp: {}, vice: {}, abadi: { read_as: 'not-seen', url: undefined } },
);
const countOf = (...statements: ReturnType<typeof makeStatement>[]) =>
  countOrigins(makeQuantity({ statements }), sources);
const repeats = { statement: 'afp', basis: 'named' } as const;

it('counts who printed a number and who began it', () => {
  expect(
    countOf(
      makeStatement('afp', { value: 2300, speaker: 'Abadi' }),
      makeStatement('vice', { value: 2300, repeats }),
    ),
  ).toBe('2\u00a0sources, 1\u00a0origin');
});

it('counts as sources only those that were read', () => {
  const origin = makeStatement('abadi', { value: 1, speaker: 'Abadi' });
  expect(
    countOf(
      origin,
      makeStatement('vice', { value: 1, repeats: { ...repeats, statement: 'abadi' } }),
    ),
  ).toBe('1\u00a0source, 1\u00a0origin');
});

it('counts whom a source does not name beside nobody who is named', () => {
  expect(
    countOf(
      makeStatement('afp', { value: 1, speaker: 'Abadi' }),
      makeStatement('vice', { value: 2 }),
    ),
  ).toBe('2\u00a0sources, 1\u00a0named origin');
  expect(countOf(makeStatement('afp', { value: 1 }), makeStatement('vice', { value: 1 }))).toBe(
    '2\u00a0sources, no named origin',
  );
});

it('counts an origin once, however many printings name it or the text that nobody saw', () => {
  const audit = { repeats: { unseen: 'the audit', basis: 'named' } } as const;
  const told = (id: string, speaker: string | undefined, rest: object = audit) =>
    makeStatement(id, { value: 1, speaker, ...rest });
  expect(
    countOf(told('afp', 'SIGAR, an inspector'), told('vice', 'SIGAR'), told('blog', undefined)),
  ).toBe('3\u00a0sources, 1\u00a0origin');
  expect(countOf(told('afp', 'SIGAR'), told('vice', 'GAO'))).toBe('2\u00a0sources, 2\u00a0origins');
  expect(countOf(told('afp', 'SIGAR'), told('vice', undefined, {}))).toBe(
    '2\u00a0sources, 1\u00a0named origin',
  );
  expect(countOf(told('afp', undefined), told('vice', undefined))).toBe(
    '2\u00a0sources, no named origin',
  );
});

it('has nothing to say of a number that nobody stated', () => {
  const derivation = {
    operation: 'product' as const,
    of: ['guns/blog', 2],
    decimals: 0,
    explanation: 'Twice the guns.',
  };
  expect(countOrigins(makeQuantity({ derivation }), sources)).toBeUndefined();
});
