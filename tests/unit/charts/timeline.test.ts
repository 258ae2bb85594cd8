import fc from '../../random.ts';
import { describe, expect, it } from 'vitest';
import { frames } from '../../../src/charts/drawing.ts';
import { describeTimeline } from '../../../src/charts/timeline/describe.ts';
import { layoutTimeline } from '../../../src/charts/timeline/layout.ts';
import { describeGap, toInstant } from '../../../src/charts/timeline/scale.ts';
import type { Lane, TimelineMark } from '../../../src/charts/timeline/table.ts';
import { formatCalendarDate, readCalendarDate } from '../../../src/schema/calendar-date.ts';
import { readPath, readUprights } from '../../drawings/read-path.ts';

let count = 0;
function makeMark(
  date: string,
  title = 'A town falls',
  lane: Lane = 'ground',
  major = true,
): TimelineMark {
  return {
    id: `event-${++count}`,
    date: readCalendarDate(date),
    dateText: date,
    title,
    lane,
    major,
  };
}

const layout = (...marks: TimelineMark[]) =>
  layoutTimeline({ id: 'sample', rows: marks }, frames.desktop);
const textsOf = (drawing: ReturnType<typeof layout>) =>
  drawing.parts.flatMap((part) => part.texts.map(({ text }) => text));
const fifteenYears = [
  makeMark('2003-03', 'An invasion begins'),
  makeMark('2007-07-31', 'A report finds a gap', 'record'),
  ...Array.from({ length: 12 }, (_, month) =>
    makeMark(
      `2014-${String(month + 1).padStart(2, '0')}-10`,
      `Event ${month + 1}`,
      'ground',
      month % 3 === 0,
    ),
  ),
  makeMark('2017-12-14', 'The last report', 'record'),
];

