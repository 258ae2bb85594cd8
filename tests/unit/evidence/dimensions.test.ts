import { expect, it } from 'vitest';
import { dropNotStated } from '../../../src/evidence/dimensions.ts';
import { quantitySchema, type WrittenQuantity } from '../../../src/schema/quantity.ts';

it('dropNotStated takes out of the record what a wording does not state, and nothing else', () => {
  const written: WrittenQuantity = quantitySchema.parse({
    tag: 'E-11',
    title: 'Machine guns',
    counts: 'Machine guns of the sample.',
    subject: 'losses',
    unit: { kind: 'count', one: 'gun', many: 'guns' },
    statements: [
      {
        id: 'open',
        source: 'a',
        value: 1,
        hedge: 'not-stated',
        object: 'not-stated',
        place: 'not-stated',
        model: 'not-stated',
        wording: 'not-stated',
      },
      {
        id: 'said',
        source: 'b',
        value: 1,
        hedge: 'about',
        object: 'lost',
        place: 'Mosul',
        model: 'PKC',
      },
    ],
  });
  const before = structuredClone(written);
  const { statements = [], ...rest } = dropNotStated(written);
  expect(written).toEqual(before);
  expect(rest).toEqual({ ...written, statements: undefined });
  expect(statements).toEqual([
    { id: 'open', source: 'a', value: 1, wording: 'not-stated' },
    written.statements?.[1],
  ]);
  const { statements: _, ...bare } = written;
  expect(dropNotStated(bare)).toEqual(bare);
});
