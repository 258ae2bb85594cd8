import { describe, expect, it } from 'vitest';
import { describeBars } from '../../../src/charts/bars/describe.ts';
import { tabulate } from '../../../src/charts/kinds.ts';
import { describeRange } from '../../../src/charts/range/describe.ts';
import { describeRelay } from '../../../src/charts/relay/describe.ts';
import { describeShares } from '../../../src/charts/shares/describe.ts';
import { choosePrintedColumns, toRecords } from '../../../src/charts/table-columns.ts';
import { describeUnits } from '../../../src/charts/units/describe.ts';
import {
  groupedBars,
  makeRange,
  makeRelay,
  makeShares,
  rivalUnits,
} from '../../drawings/samples.ts';

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
    expect(
      rows.filter((row) => row.cells.basis === 'not printed').map((row) => row.valueText),
    ).toEqual(['–', '–']);
    expect(rows.find((row) => row.cells.label === 'from these together')?.cells.basis).toBe(
      'our arithmetic',
    );
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
  expect(
    draft.replaceAll(/\[[^\]]*\]\([^)]*\)/g, '').replaceAll(/per 100 of \d+|\d+ June 2014/g, ''),
  ).not.toMatch(/\d/);
});

describe('the other kinds', () => {
  it('list each part of each whole, the missing ones too', () => {
    const rows = tabulate(
      makeShares([
        ['Guns', 97, 3],
        ['Shells', 87],
      ]),
    );
    expect(rows.map(({ cells }) => [cells.label, cells.measure, cells.value, cells.basis])).toEqual(
      [
        ['Guns', 'made here', 97, 'printed'],
        ['Guns', 'made abroad', 3, 'printed'],
        ['Shells', 'made here', 87, 'printed'],
        ['Shells', 'made abroad', undefined, 'not printed'],
      ],
    );
  });

  it('list every number behind a mark of a range, ranges and words as printed', () => {
    const rows = tabulate(
      makeRange([{ value: 40, hedge: 'at least', more: 1 }, { range: [20, 24] }, {}]),
    );
    expect(rows.map(({ cells }) => [cells.qualifier, cells.value])).toEqual([
      ['at least', 40],
      ['at least', 40],
      ['', '20–24'],
      ['', 'hundreds'],
    ]);
  });

  it('say what happened to a number in a relay', () => {
    const rows = tabulate(
      makeRelay([
        { value: 4000 },
        { value: 74_000, custody: 'changed', from: 0, changes: ['74,000 instead of 4,000'] },
      ]),
    );
    expect(rows.map(({ cells }) => [cells.label, cells.value, cells.custody])).toEqual([
      ['Gazette 1', 4000, 'Starts'],
      ['Gazette 2', 74_000, 'Changed: 74,000 instead of 4,000'],
    ]);
    expect(choosePrintedColumns(rows).columns.map((column) => column.id)).toContain('custody');
  });

  it('draft descriptions in which every number is a link', () => {
    const draft = [
      describeShares(makeShares([['Guns', 97]])),
      describeRange(
        makeRange([
          { value: 40, hedge: 'at least' },
          { value: 1330, role: 'context' },
        ]),
      ),
      describeRelay(
        makeRelay([
          { value: 4000 },
          { value: 74_000, custody: 'changed', from: 0, changes: ['74,000 instead of 4,000'] },
        ]),
      ),
    ].join(' ');
    expect(draft).toContain('[at least 40](num:sample/1)');
    expect(draft).toContain('made abroad not printed');
    expect(draft).toContain('[74,000](num:sample/2), instead of [4,000](num:sample/1)');
    expect(
      draft.replaceAll(/\[[^\]]*\]\([^)]*\)/g, '').replaceAll(/\d+ June 2014|Gazette \d/g, ''),
    ).not.toMatch(/\d/);
  });
});
