/** Values, hedges and dates in words. No clock, no locale of the machine: the same bytes everywhere. */
import type { Amount, Hedge, Unit } from '../schema/value.ts';

/** 74000 as "74,000"; 1.8 as "1.8"; at most ten decimals. */
export function formatNumber(value: number): string {
  const digits = String(value);
  const isPlain = /^-?\d+(?:\.\d{1,10})?$/.test(digits) && !Object.is(value, -0);
  return isPlain ? groupDigits(digits) : value.toLocaleString('en-GB', { maximumFractionDigits: 10 });
}

/** "74000.50" as "74,000.50". The languages of the world take long to load, and most numbers need no more of them than this. */
export function groupDigits(digits: string): string {
  return digits.replace(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/g, ',');
}

/** $1 billion, $656.4 million, $579,000: money in the largest unit that keeps at most two decimals. */
function formatMoney(value: number, sign: string): string {
  for (const [size, word] of [
    [1e9, 'billion'],
    [1e6, 'million'],
  ] as const) {
    if (value >= size) return `${sign}${formatNumber(Number((value / size).toFixed(3)))} ${word}`;
  }
  return `${sign}${formatNumber(value)}`;
}

/** A value without hedge and without the thing counted: "2,300", "43.5%", "$161 million", "20–24". */
export function formatAmount(value: Amount, unit: Unit): string {
  const one = (number: number) => {
    if (unit.kind === 'usd') return formatMoney(number, '$');
    if (unit.kind === 'eur') return formatMoney(number, '€');
    return formatNumber(number) + (unit.kind === 'percent' ? '%' : '');
  };
  return Array.isArray(value) ? value.map(one).join('–') : one(value);
}

export const hedgeWords: Record<Hedge, string> = {
  about: 'about',
  'at-least': 'at least',
  'more-than': 'more than',
  'as-many-as': 'as many as',
  'up-to': 'up to',
  almost: 'almost',
};

export type Sayable = { value?: Amount | undefined; words?: string | undefined; hedge?: Hedge | undefined };

/** Value with its hedge: "at least 40", "about 90%", "hundreds". The hedge belongs to the number. */
export function formatValue(said: Sayable, unit: Unit): string {
  const body = said.value === undefined ? (said.words ?? '') : formatAmount(said.value, unit);
  return said.hedge ? `${hedgeWords[said.hedge]} ${body}` : body;
}

/** Value with hedge and the thing counted: "at least 40 tanks", "43.5% of documented weapons". */
export function formatValueWithUnit(said: Sayable, unit: Unit): string {
  const value = formatValue(said, unit);
  return unit.kind === 'count' ? `${value} ${said.value === 1 ? unit.one : unit.many}` : value;
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** 2015-06-02 as "2 June 2015", 2014-07 as "July 2014", 2014-07/2017-11 as "July 2014 to November 2017". */
export function formatDate(date: string): string {
  return date
    .split('/')
    .map((part) => {
      const [year, month, day] = part.split('-');
      return [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(' ');
    })
    .join(' to ');
}

const shortMonths = ['Jan', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** 2017-12-14 as "14 Dec 2017", for the columns of tables. */
export function formatShortDate(date: string): string {
  return months.reduce((text, month, index) => text.replace(month, shortMonths[index] ?? month), formatDate(date));
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** "Sunday 31 May 2015" for a full date; the plain date otherwise. */
export function formatDateWithWeekday(date: string): string {
  const formatted = formatDate(date);
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? `${weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]} ${formatted}` : formatted;
}

/** "Reuters", "Reuters and VICE", "Reuters, VICE and AFP". */
export function listWords(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' and ');
}
