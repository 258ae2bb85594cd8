import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { frames } from '../../../src/charts/drawing.ts';
import { layoutAxis } from '../../../src/charts/range/layout.ts';
import { readContent } from '../../../src/library/read-content.ts';
import { getPrintedAxis } from '../../../src/drawings/range-rows.ts';
import type { Quantity, Statement } from '../../../src/schema/quantity.ts';

const { record } = readContent(join(import.meta.dirname, '../../..')).content;

function makeQuantity(statements: Partial<Statement>[]): Quantity & { id: string } {
  return {
    id: 'sample',
    tag: 'E-01',
    title: 'Things lost',
    counts: 'Things that were lost.',
    subject: 'losses',
    unit: { kind: 'count', one: 'thing', many: 'things' },
    statements: statements.map((statement, index) => ({
      id: `gazette-${index}`,
      source: 'gazette',
      published: '2014-06-01',
      ...statement,
    })),
  };
}

describe('getPrintedAxis', () => {
  it('is needed where two numbers differ, and only there', () => {
    expect(
      getPrintedAxis(record, makeQuantity([{ value: 40 }, { value: 40, hedge: 'at-least' }])),
    ).toBeUndefined();
    expect(
      getPrintedAxis(record, makeQuantity([{ value: 40 }, { words: 'dozens' }])),
    ).toBeUndefined();
    expect(getPrintedAxis(record, makeQuantity([{ value: 40 }, { value: 52 }]))?.rows).toHaveLength(
      2,
    );
  });

  it('has a row for each value with its hedge, the first printing first, and keeps words apart', () => {
    const table = getPrintedAxis(
      record,
      makeQuantity([
        { value: 4000 },
        { value: 74000, hedge: 'more-than' },
        { value: 4000 },
        { value: [20, 24] },
        { words: 'hundreds' },
      ]),
    );
    expect(
      table?.rows.map(({ label, low, high, ends, more }) => [label, low, high, ends, more]),
    ).toEqual([
      ['4,000', 4000, 4000, 'closed', 1],
      ['more than 74,000', 74000, 74000, 'above', 0],
      ['20–24', 20, 24, 'closed', 0],
    ]);
    expect(table?.words).toEqual(['hundreds']);
  });
});

describe('every record whose numbers differ', () => {
  const tables = [...record.quantities.values()].flatMap(
    (quantity) => getPrintedAxis(record, quantity) ?? [],
  );

  it.each(['phone', 'desktop'] as const)('fits its drawing on a %s', (frame) => {
    expect(tables.length).toBeGreaterThan(5);
    expect(tables.flatMap((table) => layoutAxis(table, frames[frame]).warnings)).toEqual([]);
  });
});
