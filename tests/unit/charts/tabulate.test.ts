import { describe, expect, it } from 'vitest';
import { describeBars, describeUnits } from '../../../src/charts/describe.ts';
import { choosePrintedColumns, tabulate, toRecords } from '../../../src/charts/tabulate.ts';
import { groupedBars, rivalUnits } from '../../drawings/samples.ts';

describe('tabulate', () => {
  const rows = tabulate(groupedBars);

  it('lists every row of every panel in the order of the drawing, the bracket after its rows', () => {
    expect(rows.map((row) => [row.cells.measure, row.cells.label, row.cells.value])).toEqual([
      ['Guns', 'Ashford', 20.24],
      ['Guns', 'Brook', 6.96],
      ['Guns', 'Crane', 3],
      ['Guns', 'from these together', 30.2],
      ['Guns', 'Dunmore', 1.8],
      ['Guns', 'Not listed', 8.5],
      ['Shells', 'Ashford', 12],
      ['Shells', 'Brook', undefined],
      ['Shells', 'Crane', 0],
      ['Shells', 'Dunmore', 9.1],
      ['Shells', 'Not listed', undefined],
    ]);
  });

  it('says where a number was not printed and where it is our arithmetic', () => {
    expect(rows.filter((row) => row.cells.basis === 'not printed').map((row) => row.valueText)).toEqual(['–', '–']);
    expect(rows.find((row) => row.cells.label === 'from these together')?.cells.basis).toBe('our arithmetic');
  });

  it('carries hedge, place, object, source and record of both numbers on one grid', () => {
    const [larger, smaller, , boats] = tabulate(rivalUnits);
    expect([larger?.cells.value, smaller?.cells.value]).toEqual([23_000, 3000]);
    expect(boats?.cells).toMatchObject({
      value: 40,
      qualifier: 'at least',
      place: 'Iraq',
      fate: 'lost',
      sources: 'gazette',
      record: 'sample/40',
    });
  });

  it('prints once what is the same in every row', () => {
    const { columns, common } = choosePrintedColumns(rows);
    expect(common).toContainEqual({ label: 'Place', text: 'Iraq' });
    expect(columns.map((column) => column.id)).not.toContain('place');
  });

  it('gives every record as many fields as the head', () => {
    const { head, records } = toRecords(rows);
    for (const record of records) expect(record).toHaveLength(head.length);
  });
});

it('drafts a description in which every number is a link to its record', () => {
  const draft = `${describeBars(groupedBars)} ${describeUnits(rivalUnits)}`;
  expect(draft).toContain('[20.24](num:sample/20-24)');
  expect(draft).toContain('[at least 40](num:sample/40)');
  expect(draft).toContain('No number was printed for Brook and Not listed.');
  expect(draft.replaceAll(/\[[^\]]*\]\([^)]*\)/g, '').replaceAll(/per 100 of \d+|\d+ June 2014/g, '')).not.toMatch(/\d/);
});
