/**
 * A number of many blocks on a separate grid; the smaller number that was printed for the same
 * things is at its end.
 */
import type { Frame } from '../drawing.ts';
import { measureText, wrapText } from '../text-width.ts';
import {
  countDots,
  drawNumbers,
  fitNumeral,
  getBlock,
  getCaption,
  snap,
  writeLines,
  type Place,
  type UnitsPaper,
} from './dots.ts';
import type { UnitsRow, UnitsTable } from './table.ts';

/** How many rows of a grid have one number beside them. */
const tickEvery: Record<Frame['name'], number> = { desktop: 1, tablet: 1, phone: 2 };

/** Returns the lower edge. */
export function layoutGrid(paper: UnitsPaper, row: UnitsRow, from: number): number {
  const { grid, table } = paper;
  const [larger] = row.numbers;
  const end = getBlock(grid, grid.across - 1, { x: 0, y: 0, across: grid.across }).right;
  const place = { x: 0, y: snap(grid, writeHead(paper, row, from, end)), across: grid.across };
  const dots = countDots(larger, table.dot);
  drawNumbers(paper, row.numbers, place);
  writeTicks(paper, dots, place, end);
  return writeEnd(paper, row, dots, place);
}

/** Writes the larger number with its words, and what a block represents. Returns the lower edge. */
function writeHead(paper: UnitsPaper, row: UnitsRow, from: number, end: number): number {
  const { pen, frame } = paper;
  const [larger] = row.numbers;
  const phone = frame.name === 'phone';
  const { headingSize, numeralSizes } = frame;
  let y = from + numeralSizes[0] * 0.74 + 1;
  const afterNumeral =
    pen.text(
      larger.label,
      0,
      y,
      'numeral',
      fitNumeral(larger.label, numeralSizes[0], frame.width),
    ) + 10;
  let after = end;
  if (afterNumeral + measureText(row.label, headingSize, 'semibold') <= (phone ? frame.width : end))
    after = pen.text(row.label, afterNumeral, y, 'strong', headingSize) + 8;
  else
    for (const line of wrapText(row.label, frame.width, headingSize, 'semibold')) {
      y += Math.round(headingSize * 1.35);
      pen.text(line, 0, y, 'strong', headingSize);
    }
  return writeCaption(paper, getCaption(larger, row), [after, end], y);
}

/** Writes the caption after the words, or below them. Returns the lower edge. */
function writeCaption(
  paper: UnitsPaper,
  caption: string[],
  [after, end]: [number, number],
  y: number,
): number {
  const { pen, frame, grid, table } = paper;
  const { smallSize } = frame;
  const dot = table.dot === 1 ? 'one' : table.say.digits(table.dot);
  const scale = `One block is ${table.say.digits(grid.inBlock * table.dot)} items, one dot is ${dot}`;
  if (frame.name === 'phone') {
    const lines = [...caption, scale].flatMap((line) => wrapText(line, frame.width, smallSize));
    return writeLines(paper, lines, 0, y + Math.round(smallSize * 1.5)) - smallSize * 0.5;
  }
  const line = caption.join('; ');
  const room = end - measureText(scale, smallSize) - 24;
  let baseline = y;
  if (after + measureText(line, smallSize) <= room) pen.text(line, after, y, 'quiet');
  else {
    const below = writeLines(
      paper,
      wrapText(line, room, smallSize),
      0,
      y + Math.round(smallSize * 1.6),
    );
    baseline = below - Math.round(smallSize * 1.3);
  }
  pen.text(scale, end, baseline, 'tick', smallSize, 'end');
  return baseline + 14;
}

/** Writes how many things there are up to the end of each row. */
function writeTicks(
  { pen, frame, grid, table }: UnitsPaper,
  dots: number,
  place: Place,
  end: number,
): void {
  const room = frame.width - end - 8;
  const sayTick =
    measureText(table.say.digits(dots * table.dot), frame.smallSize) <= room
      ? table.say.digits
      : table.say.letters;
  const inRow = grid.across * grid.inBlock;
  const every = tickEvery[frame.name];
  for (let rows = every; rows * inRow <= dots; rows += every) {
    const { top, bottom } = getBlock(grid, (rows - 1) * grid.across, place);
    pen.text(
      sayTick(rows * inRow * table.dot),
      end + 8,
      (top + bottom) / 2 + frame.smallSize * 0.34,
      'tick',
    );
  }
}

/**
 * Writes the smaller number, beside the last block if there is room, otherwise below. Returns the
 * lower edge.
 */
function writeEnd(paper: UnitsPaper, row: UnitsRow, dots: number, place: Place): number {
  const { pen, frame, grid, table } = paper;
  const blocks = Math.ceil(dots / grid.inBlock);
  const last = getBlock(grid, blocks - 1, place);
  const [, smaller] = row.numbers;
  if (!smaller) return last.bottom;
  const where = describePlace(
    table,
    grid.inBlock,
    dots,
    Math.min(dots, countDots(smaller, table.dot)),
  );
  const beside = last.right + 16;
  const besideRoom = frame.width - beside;
  const headWidth =
    measureText(smaller.label, frame.numeralSizes[1], 'serif') +
    10 +
    measureText(where, frame.headingSize, 'semibold');
  const fits = frame.name !== 'phone' && blocks % grid.across !== 0 && headWidth <= besideRoom;
  const x = fits ? beside : 0;
  const captions = wrapText(
    getCaption(smaller, row, '').join('; '),
    fits ? besideRoom : frame.width,
    frame.smallSize,
  );
  const baseline = (fits ? last.top : last.bottom + 9) + frame.numeralSizes[1] * 0.72;
  const after = pen.text(smaller.label, x, baseline, 'numeral', frame.numeralSizes[1]) + 9;
  const whereFits = after + measureText(where, frame.headingSize, 'semibold') <= frame.width;
  if (whereFits) pen.text(where, after, baseline, 'strong', frame.headingSize);
  const lines = whereFits ? captions : [where, ...captions];
  const bottom =
    writeLines(paper, lines, x, baseline + Math.round(frame.smallSize * 1.4)) - frame.smallSize;
  return Math.max(last.bottom, bottom);
}

const cardinals = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/**
 * Names the part of the grid that is the smaller number, by its position and never by its shade.
 */
function describePlace({ say }: UnitsTable, inBlock: number, dots: number, fewer: number): string {
  if (dots === fewer) return 'the same blocks';
  const blocks = fewer / inBlock;
  if (dots % inBlock || !Number.isInteger(blocks)) return 'the end of the grid alone';
  if (blocks === 1) return 'the last block alone';
  return `the last ${cardinals[blocks] ?? say.digits(blocks)} blocks alone`;
}
