import { describe, expect, it } from 'vitest';
import {
  comparePhrase,
  findHedgeAtEnd,
  findHedgeBefore,
  findHedgeBehind,
  findLooseNumbers,
  findOtherNoun,
  findOtherWhole,
  parseNumberPhrase,
} from '../../../src/evidence/number-phrase.ts';
import { getNumber } from '../../../src/evidence/record.ts';
import { makeQuantity, makeRecord, makeStatement } from './sample-record.ts';

describe('parseNumberPhrase', () => {
  it.each([
    ['2,300 Humvees', [2300], undefined, undefined],
    ['at least 40 M1A1 tanks', [40], 'at-least', undefined],
    ['as many as 52 howitzers', [52], 'as-many-as', undefined],
    ['over one billion dollars', [1e9], 'more-than', 'usd'],
    ['$1.33 billion', [1.33e9], undefined, 'usd'],
    ['€1.2bn', [1.2e9], undefined, 'eur'],
    ['around 90 per cent', [90], 'about', 'percent'],
    ['43.5%', [43.5], undefined, 'percent'],
    ['four or five fighters', [4, 5], undefined, undefined],
    ['fifty-nine days', [59], undefined, undefined],
    ['some 2,300 armoured Humvees', [2300], 'about', undefined],
    ['almost two thousand', [2000], 'almost', undefined],
    ['no fewer than 7 firms', [7], 'at-least', undefined],
    ['not less than 7', [7], 'at-least', undefined],
    ['25 or more', [25], 'at-least', undefined],
    ['25+ firms', [25], 'at-least', undefined],
    ['no more than 25', [25], 'up-to', undefined],
    ['at most $25', [25], 'up-to', 'usd'],
    ['a maximum of 25', [25], 'up-to', undefined],
    ['~25', [25], 'about', undefined],
    ['fewer than 25', [25], 'unknown', undefined],
    ['well under 25 per cent', [25], 'unknown', 'percent'],
    ['not 25', [25], 'unknown', undefined],
  ])('reads %j', (text, values, hedge, sign) => {
    expect(parseNumberPhrase(text)).toMatchObject({ values, hedge, sign });
  });

  it('finds no number in words without one, nor in the name of a model', () => {
    expect(parseNumberPhrase('the machine guns')).toBeUndefined();
    expect(parseNumberPhrase('M1A1')).toBeUndefined();
  });
});

describe('findHedgeAtEnd', () => {
  it('finds a hedge that belongs to what follows, and no word that belongs to the verb before', () => {
    expect(findHedgeAtEnd('Iraq lost no fewer than ')).toBe('no fewer than');
    expect(findHedgeAtEnd('Iraq lost nearly ')).toBe('nearly');
    expect(findHedgeAtEnd('They wrote about ')).toBeUndefined();
    expect(findHedgeAtEnd('at least, wrote ')).toBeUndefined();
  });
});

describe('findHedgeBefore', () => {
  it.each([
    ['Iraq lost fewer than ', 'fewer than', 10],
    ['Iraq lost about ', 'about', 10],
    ['Iraq lost *roughly* ', 'roughly', 11],
    ['Iraq lost well over\n', 'well over', 10],
    ['a loss of some ', 'some', 10],
    ['up to ', 'up to', 0],
  ])('finds what hedges the number behind %j', (text, words, index) => {
    expect(findHedgeBefore(text)).toEqual({ words, index });
  });

  it.each([
    'He wrote about ',
    'a story *about* ',
    'They handed over ',
    'It adds up to ',
    'soldiers stood around ',
    'Iraq lost ',
    'somewhat ',
  ])('leaves what belongs to the words before: %j', (text) => {
    expect(findHedgeBefore(text)).toBeUndefined();
  });
});

describe('findHedgeBehind', () => {
  it('finds what hedges the number before it, and where', () => {
    expect(findHedgeBehind(' or more.')).toEqual({ words: 'or more', index: 1 });
    expect(findHedgeBehind('* at least, he')).toEqual({ words: 'at least', index: 2 });
    expect(findHedgeBehind(' at least according to him')).toBeUndefined();
    expect(findHedgeBehind(' or more than that')).toBeUndefined();
    expect(findHedgeBehind(', or more')).toBeUndefined();
  });
});

describe('findOtherNoun', () => {
  const record = makeRecord({
    humvees: makeQuantity({
      unit: { kind: 'count', one: 'Humvee', many: 'Humvees', also: ['trucks'] },
      statements: [makeStatement('reuters', { value: 2300 })],
    }),
  });
  const humvees = getNumber(record, 'humvees');
  const nouns = new Set(['humvee', 'humvees', 'tank', 'tanks']);
  it.each([
    [' tanks', 'tanks'],
    [' M1A1 **tanks** were lost', 'tanks'],
    [' Humvees and tanks', undefined],
    [' trucks', undefined],
    [' of the tanks', undefined],
    [', tanks', undefined],
    [' cars', undefined],
  ])('behind a number of Humvees, %j', (behind, noun) => {
    expect(findOtherNoun(behind, nouns, humvees)).toBe(noun);
  });
});

