/** Finds days as written in a text: "Tuesday, 2 June 2015", "June 2, 2015", "31 June". */
import { findAll } from './find-all.ts';
import { fullMonths, monthNames, shortMonths } from './month-names.ts';

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** "June", "Jun", "Jun."; "Sept." too. */
const month = String.raw`(?:${fullMonths}|(?:${shortMonths})\b\.?)`;
/** "Monday", "Mon", "Mon." */
const weekday = `(?:${dayNames.join('|')}|(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\\b\\.?)`;
const written = new RegExp(
  [
    // "Monday, the 2nd of June 2015", "Monday (2 June 2015)"
    String.raw`(?:\b(${weekday})(?:,| –|:)?\)? ?(?:on )?(?:the )?\(?)?`,
    String.raw`(?:\b(\d{1,2})(?:st|nd|rd|th)? (?:of )?(${month})(?!\w)|\b(${month}) (\d{1,2})(?:st|nd|rd|th)?\b(?!\d|,\d{3}| ${month}))`,
    String.raw`(?:,? (\d{4})\b)?`,
    // "2 June 2015 (Monday)", "2 June 2015, a Monday", "2 June 2015 was a Monday", "2 June 2015,
    // Monday,"
    String.raw`(?:\)?(?: \((?:a )?(${weekday})\)|(?:,| –| was| is| being| fell on| falls on) (?:on )?(?:a |the )(${weekday})(?!\w)|, (${weekday})(?=[,;:.)]|$)))?`,
  ].join(''),
  'g',
);
/** "2015-06-02", with or without its day of the week. */
const isoDate = new RegExp(
  String.raw`(?:\b(${weekday}),? \(?)?(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])(?: \((${weekday})\))?`,
  'g',
);
/** Days and months in digits, in either order. */
const inDigits = /(?<![\d./])(\d{1,2})([./])(\d{1,2})\2(\d{4})(?![\d/])/g;

export type WrongDate = {
  index: number;
  length: number;
  text: string;
  message: string;
  fix: string;
};

type WrittenDay = {
  index: number;
  text: string;
  weekday: string | undefined;
  year: string | undefined;
  month: number;
  date: number;
  monthFirst: boolean;
};

/** The index of a month: 8 for "Sept." and "September". */
const readMonth = (name: string) =>
  monthNames.findIndex((full) => full.startsWith(name.slice(0, 3)));
const readWeekday = (name: string) => dayNames.find((full) => full.startsWith(name.slice(0, 3)));

function readDays(text: string): WrittenDay[] {
  // Few texts name a day.
  if (!/\d/.test(text)) return [];
  return findAll(written, text.replaceAll('\u00a0', ' ')).map((match) => {
    const [whole, before, first, firstMonth, lastMonth, last, year, ...behind] = match;
    const named = before ?? behind.find((name: string | undefined) => name !== undefined);
    const day = {
      weekday: named,
      year,
      month: readMonth(firstMonth ?? lastMonth ?? ''),
      date: Number(first ?? last),
    };
    return { index: match.index, text: whole, ...day, monthFirst: last !== undefined };
  });
}

