import { cumsum } from 'd3';
import { letters, smallSize, type SmallPen } from '../small-pen.ts';
import { measureText, wrapText } from '../text-width.ts';
import type { SharesTable } from './table.ts';

const { width, height } = smallSize;

/** Draws at most three wholes, each as one bar, with its first part in words. */
export function drawSmallShares(pen: SmallPen, { parts, rows }: SharesTable): void {
  const shown = rows.slice(0, 3);
  const step = height / shown.length;
  shown.forEach(({ label, numbers }, index) => {
    const top = index * step + (step - 66) / 2;
    pen.text(label, 0, top + 16, 'strong');
    const [first] = numbers;
    const words =
      first && parts[0] ? [first.hedge, first.text, parts[0].label].filter(Boolean).join(' ') : '';
    const [line = ''] = wrapText(
      words,
      width - measureText(label, letters, 'semibold') - 14,
      letters,
    );
    pen.text(
      line === words ? words : (first?.text ?? ''),
      width,
      top + 16,
      'label',
      letters,
      'end',
    );
    const ends = cumsum(parts, (_, at) => Math.max(0, numbers[at]?.value ?? 0));
    parts.forEach(({ role }, at) => {
      const [left, right] = [ends[at - 1] ?? 0, ends[at] ?? 0].map(
        (share) => (Math.min(100, share) / 100) * width,
      ) as [number, number];
      if (right - left < 0.1) return;
      pen.box(
        { kind: role === 'context' ? 'outline' : 'dot', role },
        { left, top: top + 28, right, bottom: top + 60 },
      );
    });
  });
}
