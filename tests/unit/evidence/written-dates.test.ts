import { describe, expect, it } from 'vitest';
import fc from '../../random.ts';
import { findWrittenDays, findWrongDates } from '../../../src/evidence/written-dates.ts';

const read = (text: string) =>
  findWrongDates(text).map(({ text: found, message, fix }) => `${found}: ${message} ${fix}`);

describe('findWrittenDays', () => {
  it('reads days with a year, as written and as YYYY-MM-DD', () => {
    expect(findWrittenDays('Reuters, 2 June 2015; June 3rd; December 14, 2017; in 2015')).toEqual([
      { text: '2 June 2015', day: '2015-06-02' },
      { text: 'December 14, 2017', day: '2017-12-14' },
    ]);
  });
});

describe('findWrongDates', () => {
  it.each([
    'Tuesday, 2 June 2015',
    'Tuesday, June 2, 2015',
    'Tuesday 2 June 2015',
    'Tuesday, the 2nd of June 2015',
    '29 February 2016',
    '29 February',
    '31 May to 2 June',
    'Monday, 2 June',
    'in May 40 tanks',
    'June 2,300 Humvees',
    'the 1,832 weapons',
    '30\u00a0June 2015',
    'Tues 2 June 2015',
    'Tue., 2 Jun. 2015',
    'Tuesday (2 June 2015)',
    '2 June 2015 (Tuesday)',
    '2 June 2015 (Tue)',
    '2 June 2015, a Tuesday',
    '2 June 2015 was a Tuesday',
    '2 June 2015, Tuesday, and more',
    'Sept. 11, 2001, was a Tuesday',
    'Tuesday 2015-06-02',
    '2 June 2015 Sunday Times',
    '2 June 2015, Sunday Times readers',
    'sun 2 June 2015, and the Sun wrote',
    '27/11/2023 and 11/27/2023 and 31.12.2014',
    '2015-06-02 and E-07-1234 and 2015-2016',
    '10:30, 0:00, 24:00, 23:59:59, 0600 GMT, 2359 UTC',
    '1 p.m., 12:30 a.m., 9.15 pm, 11am',
    'version 1.25:61',
  ])('accepts %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    ['31 June', '31 June: June has 30 days. Write the day you mean.'],
    ['June 31, 2015', 'June 31, 2015: June has 30 days. Write the day you mean.'],
    ['0 June 2015', '0 June 2015: June has 30 days. Write the day you mean.'],
    ['29 February 2015', '29 February 2015: February 2015 has 28 days. Write the day you mean.'],
    ['30 February', '30 February: February has 29 days. Write the day you mean.'],
    [
      'Friday, 2 June 2015',
      'Friday, 2 June 2015: 2 June 2015 was a Tuesday. Write Tuesday, 2 June 2015, or correct the date.',
    ],
    [
      'Friday, June 2, 2015',
      'Friday, June 2, 2015: 2 June 2015 was a Tuesday. Write Tuesday, June 2, 2015, or correct the date.',
    ],
    [
      'Mon 2 June 2015',
      'Mon 2 June 2015: 2 June 2015 was a Tuesday. Write Tuesday 2 June 2015, or correct the date.',
    ],
    [
      'Wed., 2 Jun 2015',
      'Wed., 2 Jun 2015: 2 June 2015 was a Tuesday. Write Tuesday, 2 Jun 2015, or correct the date.',
    ],
    [
      'Monday (2 June 2015)',
      'Monday (2 June 2015: 2 June 2015 was a Tuesday. Write Tuesday (2 June 2015, or correct the date.',
    ],
    [
      '2 June 2015 (Monday)',
      '2 June 2015 (Monday): 2 June 2015 was a Tuesday. Write 2 June 2015 (Tuesday), or correct the date.',
    ],
    [
      '2 June 2015, a Monday',
      '2 June 2015, a Monday: 2 June 2015 was a Tuesday. Write 2 June 2015, a Tuesday, or correct the date.',
    ],
    [
      '2 June 2015, Monday',
      '2 June 2015, Monday: 2 June 2015 was a Tuesday. Write 2 June 2015, Tuesday, or correct the date.',
    ],
    [
      'June 2, 2015 was a Monday',
      'June 2, 2015 was a Monday: 2 June 2015 was a Tuesday. Write June 2, 2015 was a Tuesday, or correct the date.',
    ],
    [
      'Monday 2015-06-02',
      'Monday 2015-06-02: 2 June 2015 was a Tuesday. Write Tuesday 2015-06-02, or correct the date.',
    ],
    ['31 Sept 2015', '31 Sept 2015: September has 30 days. Write the day you mean.'],
    ['2015-02-30', '2015-02-30: There is no 2015-02-30. Write the day you mean.'],
    ['2015-13-01', '2015-13-01: There is no 2015-13-01. Write the day you mean.'],
    [
      '31/06/2015',
      '31/06/2015: There is no 31/06/2015. Write the day that is meant, with the month in words.',
    ],
    [
      'the 25:61 train',
      '25:61: "25:61" is not a time. Write the time you mean; of a ratio, bind both numbers.',
    ],
    [
      '24:30 and 9:75:00',
      '24:30: "24:30" is not a time. Write the time you mean; of a ratio, bind both numbers.',
    ],
    ['13 p.m.', '13 p.m.: "13 p.m." is not a time. Write the time you mean.'],
    ['0660 GMT', '0660 GMT: "0660 GMT" is not a time. Write the time you mean.'],
  ])('finds what is wrong with %j', (text, told) => {
    expect(read(`Printed on ${text}.`)[0]).toBe(told);
  });

  it('says where', () => {
    expect(findWrongDates('On 31 June and 2 June')).toMatchObject([{ index: 3, length: 7 }]);
  });

  it('compares every day of the week with the calendar, before the date or behind it, short or long', () => {
    const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
    const months = Array.from({ length: 12 }, (_, at) =>
      new Date(Date.UTC(2024, at, 1)).toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' }),
    );
    const form = fc.constantFrom<(name: string, day: string) => string>(
      (name, day) => `${name}, ${day}`,
      (name, day) => `${name} ${day}`,
      (name, day) => `${name} (${day})`,
      (name, day) => `${day} (${name})`,
      (name, day) => `${day}, a ${name}, it`,
      (name, day) => `${day} was a ${name}`,
      (name, day) => `${day}, ${name}, it`,
    );
    const write = fc.constantFrom<(date: number, month: string, year: number) => string>(
      (date, month, year) => `${date} ${month} ${year}`,
      (date, month, year) => `${month} ${date}, ${year}`,
      (date, month, year) => `${date} ${month.slice(0, 3)} ${year}`,
    );
    const day = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        day,
        fc.nat(6),
        fc.boolean(),
        form,
        write,
        (date, ahead, isShort, place, print) => {
          const name = names[(date.getUTCDay() + ahead) % 7] ?? '';
          const text = place(
            isShort ? name.slice(0, 3) : name,
            print(date.getUTCDate(), months[date.getUTCMonth()] ?? '', date.getUTCFullYear()),
          );
          expect(findWrongDates(text).length, text).toBe(ahead === 0 ? 0 : 1);
        },
      ),
      { numRuns: 500 },
    );
  });
});
