import { describe, expect, it } from 'vitest';
import { parseTable } from '../../../src/charts/parse-table.ts';
import { splitCsv } from '../../../src/charts/split-csv.ts';
import { textColumns, type TableShape } from '../../../src/charts/table-entry.ts';

const counts: TableShape = {
  measures: [{ id: 'parcels' }],
  shares: false,
  mostRows: 3,
  texts: textColumns,
};
const shares: TableShape = { ...counts, shares: true };
const divided: TableShape = {
  measures: [{ id: 'east' }, { id: 'west' }],
  shares: true,
  divided: { complete: true },
  mostRows: 16,
  texts: ['note'],
};

/** Returns "row:column start-end message" for every problem. */
const find = (text: string, shape = counts) =>
  parseTable(text, shape).problems.map(
    ({ row, column, start, end, message }) => `${row}:${column} ${start}-${end} ${message}`,
  );
const fixOf = (text: string, shape = counts) =>
  parseTable(text, shape).problems.map(({ fix }) => fix);
const cell = (value: string, shape = counts) => fixOf(`label,value\nNorth,"${value}"\n`, shape);

describe('a good table', () => {
  it('becomes typed rows', () => {
    const text =
      'label,value,group,role,qualifier,note,source\nNorth,12.5,Far,highlight,at least,by hand,"gazette courier"\nSouth,0,,,,,\n';
    expect(parseTable(text, counts)).toEqual({
      problems: [],
      rows: [
        {
          label: 'North',
          group: 'Far',
          note: 'by hand',
          role: 'highlight',
          qualifier: 'at-least',
          sources: [
            { id: 'gazette', start: 87, end: 104 },
            { id: 'courier', start: 87, end: 104 },
          ],
          values: [12.5],
        },
        {
          label: 'South',
          group: '',
          note: '',
          role: undefined,
          qualifier: undefined,
          sources: [],
          values: [0],
        },
      ],
    });
    expect(text.slice(87, 104)).toBe('"gazette courier"');
  });

  it('may have a byte order mark, either line break, empty lines and columns in any order', () => {
    const rows = parseTable('\ufeffvalue,label\r\n12,North\r\n\r\n3,South', counts).rows;
    expect(rows.map(({ label, values }) => [label, ...values])).toEqual([
      ['North', 12],
      ['South', 3],
    ]);
  });

  it('may say with a dash that a number was not printed', () => {
    expect(
      parseTable('label,east,west\nNorth,40,-\nSouth,–,60\n', divided).rows.map(
        ({ values }) => values,
      ),
    ).toEqual([
      [40, undefined],
      [undefined, 60],
    ]);
  });

  it('keeps texts that look like formulas, and doubled quotation marks', () => {
    const { rows, problems } = parseTable(
      'label,value,note\n"=HYPERLINK(""x"")",1,@note\n+44,2,-\n',
      counts,
    );
    expect(problems).toEqual([]);
    expect(rows.map(({ label, note }) => [label, note])).toEqual([
      ['=HYPERLINK("x")', '@note'],
      ['+44', '-'],
    ]);
  });

  it('reads a line break in quotation marks as part of its cell, and of a label as a space', () => {
    const text = 'label,value\n"North\r\nand ""South""",1\nEast,2\n';
    expect(splitCsv(text).records[1]?.map((entry) => entry.text)).toEqual([
      'North\nand "South"',
      '1',
    ]);
    expect(parseTable(text, counts).rows[0]?.label).toBe('North and "South"');
    expect(splitCsv(text).records[2]?.[0]).toEqual({
      text: 'East',
      row: 3,
      column: 1,
      start: text.indexOf('East'),
      end: text.indexOf('East') + 4,
    });
  });

  it('has a number somewhere, and in each whole that it divides', () => {
    expect(parseTable('label,value\nNorth,–\nSouth,1\n', counts).problems).toEqual([]);
    expect(find('label,value\nNorth,–\n')).toEqual(['2:1 12-17 No row of the table has a number.']);
    expect(find('label,east,west\nNorth,60,40\nSouth,–,–\n', divided)).toEqual([
      '3:1 28-33 Row 3 has no number.',
    ]);
  });

  it('adds up', () => {
    expect(
      parseTable('label,value\nNorth,60\nRest,39.6\n', {
        ...shares,
        measures: [{ id: 'parcels', whole: 100 }],
      }).problems,
    ).toEqual([]);
    expect(parseTable('label,east,west\nNorth,60.4,40\n', divided).problems).toEqual([]);
    expect(
      parseTable('label,east,west\nNorth,60,30\n', { ...divided, divided: { complete: false } })
        .problems,
    ).toEqual([]);
  });
});

