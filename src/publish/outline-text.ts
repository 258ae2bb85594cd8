/**
 * Draws texts as outlines of the site's own fonts, shaped by HarfBuzz, so that a file needs no
 * font.
 */
import createBidi from 'bidi-js';
import { Blob, Buffer, Direction, Face, Font, shape, Variation } from 'harfbuzzjs';
import type { PrintText } from './chart-svg.ts';

/** TrueType files by family and slant, in order of preference. */
export type FontFiles = Record<'sans' | 'serif' | 'serif-italic', Uint8Array[]>;

/**
 * A glyph's path, parsed once: the text before each point and after the last one, and the points as
 * x, y, x, y.
 */
type Outline = { words: string[]; points: number[] };

type Loaded = { font: Font; characters: Set<number>; outlines: Map<number, Outline> };

/**
 * Returns a function that draws texts as paths. It throws if no font has a character, and names the
 * text and the character.
 */
export function createOutliner(files: FontFiles): PrintText {
  const fonts = new Map<string, Loaded[]>();
  const load = (family: keyof FontFiles, weight: number): Loaded[] => {
    const key = `${family} ${weight}`;
    const known = fonts.get(key) ?? files[family].map((bytes) => loadFont(bytes, weight));
    fonts.set(key, known);
    return known;
  };

  return ({ text, x, y, size, anchor }, look) => {
    const {
      'font-family': family = '',
      'font-weight': weight = '400',
      'font-style': slant = '',
      ...rest
    } = look;
    const isSerif = family.includes('Brygada');
    const own = isSerif ? (slant === 'italic' ? 'serif-italic' : 'serif') : 'sans';
    const choice = [
      ...load(own, Number(weight)),
      ...load(isSerif ? 'sans' : 'serif', Number(weight)),
    ];
    const shaped = splitByDirection(toDrawn(text)).flatMap((run) => {
      const parts = splitByFont(run.text, choice).map((part) =>
        shapeRun(part.text, part.from, run.isRightToLeft),
      );
      return run.isRightToLeft ? parts.reverse() : parts;
    });
    const width = (shaped.reduce((sum, run) => sum + run.advance, 0) * size) / 1000;
    const start = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    let pen = 0;
    let d = '';
    for (const { glyphs, advance } of shaped) {
      for (const glyph of glyphs)
        d += movePath(
          glyph.outline,
          start + ((pen + glyph.x) * size) / 1000,
          y - (glyph.y * size) / 1000,
          size / 1000,
        );
      pen += advance;
    }
    const attributes = Object.entries(rest).map(([name, value]) => ` ${name}="${value}"`);
    return `<path d="${d}"${attributes.join('')}/>`;
  };
}

/**
 * The text in a form that fonts support: each space becomes an ordinary one, except between a
 * number and its unit, and marks are combined with their letters.
 */
const toDrawn = (text: string) => text.normalize('NFC').replace(/[^\S\u00a0]/g, ' ');

function loadFont(bytes: Uint8Array, weight: number): Loaded {
  const face = new Face(new Blob(Uint8Array.from(bytes).buffer));
  const font = new Font(face);
  font.setScale(1000, 1000);
  font.setVariations([new Variation('wght', weight)]);
  return { font, characters: new Set(face.collectUnicodes()), outlines: new Map() };
}

const bidi = createBidi();

/**
 * Splits a text into runs of one direction, from left to right, by the Unicode Bidirectional
 * Algorithm. The text of each run is in reading order.
 */
function splitByDirection(text: string): { text: string; isRightToLeft: boolean }[] {
  const embedding = bidi.getEmbeddingLevels(text);
  const runs: { units: string[]; level: number }[] = [];
  for (const index of bidi.getReorderedIndices(text, embedding)) {
    const level = embedding.levels[index] ?? 0;
    const last = runs.at(-1);
    if (last?.level === level) last.units.push(text.charAt(index));
    else runs.push({ units: [text.charAt(index)], level });
  }
  return runs.map(({ units, level }) => {
    const isRightToLeft = level % 2 === 1;
    return { text: (isRightToLeft ? units.reverse() : units).join(''), isRightToLeft };
  });
}

/** Splits a text into runs of characters that one font has. */
function splitByFont(text: string, fonts: Loaded[]): { text: string; from: Loaded }[] {
  const runs: { text: string; from: Loaded }[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const last = runs.at(-1);
    // A mark stays with its letter, and a space with its word, if their font has it.
    const kept = /[\p{M}\s\u200c\u200d]/u.test(character)
      ? fonts.find((loaded) => loaded === last?.from && loaded.characters.has(code))
      : undefined;
    const found = kept ?? fonts.find(({ characters }) => characters.has(code));
    if (!found) throw new Error(`The site’s fonts cannot draw “${character}” of “${text}”.`);
    if (last?.from === found) last.text += character;
    else runs.push({ text: character, from: found });
  }
  return runs;
}

type Shaped = { glyphs: { outline: Outline; x: number; y: number }[]; advance: number };

function shapeRun(text: string, { font, outlines }: Loaded, isRightToLeft: boolean): Shaped {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(isRightToLeft ? Direction.RTL : Direction.LTR);
  shape(font, buffer);
  const positions = buffer.getGlyphPositions();
  let advance = 0;
  const glyphs = buffer.getGlyphInfos().map(({ codepoint }, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    const outline = outlines.get(codepoint) ?? readOutline(font.glyphToPath(codepoint));
    outlines.set(codepoint, outline);
    const glyph = { outline, x: advance + xOffset, y: yOffset };
    advance += xAdvance;
    return glyph;
  });
  return { glyphs, advance };
}

function readOutline(d: string): Outline {
  const points = [...d.matchAll(/(-?[\d.]+)[ ,](-?[\d.]+)/g)];
  const words = d.split(/-?[\d.]+[ ,]-?[\d.]+/);
  return { words, points: points.flatMap(([, x, y]) => [Number(x), Number(y)]) };
}

/** Moves a glyph's path to its place in the drawing. The path's y axis points upwards. */
function movePath({ words, points }: Outline, x: number, y: number, scale: number): string {
  let d = '';
  for (const [index, word] of words.entries()) {
    const [dx, dy] = [points[2 * index], points[2 * index + 1]];
    d +=
      dx === undefined || dy === undefined
        ? word
        : `${word}${toHundredths(x + dx * scale)} ${toHundredths(y - dy * scale)}`;
  }
  return d;
}

function toHundredths(value: number): number {
  return Math.round(value * 100) / 100 || 0;
}
