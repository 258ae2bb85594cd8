/**
 * Days and months as search words, so that 10 June 2014, June 10, 2014-06-10 and 10.06.2014 match.
 */
import { findAll } from './find-all.ts';
import { fullMonths, monthKeys, shortMonths } from './month-names.ts';

type FoundDay = { words: string[]; index: number; length: number };

const month = String.raw`(${fullMonths}|(?:${shortMonths})\b\.?)`;
const nth = '(?:st|nd|rd|th)?';
const range = String.raw`(?:(\d{1,2})${nth} ?[–-] ?)?`;
const written = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,])${range}(?:(\d{1,2})${nth} (?:of )?)?${month}(?:,? (\d{4}))?(?![\p{L}\p{N}])`,
  'giu',
);
const monthFirst = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${month} (\d{1,2})${nth}(?:,? (\d{4}))?(?![\p{L}\p{N}]|[.,]\d)`,
  'giu',
);
const isoDate = /(?<![\d-])(\d{4})-(\d{2})(?:-(\d{2}))?(?![\d-])/g;
const inDigits = /(?<![\d./])(\d{1,2})([./])(\d{1,2})\2(\d{4})(?![\d/])/g;

/** Every day in the text, with its search words: the day, its month, and the day of any year. */
export function findDays(text: string): FoundDay[] {
  if (!/\d/.test(text)) return [];
  const spaced = text.replaceAll('\u00a0', ' ');
  const keep = ({ 0: { length }, index }: RegExpExecArray, words: string[]) =>
    words.length > 0 ? [{ words: [...new Set(words)], index, length }] : [];
  return [
    ...findAll(written, spaced).flatMap((match) => {
      const [, first, day, name = '', year] = match;
      return keep(
        match,
        [first, day].flatMap((at) => nameDay(year, readMonth(name), at)),
      );
    }),
    ...findAll(monthFirst, spaced).flatMap((match) => {
      const [, name = '', day, year] = match;
      return keep(match, nameDay(year, readMonth(name), day));
    }),
    ...findAll(isoDate, spaced).flatMap((match) => {
      const [, year, at, day] = match;
      return keep(match, nameDay(year, Number(at), day));
    }),
    ...findAll(inDigits, spaced).flatMap((match) => {
      const [, one, , other, year] = match;
      // Half of the world writes the month first.
      return keep(match, [
        ...nameDay(year, Number(other), one),
        ...nameDay(year, Number(one), other),
      ]);
    }),
  ];
}

/** The most specific search words of a day, which are what a question asks for. */
export function pickWholeDays(words: readonly string[]): string[] {
  const longest = Math.max(...words.map(({ length }) => length));
  return words.filter(({ length }) => length === longest);
}

/** The search words of a day as written in records: YYYY, YYYY-MM or YYYY-MM-DD. */
export function nameRecordDay(date: string): string[] {
  const [year = '', at, day] = date.split('-');
  return [`#${Number(year)}`, ...(at === undefined ? [] : nameDay(year, Number(at), day))];
}

const readMonth = (name: string) => monthKeys.indexOf(name.slice(0, 3).toLowerCase()) + 1;

function nameDay(year: string | undefined, at: number, day: string | undefined): string[] {
  if (at < 1 || at > 12 || (day !== undefined && (Number(day) < 1 || Number(day) > 31))) return [];
  const [monthName, dayName] = [at, day].map((part) => String(part ?? '').padStart(2, '0'));
  return [
    ...(day === undefined ? [] : [`@${monthName}-${dayName}`]),
    ...(year === undefined ? [] : [`@${year}-${monthName}`]),
    ...(year === undefined || day === undefined ? [] : [`@${year}-${monthName}-${dayName}`]),
  ];
}
