import { extent } from 'd3';
import { letters, smallSize, type SmallPen } from '../small-pen.ts';
import { createScale, toInstant } from './scale.ts';
import type { TimelineTable } from './table.ts';

const { width, height } = smallSize;
const [size, pitch, line] = [8, 9, 92];

/** Draws all events along one line of years, squares above it and rings below. */
export function drawSmallTimeline(pen: SmallPen, { rows }: TimelineTable): void {
  const [from = 0, to = from] = extent(rows, ({ date }) => date.year);
  const scale = createScale([from, to], width, size / 2);
  pen.line({ kind: 'axis' }, [0, line + 0.5], [width, line + 0.5]);
  const stacks = new Map<string, number>();
  for (const { date, lane } of rows) {
    const slot = Math.round(scale(toInstant(date)) / pitch);
    const level = stacks.get(`${lane} ${slot}`) ?? 0;
    stacks.set(`${lane} ${slot}`, level + 1);
    const x = Math.min(width - size / 2, Math.max(size / 2, slot * pitch));
    const y = line + (lane === 'ground' ? -1 : 1) * (9 + level * pitch);
    if (lane === 'ground')
      pen.box({ kind: 'square' }, { left: x - 4, top: y - 4, right: x + 4, bottom: y + 4 });
    else pen.disc({ kind: 'ring' }, x, y, 3.5);
  }
  pen.text(String(from), 0, height - 6);
  pen.text(String(to), width, height - 6, 'label', letters, 'end');
}
