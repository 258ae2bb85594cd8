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

type WrittenDay = {
  index: number;
  text: string;
  weekday: string | undefined;
  year: string | undefined;
  month: number;
  date: number;
  monthFirst: boolean;
};

function readDays(text: string): WrittenDay[] {
  // Few texts name a day.
  if (!/\d/.test(text)) return [];
  return findAll(written, text.replaceAll('\u00a0', ' ')).map((match) => {
    const [whole, weekday, first, firstMonth, lastMonth, last, year] = match;
    const month = monthNames.indexOf(firstMonth ?? lastMonth ?? '');
    return { index: match.index, text: whole, weekday, year, month, date: Number(first ?? last), monthFirst: last !== undefined };
  });
}

/** Every whole day that the text names, as written and as YYYY-MM-DD. */
export function findWrittenDays(text: string): { text: string; day: string }[] {
  return readDays(text).flatMap(({ text: found, year, month, date }) =>
    year === undefined ? [] : [{ text: found, day: `${year}-${String(month + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}` }],
  );
}

/** Days that the calendar does not have, and those of another day of the week than the text says. */
export function findWrongDates(text: string): WrongDate[] {
  return readDays(text).flatMap(({ index, text: found, weekday, year, month, date, monthFirst }) => {
    const at = { index, length: found.length, text: found };
    // "In May 40 tanks were lost" names no day.
    if (monthFirst && year === undefined && date > 31) return [];
    // A year with a 29 February where the text gives none.
    const time = new Date(Date.UTC(Number(year ?? 2024), month, date));
    if (date === 0 || time.getUTCMonth() !== month) {
      const length = new Date(Date.UTC(Number(year ?? 2024), month + 1, 0)).getUTCDate();
      const name = `${monthNames[month] ?? ''}${year && month === 1 ? ` ${year}` : ''}`;
      return [{ ...at, message: `${name} has ${length} days.`, fix: 'Write the day that is meant.' }];
    }
    const right = dayNames[time.getUTCDay()] ?? '';
    if (weekday === undefined || year === undefined || weekday === right) return [];
    const message = `${date} ${monthNames[month] ?? ''} ${year} was a ${right}.`;
    return [{ ...at, message, fix: `Write ${found.replace(weekday, right)}, or correct the date.` }];
  });
}
