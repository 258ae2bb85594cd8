import { describe, expect, it } from 'vitest';
import { describeChart, tabulate } from '../../../src/charts/kinds.ts';
import { countDays } from '../../../src/charts/route/count-days.ts';
import { layoutRoute } from '../../../src/charts/route/layout.ts';
import { choosePrintedColumns, toRecords } from '../../../src/charts/table-columns.ts';
import { frames } from '../../../src/charts/drawing.ts';
import { makeRoute, routeSamples } from '../../drawings/samples.ts';
import { readLevels } from '../../drawings/read-path.ts';

const date = (year: number, month: number, day: number) => ({
  date: { year, month, day },
  dateText: `${day}/${month}/${year}`,
});
const known = { from: 'Ashford', to: 'Brook', what: 'a crate' };
const unknown = { unknown: 'who had it' };
const route = makeRoute(
  [{ ...date(2015, 12, 12), note: 'by rail' }, {}, { ...date(2016, 2, 9), place: 'Crane' }],
  [known, unknown],
  59,
);

describe('countDays', () => {
  it('counts over the ends of months and years, and over a leap day', () => {
    expect(countDays({ year: 2015, month: 12, day: 12 }, { year: 2016, month: 2, day: 9 })).toBe(
      59,
    );
    expect(countDays({ year: 2016, month: 2, day: 28 }, { year: 2016, month: 3, day: 1 })).toBe(2);
  });
  it('counts nothing where a day is not known', () => {
    expect(countDays({ year: 2015, month: 12 }, { year: 2016, month: 2, day: 9 })).toBeUndefined();
    expect(countDays(undefined, { year: 2016, month: 2, day: 9 })).toBeUndefined();
  });
});

describe.each(['phone', 'tablet', 'desktop'] as const)('layoutRoute on a %s', (name) => {
  const frame = frames[name];
  const draw = (table = route) => {
    const layout = layoutRoute(table, frame);
    const [part] = layout.parts;
    if (!part) throw new Error('Nothing was drawn.');
    return {
      ...layout,
      part,
      texts: part.texts.map(({ text }) => text),
      threads: part.paths.filter(({ kind }) => kind === 'thread'),
    };
  };

  it('draws the stops in order, along the frame', () => {
    const { stops } = draw();
    expect(stops.map(({ event }) => event)).toEqual(['event-1', 'event-2', 'event-3']);
    const along = stops.map(({ x, y }) => (name === 'phone' ? y : x));
    expect(along).toEqual(along.toSorted((a, b) => a - b));
    expect(new Set(along).size).toBe(3);
  });

  it('dashes a leg that nobody could follow, and says that it is not known', () => {
    const { threads, texts } = draw();
    expect(threads.map(({ dash }) => dash !== undefined).sort()).toEqual([false, true]);
    expect(texts).toContain('Not known');
    expect(texts).toContain('who had it');
    const whole = draw(makeRoute([date(2015, 12, 12), date(2016, 2, 9)], [known]));
    expect(whole.threads.every(({ dash }) => dash === undefined)).toBe(true);
    expect(whole.texts).not.toContain('Not known');
  });

  it('says who passed what to whom, and where the day of a stop is not known', () => {
    const { texts } = draw();
    expect(texts).toEqual(
      expect.arrayContaining([
        'a crate',
        'from Ashford to Brook',
        'day not known',
        'Crane',
        'by rail',
      ]),
    );
    expect(draw(makeRoute([{ dateText: 'in spring' }, {}], [known])).texts).toContain('in spring');
  });

  it('names a place once, be it in the title', () => {
    const { texts } = draw(makeRoute([{ title: 'Found in Crane', place: 'Crane' }, {}], [known]));
    expect(texts).not.toContain('Crane');
  });

  /** Counts the marks along the stroke of the days. */
  const countMarks = ({ part }: ReturnType<typeof draw>) => {
    const [bar] = part.paths.filter(({ kind }) => kind === 'bar');
    const [{ from, to } = { from: Number.NaN, to: Number.NaN }] = readLevels(bar?.d ?? '');
    const [mark, gap] = bar?.dash ?? [1, 0];
    return (to - from + gap) / (mark + gap);
  };

  it('draws every day as a mark, and a week where days are too many', () => {
    expect(countMarks(draw())).toBeCloseTo(59, 1);
    expect(
      countMarks(draw(makeRoute([date(2015, 12, 12), date(2016, 2, 10)], [known], 60))),
    ).toBeCloseTo(60, 1);
    const weeks = draw(routeSamples['weeks and years']);
    expect(countMarks(weeks)).toBeCloseTo(608 / 7, 0);
    expect(weeks.texts.join(' ')).toContain('one mark for 7');
  });

  it('draws no days where none were counted', () => {
    const { part, marks } = draw(makeRoute([date(2015, 12, 12), date(2016, 2, 9)], [known]));
    expect(part.paths.filter(({ kind }) => kind === 'bar')).toEqual([]);
    expect(marks).toBe(0);
  });

  it('refuses a number of days that is none', () => {
    expect(() =>
      layoutRoute(makeRoute([date(2015, 12, 12), date(2016, 2, 9)], [known], Number.NaN), frame),
    ).toThrow();
  });
});

describe('a route as a table', () => {
  const rows = tabulate(route);

  it('lists stops and legs in turn, with days since the first', () => {
    expect(
      rows.map(({ cells }) => [
        cells.title,
        cells.known,
        cells.from,
        cells.to,
        cells.date,
        cells.days,
      ]),
    ).toEqual([
      ['Stop 1', 'known', undefined, undefined, '2015-12-12', 0],
      ['a crate', 'known', 'Ashford', 'Brook', undefined, undefined],
      ['Stop 2', 'known', undefined, undefined, undefined, undefined],
      ['who had it', 'not known', undefined, undefined, undefined, undefined],
      ['Stop 3', 'known', undefined, undefined, '2016-02-09', 59],
    ]);
    expect(rows[0]?.cells.note).toBe('by rail');
    expect(
      tabulate(makeRoute([{ dateText: 'in spring', note: 'by rail' }, {}], [known]))[0]?.cells.note,
    ).toBe('in spring; by rail');
    expect(rows.at(-1)?.cells.record).toBe('sample/days');
    expect(rows.map(({ entry }) => entry?.id)).toEqual(['event-1', '', 'event-2', '', 'event-3']);
  });

  it('prints the columns that have an entry, and writes them all', () => {
    const { columns, heading } = choosePrintedColumns(rows);
    expect(heading).toBe('title');
    expect(columns.map(({ id }) => id)).toEqual([
      'title',
      'known',
      'place',
      'from',
      'to',
      'date',
      'days',
      'note',
      'sources',
      'record',
    ]);
    expect(
      choosePrintedColumns(tabulate(makeRoute([{}, {}], [unknown]))).columns.map(({ id }) => id),
    ).toEqual(['title', 'known', 'sources']);
    const { head, records } = toRecords(rows);
    expect(head).toContain('event');
    expect(records.every((record) => record.length === head.length)).toBe(true);
  });

  it('is described in a draft that links to the days and says what is not known', () => {
    const draft = describeChart(route);
    expect(draft).toContain('a crate from Ashford to Brook.');
    expect(draft).toContain('Not known, drawn dashed: who had it.');
    expect(draft).toContain('[59](num:sample/days)');
  });
});
