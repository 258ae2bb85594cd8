/**
 * Things to scale, a hundred to a block: dots large enough to be counted, if no number is very
 * large.
 */
import type { Frame, PathKind } from '../drawing.ts';
import { Pen } from '../pen.ts';
import { measureText, wrapText } from '../text-width.ts';
import {
  countDots,
  drawNumbers,
  fitNumeral,
  getBlock,
  sayWhat,
  snap,
  startLayout,
  writeLines,
} from './dots.ts';
import type { Grid, UnitsLayout, UnitsPaper } from './dots.ts';
import type { UnitsRow, UnitsTable } from './table.ts';

/** A larger number has blocks of a thousand: its dots are too many to be large. */
const mostDots = 4000;
const inBlock = 100;
const grids: Record<Frame['name'], Grid> = {
  desktop: { pitch: 7, inBlock, down: 10, across: 8, gap: 7, aisle: 0, bare: true },
  tablet: { pitch: 4.5, inBlock, down: 10, across: 8, gap: 4.5, aisle: 0, bare: true },
  phone: { pitch: 4.5, inBlock, down: 10, across: 6, gap: 4.5, aisle: 0, bare: true },
};
/** On a wide screen the words are left of the dots. */
const wordsWidths: Record<Frame['name'], number> = { desktop: 308, tablet: 216, phone: 0 };
const order: PathKind[] = ['divider', 'outline', 'block'];

/** Two numbers on one grid need blocks of a thousand, whose grid has a place for the second. */
export function fitsHundreds({ rows, dot }: UnitsTable): boolean {
  return rows.every(
    ({ numbers }) => numbers.length === 1 && countDots(numbers[0], dot) <= mostDots,
  );
}

export function layoutHundreds(table: UnitsTable, frame: Frame): UnitsLayout {
  const grid = grids[frame.name];
  const layout = startLayout(table, frame, grid);
  // The phone's drawing has two parts, which a tablet shows side by side in an article.
  const [first, ...others] = table.rows;
  const groups =
    frame.name === 'phone' && first && others.length > 0 ? [[first], others] : [table.rows];
  for (const [index, rows] of groups.entries()) {
    const pen = new Pen(`${table.id}-${frame.name}-${index + 1}`, frame.width, frame.smallSize);
    const paper: UnitsPaper = { pen, table, frame, grid, layout, index };
    let y = 0;
    for (const [at, row] of rows.entries()) {
      if (at > 0) {
        pen.line({ kind: 'divider' }, [0, y + 0.5], [frame.width, y + 0.5]);
        y += 14;
      }
      y = Math.ceil(layoutRow(paper, row, y)) + (at < rows.length - 1 ? 14 : 2);
    }
    layout.parts.push(pen.finish(y, order));
    layout.warnings.push(...pen.warnings);
  }
  return layout;
}

/** Lays out a number, its words and its dots. Returns the lower edge. */
function layoutRow(paper: UnitsPaper, row: UnitsRow, from: number): number {
  const { frame, grid, table } = paper;
  const phone = frame.name === 'phone';
  const isFirst = row === table.rows[0];
  const wordsWidth = wordsWidths[frame.name];
  const width = phone ? frame.width : wordsWidth;
  const below = writeWords(paper, row, from, width, isFirst);
  const x = snap(grid, phone ? 0 : wordsWidth + 24);
  const top = phone ? below + 6 : from + (isFirst ? writeScale(paper, x, from) : 0);
  return Math.max(below, layoutBlocks(paper, row, x, snap(grid, top)));
}

/**
 * Writes the number and what it counts, what happened to the things and where, and who printed it.
 * Returns the lower edge.
 */
function writeWords(
  paper: UnitsPaper,
  row: UnitsRow,
  from: number,
  width: number,
  isFirst: boolean,
): number {
  const { pen, frame, table } = paper;
  const [number] = row.numbers;
  const size = fitNumeral(number.label, frame.numeralSizes[isFirst ? 0 : 1], width);
  let y = from + size * 0.76;
  const after = pen.text(number.label, 0, y, 'numeral', size) + 9;
  if (after + measureText(row.label, frame.headingSize, 'semibold') <= width)
    pen.text(row.label, after, y, 'strong', frame.headingSize);
  else
    for (const line of wrapText(row.label, width, frame.headingSize, 'semibold')) {
      y += Math.round(frame.headingSize * 1.3);
      pen.text(line, 0, y, 'strong', frame.headingSize);
    }
  y += Math.round(frame.smallSize * 1.5);
  const wrap = (text: string) => (text ? wrapText(text, width, frame.smallSize) : []);
  y = writeLines(paper, wrap(row.note || sayWhat(number, row)), 0, y, 'label');
  y = writeLines(
    paper,
    [...wrap(number.printed), ...(isFirst && frame.name === 'phone' ? wrap(sayScale(table)) : [])],
    0,
    y,
  );
  return y - frame.smallSize * 0.9;
}

function sayScale({ dot, say }: UnitsTable): string {
  return `One dot is ${dot === 1 ? 'one' : say.digits(dot)}, one block is ${say.digits(inBlock * dot)}`;
}

/** Writes the legend of dots and blocks, above the dots of the first number. Returns its height. */
function writeScale(
  { pen, table, frame: { smallSize } }: UnitsPaper,
  x: number,
  y: number,
): number {
  pen.text(sayScale(table), x, y + smallSize * 0.8, 'tick');
  return smallSize * 1.5;
}

/**
 * Draws whole blocks, and the last in the outline of a whole one. A number in words has no dots.
 * Returns the lower edge.
 */
function layoutBlocks(paper: UnitsPaper, row: UnitsRow, x: number, y: number): number {
  const { pen, grid, table } = paper;
  const [number] = row.numbers;
  if (number.value === undefined) return y;
  const place = { x, y, across: grid.across };
  const dots = countDots(number, table.dot);
  const last = getBlock(grid, Math.max(1, Math.ceil(dots / inBlock)) - 1, place);
  const outline = { ...last, left: last.left - 2, top: last.top - 2 };
  if (dots % inBlock || dots === 0) pen.box({ kind: 'outline', role: 'rest' }, outline);
  drawNumbers(paper, row.numbers, place);
  return last.bottom;
}
