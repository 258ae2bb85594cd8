import { describe, expect, it } from 'vitest';
import { foldWord, readQuestion, splitWords } from '../../../src/evidence/search-words.ts';

const wordsOf = (text: string) => splitWords(text).map(({ word }) => word);
/**
 * Returns whether a query finds a text: each part of the query is a word of the text, or its
 * beginning.
 */
const finds = (question: string, text: string) =>
  readQuestion(question).every((wanted) =>
    wanted.some((word) => wordsOf(text).some((found) => found === word)),
  );

describe('numbers', () => {
  it.each([
    ['74,000', '74000'],
    ['74000', '74,000'],
    ['seventy-four thousand', '74,000'],
    ['Seventy four thousand', '74,000'],
    ['74 thousand', '74,000'],
    ['74k', '74,000'],
    ['74.000', '74,000'],
    ['74 000', '74,000'],
    ['74\u00a0000', '74,000'],
    ['74\u202f000', '74,000'],
    ['74’000', '74,000'],
    ['٧٤٬٠٠٠', '74,000'],
    ['۷۴۰۰۰', '74,000'],
    ['74,000', '74.000 Gewehre'],
    ['74,000', '74 000 fusils'],
    ['2,300', 'as many as 2,300 vans'],
    ['2300 vans', '2,300 vans'],
    ['1.33 billion', '$1.33bn'],
    ['1,5', '1.5 tons'],
    ['1.832,5', '1,832.5'],
    ['90%', '90 per cent'],
    ['ninety per cent', '90%'],
    ['two dozen', '24 boxes'],
    ['twenty-four', 'two dozen boxes'],
    ['262.6', '$262.6 million'],
    ['262,6', '$262.6 million'],
    ['500', '€500m'],
    ['90 per cent', '90% of the parcels'],
    ['1 billion dollars', '$1 billion'],
    ['nine in ten', '90 per cent'],
    ['9 out of 10', '90%'],
    ['one in every four', '25 per cent'],
    ['90%', 'Nine out of ten were new.'],
    ['nine', 'Nine out of ten were new.'],
    ['how many vans', '40 vans'],
    ['who first said 2,300', 'as many as 2,300 vans'],
  ])('%s finds %s', (question, text) => {
    expect(finds(question, text)).toBe(true);
  });

  it.each([
    ['74,000', '174,000'],
    ['50%', '5 in 10 years'],
    ['90%', 'ten in nine'],
    ['33', 'one in three'],
    ['74', '74,000'],
    ['4,000', '74,000'],
    ['2,300', '2,300,000'],
    ['23', '2,300'],
    ['14', 'June 2014'],
    ['$262.6 million', '262.6 tons'],
    ['dollar', '$1 billion'],
  ])('%s does not find %s', (question, text) => {
    expect(finds(question, text)).toBe(false);
  });

  it('means both readings of a point, and of three digits after a comma only one', () => {
    expect(readQuestion('74.000')).toEqual([['#74', '#74000']]);
    expect(readQuestion('74,000')).toEqual([['#74000']]);
    expect(readQuestion('machine guns 74,000')).toEqual([['#74000'], ['machine'], ['guns']]);
  });

  it('stand where they are in the text', () => {
    const text = 'Lost: 74 000 of “seventy-four thousand”, ٧٤٠٠٠ and 74.000.';
    const places = splitWords(text).filter(({ word }) => word === '#74000');
    expect(places.map(({ index, length }) => text.slice(index, index + length))).toEqual([
      '74 000',
      'seventy-four thousand',
      '٧٤٠٠٠',
      '74.000',
    ]);
  });
});

describe('days', () => {
  it.each([
    ['10 June 2014', 'On 10 June 2014 it fell.'],
    ['10 june 2014', 'On Tuesday, June 10th, 2014, it fell.'],
    ['2014-06-10', 'On the 10th of June, 2014'],
    ['10.06.2014', 'It is dated 2014-06-10.'],
    ['06/10/2014', 'On 10 June 2014'],
    ['10 June', 'On 10 June 2014'],
    ['June 10', 'On 10 June 2014'],
    ['June 2014', 'On 10 June 2014'],
    ['Jun. 2014', 'In June 2014'],
    ['2014-06', 'In June 2014'],
    ['10 June 2014', 'From 10–12 June 2014'],
    ['2014', 'On 10 June 2014'],
    ['June', 'On 10 June 2014'],
    ['Sept 2014', 'September 2014'],
  ])('%s finds %s', (question, text) => {
    expect(finds(question, text)).toBe(true);
  });

  it.each([
    ['10 June 2014', '10 July 2014, 11 June 2014'],
    ['10 June 2014', 'June 2014, 10 vans'],
    ['1 June 2014', '11 June 2014'],
    ['June 2015', '10 June 2014, 2015'],
    ['2014-06-41', '10 June 2014'],
  ])('%s does not find %s', (question, text) => {
    expect(finds(question, text)).toBe(false);
  });
});

describe('words', () => {
  it.each([
    ['Gefährdung', 'gefahrdung'],
    ['straße', 'strasse'],
    ['ЁЖ', 'еж'],
    ['Český', 'cesky'],
    ['İstanbul', 'istanbul'],
    ['ışık', 'isik'],
    ['Łódź', 'lodz'],
    ['ἀρχή', 'αρχη'],
    ['الأَسْلِحَة', 'الاسلحه'],
    ['أسلحـــة', 'اسلحه'],
    ['إلى', 'الي'],
    ['فارسی', 'فارسي'],
    ['ＡＢＣ', 'abc'],
  ])('%s is read as %s', (written, plain) => {
    expect(foldWord(written)).toBe(plain);
    expect(foldWord(plain)).toBe(plain);
    expect(finds(plain, `x ${written} y`)).toBe(true);
    expect(finds(written, `x ${plain} y`)).toBe(true);
  });

  it('finds names with a digit written together, apart and as they are', () => {
    for (const name of ['PG-9', 'pg9', 'PG9'])
      expect(finds(name, 'a PG-9 rocket'), name).toBe(true);
    expect(finds('E-11', 'E-1 and E-110')).toBe(false);
    expect(finds('9', 'a PG-9 rocket')).toBe(true);
  });

  it('finds what is shortened, with points and without', () => {
    expect(finds('U.N.', 'a report to the UN')).toBe(true);
    expect(finds('UN', 'a U.N. report')).toBe(true);
    expect(finds('C.I.A', 'The CIA.')).toBe(true);
    expect(finds('U.N.', 'u and n')).toBe(false);
  });

  it('asks for no word that says little, unless there is no other', () => {
    expect(readQuestion('how many parcels were lost in the harbour')).toEqual([
      ['parcels'],
      ['lost'],
      ['harbour'],
    ]);
    expect(readQuestion('what is it')).toEqual([['what'], ['is'], ['it']]);
  });

  it('finds a word inside a line without spaces', () => {
    expect(finds('武器', '同組織が使用していた武器や弾薬の90%近くは')).toBe(true);
    expect(finds('弾薬', '同組織が使用していた武器や弾薬の90%近くは')).toBe(true);
    expect(finds('90', '同組織が使用していた武器や弾薬の90%近くは')).toBe(true);
  });

  it('holds no word in what has none', () => {
    expect(readQuestion(' – … “” ')).toEqual([]);
    expect(splitWords('')).toEqual([]);
  });
});
