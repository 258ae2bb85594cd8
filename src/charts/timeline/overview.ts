/** All years on one line. The years that are enlarged below appear here as strokes under a lens. */
import { max } from 'd3';
import { measureText } from '../text-width.ts';
import {
  boxesOf,
  dodgeLanes,
  drawMarks,
  inset,
  isInside,
  markSize,
  pitch,
  type Paper,
} from './lanes.ts';
import { createScale, listBounds, startOf, toInstant, type Years } from './scale.ts';
import type { TimelineMark } from './table.ts';
import { placeWords } from './words.ts';

/** Returns the lower edge. */
export function layoutOverview(
  paper: Paper,
  marks: TimelineMark[],
  years: Years,
  enlarged: Years,
): number {
  const { pen, frame } = paper;
  const scale = createScale(years, frame.width, inset);
  const [first, last] = [scale(startOf(enlarged[0])), scale(startOf(enlarged[1] + 1))];
  const lanes = dodgeLanes(
    marks.filter((mark) => !isInside(mark, enlarged)),
    scale,
  );
  // Words of both lanes are above the line, because the years are below it.
  const both = [...lanes.ground, ...lanes.record].sort((a, b) => a.x - b.x);
  const lens = { left: first, right: last, top: -26, bottom: 44 };
  const words = placeWords(paper, both, true, [lens, ...boxesOf(lanes.ground)]);
  const y = Math.ceil(Math.max(words.reach, 26)) + 2;
  const deepest = max(lanes.record, ({ level }) => level) ?? 0;
  const yearsAt = y + deepest * pitch + markSize + 6 + frame.smallSize;
  const bottom = Math.ceil(yearsAt + 9);

  pen.box({ kind: 'lens' }, { ...lens, top: y + lens.top, bottom });
  const bounds = listBounds(years);
  pen.line({ kind: 'axis' }, [scale(startOf(years[0])), y], [scale(startOf(years[1] + 1)), y]);
  const every = Math.ceil(
    ((measureText('2000', frame.smallSize) + 16) * (bounds.length - 1)) / frame.width,
  );
  for (const bound of bounds) {
    pen.line({ kind: 'axis' }, [scale(bound), y - 4], [scale(bound), y + 4]);
    const year = bound.getUTCFullYear();
    if (year <= years[1] && (year - enlarged[0]) % every === 0)
      pen.text(
        String(year),
        scale(toInstant({ year })),
        yearsAt,
        'tick',
        frame.smallSize,
        'middle',
      );
  }
  for (const { date, lane } of marks.filter((mark) => isInside(mark, enlarged))) {
    const [x, side] = [scale(toInstant(date)), lane === 'ground' ? -1 : 1];
    pen.line(
      { kind: lane === 'ground' ? 'stem' : 'thread' },
      [x, y + side * 4],
      [x, y + side * 16],
    );
  }
  words.draw(y);
  drawMarks(paper, lanes.ground, 'strip', y);
  drawMarks(paper, lanes.record, 'strip', y);

  const lower = bottom + 44;
  const main = createScale(enlarged, frame.width, inset);
  pen.line({ kind: 'grid' }, [first, bottom], [main(startOf(enlarged[0])), lower]);
  pen.line({ kind: 'grid' }, [last, bottom], [main(startOf(enlarged[1] + 1)), lower]);
  return lower;
}
