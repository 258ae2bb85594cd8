/**
 * The fonts that the site serves: the typefaces, cut down to the letters and weights that it uses,
 * the rules that name them, and the rules for the system fonts that are shown until they arrive.
 * Written below .build/ before Astro reads the stylesheets.
 *
 * A letter counts as used when it is anywhere in the content, or is among those that the code
 * itself may print. `findMissingLetters` checks the built pages.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Blob, Face } from 'harfbuzzjs';
import { getCurrencySign } from '../evidence/currency-signs.ts';
import { typeset } from '../evidence/typeset.ts';
import { isCurrency } from '../schema/currency.ts';
import { describePackages, keep, keptFolder, readCode, shorten } from '../library/kept-files.ts';
import {
  readFontFiles,
  typefaces,
  unpackFont,
  type FontFile,
  type Typeface,
} from '../library/typefaces.ts';
import { formatSystemFonts } from './system-fonts.ts';

/**
 * Letters that code, templates and editors may print at any time: all of ASCII, and the punctuation
 * and signs of English.
 */
export const always = `${String.fromCharCode(...Array.from({ length: 0x7f - 0x20 }, (_, index) => 0x20 + index))}\u00a0£§©°·½×−–—‘’“”…€`;

/** Style names and rendering hints for programs other than browsers. */
const idleTables = ['STAT', 'meta', 'DSIG', 'gasp'];

/** Copyright, and the address of the licence: the OFL asks for both in every copy. */
const licenceNames = [0, 14];

/** Inside the project's folder. */
const fontFolder = '.build/fonts';

/**
 * Writes the fonts, `fonts.css` and `system-fonts.css` below `root`/.build/fonts. With `whole`, for
 * an editor at work, nothing is left out: a new letter shows immediately.
 */
export async function writeSiteFonts(root: string, whole: boolean): Promise<void> {
  const folder = join(root, fontFolder);
  const used = whole ? undefined : collectLetters(join(root, 'content'));
  const made = join(folder, 'made-from');
  const maker = describeMaker();
  const wanted = shorten(maker, used ? [...used].sort((a, b) => a - b).join(' ') : 'whole');
  if (existsSync(made) && readFileSync(made, 'utf8') === describeFonts(folder, wanted)) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // Slow to load, and rarely needed.
  const { default: subsetFont } = await import('subset-font');
  const rules: string[] = [];
  for (const typeface of typefaces) {
    const cuts = shareOut(await readFontFiles(typeface), used);
    for (const { face, alphabet, bytes, letters } of cuts) {
      const file = nameFile(typeface, face, alphabet);
      const settings = {
        targetFormat: 'woff2' as const,
        variationAxes: { wght: typeface.weights },
        keepFeatures: face.features,
        dropTables: idleTables,
        preserveNameIds: licenceNames,
      };
      const text = String.fromCodePoint(...letters);
      const cut = () => subsetFont(Buffer.from(bytes), text, settings);
      writeFileSync(
        join(folder, file),
        await keep([maker, JSON.stringify(settings), text, bytes], cut, join(root, keptFolder)),
      );
      const ofOthers = cuts.flatMap((cut) =>
        cut.face === face && cut.alphabet === alphabet ? [] : cut.letters,
      );
      rules.push(formatFontFace(typeface, file, formatRange(letters, ofOthers)));
    }
  }
  writeFileSync(join(folder, 'fonts.css'), rules.join(''));
  writeFileSync(join(folder, 'system-fonts.css'), await formatSystemFonts());
  // Written last, so that unfinished fonts are made again.
  writeFileSync(made, describeFonts(folder, wanted));
}

/**
 * The name has the typeface too, because a face may be the fallback of several typefaces, which use
 * different weights and letters of it.
 */
function nameFile(typeface: Typeface, face: FontFile['face'], alphabet: string): string {
  return `${typeface.name}-${typeface.slant}-${face.name === typeface.name ? '' : `${face.name}-`}${alphabet}.woff2`;
}

/**
 * Everything that determines the cut: this code, the packages that cut, and the packages of the
 * typefaces.
 */
function describeMaker(): string {
  const faces = typefaces.flatMap((typeface) =>
    [typeface, ...typeface.standIns].map(({ name }) => `@fontsource-variable/${name}`),
  );
  const packages = describePackages(['subset-font', 'harfbuzzjs', 'wawoff2', ...new Set(faces)]);
  return shorten(
    readCode('plugins/site-fonts.ts', 'plugins/system-fonts.ts', 'library/typefaces.ts'),
    packages,
  );
}

/**
 * A digest of everything that the fonts are made from, and of the result. If it is unchanged,
 * nothing is cut, because cutting takes longer than building many pages.
 */
function describeFonts(folder: string, wanted: string): string {
  const names = readdirSync(folder).filter((name) => name !== 'made-from');
  return shorten(
    wanted,
    ...names.sort().flatMap((name) => [name, readFileSync(join(folder, name))]),
  );
}

/**
 * The used letters of each file. If several files have a letter, the first one serves it. Files
 * without used letters are left out.
 */
function shareOut(
  files: FontFile[],
  used: Set<number> | undefined,
): (FontFile & { letters: number[] })[] {
  const served = new Set<number>();
  return files.flatMap((file) => {
    const letters = listLetters(file.bytes).filter(
      (code) => code >= 0x20 && !served.has(code) && (used?.has(code) ?? true),
    );
    for (const code of letters) served.add(code);
    return letters.length > 0 ? [{ ...file, letters }] : [];
  });
}

/**
 * Typesetting adds the signs for feet, inches, minutes and seconds after a digit. All others are in
 * `always`.
 */
