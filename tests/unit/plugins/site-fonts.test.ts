import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Blob, Face } from 'harfbuzzjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SiteFiles } from '../../../src/desk/build/site-files.ts';
import { typeset } from '../../../src/evidence/typeset.ts';
import { keptFolder } from '../../../src/library/kept-files.ts';
import {
  always,
  findMissingLetters,
  mayHoldPrimes,
  writeSiteFonts,
} from '../../../src/plugins/site-fonts.ts';
import { unpackFont } from '../../../src/library/typefaces.ts';
import { itLater } from '../../how-much.ts';

const root = mkdtempSync(join(tmpdir(), 'fonts-'));
const folder = join(root, '.build/fonts');
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});
beforeAll(async () => {
  mkdirSync(join(root, 'content'));
  writeFileSync(join(root, 'content/a.yaml'), 'title: Eroğlu, Жив, شم\n');
  await writeSiteFonts(root, false);
});

const readLetters = async (name: string) =>
  new Set(
    new Face(
      new Blob(Uint8Array.from(await unpackFont(readFileSync(join(folder, name)))).buffer),
    ).collectUnicodes(),
  );
const has = (letters: Set<number>, text: string) =>
  [...text].every((letter) => letters.has(letter.codePointAt(0) ?? 0));

describe('the fonts of the site', () => {
  it('hold what may be printed at any time and the letters of the content, and no more', async () => {
    expect(readdirSync(folder)).toEqual([
      'archivo-narrow-normal-latin-ext.woff2',
      'archivo-narrow-normal-latin.woff2',
      'archivo-narrow-normal-noto-sans-arabic-arabic.woff2',
      'archivo-narrow-normal-noto-sans-cyrillic.woff2',
      'brygada-1918-italic-cyrillic.woff2',
      'brygada-1918-italic-latin-ext.woff2',
      'brygada-1918-italic-latin.woff2',
      'brygada-1918-italic-noto-naskh-arabic-arabic.woff2',
      'brygada-1918-normal-cyrillic.woff2',
      'brygada-1918-normal-latin-ext.woff2',
      'brygada-1918-normal-latin.woff2',
      'brygada-1918-normal-noto-naskh-arabic-arabic.woff2',
      'fonts.css',
      'made-from',
      'system-fonts.css',
    ]);
    const latin = await readLetters('archivo-narrow-normal-latin.woff2');
    expect(has(latin, 'Humvees, “2,300” – $1–2 · 43.5% ’…€½')).toBe(true);
    expect(has(latin, 'ß')).toBe(false);
    expect(await readLetters('brygada-1918-normal-latin-ext.woff2')).toEqual(new Set([0x11f]));
    expect(has(await readLetters('brygada-1918-normal-cyrillic.woff2'), 'Жив')).toBe(true);
  });

  it('hold no letter of a typeface twice', async () => {
    const letters: number[] = [];
    // In sequence, because the module that unpacks fonts has one memory.
    for (const alphabet of ['latin', 'latin-ext', 'cyrillic'])
      letters.push(...(await readLetters(`brygada-1918-normal-${alphabet}.woff2`)));
    expect(letters.length).toBeGreaterThan(90);
    expect(new Set(letters).size).toBe(letters.length);
  });

  it('are named in the stylesheet, each with the range in which it alone has letters', () => {
    const css = readFileSync(join(folder, 'fonts.css'), 'utf8');
    const ranges = [...css.matchAll(/url\('\.\/(\S+)\.woff2'\).*?unicode-range: ([^;]+);/gs)].map(
      ([, name, range]) => [name, range],
    );
    expect(Object.fromEntries(ranges)).toEqual({
      'archivo-narrow-normal-noto-sans-arabic-arabic': 'U+634-645',
      'archivo-narrow-normal-noto-sans-cyrillic': 'U+416-438',
      'brygada-1918-italic-cyrillic': 'U+416-438',
      'brygada-1918-italic-noto-naskh-arabic-arabic': 'U+634-645',
      'brygada-1918-normal-noto-naskh-arabic-arabic': 'U+634-645',
      'brygada-1918-normal-latin': 'U+20-D7, U+2013-2212',
      'brygada-1918-normal-latin-ext': 'U+11F',
      'brygada-1918-normal-cyrillic': 'U+416-438',
      'brygada-1918-italic-latin': 'U+20-D7, U+2013-2212',
      'brygada-1918-italic-latin-ext': 'U+11F',
      'archivo-narrow-normal-latin': 'U+20-D7, U+2013-2212',
      'archivo-narrow-normal-latin-ext': 'U+11F',
    });
  });

  it('are the same each time', async () => {
    const again = mkdtempSync(join(tmpdir(), 'fonts-'));
    cpSync(join(root, 'content'), join(again, 'content'), { recursive: true });
    await writeSiteFonts(again, false);
    for (const name of readdirSync(folder)) {
      expect(
        readFileSync(join(again, '.build/fonts', name)).equals(readFileSync(join(folder, name))),
        name,
      ).toBe(true);
    }
    rmSync(again, { recursive: true, force: true });
  });

  it('are kept while the letters are the same, and cut anew for another letter or when they were not finished', async () => {
    /** Changes when the fonts are written, because the folder is then a new one. */
    const stamp = () => statSync(join(again, '.build/fonts/fonts.css'), { bigint: true }).mtimeNs;
    const again = mkdtempSync(join(tmpdir(), 'fonts-'));
    mkdirSync(join(again, 'content'));
    writeFileSync(join(again, 'content/site.yaml'), 'name: Desk');
    await writeSiteFonts(again, false);
    const first = stamp();
    writeFileSync(join(again, 'content/site.yaml'), 'name: Other words');
    await writeSiteFonts(again, false);
    expect(stamp()).toBe(first);
    writeFileSync(join(again, 'content/site.yaml'), 'name: Šid');
    await writeSiteFonts(again, false);
    const second = stamp();
    expect(second).not.toBe(first);
    rmSync(join(again, '.build/fonts/made-from'));
    await writeSiteFonts(again, false);
    expect(stamp()).not.toBe(second);
    rmSync(again, { recursive: true, force: true });
  }, 60_000);

  it('are made anew where one of them is damaged, and cut only once for the same letters', async () => {
    const again = mkdtempSync(join(tmpdir(), 'fonts-'));
    cpSync(join(root, 'content'), join(again, 'content'), { recursive: true });
    cpSync(join(root, keptFolder), join(again, keptFolder), { recursive: true });
    const kept = readdirSync(join(again, keptFolder));
    await writeSiteFonts(again, false);
    for (const name of readdirSync(folder)) {
      writeFileSync(join(again, '.build/fonts', name), 'damaged');
      await writeSiteFonts(again, false);
      expect(
        readFileSync(join(again, '.build/fonts', name)).equals(readFileSync(join(folder, name))),
        name,
      ).toBe(true);
    }
    // No font was subset for it: all came from the cache.
    expect(readdirSync(join(again, keptFolder))).toEqual(kept);
    rmSync(again, { recursive: true, force: true });
  }, 60_000);

  it('need no other sign that type is set in than those behind a digit', () => {
    const piece = fc.constantFrom(
      '"',
      "'",
      '-',
      '--',
      '.',
      '...',
      ' ',
      '\n',
      '°',
      '%',
      '$',
      '5',
      '36',
      'a',
      'Words',
      '(',
      '“',
      '’',
      '×',
      'May',
    );
    const texts = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
    const isKnown = (text: string) =>
      [...typeset(text)].every((letter) => always.includes(letter) || text.includes(letter));
    fc.assert(
      fc.property(texts, (text) => isKnown(text) || mayHoldPrimes.test(text)),
      { seed: 7, numRuns: 5000 },
    );
    expect(isKnown('5\'10"')).toBe(false);
  });

  it('say whose they are and under which licence', async () => {
    /** In the encoding of the name table. */
    const inNames = (words: string) => Buffer.from(words, 'utf16le').swap16();
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.woff2'))) {
      const font = Buffer.from(await unpackFont(readFileSync(join(folder, name))));
      expect(font.includes(inNames('Copyright')), name).toBe(true);
      const licences = ['https://scripts.sil.org/OFL', 'https://openfontlicense.org'];
      expect(
        licences.some((address) => font.includes(inNames(address))),
        name,
      ).toBe(true);
    }
  });

  itLater('are whole for an editor at work', async () => {
    const work = mkdtempSync(join(tmpdir(), 'fonts-'));
    await writeSiteFonts(work, true);
    expect(readdirSync(join(work, '.build/fonts'))).toContain('brygada-1918-normal-greek.woff2');
    rmSync(work, { recursive: true, force: true });
  });
});

