import { describe, expect, it } from 'vitest';
import { findOtherNoun, findOtherWhole } from '../../../src/evidence/counted-nouns.ts';
import { getNumber } from '../../../src/evidence/record.ts';
import { makeQuantity, makeRecord, makeStatement } from './sample-record.ts';

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
  const unit = (also?: string[]) => ({
    kind: 'percent' as const,
    one: 'per cent',
    many: 'per cent',
    ...(also ? { also } : {}),
  });
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
