/** Suggests dates in the form YYYY-MM-DD for days as people write them. */
import { isCalendarDate } from '../schema/fields.ts';
import { monthKeys } from './month-names.ts';

/**
 * What a day in words or digits may mean, as YYYY-MM-DD: "2 June 2015", "June 2nd, 2015",
 * "2015/6/2", "2.6.2015", "20150602". Two days if either part may be the month, with day-first
 * before month-first. Empty if it is not a day at all.
 */
export function suggestDays(text: string): string[] {
  // Any dash counts as a hyphen, and a time of day is dropped.
  const written = text.replace(/[‐‑‒–—−]/g, '-').replace(/(?<=\d)(?:Z|[T ]\d{1,2}:\d{2}\S*)$/, '');
  const found: [year: string, month: number, day: string][] = [];
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})$/i.exec(written);
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(written);
  const yearFirst =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(written) ??
    /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(written);
  const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(written);
  const monthOf = (name: string) => monthKeys.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (dayFirst) found.push([dayFirst[3] ?? '', monthOf(dayFirst[2] ?? ''), dayFirst[1] ?? '']);
  if (monthFirst)
    found.push([monthFirst[3] ?? '', monthOf(monthFirst[1] ?? ''), monthFirst[2] ?? '']);
  if (yearFirst) found.push([yearFirst[1] ?? '', Number(yearFirst[2]), yearFirst[3] ?? '']);
  if (yearLast) {
    found.push([yearLast[3] ?? '', Number(yearLast[2]), yearLast[1] ?? '']);
    found.push([yearLast[3] ?? '', Number(yearLast[1]), yearLast[2] ?? '']);
  }
  const days = found.map(
    ([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
  return [...new Set(days.filter(isCalendarDate))];
}

/**
 * Advice for a field that requires a day: "Write 2015-06-02". Undefined if it is not a day in any
 * form.
 */
export function adviseDay(written: unknown): string | undefined {
  const [first, second] = typeof written === 'string' ? suggestDays(written.trim()) : [];
  if (first === undefined) return undefined;
  return second === undefined
    ? `Write ${first}`
    : `Write ${first} if the day stands first, or ${second} if the month does.`;
}
