import { describe, expect, it } from 'vitest';
import { findLooseNumbers } from '../../../src/evidence/loose-numbers.ts';

describe('findLooseNumbers', () => {
  const nouns = new Set(['tanks', 'division', 'divisions']);
  const find = (text: string) => findLooseNumbers(text, nouns).map((loose) => loose.text);

  it('finds digits, magnitudes, fractions and percentages', () => {
    expect(find('They lost 40 and then 2,300 more.')).toEqual(['40', '2,300']);
    expect(find('hundreds of thousands of Iraqis')).toEqual(['hundreds of thousands']);
    expect(find('two-thirds of the fleet, and half of the rest')).toEqual([
      'two-thirds',
      'half of',
    ]);
    expect(
      find('three times as many, twice the number, a tenfold price; told twice, at times'),
    ).toEqual(['three times as many', 'twice the number', 'tenfold']);
    expect(find('One in ten was new; one in the morning came late.')).toEqual(['One in ten']);
    expect(find('ninety per cent of it')).toEqual(['ninety per cent']);
    expect(find('worth $1 billion')).toEqual(['$1 billion']);
  });

  it('finds a number word only before something that a record counts', () => {
    expect(find('four of the army divisions')).toEqual([]);
    expect(find('four army divisions')).toEqual(['four']);
    expect(find('three questions about one tanks crew')).toEqual([]);
  });

  it('leaves days and times of day alone, and the years that count nothing', () => {
    expect(
      find('On 9 and 10 June 2014, from 1 to 30 June, at 10:30, at 9 a.m. and 21.15 GMT'),
    ).toEqual([]);
    expect(find('In 2014 tanks were lost, and in June 2014 tanks too; the 2014 tanks')).toEqual([]);
    expect(find('They lost 2014 tanks, 10:3 and 30 or more')).toEqual(['2014', '10', '3', '30']);
  });

  it('finds fractions in one sign or two numbers, and a couple of what is counted', () => {
    expect(find('½ of them, 2½ and 2/3; a couple of tanks, a pair of shoes')).toEqual([
      '½',
      '2½',
      '2/3',
      'a couple of',
    ]);
  });

  it('leaves years, dates, ordinals, pages, models and calibres alone', () => {
    expect(
      find(
        'On 2 June 2015 and in 2014–2017, the 2nd Division; page 12; 7.62 x 39 mm, 155 mm; M1A1, M198, AK-63F, 9M111 and GAO-07-711; E-07.',
      ),
    ).toEqual([]);
  });

  it('says where the number stands', () => {
    expect(findLooseNumbers('lost 40 tanks', nouns)).toEqual([{ index: 5, length: 2, text: '40' }]);
  });
});