describe('a page', () => {
  it('may not print a letter that was left out, and may print what no typeface ever had', async () => {
    const site = join(root, 'site');
    cpSync(folder, join(site, '_astro'), { recursive: true });
    writeFileSync(
      join(site, 'a.html'),
      '<p title="ß">Eroğlu &amp; Жив, شم, 国</p><script>"ß"</script>',
    );
    expect(await findMissingLetters(new SiteFiles(site))).toEqual([]);
    writeFileSync(join(site, 'b.html'), '<p>Straße, &#233;</p>');
    expect(await findMissingLetters(new SiteFiles(site))).toEqual([
      { letter: 'ß', page: 'b.html' },
      { letter: 'é', page: 'b.html' },
    ]);
  });

  it('may print a letter of a file that two typefaces share', async () => {
    const site = join(root, 'shared');
    cpSync(folder, join(site, '_astro'), { recursive: true });
    // As Vite does with files that are the same: one stays, and every rule names it.
    const stylesheet = join(site, '_astro/fonts.css');
    const css = readFileSync(stylesheet, 'utf8');
    const [one, other] = [
      'brygada-1918-italic-latin-ext.woff2',
      'brygada-1918-normal-latin-ext.woff2',
    ];
    rmSync(join(site, '_astro', one));
    writeFileSync(stylesheet, css.replaceAll(one, other));
    writeFileSync(join(site, 'a.html'), '<p>Eroğlu</p>');
    expect(await findMissingLetters(new SiteFiles(site))).toEqual([]);
    writeFileSync(stylesheet, css.replaceAll(/@font-face \{[^}]*italic-latin-ext[^}]*\}/g, ''));
    expect(await findMissingLetters(new SiteFiles(site))).toEqual([
      { letter: 'ğ', page: 'a.html' },
    ]);
  });
});
