import { describe, expect, it } from 'vitest';
import { getNumber } from '../../../src/evidence/record.ts';
import { findOtherVariant, findStated, listNamed } from '../../../src/evidence/variants.ts';
import { makeQuantity, makeRecord, makeStatement } from './sample-record.ts';

const variants = {
  objects: ['lost', 'captured', 'abandoned'],
  places: ['Mosul', 'Iraq'],
  models: ['M1A1', 'M1A2', 'M198'],
  words: {
    captured: ['seized', 'left behind and taken', 'eroberte'],
    abandoned: ['left behind'],
    M198: ['M-198'],
    Mosul: ['the city'],
  },
};

describe('listNamed', () => {
  const named = (text: string, dimension: 'object' | 'place' | 'model' = 'object') =>
    listNamed(text, variants, dimension).map(({ variant, written }) => [variant, written]);

  it('knows a variant by its own name and by its other words, in any capitals', () => {
    expect(named('ISIS Seized what they Lost')).toEqual([
      ['captured', 'Seized'],
      ['lost', 'Lost'],
    ]);
    expect(named('eroberte 2300')).toEqual([['captured', 'eroberte']]);
    expect(named('in the city', 'place')).toEqual([['Mosul', 'the city']]);
    expect(named('as many as 52 M-198 howitzers', 'model')).toEqual([['M198', 'M-198']]);
  });

  it('takes whole words alone', () => {
    expect(named('the Glost were recaptured')).toEqual([]);
    expect(named('Mosulville', 'place')).toEqual([]);
    expect(named('M1A12 tanks', 'model')).toEqual([]);
  });

  it('counts the longer of two that overlap', () => {
    expect(named('left behind and taken')).toEqual([['captured', 'left behind and taken']]);
    expect(named('left behind and taken, or left behind')).toEqual([
      ['captured', 'left behind and taken'],
      ['abandoned', 'left behind'],
    ]);
  });

  it('takes no word of an inherited field for a list', () => {
    expect(listNamed('constructor', { objects: ['constructor'] }, 'object')).toHaveLength(1);
    expect(listNamed('anything', { objects: ['toString'], words: {} }, 'object')).toEqual([]);
  });
});

describe('findStated', () => {
  it('takes the one that stands nearest to the number, and without a number the first', () => {
    const text = 'captured 40 tanks of all that were lost';
    expect(findStated(text, variants, 'object', { start: 9, end: 11 })?.variant).toBe('captured');
    expect(
      findStated('lost long ago: 40 were captured', variants, 'object', { start: 15, end: 17 })
        ?.variant,
    ).toBe('captured');
    expect(findStated(text, variants, 'object', undefined)?.variant).toBe('captured');
    expect(findStated('40 tanks', variants, 'object', undefined)).toBeUndefined();
  });
});

describe('findOtherVariant', () => {
  const record = makeRecord({
    tanks: makeQuantity({
      variants,
      statements: [
        makeStatement('reuters', { value: 40, object: 'lost', model: 'M1A1' }),
        makeStatement('wsws', { value: 40, object: 'captured', model: 'M1A2' }),
        makeStatement('vague', { value: 40 }),
      ],
    }),
  });
  const other = (words: string, ref: string) => findOtherVariant(words, getNumber(record, ref));

  it('knows models, and the other words of a variant', () => {
    expect(other('40 M1A2 tanks', 'tanks/reuters')).toEqual({ written: 'M1A2', recorded: 'M1A1' });
    expect(other('40 tanks seized', 'tanks/reuters')).toEqual({
      written: 'seized',
      recorded: 'lost',
    });
    expect(other('40 tanks seized', 'tanks/wsws')).toBeUndefined();
    expect(other('40 m1a1 tanks', 'tanks/wsws')).toEqual({ written: 'M1A1', recorded: 'M1A2' });
  });

  it('has nothing to say where the record does not say which it is, or where its own is named too', () => {
    expect(other('40 M1A2 tanks', 'tanks/vague')).toBeUndefined();
    expect(other('40 M1A2 tanks', 'tanks')).toBeUndefined();
    expect(other('lost, not captured', 'tanks/reuters')).toBeUndefined();
  });

  it('takes a name within a longer one for no other', () => {
    const guns = makeRecord({
      guns: makeQuantity({
        variants: { objects: ['machine guns', 'PKC machine guns'] },
        statements: [makeStatement('zeit', { value: 1, object: 'PKC machine guns' })],
      }),
    });
    expect(findOtherVariant('1 of the machine guns', getNumber(guns, 'guns/zeit'))).toBeUndefined();
  });
});
