import { describe, expect, it } from 'vitest';
import { layoutStrip } from '../../../src/charts/event-strip.ts';
import { readCalendarDate } from '../../../src/schema/calendar-date.ts';

const strip = (...dates: string[]) => layoutStrip(dates.map(readCalendarDate));

describe('layoutStrip', () => {
  it('lays 8 days and 22 months as long as they are', () => {
    const { marks } = strip('2014-06-10', '2015-05-31', '2015-06-08', '2016-02-09', '2017-12-14');
    const length = (index: number) => (marks[index + 1] ?? 0) - (marks[index] ?? 0);
    expect(marks[0]).toBe(0);
    expect(marks.at(-1)).toBe(100);
    expect(length(3) / length(1)).toBeGreaterThan(674 / 8 - 16);
    expect(length(3) / length(1)).toBeLessThan(674 / 8 + 16);
    expect(length(3)).toBeCloseTo((674 / 1283) * 100, 0);
  });

  it('says how long lies between them, in days, months or years', () => {
    const { gaps } = strip('2003-03-20', '2015-05-31', '2016-06-08', '2026-06-18');
    expect(gaps.map(({ text }) => text)).toEqual([
      '12\u00a0years',
      '12\u00a0months',
      '10\u00a0years',
    ]);
    expect(strip('2015-05-31', '2015-06-08').gaps).toEqual([{ text: '8\u00a0days', at: 50 }]);
    expect(strip('2016-02-09', '2017-12-14').gaps).toEqual([{ text: '22\u00a0months', at: 50 }]);
  });

  it('leaves out what has no room, and never lays one text on another', () => {
    const { gaps } = strip('2014-06-10', '2014-06-12', '2014-06-14', '2020-01-01');
    expect(gaps.map(({ text }) => text)).toEqual(['2\u00a0days', '6\u00a0years']);
  });

  it('marks where each year begins', () => {
    expect(strip('2014-06-10', '2017-12-14').years.map(({ text }) => text)).toEqual([
      '2015',
      '2016',
      '2017',
    ]);
  });
});
