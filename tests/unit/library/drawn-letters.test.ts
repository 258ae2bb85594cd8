import { Blob, Face } from 'harfbuzzjs';
import { describe, expect, it } from 'vitest';
import { findUndrawnLetter, formatLetters } from '../../../src/library/drawn-letters.ts';
import { readFontFiles, typefaces } from '../../../src/library/typefaces.ts';

const collect = (font: Uint8Array) => [
  ...new Face(new Blob(Uint8Array.from(font).buffer)).collectUnicodes(),
];

describe('the letters that the faces can draw', () => {
  it('are recorded as the font files have them', async () => {
    const codes = new Set<number>();
    for (const typeface of typefaces)
      for (const { bytes } of await readFontFiles(typeface))
        for (const code of collect(bytes)) codes.add(code);
    await expect(formatLetters(codes)).toMatchFileSnapshot('../../../src/library/data/letters.txt');
  });

  it.each([
    'Straße, Łódź, Đorđe, ığ, Ærø',
    'Ελλάδα, Αθήνα',
    'Жив, Україна, Ђорђе',
    'شم النسيم، العراق ١٢٣',
    '2,300 Humvees – “lost” … ½ €£¥ 36°20′',
    ' \t\n',
  ])('hold those of “%s”', (text) => expect(findUndrawnLetter(text)).toBeUndefined());

  it.each([
    ['Lost in 摩苏尔', '摩', 8],
    ['A tank 🛡 in view', '🛡', 7],
    ['שלום', 'ש', 0],
    ['हिन्दी', 'ह', 0],
    ['ไทย', 'ไ', 0],
  ])('lack one of “%s”', (text, letter, index) =>
    expect(findUndrawnLetter(text)).toEqual({ letter, index }),
  );
});