describe('layoutTimeline', () => {
  it('draws one event in its year, with date and title', () => {
    const drawing = layout(makeMark('2014-06-10'));
    expect(drawing.warnings).toEqual([]);
    expect(drawing.marks).toHaveLength(1);
    expect(drawing.years).toEqual([2014, 2014]);
    expect(textsOf(drawing)).toEqual(
      expect.arrayContaining([
        'On the ground',
        'On the record',
        '2014',
        '2014-06-10',
        'A town falls',
      ]),
    );
  });

  it('draws nothing at all without failing', () => {
    expect(layout().warnings).toEqual([]);
  });

  it('shows many years in a strip and the fullest four enlarged, every event once in either', () => {
    const drawing = layout(...fifteenYears);
    expect(drawing.warnings).toEqual([]);
    expect(drawing.years).toEqual([2003, 2017]);
    expect(drawing.enlarged).toEqual([2014, 2017]);
    expect(drawing.marks.map(({ id }) => id).sort()).toEqual(
      fifteenYears.map(({ id }) => id).sort(),
    );
    expect(drawing.marks.filter(({ scale }) => scale === 'strip')).toHaveLength(2);
    expect(textsOf(drawing)).toEqual(
      expect.arrayContaining(['An invasion begins', 'The last report']),
    );
  });

  it('stands to scale', () => {
    const drawing = layout(
      makeMark('2014-01-01'),
      makeMark('2014-12-31'),
      makeMark('2015-12-31', 'Late', 'record'),
    );
    const [first, second, third] = drawing.marks.map(({ x }) => x).sort((a, b) => a - b) as [
      number,
      number,
      number,
    ];
    expect((third - second) / (second - first)).toBeCloseTo(365 / 364, 2);
  });

  it('stacks many events of one day, none over another', () => {
    const drawing = layout(
      ...Array.from({ length: 6 }, (_, index) =>
        makeMark('2015-06-02', `Report ${index + 1}`, 'record', index < 3),
      ),
    );
    expect(drawing.warnings).toEqual([]);
    expect(new Set(drawing.marks.map(({ x }) => x)).size).toBe(1);
    const heights = drawing.marks.map(({ y }) => y).sort((a, b) => a - b);
    for (const [index, y] of heights.entries())
      if (index) expect(y - (heights[index - 1] ?? 0)).toBeGreaterThan(10);
  });

  it('draws the stems of neighbouring days apart, each from its own mark', () => {
    const days = ['2015-05-31', '2015-06-02', '2015-06-08'];
    const { parts, marks, warnings } = layout(
      makeMark('2014-01-10'),
      ...days.map((day) => makeMark(day, 'A minister speaks', 'record')),
      makeMark('2017-12-14'),
    );
    expect(warnings).toEqual([]);
    const thread = parts[0]?.paths.find(({ kind }) => kind === 'thread')?.d ?? '';
    const stems = readUprights(thread).map(({ x }) => x);
    expect(stems).toHaveLength(days.length);
    stems.sort((a, b) => a - b);
    for (const [index, x] of stems.entries())
      if (index) expect(x - (stems[index - 1] ?? 0)).toBeGreaterThanOrEqual(5.9);
    const rings = marks.filter(({ lane }) => lane === 'record').map(({ x }) => x);
    const starts = readPath(thread).map(({ points }) => points[0]?.x ?? Number.NaN);
    expect(starts.sort((a, b) => a - b)).toEqual(rings.sort((a, b) => a - b));
  });

  it('keeps the lanes apart on one day: squares above, rings below', () => {
    const { marks, parts, warnings } = layout(
      makeMark('2015-05-31'),
      makeMark('2015-05-31', 'A minister speaks', 'record'),
    );
    expect(warnings).toEqual([]);
    const [ground, record] = [
      marks.find(({ lane }) => lane === 'ground'),
      marks.find(({ lane }) => lane === 'record'),
    ];
    expect(ground?.x).toBe(record?.x);
    expect(ground?.y ?? 0).toBeLessThan(record?.y ?? 0);
    expect(parts[0]?.paths.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['square', 'ring', 'stem', 'thread']),
    );
  });

  it('names a lane beside its line, and away from it where a mark stands there', () => {
    const find = (month: string) => {
      const drawing = layout(
        makeMark('2014-06-10'),
        makeMark(`2014-${month}-20`, 'A minister speaks', 'record'),
        makeMark('2017-12-14'),
      );
      const name = drawing.parts[0]?.texts.find(({ text }) => text === 'On the record');
      const ring = drawing.marks.find(({ lane }) => lane === 'record');
      return (name?.y ?? Number.NaN) - (ring?.y ?? Number.NaN);
    };
    expect(find('09')).toBeLessThan(20);
    expect(find('01')).toBeGreaterThan(40);
  });

  it('labels major events alone', () => {
    expect(textsOf(layout(makeMark('2014-06-10', 'Minor', 'ground', false)))).not.toContain(
      'Minor',
    );
  });

  it('breaks long titles and places events of one week', () => {
    const long =
      'A department publishes a report of many pages about what nobody had counted before';
    const drawing = layout(
      ...[1, 3, 5, 8].map((day) => makeMark(`2015-06-0${day}`, long, 'record')),
      makeMark('2017-12-31', long),
      makeMark('2014-01-01', long),
    );
    expect(drawing.warnings).toEqual([]);
    expect(textsOf(drawing)).not.toContain(long);
  });

  it('reports what it cannot place', () => {
    const crowd = Array.from({ length: 40 }, (_, index) =>
      makeMark('2015-06-02', `A rather long title of the report ${index}`, 'record'),
    );
    expect(
      layout(...crowd)
        .warnings.map(({ message }) => message)
        .join(),
    ).toContain('There is no room for');
    expect(
      layout(makeMark('2015-06-02', 'Unbreakable'.repeat(20)))
        .warnings.map(({ message }) => message)
        .join(),
    ).toContain('There is no room for');
  });

  it('places a whole year of titles, where only a staircase fits', () => {
    expect(
      layout(
        ...[1, 4, 7, 10].map((month) => makeMark(`2014-${String(month).padStart(2, '0')}-10`)),
        makeMark('2017-12-14'),
      ).warnings,
    ).toEqual([]);
  });

  it('rounds every coordinate to a tenth and comes out the same every time', () => {
    const drawing = layout(...fifteenYears);
    expect(JSON.stringify(drawing.parts)).not.toMatch(/\d\.\d{2}|NaN|null/);
    expect(layout(...fifteenYears)).toEqual(drawing);
  });

  it('describes itself', () => {
    const words = describeTimeline({ rows: fifteenYears });
    expect(words).toContain('Events from 2003 to 2017');
    expect(words).toContain('Most fall in 2014.');
    expect(words).toContain('A report finds a gap, 2007-07-31');
  });
});

