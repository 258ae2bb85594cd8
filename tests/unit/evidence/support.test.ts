import { describe, expect, it } from 'vitest';
import { getNumber } from '../../../src/evidence/record.ts';
import { countOrigins, describeSupport } from '../../../src/evidence/support.ts';
import { makeQuantity, makeRecord, makeStatement } from './sample-record.ts';

const repeats = { statement: 'afp', basis: 'named' } as const;
const record = makeRecord(
  {
    guns: makeQuantity({
      statements: [makeStatement('reuters', { value: 74000, speaker: 'Van Buren' }), makeStatement('blog', { value: 4000 })],
    }),
    humvees: makeQuantity({
      statements: [makeStatement('afp', { value: 2300, speaker: 'Abadi' }), makeStatement('vice', { value: 2300, repeats })],
    }),
    hundreds: makeQuantity({ statements: [makeStatement('afp', { value: 300 })] }),
    twice: makeQuantity({ derivation: { operation: 'product', of: ['guns/blog', 2], decimals: 0, explanation: 'Twice the guns.' } }),
  },
  { reuters: { publisher: 'Reuters' }, blog: { publisher: 'A blog' }, afp: { publisher: 'AFP', published: '2015-05-31' }, vice: {} },
);
const support = (ref: string) => describeSupport(record, getNumber(record, ref));

describe('describeSupport', () => {
  it('counts who printed a number and who began it', () => {
    expect(support('humvees/vice')).toBe('2\u00a0sources, 1\u00a0origin');
  });

  it('counts as sources only those that were read', () => {
    const { sources } = makeRecord({}, { abadi: { read_as: 'not-seen', url: undefined }, vice: {} });
    const statements = [
      makeStatement('abadi', { value: 1, speaker: 'Abadi' }),
      makeStatement('vice', { value: 1, repeats: { ...repeats, statement: 'abadi' } }),
    ];
    expect(countOrigins(makeQuantity({ statements }), sources)).toBe('1\u00a0source, 1\u00a0origin');
  });

  it('gives the values that cannot all hold', () => {
    expect(support('guns/blog')).toBe('74,000 or 4,000; 2\u00a0sources, 1\u00a0named origin');
  });

  it('counts nobody whom a source does not name', () => {
    const nameless = makeQuantity({ statements: [makeStatement('afp', { value: 1 }), makeStatement('vice', { value: 1 })] });
    expect(countOrigins(nameless, record.sources)).toBe('2\u00a0sources, no named origin');
  });

  it('says where a single statement stands', () => {
    expect(support('hundreds/afp')).toBe('AFP, 31\u00a0May 2015');
  });

  it('says from how many numbers our own arithmetic comes', () => {
    expect(support('twice')).toBe('Worked out from 2\u00a0numbers');
  });
});

it('countOrigins has nothing to say of a number that nobody stated', () => {
  const twice = record.quantities.get('twice');
  expect(twice && countOrigins(twice, record.sources)).toBeUndefined();
});
