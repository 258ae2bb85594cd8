import { describe, expect, it } from 'vitest';
import { holdsName, holdsUnseenName } from '../../../src/evidence/naming.ts';
import { makeRecord, makeStatement } from './sample-record.ts';

const { sources } = makeRecord(
  {},
  {
    afp: { publisher: 'Agence France-Presse', aliases: ['the French agency', 'وكالة فرانس برس'] },
    post: { publisher: 'The Washington Post', author: 'Thomas Gibbons-Neff and Missy Ryan' },
    abadi: { publisher: 'Iraqiya', read_as: 'not-seen', url: undefined },
    car: { publisher: 'Conflict Armament Research' },
  },
);
const holds = (words: string, id: string, speaker?: string) =>
  holdsName(words, {
    source: sources.get(id),
    statement: makeStatement(id, { value: 1, speaker }),
  });

describe('holdsName', () => {
  it.each([
    ['according to agence france-presse', 'afp'],
    ['AFP reported', 'afp'],
    ['told AFP’s correspondent', 'afp'],
    ['said The French Agency', 'afp'],
    ['نقلت وكالة فرانس برس عن العبادي', 'afp'],
    ['the Washington Post found', 'post'],
    ['Gibbons-Neff writes', 'post'],
    ['as Ryan wrote', 'post'],
    ['CAR’s report', 'car'],
  ])('finds publisher, initials, alias or author in %j', (words, id) => {
    expect(holds(words, id)).toBe(true);
  });

  it('finds the speaker of what was not seen by name and surname, without office', () => {
    expect(
      holds('Prime Minister Abadi said', 'abadi', 'Haider al-Abadi, prime minister of Iraq'),
    ).toBe(true);
    expect(
      holds('the prime minister of Iraq said', 'abadi', 'Haider al-Abadi, prime minister of Iraq'),
    ).toBe(false);
  });

  it('does not take a speaker for the page that tells what he said', () => {
    expect(
      holds('Prime Minister Abadi said', 'afp', 'Haider al-Abadi, prime minister of Iraq'),
    ).toBe(false);
  });

  it.each([
    ['the agency reported', 'afp'],
    ['the French army', 'afp'],
    ['afpress', 'afp'],
    ['the post was abandoned', 'post'],
    ['a ryan of no name', 'post'],
    ['a car was seen, and research', 'car'],
    ['', 'car'],
  ])('finds no name in %j', (words, id) => {
    expect(holds(words, id)).toBe(false);
  });

  it('finds nothing where the source is not in the record', () => {
    expect(
      holdsName('Reuters said', {
        source: undefined,
        statement: makeStatement('reuters', { value: 1 }),
      }),
    ).toBe(false);
  });
});

describe('holdsUnseenName', () => {
  it('needs a name out of what was not seen, and takes no month, day or article for one', () => {
    const unseen = 'A report of The Gazette, on Monday, in June';
    expect(holdsUnseenName('the gazette says', unseen)).toBe(true);
    expect(holdsUnseenName('a report on Monday in June', unseen)).toBe(false);
    expect(holdsUnseenName('the report', unseen)).toBe(false);
    expect(holdsUnseenName('قال تلفزيون العراقية', 'مقابلة في تلفزيون العراقية')).toBe(true);
  });
});
