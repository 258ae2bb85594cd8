/**
 * Numbers of few blocks, side by side. If their dots would hardly be visible, they are drawn a
 * second time, enlarged.
 */
import { max } from 'd3';
import { round, type Box } from '../drawing.ts';
import { measureText, wrapText } from '../text-width.ts';
import {
  countDots,
  drawNumbers,
  fitNumeral,
  getBlock,
  getCaption,
  snap,
  writeLines,
  type UnitsPaper,
} from './dots.ts';
import type { UnitsRow } from './table.ts';

/** A number of up to this many dots is drawn a second time, enlarged. */
const mostEnlarged = 120;

/** Lays out up to three numbers in a line, on a phone one. Returns the lower edge. */
export function layoutFew(paper: UnitsPaper, rows: UnitsRow[], from: number): number {
  const { frame } = paper;
  const columns = frame.name === 'phone' ? 1 : Math.min(3, rows.length);
  const gap = 32;
  const width = (frame.width - (columns - 1) * gap) / columns;
  let y = from;
  for (let index = 0; index < rows.length; index += columns) {
    const line = rows.slice(index, index + columns);
    // Heads first, so that all blocks of a line are at one height.
    const heads = line.map((row, column) =>
      layoutHead(paper, row, column * (width + gap), y, width),
    );
    const top = max(heads) ?? y;
    const bottoms = line.map((row, column) =>
      layoutBlocks(paper, row, column * (width + gap), top, width),
    );
    y = (max(bottoms) ?? top) + (index + columns < rows.length ? 22 : 2);
  }
  return y;
}

function layoutHead(
  paper: UnitsPaper,
  row: UnitsRow,
  x: number,
  from: number,
  width: number,
): number {
  const { pen, frame } = paper;
  const numeral = row.numbers.map((number) => number.label).join(' or ');
  const size = fitNumeral(numeral, frame.numeralSizes[1], width);
  let y = from + size * 0.76;
  const after = pen.text(numeral, x, y, 'numeral', size) + 8;
  // The name is beside the number if that is the only one in its line.
  if (
    width > frame.width / 2 &&
    after + measureText(row.label, frame.headingSize, 'semibold') <= x + width
  )
    pen.text(row.label, after, y, 'strong', frame.headingSize);
  else
    for (const line of wrapText(row.label, width, frame.headingSize, 'semibold')) {
      y += Math.round(frame.headingSize * 1.35);
      pen.text(line, x, y, 'strong', frame.headingSize);
    }
  y += Math.round(frame.smallSize * 1.45);
  const captions = row.numbers.flatMap((number, index) =>
    getCaption(number, row, index === row.numbers.length - 1 ? row.note : ''),
  );
  const lines = captions.flatMap((line) => wrapText(line, width, frame.smallSize));
  return writeLines(paper, lines, x, y) - frame.smallSize * 0.55;
}

/** Returns the lower edge. */
function layoutBlocks(
  paper: UnitsPaper,
  row: UnitsRow,
  from: number,
  top: number,
  width: number,
): number {
  const { pen, grid, table } = paper;
  const [larger, smaller] = row.numbers;
  if (larger.value === undefined) return top;
  const dots = countDots(larger, table.dot);
  const blockWidth = (grid.inBlock / grid.down) * grid.pitch;
  const across = Math.max(1, Math.min(9, Math.floor((width + grid.gap) / (blockWidth + grid.gap))));
  const place = { x: snap(grid, from), y: snap(grid, top), across };
  const blocks = Math.max(1, Math.ceil(dots / grid.inBlock));
  const last = getBlock(grid, blocks - 1, place);
  if (dots < blocks * grid.inBlock) pen.box({ kind: 'empty' }, last);
  pen.marks.push(last);
  drawNumbers(paper, row.numbers, place);
  if (dots === 0 || dots > mostEnlarged || blocks > 1 || smaller) return last.bottom;
  return enlarge(paper, dots, last, from + width);
}

/** Draws the same dots again after their block, large enough to count. Returns the lower edge. */
function enlarge({ pen, frame }: UnitsPaper, dots: number, block: Box, end: number): number {
  const phone = frame.name === 'phone';
  const step = phone ? 6.4 : 8;
  const size = round(step * 0.72);
  const gap = round(step - size);
  const deep = dots > 60 ? 6 : dots > 12 ? 4 : 2;
  const left = round(block.right + 24);
  const high = deep * step - (step - size);
  const first = block.top + (block.bottom - block.top - high) / 2 + size / 2;
  for (let index = 0; index < Math.min(deep, dots); index++) {
    const count = Math.ceil((dots - index) / deep);
    const line = first + index * step;
    pen.line(
      { kind: 'dots', role: 'main', thickness: size, dash: [size, gap] },
      [left, line],
      [left + count * step - gap, line],
    );
  }
  const right = left + Math.ceil(dots / deep) * step;
  pen.marks.push({ left, right, top: first - size / 2, bottom: first + high });
  const words = phone ? 'enlarged' : 'the same dots, enlarged';
  if (phone && right + 8 + measureText(words, frame.smallSize) <= end) {
    pen.text(words, right + 8, (block.top + block.bottom) / 2 + frame.smallSize * 0.34, 'tick');
    return block.bottom;
  }
  const baseline = Math.max(block.bottom, first + high) + frame.smallSize * 1.3;
  pen.text(words, left, baseline, 'tick');
  return baseline + frame.smallSize * 0.3;
}
