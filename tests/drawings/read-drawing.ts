/**
 * Reads values back from a drawing's paths, so that tests compare what is drawn, not what was
 * meant.
 */
import type { BarsLayout } from '../../src/charts/bars/layout.ts';
import type { DrawingPart } from '../../src/charts/drawing.ts';
import { readBoxes, readLevels } from './read-path.ts';

/** Reads the values of all bars of a part, top to bottom, measured along their strokes. */
export function readBars(part: DrawingPart, { pitch, mark, bars }: Pick<BarsLayout, 'pitch' | 'mark'> & Partial<BarsLayout>): { x: number; y: number; value: number }[] {
  const strokes = part.paths.filter((path) => (path.kind === 'bar' && path.role !== 'rest') || path.kind === 'edge');
  /** Panels may have different scales. */
  const markAt = (x: number, y: number) => bars?.find((bar) => part.id.endsWith(`-${bar.part + 1}`) && bar.x === x && bar.y === y)?.mark ?? mark;
  return strokes
    .flatMap((path) => {
      const [width = 0] = path.dash ?? [];
      return readLevels(path.d).map(({ from, y, to }) => {
        const length = to - from;
        const whole = Math.floor((length + 0.06) / pitch);
        const rest = length - whole * pitch;
        return { x: from, y, value: markAt(from, y) * (whole + Math.min(1, Math.max(0, rest) / width)) };
      });
    })
    .sort((a, b) => a.y - b.y || a.x - b.x);
}

/** Counts the dots that the blocks of a role cover, by area. */
export function readDots(parts: DrawingPart[], role: string, pitch: number): number {
  const blocks = parts.flatMap((part) => part.paths).filter((path) => path.kind === 'block' && path.role === role).flatMap(({ d }) => readBoxes(d));
  return Math.round(blocks.reduce((sum, { left, top, right, bottom }) => sum + ((right - left) * (bottom - top)) / pitch ** 2, 0) * 10) / 10;
}

/** Counts single dots that are drawn large, one for each unit. */
export function countLargeDots(part: DrawingPart): number {
  return part.paths.filter((path) => path.kind === 'dots').reduce((sum, path) => {
    const [dot = 0, gap = 0] = path.dash ?? [];
    return sum + readLevels(path.d).reduce((total, { from, to }) => total + Math.round((to - from + gap) / (dot + gap)), 0);
  }, 0);
}

/**
 * Counts the marks of a role in the row of shares between two heights; part of a mark by its
 * length.
 */
export function readMarks(part: DrawingPart, role: string, [top, bottom]: [number, number]): number {
  const inRow = (y: number) => y >= top && y <= bottom;
  const own = part.paths.filter((path) => path.role === role);
  const widths = part.paths.flatMap(({ kind, dash }) => (dash && kind !== 'thread' ? dash[0] : []));
  const [width = Math.max(...own.flatMap(({ d }) => readBoxes(d).map(({ left, right }) => right - left + 0.8)))] = widths;
  return own.reduce((sum, { kind, dash, d }) => {
    if (kind === 'outline')
      return sum + readBoxes(d).filter((box) => inRow(box.top)).reduce((total, { left, right }) => total + Math.min(1, (right - left + 0.8) / width), 0);
    if (kind !== 'bar' || !dash) return sum;
    const [mark, gap] = dash;
    return sum + readLevels(d).filter(({ y }) => inRow(y)).reduce((total, { from, to }) => {
      const length = to - from;
      const full = Math.floor((length + gap + 0.06) / (mark + gap));
      return total + full + Math.min(1, Math.max(0, length - full * (mark + gap)) / mark);
    }, 0);
  }, 0);
}
