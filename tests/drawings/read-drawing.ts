/** Reads values back out of a drawing's paths, so that a test compares what is drawn and not what was meant. */
import type { BarsLayout } from '../../src/charts/bars.ts';
import type { Part } from '../../src/charts/drawing.ts';

/** Values of all bars of a part, top to bottom, measured along their strokes. */
export function readBars(part: Part, { pitch, mark, bars }: Pick<BarsLayout, 'pitch' | 'mark'> & Partial<BarsLayout>): { x: number; y: number; value: number }[] {
  const strokes = part.paths.filter((path) => (path.kind === 'bar' && path.role !== 'rest') || path.kind === 'edge');
  /** Panels may have scales of their own. */
  const markAt = (x: number, y: number) => bars?.find((bar) => part.id.endsWith(`-${bar.part + 1}`) && bar.x === x && bar.y === y)?.mark ?? mark;
  return strokes
    .flatMap((path) => {
      const [width = 0] = path.dash ?? [];
      return [...path.d.matchAll(/M([\d.]+) ([\d.]+)H([\d.]+)/g)].map(([, from, y, to]) => {
        const length = Number(to) - Number(from);
        const whole = Math.floor((length + 0.06) / pitch);
        const rest = length - whole * pitch;
        return { x: Number(from), y: Number(y), value: markAt(Number(from), Number(y)) * (whole + Math.min(1, Math.max(0, rest) / width)) };
      });
    })
    .sort((a, b) => a.y - b.y || a.x - b.x);
}

/** Dots that the blocks of a role cover, by area. */
export function readDots(parts: Part[], role: string, pitch: number): number {
  const rectangles = parts.flatMap((part) => part.paths).filter((path) => path.kind === 'block' && path.role === role).flatMap((path) => [...path.d.matchAll(/h([\d.]+)v([\d.]+)h/g)]);
  return Math.round(rectangles.reduce((sum, [, width, height]) => sum + (Number(width) * Number(height)) / pitch ** 2, 0) * 10) / 10;
}

/** Single dots drawn large, one count a number. */
export function countLargeDots(part: Part): number {
  return part.paths.filter((path) => path.kind === 'dots').reduce((sum, path) => {
    const [dot = 0, gap = 0] = path.dash ?? [];
    return sum + [...path.d.matchAll(/M([\d.]+) [\d.]+H([\d.]+)/g)].reduce((total, [, from, to]) => total + Math.round((Number(to) - Number(from) + gap) / (dot + gap)), 0);
  }, 0);
}

/** Marks of a role in a row of shares that lies between two heights, a part of one by its length. */
export function readMarks(part: Part, role: string, [top, bottom]: [number, number]): number {
  const inRow = (y: string | undefined) => Number(y) >= top && Number(y) <= bottom;
  const own = part.paths.filter((path) => path.role === role);
  const widths = part.paths.flatMap(({ kind, dash }) => (dash && kind !== 'thread' ? dash[0] : []));
  const [width = Math.max(...own.flatMap(({ d }) => [...d.matchAll(/M([\d.]+) [\d.]+H([\d.]+)v/g)].map(([, from, to]) => Number(to) - Number(from) + 0.8)))] = widths;
  return own.reduce((sum, { kind, dash, d }) => {
    if (kind === 'outline')
      return sum + [...d.matchAll(/M([\d.]+) ([\d.]+)H([\d.]+)v/g)].filter(([, , y]) => inRow(y)).reduce((total, [, from, , to]) => total + Math.min(1, (Number(to) - Number(from) + 0.8) / width), 0);
    if (kind !== 'bar' || !dash) return sum;
    const [mark, gap] = dash;
    return sum + [...d.matchAll(/M([\d.]+) ([\d.]+)H([\d.]+)/g)].filter(([, , y]) => inRow(y)).reduce((total, [, from, , to]) => {
      const length = Number(to) - Number(from);
      const full = Math.floor((length + gap + 0.06) / (mark + gap));
      return total + full + Math.min(1, Math.max(0, length - full * (mark + gap)) / mark);
    }, 0);
  }, 0);
}
