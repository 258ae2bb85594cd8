import { max, scaleLinear, scaleSymlog } from 'd3';
import { letters, smallSize, type SmallPen } from '../small-pen.ts';
import { measureText } from '../text-width.ts';
import type { RangeRow, RangeTable } from './table.ts';

const { width, height } = smallSize;

/** Draws at most six values on one axis from zero, each with its number. */
export function drawSmallRange(pen: SmallPen, { rows, scale }: RangeTable): void {
  const high = ({ numbers: [number] }: RangeRow) => number.range?.[1] ?? number.value ?? Number.NaN;
  const shown = rows.filter((row) => high(row) > 0).slice(0, 6);
  // This axis begins at zero even if it is logarithmic, so it is a symlog scale.
  const place = (scale === 'log' ? scaleSymlog() : scaleLinear())
    .domain([0, max(shown, high) ?? 1])
    .range([12, width - 12]);
  const step = height / shown.length;
  pen.line({ kind: 'axis' }, [0.5, 0], [0.5, height]);
  shown.forEach((row, index) => {
    const y = (index + 0.5) * step;
    const x = place(high(row));
    const { label } = row.numbers[0];
    const room = measureText(label, letters, 'semibold') + 14;
    const isLeft = x + room > width;
    pen.line({ kind: 'grid' }, [2, y], [isLeft ? Math.max(2, x - room - 4) : x - 9, y]);
    pen.disc({ kind: row.role === 'context' ? 'outline' : 'dot', role: 'main' }, x, y, 6);
    pen.text(label, isLeft ? x - 14 : x + 14, y + 6, 'strong', letters, isLeft ? 'end' : 'start');
  });
}
