/**
 * The two typefaces as in their packages, and the Noto faces as fallbacks for the alphabets they
 * lack: one variable font for each slant and alphabet, all under the OFL 1.1. Together they hold
 * Latin, Greek, Cyrillic and Arabic letters.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import wawoff2 from 'wawoff2';

/** The parts of one package that are used. */
type Face = {
  /** The name of the package, which is also in the names of its files. */
  name: string;
  slant: 'normal' | 'italic';
  /** The subsets of the package that are used, the commonest first. */
  alphabets: string[];
  /** The OpenType features with which its text is typeset. */
  features: string[];
};

export type Typeface = Face & {
  /** Its name in the stylesheet. */
  family: string;
  /** The weights that the stylesheet uses: all between two, or one. */
  weights: { min: number; max: number } | number;
  /**
   * Fallback faces for the letters that this one lacks, in order. Upright if there is no italic.
   */
  standIns: Face[];
};

/** The features that join Arabic letters and place their marks. */
const joining = [
  'ccmp',
  'locl',
  'isol',
  'init',
  'medi',
  'fina',
  'rlig',
  'calt',
  'liga',
  'mark',
  'mkmk',
  'kern',
];
const arabicSerif: Face = {
  name: 'noto-naskh-arabic',
  slant: 'normal',
  alphabets: ['arabic'],
  features: joining,
};
const arabicSans: Face = {
  name: 'noto-sans-arabic',
  slant: 'normal',
  alphabets: ['arabic'],
  features: joining,
};
const otherSans: Face = {
  name: 'noto-sans',
  slant: 'normal',
  alphabets: ['greek', 'cyrillic', 'cyrillic-ext', 'latin-ext'],
  features: ['kern', 'ccmp', 'mark', 'tnum'],
};

const latin = ['latin', 'latin-ext', 'vietnamese'];
const all = [...latin, 'greek', 'cyrillic', 'cyrillic-ext'];

const between = { min: 400, max: 600 };

/** No letters of these faces need ligatures to avoid touching. */
const brygada = {
  family: 'Brygada 1918',
  name: 'brygada-1918',
  features: ['kern'],
  standIns: [arabicSerif, otherSans],
};

/** For titles and running text. */
export const serif: Typeface = {
  ...brygada,
  slant: 'normal',
  weights: between,
  alphabets: all,
};
/** For quotations. */
export const serifItalic: Typeface = { ...brygada, slant: 'italic', weights: 400, alphabets: all };
/** For labels, tables and charts, where figures line up. */
export const sans: Typeface = {
  family: 'Archivo Narrow',
  name: 'archivo-narrow',
  slant: 'normal',
  weights: between,
  alphabets: latin,
  features: ['kern', 'tnum'],
  standIns: [otherSans, arabicSans],
};
export const typefaces = [serif, serifItalic, sans];

/** A font file and its face. */
export type FontFile = { face: Face; alphabet: string; bytes: Uint8Array };

/**
 * The files of a typeface, the commonest alphabet first, followed by those of its fallback faces.
 * They are decoded one after the other, because the decoder reuses the memory that it returns.
 */
export async function readFontFiles(typeface: Typeface): Promise<FontFile[]> {
  const files: FontFile[] = [];
  for (const { face, alphabet, bytes } of readPackedFonts(typeface))
    files.push({ face, alphabet, bytes: await unpackFont(bytes) });
  return files;
}

/** The same files in the same order, as WOFF2. */
export function readPackedFonts(typeface: Typeface): FontFile[] {
  const require = createRequire(join(process.cwd(), 'package.json'));
  return [typeface, ...typeface.standIns].flatMap((face) => {
    const folder = join(
      dirname(require.resolve(`@fontsource-variable/${face.name}/package.json`)),
      'files',
    );
    return face.alphabets.map((alphabet) => ({
      face,
      alphabet,
      bytes: readFileSync(join(folder, `${face.name}-${alphabet}-wght-${face.slant}.woff2`)),
    }));
  });
}

/** The TrueType font in a WOFF2 file. */
export async function unpackFont(woff2: Uint8Array): Promise<Uint8Array> {
  return Uint8Array.from(await wawoff2.decompress(woff2));
}
