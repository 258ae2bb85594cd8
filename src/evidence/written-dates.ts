/** Days as a text names them: "Tuesday, 2 June 2015", "June 2, 2015", "31 June". */
import { findAll } from './find-all.ts';

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const [months, days] = [monthNames.join('|'), dayNames.join('|')];
const written = new RegExp(
  String.raw`(?:\b(${days}),? (?:the )?)?(?:\b(\d{1,2})(?:st|nd|rd|th)? (?:of )?(${months})\b|\b(${months}) (\d{1,2})\b(?!\d|,\d{3}| (?:${months})))(?:,? (\d{4})\b)?`,
  'g',
);

export type WrongDate = { index: number; length: number; text: string; message: string; fix: string };

/** Days that the calendar does not have, and those of another day of the week than the text says. */
export function findWrongDates(text: string): WrongDate[] {
  // Few texts name a day.
  if (!/\d/.test(text)) return [];
  return findAll(written, text.replaceAll('\u00a0', ' ')).flatMap((match) => {
    const [whole, weekday, first, firstMonth, lastMonth, last, year] = match;
    const [day, month] = [Number(first ?? last), monthNames.indexOf(firstMonth ?? lastMonth ?? '')];
    const at = { index: match.index, length: whole.length, text: whole };
    // A year with a 29 February where the text gives none.
    const date = new Date(Date.UTC(Number(year ?? 2024), month, day));
    // "In May 40 tanks were lost" names no day.
    if (last !== undefined && year === undefined && day > 31) return [];
    if (day === 0 || date.getUTCMonth() !== month) {
      const length = new Date(Date.UTC(Number(year ?? 2024), month + 1, 0)).getUTCDate();
      const name = `${monthNames[month] ?? ''}${year && month === 1 ? ` ${year}` : ''}`;
      return [{ ...at, message: `${name} has ${length} days.`, fix: 'Write the day that is meant.' }];
    }
    const right = dayNames[date.getUTCDay()] ?? '';
    if (weekday === undefined || year === undefined || weekday === right) return [];
    const message = `${day} ${monthNames[month] ?? ''} ${year} was a ${right}.`;
    return [{ ...at, message, fix: `Write ${whole.replace(weekday, right)}, or correct the date.` }];
  });
}