describe('a cell', () => {
  it.each(['NaN', 'Infinity', 'x', '1e400', '①', '12 or 13', '1.', '.5', '--5', '1,23,4'])(
    'is not a number:%s',
    (value) => {
      expect(parseTable(`label,value\nNorth,"${value}"\n`, counts).rows).toEqual([]);
      expect(cell(value)).toHaveLength(1);
    },
  );
  it.each([
    ['1,234', 'Write 1234 if the comma divides the thousands, or 1.2340 if decimals follow it.'],
    ['1 234 567.8', 'Write 1234567.8.'],
    ['12,5', 'Write 12.5.'],
    ['12%', 'Write 12; the unit is in the YAML.'],
    ['0x10', 'Write 16.'],
    ['1e3', 'Write 1000.'],
    ['+5', 'Write 5.'],
    ['at least 40', 'Write 40 here and the hedge into a column "qualifier".'],
    ['~40', 'Write 40 here and the hedge into a column "qualifier".'],
  ])('has a fix that can be copied: %s', (value, fix) => {
    expect(cell(value)).toEqual([fix]);
  });
  it.each([
    ['1,234,567', 'Write 1234567.'],
    ['1.234.567', 'Write 1234567.'],
    ['1.234,5', 'Write 1234.5.'],
    ['12 345,5', 'Write 12345.5.'],
    ['1e-7', 'Write 0.0000001.'],
    ['.5', 'Write 0.5.'],
    ['0031', 'Write 31 if it is a number; delete the row if it is a code.'],
    ['00.5', 'Write 0.5 if it is a number; delete the row if it is a code.'],
    ['0.12345678901234567', 'Write 0.12345678901234566, or round it as the source does.'],
  ])('is read to its last character or not at all: %s', (value, fix) => {
    expect(cell(value)).toEqual([fix]);
    const written = /Write (\d[\d.]*\d)/.exec(fix)?.[1] ?? '';
    expect(cell(written)).toEqual([]);
  });
  it('is placed by row, column and character', () => {
    expect(find('label,value\nNorth,12\nSouth,NaN\n')).toEqual([
      '3:2 27-30 "NaN" is not a number in plain digits (row 3, column "value").',
    ]);
    expect(find('label,value\nNorth,\n')).toEqual([
      '2:2 18-19 The cell is empty (row 2, column "value").',
    ]);
    expect(find('\ufefflabel,parcels\nNorth,x\n')[0]).toMatch(/^2:2 21-22 /);
  });
  it('cannot be below zero, larger than a number is kept, or a share over a hundred', () => {
    expect(find('label,value\nNorth,-400\nSouth,−3\n')).toHaveLength(2);
    expect(find('label,value\nNorth,9007199254740993\n')[0]).toContain(
      'larger than a chart can show',
    );
    expect(find('label,value\nNorth,100.1\n', shares)[0]).toContain('more than the whole');
    expect(find('label,value\nNorth,100.1\n')).toEqual([]);
  });
});

describe('a column in which every point may stand between thousands', () => {
  const column = (...values: string[]) =>
    values.map((value, index) => `Row ${index},${value}\n`).join('');
  const read = (values: string[], shape = counts) =>
    find(`label,value\n${column(...values)}`, shape);

  it('is refused with both readings, and a fix for each', () => {
    expect(read(['2', '1.234'])).toEqual([
      '3:2 26-31 "1.234" may be 1,234, with a point between the thousands, or 1.234, a little more than 1: no number of the column "value" says which.',
    ]);
    expect(fixOf(`label,value\n${column('1.234')}`)).toEqual([
      'Write 1234 and the like if the point divides thousands, or 1.2340 if decimals follow it.',
    ]);
    expect(read(['1.234', '12.500', '2500'])).toHaveLength(1);
    expect(read(['1.2340'])).toEqual([]);
    expect(read(['1234'])).toEqual([]);
  });

  it.each([
    [['1.234', '0.5']],
    [['1.234', '12.25']],
    [['0.234']],
    [['1.234', '1234.5']],
    [['1.2345']],
    [['1234.567']],
  ])('has one reading where another number says so: %j', (values) => {
    expect(read(values)).toEqual([]);
  });

  it('has one reading as shares, which are never more than a thousand', () => {
    expect(read(['1.234'], shares)).toEqual([]);
  });
});