/** Every whole day that the text names, as written and as YYYY-MM-DD. */
export function findWrittenDays(text: string): { text: string; day: string }[] {
  return readDays(text).flatMap(({ text: found, year, month, date }) =>
    year === undefined
      ? []
      : [
          {
            text: found,
            day: `${year}-${String(month + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
          },
        ],
  );
}

/** Days that do not exist, days with the wrong day of the week, and times that no clock shows. */
export function findWrongDates(text: string): WrongDate[] {
  if (!/\d/.test(text)) return [];
  const spaced = text.replaceAll('\u00a0', ' ');
  return [
    ...readDays(text).flatMap(judgeDay),
    ...findAll(isoDate, spaced).flatMap(judgeIsoDate),
    ...findAll(inDigits, spaced).flatMap(judgeDigits),
    ...findWrongTimes(spaced),
  ];
}

const length = (year: number, month: number) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

function judgeDay({
  index,
  text: found,
  weekday: named,
  year,
  month: at,
  date,
  monthFirst,
}: WrittenDay): WrongDate[] {
  const place = { index, length: found.length, text: found };
  // "In May 40 vans were lost" names no day.
  if (monthFirst && year === undefined && date > 31) return [];
  // If the text gives no year, assume one with a 29 February.
  const days = length(Number(year ?? 2024), at);
  if (date === 0 || date > days) {
    const name = `${monthNames[at] ?? ''}${year && at === 1 ? ` ${year}` : ''}`;
    return [{ ...place, message: `${name} has ${days} days.`, fix: 'Write the day you mean.' }];
  }
  return named === undefined || year === undefined
    ? []
    : judgeWeekday(place, named, new Date(Date.UTC(Number(year), at, date)));
}

function judgeWeekday(
  place: Pick<WrongDate, 'index' | 'length' | 'text'>,
  named: string,
  day: Date,
): WrongDate[] {
  const right = dayNames[day.getUTCDay()] ?? '';
  if (readWeekday(named) === right) return [];
  const message = `${day.getUTCDate()} ${monthNames[day.getUTCMonth()] ?? ''} ${day.getUTCFullYear()} was a ${right}.`;
  return [
    { ...place, message, fix: `Write ${place.text.replace(named, right)}, or correct the date.` },
  ];
}

function judgeIsoDate({
  0: text,
  1: before,
  2: year,
  3: monthNumber,
  4: date,
  5: behind,
  index,
}: RegExpExecArray): WrongDate[] {
  const place = { index, length: text.length, text };
  const [at, day] = [Number(monthNumber) - 1, Number(date)];
  const days = length(Number(year), at);
  if (at < 0 || at > 11 || day === 0 || day > days)
    return [
      {
        ...place,
        message: `There is no ${year}-${monthNumber}-${date}.`,
        fix: 'Write the day you mean.',
      },
    ];
  const named = before ?? behind;
  return named === undefined
    ? []
    : judgeWeekday(place, named, new Date(Date.UTC(Number(year), at, day)));
}

/** Reports a date that is wrong in either order of day and month. */
function judgeDigits({
  0: text,
  1: first,
  3: second,
  4: year,
  index,
}: RegExpExecArray): WrongDate[] {
  const isDay = (date: number, at: number) =>
    at >= 1 && at <= 12 && date >= 1 && date <= length(Number(year), at - 1);
  const [one, other] = [Number(first), Number(second)];
  if (isDay(one, other) || isDay(other, one)) return [];
  return [
    {
      index,
      length: text.length,
      text,
      message: `There is no ${text}.`,
      fix: 'Write the day that is meant, with the month in words.',
    },
  ];
}

const clock =
  /(?<![\d:.,])(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])(?! ?[ap]\.?m\b)(?! (?:scale|models?|replicas?|maps?|cop(?:y|ies))\b)/g;
const twelve = /(?<![\d:.,])(\d{1,2})(?:[:.](\d{2}))? ?[ap](?:\.m\.|m\b)/g;
const military = /(?<![\d:.,-])(\d{2})(\d{2}) ?(?:GMT|UTC|Zulu|hours|hrs|[Ll]ocal time)\b/g;

function findWrongTimes(text: string): WrongDate[] {
  const judge = (
    pattern: RegExp,
    isRight: (hour: number, minute: number) => boolean,
    fix: string,
  ) =>
    findAll(pattern, text).flatMap(
      ({ 0: found, 1: hour, 2: minute = '0', 3: second = '0', index }) =>
        isRight(Number(hour), Number(minute)) && Number(second) < 60
          ? []
          : [
              {
                index,
                length: found.length,
                text: found,
                message: `"${found}" is not a time.`,
                fix,
              },
            ],
    );
  const isTime = (hour: number, minute: number) =>
    (hour < 24 && minute < 60) || (hour === 24 && minute === 0);
  return [
    ...judge(clock, isTime, 'Write the time you mean; of a ratio, bind both numbers.'),
    ...judge(
      twelve,
      (hour, minute) => hour >= 1 && hour <= 12 && minute < 60,
      'Write the time you mean.',
    ),
    ...judge(military, isTime, 'Write the time you mean.'),
  ];
}
