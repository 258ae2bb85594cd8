/** Dates to scale. */
import { scaleUtc, utcDay, utcMonth, utcYear, type ScaleTime } from 'd3';
import type { CalendarDate } from '../../schema/calendar-date.ts';

export type Years = [first: number, last: number];
export type Scale = ScaleTime<number, number>;

/** The position of a date: the middle of the day, month or year. */
export function toInstant({ year, month, day }: CalendarDate): Date {
  const start = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  const span = day !== undefined ? utcDay : month !== undefined ? utcMonth : utcYear;
  return new Date((start.getTime() + span.offset(start, 1).getTime()) / 2);
}

/** The instant at which a year begins. */
export function startOf(year: number): Date {
  return new Date(Date.UTC(year, 0, 1));
}

/**
 * Whole years over a width, with half a mark left at either end, so that the first and the last day
 * are inside.
 */
export function createScale([first, last]: Years, width: number, inset: number): Scale {
  return scaleUtc([startOf(first), startOf(last + 1)], [inset, width - inset]);
}

/** The beginning of each year, and of the year after the last. */
export function listBounds([first, last]: Years): Date[] {
  return utcYear.range(startOf(first), startOf(last + 2));
}

/**
 * The time between two dates, for a list that is not to scale: "4 years", undefined below a year.
 */
export function describeGap(from: CalendarDate, to: CalendarDate): string | undefined {
  const months = Math.round((utcDay.count(toInstant(from), toInstant(to)) / 365.25) * 12);
  if (months < 12) return undefined;
  const vague = from.month === undefined || to.month === undefined;
  const [whole, rest] = [Math.floor(months / 12), months % 12];
  const years = (count: number) => (count === 1 ? '1 year' : `${count} years`);
  if (vague) return `about ${years(Math.round(months / 12))}`;
  if (rest > 8) return `almost ${years(whole + 1)}`;
  return rest < 2 ? years(whole) : `more than ${years(whole)}`;
}
