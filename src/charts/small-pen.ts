/** The pen of small drawings, whose smallest letters are large. */
import { round, type DrawingPart } from './drawing.ts';
import { Pen } from './pen.ts';
import { measureText } from './text-width.ts';

/**
 * The width of every small drawing. It is shown 300 to 400 px wide, which makes its smallest
 * letters at least 15 px.
 */
export const smallSize = { width: 360, height: 208 };
export const letters = 18;
export const numerals = 38;

export type SmallPen = Pen;

/** Returns what `draw` draws, as the only part of a drawing. */
export function drawSmall(id: string, draw: (pen: SmallPen) => void): DrawingPart {
  const pen = new Pen(`${id}-small`, smallSize.width, letters);
  draw(pen);
  return pen.finish(smallSize.height);
}

/** The size, or a smaller one at which the text fits. */
export function fit(text: string, size: number, room: number): number {
  return Math.min(size, round((size * room) / measureText(text, size, 'serif')));
}