describe('findOtherWhole', () => {
  const unit = (also?: string[]) => ({ kind: 'percent' as const, one: 'per cent', many: 'per cent', ...(also ? { also } : {}) });
  const statements = [makeStatement('reuters', { value: 43.5 })];
  const record = makeRecord({
    shares: makeQuantity({ unit: unit(['of weapons']), statements }),
    plain: makeQuantity({ unit: unit(), statements }),
  });
  const wholes = new Set(['weapons', 'ammunition']);
  it.each([
    ['43.5%', ' of the ammunition', 'ammunition'],
    ['43.5 per cent', ' of all documented ammunition, it says', 'ammunition'],
    ['43.5% of ammunition', '', 'ammunition'],
    ['43.5%', ' of the weapons and the ammunition', undefined],
    ['43.5%', ' of what was found', undefined],
    ['43.5%', ', and the ammunition', undefined],
  ])('%s%s', (phrase, behind, whole) => {
    expect(findOtherWhole(phrase, behind, wholes, getNumber(record, 'shares'))).toBe(whole);
    expect(findOtherWhole(phrase, behind, wholes, getNumber(record, 'plain'))).toBeUndefined();
  });
});

describe('comparePhrase', () => {
  const record = makeRecord({
    guns: makeQuantity({
      statements: [
        makeStatement('reuters', { value: 74000 }),
        makeStatement('early', { words: 'hundreds' }),
        makeStatement('tanks', { value: 40, hedge: 'at-least' }),
      ],
    }),
    value: makeQuantity({
      unit: { kind: 'usd', one: 'dollar', many: 'dollars' },
      statements: [makeStatement('wsws', { value: 1e9, hedge: 'more-than' })],
    }),
  });
  const compare = (text: string, ref: string) => comparePhrase(text, getNumber(record, ref))?.differs;

  it('accepts the number in digits and in words', () => {
    expect(compare('74,000 machine guns', 'guns/reuters')).toBeUndefined();
    expect(compare('seventy-four thousand', 'guns/reuters')).toBeUndefined();
    expect(compare('over one billion dollars', 'value')).toBeUndefined();
    expect(compare('more than $1 billion', 'value')).toBeUndefined();
    expect(compare('12.12 per cent', 'weapons-origin/romania')).toBeUndefined();
  });

  it('refuses one changed digit', () => {
    expect(compare('74,001 machine guns', 'guns/reuters')).toBe('value');
    expect(compare('4,000 machine guns', 'guns/reuters')).toBe('value');
    expect(compare('43.6 per cent', 'weapons-origin/china')).toBe('value');
  });

  it('refuses another unit, another sign and no number at all', () => {
    expect(compare('74,000 tanks', 'guns/reuters')).toBe('unit');
    expect(compare('$74,000', 'guns/reuters')).toBe('sign');
    expect(compare('43.5', 'weapons-origin/china')).toBe('sign');
    expect(compare('the machine guns', 'guns/reuters')).toBe('no-number');
  });

  it('tells a dropped hedge from an added one', () => {
    expect(comparePhrase('40', getNumber(record, 'guns/tanks'))).toEqual({ differs: 'hedge', written: undefined, recorded: 'at-least' });
    expect(comparePhrase('about 74,000', getNumber(record, 'guns/reuters'))).toEqual({
      differs: 'hedge',
      written: 'about',
      recorded: undefined,
    });
  });

  it('accepts rounded forms only where the record declares them', () => {
    expect(compare('12 per cent', 'weapons-origin/romania')).toBeUndefined();
    expect(compare('44 per cent', 'weapons-origin/china')).toBe('value');
  });

  it('wants the printed words where no number was printed', () => {
    expect(compare('hundreds of machine guns', 'guns/early')).toBeUndefined();
    expect(compare('dozens of machine guns', 'guns/early')).toBe('value');
  });
});

describe('findLooseNumbers', () => {
  const nouns = new Set(['tanks', 'division', 'divisions']);
  const find = (text: string) => findLooseNumbers(text, nouns).map((loose) => loose.text);

  it('finds digits, magnitudes, fractions and percentages', () => {
    expect(find('They lost 40 and then 2,300 more.')).toEqual(['40', '2,300']);
    expect(find('hundreds of thousands of Iraqis')).toEqual(['hundreds of thousands']);
    expect(find('two-thirds of the fleet, and half of the rest')).toEqual(['two-thirds', 'half of']);
    expect(find('three times as many, twice the number, a tenfold price; told twice, at times')).toEqual([
      'three times as many',
      'twice the number',
      'tenfold',
    ]);
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
    expect(find('On 9 and 10 June 2014, from 1 to 30 June, at 10:30, at 9 a.m. and 21.15 GMT')).toEqual([]);
    expect(find('In 2014 tanks were lost, and in June 2014 tanks too; the 2014 tanks')).toEqual([]);
    expect(find('They lost 2014 tanks, 10:3 and 30 or more')).toEqual(['2014', '10', '3', '30']);
  });

  it('finds fractions in one sign or two numbers, and a couple of what is counted', () => {
    expect(find('½ of them, 2½ and 2/3; a couple of tanks, a pair of shoes')).toEqual(['½', '2½', '2/3', 'a couple of']);
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