describe('a table', () => {
  it('has a label once', () => {
    expect(find('label,value\nNorth,1\n North ,2\n')).toEqual([
      '3:1 20-27 "North" is already in row 2.',
    ]);
  });
  it.each([
    ['label;value\nNorth;1\n', '1:1 5-6 The cells are separated by semicolons instead of commas.'],
    ['label\tvalue\nNorth\t1\n', '1:1 5-6 The cells are separated by tabs instead of commas.'],
    [
      'label,value,colour\nNorth,1,red\n',
      '1:3 12-18 There is no column "colour" in the table of this chart.',
    ],
    [
      'label,value,__proto__\nNorth,1,2\n',
      '1:3 12-21 There is no column "__proto__" in the table of this chart.',
    ],
    ['label,value,\nNorth,1,\n', '1:3 12-13 Column 3 has no name.'],
    ['label,value,value\nNorth,1,2\n', '1:3 12-17 The column "value" appears twice.'],
    ['label,note\nNorth,x\n', '1:1 0-5 The head lacks the column "value".'],
  ])('has a head that is understood: %j', (text, problem) => {
    expect(find(text)).toEqual([problem]);
  });
  it('has rows, and no more than the kind shows', () => {
    expect(find('')).toEqual(['1:1 0-1 The table is empty (row 1).']);
    expect(find('label,value\n')).toEqual(['1:2 6-11 The table has a head and no rows.']);
    expect(find('label,value\na,1\nb,2\nc,3\nd,4\ne,5\n')).toEqual([
      '5:1 24-25 The table has 5 rows; this kind of chart shows at most 3.',
    ]);
  });
  it('says once that a hundred thousand rows are too many', () => {
    expect(find(`label,value\n${'a,NaN\n'.repeat(100_000)}`)).toHaveLength(1);
  });
  it('has as many cells in a row as in its head', () => {
    expect(find('label,value,note\nNorth,1\n')).toEqual([
      '2:2 24-25 Row 2 has 2 cells, the head has 3.',
    ]);
    expect(find('label,value\nNorth,1,234\n')).toEqual([
      '2:3 20-23 Row 2 has 3 cells, the head has 2.',
    ]);
    expect(find('label,value\nNorth,1,')).toEqual(['2:3 20-21 Row 2 has 3 cells, the head has 2.']);
  });
  it('closes its quotation marks', () => {
    expect(find('label,value\n"North,1\nSouth,""2""\n')[0]).toMatch(
      /^2:1 12-13 This quotation mark is never closed/,
    );
    expect(find('label,value\n"North" x,1\n')[0]).toMatch(/^2:1 19-20 Something follows/);
    expect(find('label,value\nThe "North",1\n')[0]).toMatch(
      /^2:1 16-17 There is a quotation mark inside/,
    );
    expect(fixOf('label,value\nThe "North",1\n')).toEqual(['Write "The ""North""".']);
  });
  it('makes the whole that it declares', () => {
    const whole = { ...shares, measures: [{ id: 'parcels', whole: 100 }] };
    expect(find('label,value\nNorth,60\nRest,39.2\n', whole)).toEqual([
      '3:2 26-30 The rows add up to 99.2, the whole is 100.',
    ]);
    expect(find('label,value\nNorth,60\nRest,41\n', whole)[0]).toContain('add up to 101');
    expect(find('label,east,west\nNorth,60,41\n', divided)[0]).toContain(
      'add up to 101, which is more than the whole',
    );
    expect(find('label,east,west\nNorth,60,39.2\n', divided)[0]).toContain(
      'add up to 99.2, which is less than the whole',
    );
  });
});
