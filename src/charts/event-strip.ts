/** A few dates on one line, to scale: where each lies, how long lies between them, and where the years begin. In per cent of its length. */
import { requireFinite, round } from './drawing.ts';
import { toYears } from './timeline.ts';
import type { CalendarDate } from '../schema/calendar-date.ts';

export type Strip = {
  /** Of each date, in the order given. */
  marks: number[];
  gaps: { text: string; at: number }[];
  years: { text: string; at: number }[];
};

/** Beside one another two texts need about this much. */
const textRoom = 7.5;
const days = 365.25;

/** `dates` in their order, at least two of them different. */
export function layoutStrip(dates: readonly CalendarDate[]): Strip {
  const at = dates.map((date) => requireFinite(toYears(date), 'a date of the strip'));
  const [first = 0, last = 1] = [at[0], at.at(-1)];
  const place = (years: number) => round(((years - first) / (last - first)) * 100);
  const gaps = at.slice(1).map((to, index) => {
    const from = at[index] ?? to;
    return { text: sayGap(from, to), at: place((from + to) / 2) };
  });
  const years: Strip['years'] = [];
  for (let year = Math.ceil(first); year <= last; year++) years.push({ text: String(year), at: place(year) });
  return { marks: at.map(place), gaps: gaps.filter((gap, index) => gap.at - (gaps[index - 1]?.at ?? -textRoom) >= textRoom), years };
}

/** "8 days", "22 months", "3 years", to the nearest. */
function sayGap(from: number, to: number): string {
  const length = (to - from) * days;
  const say = (count: number, noun: string) => `${count}\u00a0${noun}${count === 1 ? '' : 's'}`;
  if (length < 60) return say(Math.round(length), 'day');
  const months = Math.round(length / (days / 12));
  return months < 36 ? say(months, 'month') : say(Math.round(months / 12), 'year');
}
