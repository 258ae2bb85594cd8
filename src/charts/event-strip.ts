/**
 * A few dates on one line, to scale: the position of each, the time between them, and the
 * beginnings of the years. In per cent of the line's length.
 */
import { pairs, scaleUtc, utcYear } from 'd3';
import type { CalendarDate } from '../schema/calendar-date.ts';
import { requireFinite, round } from './drawing.ts';
import { toInstant } from './timeline/scale.ts';

export type Strip = {
  /** One for each date, in the given order. */
  marks: number[];
  gaps: { text: string; at: number }[];
  years: { text: string; at: number }[];
};

/** Two texts side by side need about this much room. */
const textRoom = 7.5;
const daysOfYear = 365.25;

/** `dates` are in order, and at least two of them differ. */
export function layoutStrip(dates: readonly CalendarDate[]): Strip {
  const at = dates.map((date) => requireFinite(toInstant(date).getTime(), 'a date of the strip'));
  const [first = 0, last = 1] = [at[0], at.at(-1)];
  const scale = scaleUtc([first, last], [0, 100]);
  const gaps = pairs(at).map(([from, to]) => ({
    text: sayGap((to - from) / 86_400_000),
    at: round(scale((from + to) / 2)),
  }));
  const years = utcYear.range(new Date(first), new Date(last + 1));
  return {
    marks: at.map((time) => round(scale(time))),
    gaps: gaps.filter((gap, index) => gap.at - (gaps[index - 1]?.at ?? -textRoom) >= textRoom),
    years: years.map((year) => ({ text: String(year.getUTCFullYear()), at: round(scale(year)) })),
  };
}

/** "8 days", "22 months", "3 years", to the nearest. */
function sayGap(days: number): string {
  const say = (count: number, noun: string) => `${count}\u00a0${noun}${count === 1 ? '' : 's'}`;
  if (days < 60) return say(Math.round(days), 'day');
  const months = Math.round(days / (daysOfYear / 12));
  return months < 36 ? say(months, 'month') : say(Math.round(months / 12), 'year');
}
