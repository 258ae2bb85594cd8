import { describe, expect, it } from 'vitest';
import { frames } from '../../../src/charts/drawing.ts';
import { type AxisRow, type AxisTable, toAxisTable } from '../../../src/charts/range/axis-table.ts';
import { describeAxis } from '../../../src/charts/range/describe.ts';
import { layoutAxis } from '../../../src/charts/range/layout.ts';
import type { RangeTable } from '../../../src/charts/range/table.ts';
import { makeRange, rangeSamples } from '../../drawings/samples.ts';
import { readLevels, readUprights } from '../../drawings/read-path.ts';

type Row = Partial<AxisRow> & { low: number };

const makeTable = (rows: Row[], words: string[] = []): AxisTable => ({
  id: 'sample',
  unit: 'things',
  rows: rows.map((row) => ({
    high: row.low,
    ends: 'closed',
    label: row.low.toLocaleString('en-GB'),
    printed: 'Gazette, 1 June 2014',
    more: 0,
    ...row,
  })),
  words,
  sayTick: (value) => value.toLocaleString('en-GB'),
});

const samples: Record<string, AxisTable> = {
  'one pair': makeTable([
    { low: 4000, more: 2 },
    { low: 74000, more: 2 },
  ]),
  'a huge range': makeTable([{ low: 3 }, { low: 12_400_000_000, label: '$12.4 billion' }]),
  hedges: makeTable([
    { low: 40, ends: 'above', label: 'at least 40' },
    { low: 52, ends: 'below', label: 'as many as 52' },
    { low: 20, ends: 'around', label: 'about 20' },
    { low: 50, ends: 'almost', label: 'almost 50' },
  ]),
  'hedges at the ends of the axis': makeTable([
    { low: 100, ends: 'above', label: 'more than 100' },
    { low: 0, ends: 'below', label: 'up to 0' },
    { low: 0, ends: 'around', label: 'about 0' },
    { low: 100, ends: 'around', label: 'about 100' },
  ]),
  'a range': makeTable([{ low: 20, high: 24, label: '20–24' }, { low: 60 }]),
  'a range with a hedge': makeTable([
    { low: 20, high: 24, ends: 'around', label: 'about 20–24' },
    { low: 22 },
  ]),
  'equal values': makeTable([{ low: 7 }, { low: 7, ends: 'around', label: 'about 7' }]),
  'a zero': makeTable([{ low: 0 }, { low: 12 }]),
  'zeros alone': makeTable([{ low: 0 }, { low: 0, ends: 'around', label: 'about 0' }]),
  'a long name in the middle': makeTable([
    {
      low: 50,
      printed:
        'The Quarterly Journal of Very Long Names of Publications and Their Societies, 31 September 2015',
      more: 12,
    },
    {
      low: 100,
      printed:
        'The Quarterly Journal of Very Long Names of Publications and Their Societies, 31 September 2015',
    },
  ]),
  'twelve rows': makeTable(Array.from({ length: 12 }, (_, index) => ({ low: 1 + index * 7 }))),
};

describe.each(['phone', 'tablet', 'desktop'] as const)('layoutAxis on a %s', (frame) => {
  it.each(Object.entries(samples))('places every text and mark: %s', (_, table) => {
    const layout = layoutAxis(table, frames[frame]);
    expect(layout.warnings).toEqual([]);
    const printed = JSON.stringify(layout.parts);
    expect(printed).not.toMatch(/NaN|Infinity|null|\d\.\d{2}/);
    expect(layout.marks.map((mark) => mark.label)).toEqual(table.rows.map((row) => row.label));
  });

  it.each(Object.entries(samples))('draws from zero and in proportion: %s', (_, table) => {
    const { marks, invert, parts } = layoutAxis(table, frames[frame]);
    const slack = Math.max(...table.rows.map((row) => row.high)) / 1000;
    for (const [index, row] of table.rows.entries()) {
      expect(Math.abs(invert(marks[index]?.low ?? Number.NaN) - row.low)).toBeLessThanOrEqual(
        slack,
      );
      expect(Math.abs(invert(marks[index]?.high ?? Number.NaN) - row.high)).toBeLessThanOrEqual(
        slack,
      );
    }
    const axis = parts[0]?.paths.find((path) => path.kind === 'axis')?.d;
    expect(invert(readUprights(axis ?? '')[0]?.x ?? Number.NaN)).toBe(0);
  });

  it.each(Object.entries(samples))(
    'sets no text below 12 px where it is shown at its smallest: %s',
    (_, table) => {
      const smallest = { phone: 280 / 296, tablet: 550 / 640, desktop: 780 / 960 }[frame];
      for (const { texts } of layoutAxis(table, frames[frame]).parts) {
        for (const text of texts) expect(text.size * smallest).toBeGreaterThanOrEqual(12);
      }
    },
  );

  it('says with the ends of a mark what its hedge says', () => {
    const draw = (ends: AxisRow['ends']) => {
      const [part] = layoutAxis(makeTable([{ low: 50, ends }, { low: 100 }]), frames[frame]).parts;
      return part?.paths.find((path) => path.kind === 'bar' && path.thickness === 2)?.d;
    };
    const drawn = (['above', 'below', 'around', 'almost'] as const).map(draw);
    expect(new Set(drawn).size).toBe(4);
    for (const path of drawn) expect(path).toBeTruthy();
    expect(draw('closed')).toBeUndefined();
    // The first line runs from its mark to the right, the second to the left.
    const [start, tip] = readLevels(draw('above') ?? '').flatMap((line) => [line.from, line.to]);
    expect(tip).toBeGreaterThan(start ?? Number.NaN);
    const [from, end] = readLevels(draw('below') ?? '').flatMap((line) => [line.from, line.to]);
    expect(end).toBeLessThan(from ?? Number.NaN);
  });

  it('draws a range as a bar', () => {
    const bars = (table: AxisTable | undefined) =>
      table &&
      layoutAxis(table, frames[frame]).parts[0]?.paths.filter(
        (path) => path.kind === 'bar' && path.thickness === 6,
      );
    expect(bars(samples['a range'])).toHaveLength(1);
    expect(bars(samples['one pair'])).toHaveLength(0);
  });

  it('notices what it cannot draw', () => {
    expect(
      layoutAxis(makeTable([{ low: -5 }, { low: 5 }]), frames[frame]).warnings.map(
        ({ message }) => message,
      ),
    ).toContain('A value below zero has no place on an axis from zero.');
  });
});

