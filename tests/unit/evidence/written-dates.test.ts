import { describe, expect, it } from 'vitest';
import { findWrittenDays, findWrongDates } from '../../../src/evidence/written-dates.ts';

const read = (text: string) => findWrongDates(text).map(({ text: found, message, fix }) => `${found}: ${message} ${fix}`);

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
  ])('accepts %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    ['31 June', '31 June: June has 30 days. Write the day that is meant.'],
    ['June 31, 2015', 'June 31, 2015: June has 30 days. Write the day that is meant.'],
    ['0 June 2015', '0 June 2015: June has 30 days. Write the day that is meant.'],
    ['29 February 2015', '29 February 2015: February 2015 has 28 days. Write the day that is meant.'],
    ['30 February', '30 February: February has 29 days. Write the day that is meant.'],
    ['Friday, 2 June 2015', 'Friday, 2 June 2015: 2 June 2015 was a Tuesday. Write Tuesday, 2 June 2015, or correct the date.'],
    ['Friday, June 2, 2015', 'Friday, June 2, 2015: 2 June 2015 was a Tuesday. Write Tuesday, June 2, 2015, or correct the date.'],
  ])('finds what is wrong with %j', (text, told) => {
    expect(read(`Printed on ${text}.`)).toEqual([told]);
  });

  it('says where', () => {
    expect(findWrongDates('On 31 June and 2 June')).toMatchObject([{ index: 3, length: 7 }]);
  });
});