describe('layoutTimeline on a phone', () => {
  const draw = (...marks: TimelineMark[]) =>
    layoutTimeline({ id: 'sample', rows: marks }, frames.phone);
  const drawing = draw(...fifteenYears);

  it('gives each year with events a line, from January to December, and names the years without', () => {
    expect(drawing.warnings).toEqual([]);
    expect(textsOf(drawing)).toEqual(
      expect.arrayContaining([
        '2003',
        '2004 to 2006: no event',
        '2007',
        '2014',
        'January',
        'December',
      ]),
    );
    expect(drawing.marks.map(({ id }) => id).sort()).toEqual(
      fifteenYears.map(({ id }) => id).sort(),
    );
    const [march, july] = [drawing.marks[0], drawing.marks[1]];
    expect(march?.x ?? 0).toBeLessThan(july?.x ?? 0);
    expect(march?.y ?? 0).toBeLessThan(july?.y ?? 0);
  });

  it('writes major events below their year, with a date and their lane’s sign', () => {
    expect(textsOf(drawing)).toEqual(
      expect.arrayContaining(['An invasion begins', 'Event 1', 'The last report']),
    );
    expect(textsOf(drawing)).not.toContain('Event 2');
    const signs = drawing.parts.flatMap(({ paths }) =>
      paths.filter(({ kind }) => kind === 'square').flatMap(({ d }) => readPath(d)),
    );
    // The legend, every event on the ground, and the major events again.
    expect(signs).toHaveLength(1 + 13 + 5);
  });

  it('says nothing of a single year without gaps and survives none at all', () => {
    expect(textsOf(draw(makeMark('2014')))).toEqual(
      expect.arrayContaining(['2014', 'A town falls']),
    );
    expect(draw().warnings).toEqual([]);
  });

  it('reports a word that does not fit', () => {
    expect(
      draw(makeMark('2014-06-10', 'Unbreakable'.repeat(20)))
        .warnings.map(({ message }) => message)
        .join(),
    ).toContain('does not fit');
  });
});

describe('toInstant', () => {
  it.each([
    [{ year: 2014 }, '2014-07-02T12:00:00.000Z'],
    [{ year: 2014, month: 1 }, '2014-01-16T12:00:00.000Z'],
    [{ year: 2014, month: 1, day: 1 }, '2014-01-01T12:00:00.000Z'],
  ])('takes the middle of what is known', (date, instant) => {
    expect(toInstant(date).toISOString()).toBe(instant);
  });
});

describe('a date', () => {
  const dates = fc
    .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .chain((date) =>
      fc.constantFrom(4, 7, 10).map((length) => date.toISOString().slice(0, length)),
    );

  it('is read and written without a change, and drawn within its own year', () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(formatCalendarDate(readCalendarDate(date))).toBe(date);
        expect(toInstant(readCalendarDate(date)).getUTCFullYear()).toBe(Number(date.slice(0, 4)));
      }),
    );
  });

  it.each([
    '2005–12',
    '2005-13',
    '2015-02-29',
    '2015-2-3',
    '05-12',
    '',
    'December 2005',
    '2014-07/2017-11',
    '0000-00',
  ])('is refused where it is none: %s', (text) => {
    expect(() => readCalendarDate(text)).toThrow(`"${text}" is no date`);
  });
});

describe('describeGap', () => {
  it.each([
    ['2014-06-10', '2014-12-09', undefined],
    ['2003-03', '2007-03-31', '4 years'],
    ['2007-07-31', '2008-07-31', '1 year'],
    ['2003-03', '2005-12', 'almost 3 years'],
    ['2005-12', '2007-07-31', 'more than 1 year'],
    ['2011-09-09', '2013', 'about 2 years'],
  ])('%s to %s: %s', (from, to, words) => {
    expect(describeGap(readCalendarDate(from), readCalendarDate(to))).toBe(words);
  });
});
