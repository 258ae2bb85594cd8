import { describe, expect, it } from 'vitest';
import { cutAtLanguages } from '../../../src/plugins/mark-languages.ts';

const wordings = [
  { text: 'sie haben 14 Brücken gesperrt', language: 'de' },
  { text: 'الجسر مغلق منذ شهر', language: 'ar' },
  { text: 'die', language: 'de' },
];
const cut = (text: string) =>
  cutAtLanguages(text, wordings).map(({ text: words, language }) => (language ? `${language}:${words}` : words));

describe('quotations in another language', () => {
  it.each([
    ['It has “14 Brücken gesperrt” in it.', ['It has “', 'de:14 Brücken gesperrt', '” in it.']],
    ['„sie haben 14 Brücken gesperrt“', ['„', 'de:sie haben 14 Brücken gesperrt', '“']],
    ['One has “الجسر مغلق”, one ‘14 Brücken’.', ['One has “', 'ar:الجسر مغلق', '”, one ‘', 'de:14 Brücken', '’.']],
    ['A word alone: “مغلق”.', ['A word alone: “', 'ar:مغلق', '”.']],
  ])('are cut out of %s', (text, pieces) => {
    expect(cut(text)).toEqual(pieces);
    expect(
      cutAtLanguages(text, wordings)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });

  it.each(['They “die” young.', 'It has “14 bridges” in it.', '14 Brücken gesperrt, without marks.', ''])('are none in %s', (text) => {
    expect(cut(text)).toEqual([]);
  });
});
