import { describe, expect, it } from 'vitest';
import { isSameSpeaker } from '../../../src/evidence/speaker.ts';

describe('isSameSpeaker', () => {
  it.each([
    ['Haider al-Abadi, prime minister of Iraq', 'Haider al-Abadi'],
    ['Al-Abadi', 'Haider al-Abadi'],
    ['Prime minister Abadi', 'Haider Al-Abadi'],
    ['Conflict Armament Research', 'CAR’s report'],
    ['CAR', 'Conflict Armament Research'],
    ['Damien Spleeters', 'Damien Spleeters, in Wired'],
    ['The Pentagon’s Department of Defense', 'the Department of Defense, according to the article'],
    ['Agence France-Presse', 'AFP'],
    ['an American officer', 'an officer who was not named'],
    ['Nabil Eroglu', 'Nabil Eroğlu'],
  ])('%s can be %s', (written, recorded) => expect(isSameSpeaker(written, recorded)).toBe(true));

  it.each([
    ['Barack Obama', 'Haider al-Abadi'],
    ['Prime minister Nouri al-Maliki', 'Prime minister Haider al-Abadi'],
    ['Peter Van Auken', 'Peter Van Buren'],
    ['Wired', 'Damien Spleeters, in Wired'],
    ['a soldier', 'an officer who was not named'],
  ])('%s cannot be %s', (written, recorded) =>
    expect(isSameSpeaker(written, recorded)).toBe(false),
  );
});