describe.each(['phone', 'tablet', 'desktop'] as const)('a range on a %s', (frame) => {
  it.each(Object.entries(rangeSamples))('puts every mark at its value: %s', (_, table) => {
    const axis = toAxisTable(table);
    const { marks, invert } = layoutAxis(axis, frames[frame]);
    expect(marks).toHaveLength(axis.rows.length);
    const top = Math.max(...axis.rows.map((row) => row.high));
    axis.rows.forEach((row, index) => {
      const [low, high] = [
        invert(marks[index]?.low ?? Number.NaN),
        invert(marks[index]?.high ?? Number.NaN),
      ];
      const slack = (value: number) => (table.scale === 'log' ? value / 50 : top / 500);
      expect(Math.abs(low - row.low)).toBeLessThanOrEqual(slack(row.low));
      expect(Math.abs(high - row.high)).toBeLessThanOrEqual(slack(row.high));
    });
  });

  const draw = (table: RangeTable | undefined) =>
    layoutAxis(toAxisTable(table ?? makeRange([])), frames[frame]);
  const textsOf = (table: RangeTable | undefined) =>
    draw(table)
      .parts.flatMap((part) => part.texts.map(({ text }) => text))
      .join(' ');

  it('says that an axis is logarithmic, and draws no length from a zero it has not', () => {
    const table = rangeSamples['a huge range on a logarithmic axis'];
    expect(textsOf(table)).toContain('The axis is logarithmic');
    const kinds = draw(table).parts.flatMap((part) => part.paths.map((path) => path.kind));
    expect(kinds).not.toContain('axis');
    expect(kinds).not.toContain('edge');
    expect(textsOf(rangeSamples['a zero'])).not.toContain('logarithmic');
  });

  it('names below the axis what was printed in words', () => {
    expect(textsOf(rangeSamples['a gap: words only'])).toContain(
      'hundreds (lorries, Gazette, 1 June 2014, and 2 more)',
    );
  });

  it('tells filled from hollow marks by their shape', () => {
    const paths = draw(makeRange([{ value: 5 }, { value: 9, role: 'context' }])).parts.flatMap(
      (part) => part.paths,
    );
    expect(paths.filter((path) => path.kind === 'dot')).toHaveLength(1);
    expect(paths.filter((path) => path.kind === 'bar' && path.thickness === 2.4)).toHaveLength(1);
  });

  it('marks our arithmetic as ours', () => {
    expect(textsOf(rangeSamples['our arithmetic'])).toContain('our arithmetic');
  });

  it('notices what a logarithmic axis cannot show', () => {
    expect(
      draw(makeRange([{ value: 0 }, { value: 5 }], 'log')).warnings.map(({ message }) => message),
    ).toContain('A logarithmic axis has no place for zero and below.');
  });
});

it('says in words what it draws, and what it does not', () => {
  expect(describeAxis(makeTable([{ low: 4000, more: 2 }, { low: 74000 }], ['hundreds']))).toBe(
    'One axis from zero, in things. 4,000: first in Gazette, 1 June 2014, and 2 more. 74,000: first in Gazette, 1 June 2014. ' +
      'Printed in words, with no place on the axis: hundreds.',
  );
});
