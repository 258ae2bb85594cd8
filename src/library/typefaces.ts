/** The two typefaces as their packages bring them: one variable font for each slant and alphabet, all under the OFL 1.1. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import wawoff2 from 'wawoff2';

export type Typeface = {
  /** Of the stylesheet. */
  family: string;
  /** Of the package, and in the names of its files. */
  name: string;
  slant: 'normal' | 'italic';
  /** What the stylesheet uses of the weights: all between two, or one. */
  weights: { min: number; max: number } | number;
  /** Of those in the package, the commonest first. */
  alphabets: string[];
  /** Of OpenType, those that its text is set with. No letters here need ligatures to stay clear of one another. */
  features: string[];
  /**
   * What most of its text is written with, for a small file that a page can ask for before it is laid out. The rest comes
   * when a page prints it, and is fitted to these letters no more: rare ones, and those that stand apart anyway.
   */
  headStart?: string;
};

const latin = ['latin', 'latin-ext', 'vietnamese'];
const all = [...latin, 'greek', 'cyrillic', 'cyrillic-ext'];

const between = { min: 400, max: 600 };

const brygada = { family: 'Brygada 1918', name: 'brygada-1918', features: ['kern'] };

/** For titles and running text. */
export const serif: Typeface = {
  ...brygada,
  slant: 'normal',
  weights: between,
  alphabets: all,
  headStart: ' \u00a0$,-./:;–’“”0123456789ABCDEFGHILMNOPRSTUVWYabcdefghijklmnopqrstuvwxyz',
};
/** For quotations, which are in English. */
export const serifItalic: Typeface = { ...brygada, slant: 'italic', weights: 400, alphabets: latin };
/** For labels, tables and charts, where figures line up. */
export const sans: Typeface = {
  family: 'Archivo Narrow',
  name: 'archivo-narrow',
  slant: 'normal',
  weights: between,
  alphabets: latin,
  features: ['kern', 'tnum'],
};
export const typefaces = [serif, serifItalic, sans];

/** An unpacked font file. */
export type FontFile = { alphabet: string; bytes: Uint8Array };

/** The files of a typeface, the commonest alphabet first. One after the other: the decoder hands out its own memory, which its next file takes. */
export async function readFontFiles({ name, slant, alphabets }: Typeface): Promise<FontFile[]> {
  const require = createRequire(join(process.cwd(), 'package.json'));
  const folder = join(dirname(require.resolve(`@fontsource-variable/${name}/package.json`)), 'files');
  const files: FontFile[] = [];
  for (const alphabet of alphabets) {
    files.push({ alphabet, bytes: await unpackFont(readFileSync(join(folder, `${name}-${alphabet}-wght-${slant}.woff2`))) });
  }
  return files;
}

/** A WOFF2 file as the TrueType font inside it. */
export async function unpackFont(woff2: Uint8Array): Promise<Uint8Array> {
  return Uint8Array.from(await wawoff2.decompress(woff2));
}
