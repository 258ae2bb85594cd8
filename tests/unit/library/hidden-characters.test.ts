import { describe, expect, it } from 'vitest';
import { findUndrawnLetter } from '../../../src/library/drawn-letters.ts';
import { findHiddenCharacters } from '../../../src/library/markup/hidden-characters.ts';
import { createSourceText } from '../../../src/library/source-text.ts';

const find = (text: string) =>
  findHiddenCharacters(createSourceText('content/articles/a.mdx', text));
const rulesIn = (text: string) => find(text).map(({ rule }) => rule);

/** All characters of the two planes that have letters, without surrogates. */
const everyCharacter = Array.from({ length: 0x20000 - 0x80 }, (_, index) => index + 0x80)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));
const nameOf = (character: string) => `U+${character.codePointAt(0)?.toString(16).toUpperCase()}`;

describe('characters that are not what they look like', () => {
  it('are found wherever Unicode says that nobody sees them', () => {
    const unseen = everyCharacter.filter((character) =>
      /[\p{DI}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u2800]/u.test(character),
    );
    expect(unseen.length).toBeGreaterThan(10_000);
    expect(unseen.filter((character) => find(`wo${character}rd`).length === 0).map(nameOf)).toEqual(
      [],
    );
  });

  it('are found where a Latin letter or a digit is spelled with another sign', () => {
    const dressed = everyCharacter.filter((character) =>
      /^[A-Za-z0-9]+$/.test(character.normalize('NFKC')),
    );
    expect(dressed.length).toBeGreaterThan(1000);
    // Square metres, Spanish ordinals, number signs and trade marks are printed as such. Another
    // rule reports characters that no font has.
    const fine = new Set('²³¹ªº№™₨');
    const passed = dressed.filter(
      (character) => find(`wo${character}rd`).length === 0 && !findUndrawnLetter(character),
    );
    expect(passed.filter((character) => !fine.has(character))).toEqual([]);
  });

  it('are spelled out in the fix', () => {
    for (const [text, plain] of [
      ['𝐛𝐨𝐥𝐝', 'bold'],
      ['ﬁrst', 'first'],
      ['Ⅳ', 'IV'],
      ['Ｍosul', 'Mosul'],
      ['①', '1'],
      ['oﬃce', 'office'],
      ['ﻣﻮﺻﻞ', 'موصل'],
    ] as const)
      expect(find(text).map(({ fix }) => fix)).toEqual([`Write ${plain}`]);
  });

  it('are marks that stand on nothing, go around a letter, or are heaped on it', () => {
    for (const text of [
      'Z\u0351\u036b\u0343\u036a\u0302word',
      '4\u0336 gates',
      ' \u0301word',
      '4\u20e3',
      'a\u20dd',
      '.\u0301',
    ])
      expect(rulesIn(text), text).toContain('mixed-letters');
  });

  it.each([
    'Tal Afar, Mısır, Çeçen, Đà Nẵng, ḥadīth, ʿIrāq, Kraków, Ærø',
    'المَوْصِلُ وَسُورِيَّة',
    'ẍ̣ and ḏ̣',
    'km², ½, № 5, ™, 7 µm, 3 Ω',
    'می‌خواهم',
  ])('are not found in what is written so: %s', (text) => {
    expect(rulesIn(text.normalize('NFC'))).toEqual([]);
  });
});