export const mayHoldPrimes = /\d["']/;

/** Every letter of the texts below `folder`, and those that may be printed at any time. */
function collectLetters(folder: string): Set<number> {
  const letters = new Set<number>();
  const add = (text: string) => {
    for (const letter of text) letters.add(letter.codePointAt(0) ?? 0);
  };
  add(always);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:mdx|yaml|csv)$/.test(entry.name)) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    add(text);
    // The typeset form: 36°20' gets a sign that nobody typed. A text may continue on the next line.
    // All other typeset signs are in `always`.
    for (const line of [...text.split('\n'), text.replace(/\s+/g, ' ')])
      if (mayHoldPrimes.test(line)) add(typeset(line));
    for (const name of listNames(text)) add(name);
  }
  return letters;
}

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** The names that pages print for the codes in a record: "Norwegian Bokmål" for nb, ₪ for ils. */
function listNames(text: string): string[] {
  const codes = [...text.matchAll(/\b(language|kind):\s*["']?([a-z]{2,3})\b/g)];
  return codes.flatMap(([, field, code = '']) =>
    field === 'kind' ? (isCurrency(code) ? getCurrencySign(code) : []) : (languages.of(code) ?? []),
  );
}

/** Code points that a font can draw, in order. */
function listLetters(font: Uint8Array): number[] {
  return [...new Face(new Blob(Uint8Array.from(font).buffer)).collectUnicodes()].sort(
    (a, b) => a - b,
  );
}

function formatFontFace({ family, slant, weights }: Typeface, file: string, range: string): string {
  const weight = typeof weights === 'number' ? weights : `${weights.min} ${weights.max}`;
  return [
    '@font-face {',
    `  font-family: '${family}';`,
    ...(slant === 'italic' ? ['  font-style: italic;'] : []),
    `  font-weight: ${weight};`,
    '  font-display: swap;',
    `  src: url('./${file}');`,
    `  unicode-range: ${range};`,
    '}\n',
  ].join('\n');
}

/**
 * Ranges of code points for the stylesheet, as few as possible: a gap between two letters of a file
 * is included, unless another file has a letter in it. [32, 33, 160] is "U+20-A0".
 */
function formatRange(codes: number[], ofOthers: number[]): string {
  const ranges: [number, number][] = [];
  for (const code of codes) {
    const last = ranges.at(-1);
    if (last && !ofOthers.some((other) => other > last[1] && other < code)) last[1] = code;
    else ranges.push([code, code]);
  }
  const hex = (code: number) => code.toString(16).toUpperCase();
  return ranges
    .map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`))
    .join(', ');
}

/** A letter on a page that the typeface has but the served font lacks. */
export type MissingLetter = { letter: string; page: string };

/** A built site: its paths by their ending, and its texts; see `desk/build/site-files.ts`. */
type BuiltSite = {
  folder: string;
  list: (ending: string) => string[];
  read: (path: string) => string;
};

/**
 * Compares the pages of a built site with the fonts beside them. The check reports letters that no
 * face has (`desk/rules/letters.ts`).
 */
export async function findMissingLetters(site: BuiltSite): Promise<MissingLetter[]> {
  const printed = new Map<number, string>();
  for (const page of site.list('.html')) {
    for (const letter of readLetters(site.read(page))) {
      const code = letter.codePointAt(0) ?? 0;
      if (!printed.has(code)) printed.set(code, page);
    }
  }
  const rules = readFontFaces(site);
  const missing = new Map<number, string>();
  for (const typeface of typefaces) {
    const served = new Set<number>();
    for (const { file } of rules.filter(
      ({ family, slant }) => family === typeface.family && slant === typeface.slant,
    )) {
      for (const code of listLetters(
        await unpackFont(readFileSync(join(site.folder, '_astro', file))),
      ))
        served.add(code);
    }
    const lacking = [...printed.keys()].filter((code) => code >= 0x20 && !served.has(code));
    if (lacking.length === 0) continue;
    const whole = new Set(
      (await readFontFiles(typeface)).flatMap(({ bytes }) => listLetters(bytes)),
    );
    for (const code of lacking) if (whole.has(code)) missing.set(code, printed.get(code) ?? '');
  }
  return [...missing].map(([code, page]) => ({ letter: String.fromCodePoint(code), page }));
}

/**
 * The fonts that pages and stylesheets name. Two typefaces may share a file, because Vite keeps one
 * of equal files.
 */
function readFontFaces(
  site: BuiltSite,
): { family: string; slant: 'normal' | 'italic'; file: string }[] {
  const stylesheets = site.list('.css').filter((path) => path.startsWith('_astro/'));
  const rules = new Set<string>();
  // One after the other: together the texts of 5,000 articles took 1.4 GB.
  for (const path of [...stylesheets, ...site.list('.html')])
    for (const [, rule = ''] of site.read(path).matchAll(/@font-face\s*\{([^}]*)\}/g))
      rules.add(rule);
  return [...rules].flatMap((rule) => {
    const family = /font-family:\s*["']?([^;"']+)/.exec(rule)?.[1]?.trim() ?? '';
    const file = /url\(["']?[^"')]*?([\w.-]+\.woff2)["']?\)/.exec(rule)?.[1];
    return file
      ? [{ family, slant: /font-style:\s*italic/.test(rule) ? 'italic' : 'normal', file }]
      : [];
  });
}

/** The letters of a page's text, including those written as entities. */
function readLetters(html: string): Set<string> {
  const text = html
    .replace(/<(script|style)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, hex ? 16 : 10)),
    );
  return new Set(text);
}
