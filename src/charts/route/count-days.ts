/** Days between the dates of a route. */
import { utcDay } from 'd3';
import type { CalendarDate } from '../../schema/calendar-date.ts';

/** Midnight in UTC; undefined if the day is not known. */
export function toInstant(date: CalendarDate | undefined): Date | undefined {
  return date?.month === undefined || date.day === undefined
    ? undefined
    : new Date(Date.UTC(date.year, date.month - 1, date.day));
}

/** Whole days from one date to another; undefined if one of the two is not known to the day. */
export function countDays(
  from: CalendarDate | undefined,
  to: CalendarDate | undefined,
): number | undefined {
  const [start, end] = [toInstant(from), toInstant(to)];
  return start && end && utcDay.count(start, end);
}
