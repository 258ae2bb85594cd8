/** The pen of small drawings: paths, and letters of which the smallest are large. */
import { round, type DotPattern, type Part, type PlacedPath, type PlacedText, type TextStyle } from './drawing.ts';
import { measureText } from './text-width.ts';

/** Of every small drawing. It is shown 300 to 400 px wide, so that its smallest letters are 15 px and more. */
export const smallSize = { width: 360, height: 208 };
export const letters = 18;
export const numerals = 38;

export type Pen = {
  path: (path: PlacedPath) => void;
  /** Id of the pattern of dots at this distance. */
  dots: (pitch: number) => string;
  /** Writes a text; comes back with where it ends. */
  text: (text: string, x: number, y: number, style?: TextStyle, size?: number, anchor?: PlacedText['anchor']) => number;
};

/** What `draw` draws, as the one part of a drawing. */
export function drawPart(id: string, draw: (pen: Pen) => void): Part {
  const paths: PlacedPath[] = [];
  const texts: PlacedText[] = [];
  const patterns: DotPattern[] = [];
  draw({
    path: (path) => paths.push(path),
    dots: (pitch) => {
      if (patterns.length === 0) patterns.push({ id: `${id}-main`, role: 'main', pitch, dot: round(pitch * 0.7), bare: true });
      return `${id}-main`;
    },
    text: (text, x, y, style = 'label', size = letters, anchor = 'start') => {
      texts.push({ text, x: round(x), y: round(y), style, size, anchor });
      return x + measureText(text, size, style === 'numeral' ? 'serif' : style === 'strong' ? 'semibold' : 'regular');
    },
  });
  return { id, ...smallSize, patterns, paths, texts };
}

/** The size, or as much smaller as fits. */
export function fit(text: string, size: number, room: number): number {
  return Math.min(size, round((size * room) / measureText(text, size, 'serif')));
}
