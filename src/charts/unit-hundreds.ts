/** Things to scale, a hundred to a block: dots large enough to be counted, for numbers of which none is very large. */
import type { UnitsRow, UnitsTable } from './chart-table.ts';
import type { Frame } from './drawing.ts';
import { measureText, wrapText } from './text-width.ts';
import { countDots, fitNumeral, sayWhat, Sheet, type Grid, type UnitsLayout } from './unit-sheet.ts';

/** A larger number has blocks of a thousand: its dots are too many to be large. */
const mostDots = 4000;
const inBlock = 100;
const grids: Record<Frame['name'], Grid> = {
  desktop: { pitch: 7, inBlock, down: 10, across: 8, gap: 7, aisle: 0, bare: true },
  phone: { pitch: 4.5, inBlock, down: 10, across: 6, gap: 4.5, aisle: 0, bare: true },
};
/** On a desktop the words stand left of the dots. */
const wordsWidth = 308;

/** Two numbers on one grid need blocks of a thousand, whose grid has a place for the second. */
export function fitsHundreds({ rows, dot }: UnitsTable): boolean {
  return rows.every(({ numbers }) => numbers.length === 1 && countDots(numbers[0], dot) <= mostDots);
}

export function layoutHundreds(table: UnitsTable, frame: Frame): UnitsLayout {
  const grid = grids[frame.name];
  const layout: UnitsLayout = { frame: frame.name, parts: [], warnings: [], areas: [], pitch: grid.pitch, dot: table.dot };
  // On a tablet the first number stands beside the others.
  const [first, ...others] = table.rows;
  const groups = frame.name === 'phone' && first && others.length > 0 ? [[first], others] : [table.rows];
  for (const [index, rows] of groups.entries()) {
    const sheet = new Sheet(table, frame, grid, layout, index);
    let y = 0;
    for (const [at, row] of rows.entries()) {
      if (at > 0) {
        sheet.path({ kind: 'divider' }, `M0 ${y + 0.5}H${frame.width}`);
        y += 14;
      }
      y = Math.ceil(layoutRow(sheet, row, y)) + (at < rows.length - 1 ? 14 : 2);
    }
    layout.parts.push(sheet.finish(y));
  }
  return layout;
}

/** A number, its words and its dots. Returns the lower edge. */
function layoutRow(sheet: Sheet, row: UnitsRow, from: number): number {
  const { frame, table } = sheet;
  const phone = frame.name === 'phone';
  const isFirst = row === table.rows[0];
  const width = phone ? frame.width : wordsWidth;
  const below = writeWords(sheet, row, from, width, isFirst);
  const x = sheet.snap(phone ? 0 : wordsWidth + 24);
  const top = phone ? below + 6 : from + (isFirst ? writeScale(sheet, x, from) : 0);
  return Math.max(below, drawDots(sheet, row, x, sheet.snap(top)));
}

/** The number and what it counts, what became of the things and where, who printed it. Returns the lower edge. */
function writeWords(sheet: Sheet, row: UnitsRow, from: number, width: number, isFirst: boolean): number {
  const { frame, table } = sheet;
  const [number] = row.numbers;
  const size = fitNumeral(number.label, frame.numeralSizes[isFirst ? 0 : 1], width);
  let y = from + size * 0.76;
  const after = sheet.text(number.label, 0, y, 'numeral', size) + 9;
  if (after + measureText(row.label, frame.headingSize, 'semibold') <= width) sheet.text(row.label, after, y, 'strong', frame.headingSize);
  else
    for (const line of wrapText(row.label, width, frame.headingSize, 'semibold')) {
      y += Math.round(frame.headingSize * 1.3);
      sheet.text(line, 0, y, 'strong', frame.headingSize);
    }
  y += Math.round(frame.smallSize * 1.5);
  const wrap = (text: string) => (text ? wrapText(text, width, frame.smallSize) : []);
  y = sheet.lines(wrap(row.note || sayWhat(number, row)), 0, y, 'label');
  y = sheet.lines([...wrap(number.printed), ...(isFirst && frame.name === 'phone' ? wrap(sayScale(table)) : [])], 0, y);
  return y - frame.smallSize * 0.9;
}

function sayScale({ dot, say }: UnitsTable): string {
  return `One dot is ${dot === 1 ? 'one' : say.digits(dot)}, one block is ${say.digits(inBlock * dot)}`;
}

/** What a dot and a block stand for, above the dots of the first number. Returns its height. */
function writeScale(sheet: Sheet, x: number, y: number): number {
  const { smallSize } = sheet.frame;
  sheet.text(sayScale(sheet.table), x, y + smallSize * 0.8, 'tick');
  return smallSize * 1.5;
}

/** Whole blocks, and the last within the outline of a whole one. Returns the lower edge; words have no dots. */
function drawDots(sheet: Sheet, row: UnitsRow, x: number, y: number): number {
  const { grid, layout, table, index } = sheet;
  const [number] = row.numbers;
  if (number.value === undefined) return y;
  const dots = countDots(number, table.dot);
  const last = sheet.block(Math.max(1, Math.ceil(dots / inBlock)) - 1, x, y, grid.across);
  if (dots % inBlock || dots === 0)
    sheet.path({ kind: 'outline', role: 'rest' }, `M${last.left - 2} ${last.top - 2}H${last.right}V${last.bottom}H${last.left - 2}z`);
  sheet.dots(0, dots, x, y, grid.across, 'main');
  sheet.aim(number.ref, 0, dots, x, y, grid.across);
  layout.areas.push({ ref: number.ref, part: index, dots, role: 'main' });
  return last.bottom;
}
