/** The words of a row: beside its mark if they fit, otherwise above it. */
import { sum } from 'd3';
import { getFace, round, type Frame, type PlacedText } from '../drawing.ts';
import type { Pen } from '../pen.ts';
import { balanceText, measureText } from '../text-width.ts';
import { sayPrinted, type AxisRow } from './axis-table.ts';
import { radius } from './axis-marks.ts';

/** Room left of zero and right of the greatest value: for an arrow, and for half a tick's label. */
export const leftRoom = 32;
export const rightRoom = 44;
const gap = 8;

export type Words = {
  /** Height of the mark. */ middle: number;
  /** Where the row ends. */ bottom: number;
  /** Where the words begin, if they are to the left of the mark. */ left?: number;
};

type Run = Pick<PlacedText, 'text' | 'size' | 'style'>;

function measureRun({ text, size, style }: Run): number {
  return measureText(text, size, getFace(style));
}

/** `left` and `right` bound the mark; the row begins at `y`. */
export function writeWords(
  pen: Pen,
  row: AxisRow,
  frame: Frame,
  [left, right]: [number, number],
  y: number,
): Words {
  const runs: Run[] = [
    { text: row.label, size: frame.labelSize, style: 'strong' },
    { text: row.what ?? '', size: frame.labelSize, style: 'label' },
    { text: sayPrinted(row), size: frame.smallSize, style: 'quiet' },
  ];
  const words = runs.filter((run) => run.text !== '');
  const whole = sum(words, measureRun) + (words.length - 1) * gap;
  if (frame.name !== 'phone') {
    if (right + gap + whole <= frame.width) return writeBeside(pen, words, frame, right + gap, y);
    const start = left - gap - whole;
    if (start >= leftRoom + gap)
      return { ...writeBeside(pen, words, frame, start, y), left: start };
  }
  return writeAbove(pen, words, frame, y);
}

function writeBeside(pen: Pen, words: Run[], frame: Frame, start: number, y: number): Words {
  const middle = round(y + 18);
  let x = start;
  for (const { text, size, style } of words)
    x = pen.text(text, x, round(middle + frame.labelSize * 0.34), style, size) + gap;
  return { middle, bottom: y + 36 };
}

/** Writes the words above the mark. A run that does not fit on its line begins a new one. */
function writeAbove(pen: Pen, words: Run[], frame: Frame, y: number): Words {
  const lineHeight = Math.round(frame.smallSize * 1.3);
  const start = leftRoom + 6;
  let [x, baseline] = [start, round(y + 10 + frame.labelSize * 0.72)];
  for (const [index, run] of words.entries()) {
    const fits = index > 0 && x + measureRun(run) <= frame.width;
    const lines = fits
      ? [run.text]
      : balanceText(run.text, frame.width - start, run.size, getFace(run.style));
    for (const [at, text] of lines.entries()) {
      if (!fits && (index > 0 || at > 0)) [x, baseline] = [start, round(baseline + lineHeight)];
      x = pen.text(text, x, baseline, run.style, run.size) + gap;
    }
  }
  const middle = round(baseline + frame.smallSize * 0.2 + radius + 5);
  return { middle, bottom: middle + radius + 4 };
}
