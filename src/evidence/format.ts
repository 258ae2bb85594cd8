/**
 * Values, hedges and dates in words. Uses neither the clock nor the machine's locale, so the output
 * is the same everywhere.
 */
import type { Amount, Hedge, Unit } from '../schema/value.ts';
import { getCurrencyNames, getCurrencySign } from './currency-signs.ts';
import { countDecimals, formatDigits, toDecimal } from './decimal.ts';
import { monthNames } from './month-names.ts';

/**
 * 74000 as "74,000", 1.8 as "1.8", -40 as "−40": every digit of the value, however small or large.
 */
export function formatNumber(value: number): string {
  return groupDigits(formatDigits(value)).replace('-', minus);
}

/** A minus sign, because a line may break after a hyphen. */
const minus = '−';

/** "74000.50" as "74,000.50". */
function groupDigits(digits: string): string {
  return digits.replace(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/g, ',');
}

type Scale = readonly (readonly [size: number, word: string])[];
const largeUnits: Scale = [
  [1e12, ' trillion'],
  [1e9, ' billion'],
  [1e6, ' million'],
];
const briefUnits: Scale = [
  [1e9, 'bn'],
  [1e6, 'm'],
  [1e3, 'k'],
];
/** The most decimals of a shortened value: $1,234,567,891 rather than $1.234567891 billion. */
const mostDecimals = 3;

/** The largest unit that loses no digit of the value: 1.33 and " billion". */
function shorten(value: number, units = largeUnits): [number, string] {
  if (!Number.isFinite(value)) return [value, ''];
  const [size, word] = units.find(([least]) => Math.abs(value) >= least) ?? [1, ''];
  const mantissa = toDecimal(value).div(size).toNumber();
  return countDecimals(mantissa) <= mostDecimals ? [mantissa, word] : [value, ''];
}

/** $1 billion, $656.4 million, $579,000, IQD 2 billion. */
function formatMoney(value: number, currency: string, inDigits = false): string {
  if (inDigits)
    return `${value < 0 ? minus : ''}${getCurrencySign(currency)}${formatNumber(Math.abs(value))}`;
  return `${value < 0 ? minus : ''}${getCurrencySign(currency)}${join(shorten(Math.abs(value)))}`;
}

function formatOne(value: number, { kind }: Pick<Unit, 'kind'>): string {
  if (kind === 'count') return formatNumber(value);
  return kind === 'percent' ? `${formatNumber(value)}%` : formatMoney(value, kind);
}

/**
 * A value without hedge and without the thing counted: "2,300", "43.5%", "$161 million", "20–24".
 */
export function formatAmount(value: Amount, unit: Pick<Unit, 'kind'>): string {
  if (!Array.isArray(value)) return formatOne(value, unit);
  const isMoney = unit.kind !== 'count' && unit.kind !== 'percent';
  const words = value.map((one) => shorten(Math.abs(one))[1]);
  // $1–$10 million might be read as one million to ten. So if only one of the two can be shortened,
  // neither is.
  const inDigits = isMoney && words[0] !== words[1] && words.includes('');
  const ends = value.map((one) =>
    inDigits ? formatMoney(one, unit.kind, true) : formatOne(one, unit),
  );
  // A dash beside a minus is read as a minus.
  return ends.join(value.some((one) => one < 0) ? ' to ' : '–');
}

/**
 * For ticks: digits only; "1.5 million" and "1.5m" if there is no room for more and no digit is
 * lost.
 */
export const formatCount = {
  digits: formatNumber,
  words: (value: number) => join(shorten(value)),
  letters: (value: number) => join(shorten(value, briefUnits)),
};

const join = ([mantissa, word]: [number, string]) => `${formatNumber(mantissa)}${word}`;

/** The unit as tables and axes name it: "per cent", "US dollars", "parcels". */
export function nameUnit(unit: Unit): string {
  if (unit.kind === 'count') return unit.many;
  return unit.kind === 'percent' ? 'per cent' : getCurrencyNames(unit.kind).many;
}

export const hedgeWords: Record<Hedge, string> = {
  about: 'about',
  'at-least': 'at least',
  'more-than': 'more than',
  'as-many-as': 'as many as',
  'up-to': 'up to',
  almost: 'almost',
};

export type Sayable = {
  value?: Amount | undefined;
  words?: string | undefined;
  hedge?: Hedge | undefined;
};

/**
 * Value with its hedge: "at least 40", "about 90%", "hundreds". The hedge belongs to the number.
 */
export function formatValue(said: Sayable, unit: Unit): string {
  const body = said.value === undefined ? (said.words ?? '') : formatAmount(said.value, unit);
  return said.hedge ? `${hedgeWords[said.hedge]} ${body}` : body;
}

/** Number words that take "of" before the things: hundreds of parcels. */
const groups =
  /(?:\b(?:tens|dozens|scores|hundreds|thousands|millions|billions|a couple|a pair|a handful|half|a third|a quarter|most|thirds|quarters))$/i;

/** Value with hedge and the thing counted: "at least 40 vans", "43.5% of counted parcels". */
export function formatValueWithUnit(said: Sayable, unit: Unit): string {
  const value = formatValue(said, unit);
  if (unit.kind !== 'count') return value;
  const isOne = said.value === 1 || said.value === -1;
  const joint = said.value === undefined && groups.test(said.words ?? '') ? ' of ' : ' ';
  return `${value}${joint}${isOne ? unit.one : unit.many}`;
}

/**
 * 2015-06-02 as "2 June 2015", 2014-07 as "July 2014", 2014-07/2017-11 as "July 2014 to November
 * 2017".
 */
export function formatDate(date: string): string {
  return date
    .split('/')
    .map((part) => {
      const [year, month, day] = part.split('-');
      return [day && String(Number(day)), month && monthNames[Number(month) - 1], year]
        .filter(Boolean)
        .join(' ');
    })
    .join(' to ');
}

const shortMonths = [
  'Jan',
  'Feb',
  'March',
  'April',
  'May',
  'June',
  'July',
  'Aug',
  'Sept',
  'Oct',
  'Nov',
  'Dec',
];

/** 2017-12-14 as "14 Dec 2017", for the columns of tables. */
export function formatShortDate(date: string): string {
  return monthNames.reduce<string>(
    (text, month, index) => text.replace(month, shortMonths[index] ?? month),
    formatDate(date),
  );
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** "Sunday 31 May 2015" for a full date; the date alone otherwise. */
export function formatDateWithWeekday(date: string): string {
  const formatted = formatDate(date);
  return /^\d{4}-\d{2}-\d{2}$/.test(date)
    ? `${weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]} ${formatted}`
    : formatted;
}

/** "North", "North and South", "North, South and East". */
export function listWords(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(words);
}
