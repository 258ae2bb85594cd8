/**
 * Things to scale: one dot an item, a thousand dots a block, so that equal areas are equal numbers; a hundred dots a
 * block, each large enough to count, where no number is larger than that allows (unit-hundreds.ts).
 *
 * A number of ten blocks and more fills a grid of its own; of two numbers printed for the same things the smaller is
 * the end of that grid. Smaller numbers follow on the same scale, and where they would hardly be seen their dots are
 * drawn a second time, enlarged. Numbers printed in words only are named and not drawn.
 */
import { max } from 'd3';
import type { ChartNumber, UnitsRow, UnitsTable } from './chart-table.ts';
import { requireFiniteNumbers, round, type Frame } from './drawing.ts';
import { measureText, wrapText } from './text-width.ts';
import { fitsHundreds, layoutHundreds } from './unit-hundreds.ts';
import { countDots, fitNumeral, sayWhat, Sheet, type Grid, type UnitsLayout } from './unit-sheet.ts';

/** From this many blocks on a number gets a grid of its own. */
const blocksOfGrid = 10;
/** Beyond this many the drawing is longer than anybody scrolls. */
const mostBlocks = 200;
/** Up to this many dots a number is drawn a second time, enlarged. */
const mostEnlarged = 120;

const inBlock = 1000;
const grids: Record<Frame['name'], Grid> = {
  desktop: { pitch: 2, inBlock, down: 25, across: 10, gap: 6, aisle: 18, bare: false },
  phone: { pitch: 1.2, inBlock, down: 25, across: 5, gap: 2.4, aisle: 0, bare: false },
};
/** Rows of a grid from one number beside it to the next. */
const tickEvery: Record<Frame['name'], number> = { desktop: 1, phone: 2 };

export function layoutUnits(table: UnitsTable, frame: Frame): UnitsLayout {
  requireFiniteNumbers(table.rows.flatMap(({ numbers }) => numbers));
  return fitsHundreds(table) ? layoutHundreds(table, frame) : layoutThousands(table, frame);
}

function layoutThousands(table: UnitsTable, frame: Frame): UnitsLayout {
  const grid = grids[frame.name];
  const layout: UnitsLayout = { frame: frame.name, parts: [], warnings: [], areas: [], pitch: grid.pitch, dot: table.dot };
  const large = table.rows.filter((row) => countDots(row.numbers[0], table.dot) >= blocksOfGrid * inBlock);
  const small = table.rows.filter((row) => !large.includes(row));
  const groups = frame.name === 'phone' ? [large, small].filter((rows) => rows.length) : [table.rows];
  for (const [index, rows] of groups.entries()) {
    const sheet = new Sheet(table, frame, grid, layout, index);
    let y = 0;
    for (const row of rows.filter((candidate) => large.includes(candidate))) y = layoutGrid(sheet, row, y) + 26;
    const rest = rows.filter((row) => small.includes(row));
    if (rest.length) {
      if (large.length) sheet.path({ kind: 'axis' }, `M0 ${round(y + 0.5)}H${frame.width}`);
      y = layoutSmall(sheet, rest, y + (large.length ? 12 : 0));
    }
    layout.parts.push(sheet.finish(y));
  }
  if (table.rows.some((row) => countDots(row.numbers[0], table.dot) > mostBlocks * inBlock)) {
    layout.warnings.push({
      kind: 'crowded',
      words: [],
      message: `A number needs more than ${mostBlocks} blocks.`,
      fix: `Let a dot stand for more things: dot: ${table.dot * 100}.`,
    });
  }
  return layout;
}

/** A number of many blocks, with the smaller number printed for the same things at its end. Returns the lower edge. */
function layoutGrid(sheet: Sheet, row: UnitsRow, from: number): number {
  const { frame, grid, layout, table } = sheet;
  const [larger, smaller] = row.numbers;
  const dots = countDots(larger, table.dot);
  const fewer = smaller ? Math.min(dots, countDots(smaller, table.dot)) : 0;
  const phone = frame.name === 'phone';
  const end = sheet.block(grid.across - 1, 0, 0, grid.across).right;

  let y = from + frame.numeralSizes[0] * 0.74 + 1;
  const afterNumeral = sheet.text(larger.label, 0, y, 'numeral', fitNumeral(larger.label, frame.numeralSizes[0], frame.width)) + 10;
  const labelFits = afterNumeral + measureText(row.label, frame.headingSize, 'semibold') <= (phone ? frame.width : end);
  if (!labelFits)
    for (const line of wrapText(row.label, frame.width, frame.headingSize, 'semibold')) {
      y += Math.round(frame.headingSize * 1.35);
      sheet.text(line, 0, y, 'strong', frame.headingSize);
    }
  const afterLabel = labelFits ? sheet.text(row.label, afterNumeral, y, 'strong', frame.headingSize) + 8 : end;
  const scale = `One block is ${table.say.digits(inBlock * table.dot)} items, one dot is ${table.dot === 1 ? 'one' : table.say.digits(table.dot)}`;
  const caption = getCaption(larger, row);
  if (phone) {
    y = sheet.lines(
      [...caption, scale].flatMap((line) => wrapText(line, frame.width, frame.smallSize)),
      0,
      y + Math.round(frame.smallSize * 1.5),
    );
    y -= frame.smallSize * 0.5;
  } else {
    const line = caption.join('; ');
    const scaleWidth = measureText(scale, frame.smallSize);
    const onOneLine = afterLabel + measureText(line, frame.smallSize) + 24 + scaleWidth <= end;
    if (onOneLine) sheet.text(line, afterLabel, y, 'quiet');
    else
      y =
        sheet.lines(wrapText(line, end - scaleWidth - 24, frame.smallSize), 0, y + Math.round(frame.smallSize * 1.6)) -
        Math.round(frame.smallSize * 1.3);
    sheet.text(scale, end, y, 'tick', frame.smallSize, 'end');
    y += 14;
  }

  const top = sheet.snap(y);
  sheet.dots(0, dots - fewer, 0, top, grid.across, smaller ? 'disputed' : 'main');
  sheet.dots(dots - fewer, dots, 0, top, grid.across, 'main');
  sheet.aim(larger.ref, 0, dots - fewer || dots, 0, top, grid.across);
  if (smaller) sheet.aim(smaller.ref, dots - fewer, dots, 0, top, grid.across);
  layout.areas.push({ ref: larger.ref, part: sheet.index, dots, role: smaller ? 'disputed' : 'main' });

  const blocks = Math.ceil(dots / inBlock);
  const rows = Math.ceil(blocks / grid.across);
  const room = frame.width - end - 8;
  const sayTick = measureText(table.say.digits(dots * table.dot), frame.smallSize) <= room ? table.say.digits : table.say.letters;
  for (let index = 0; index < rows; index++) {
    const counted = (index + 1) * grid.across * inBlock;
    if (counted > dots || (index + 1) % tickEvery[frame.name]) continue;
    const { top: rowTop, bottom: rowBottom } = sheet.block(index * grid.across, 0, top, grid.across);
    sheet.text(sayTick(counted * table.dot), end + 8, (rowTop + rowBottom) / 2 + frame.smallSize * 0.34, 'tick');
  }
  const last = sheet.block(blocks - 1, 0, top, grid.across);
  if (!smaller) return last.bottom;

  layout.areas.push({ ref: smaller.ref, part: sheet.index, dots: fewer, role: 'main' });
  const where = describePlace(table, dots, fewer);
  const words = [getCaption(smaller, row, '').join('; ')];
  const beside = last.right + 16;
  const besideRoom = frame.width - beside;
  const headWidth = measureText(smaller.label, frame.numeralSizes[1], 'serif') + 10 + measureText(where, frame.headingSize, 'semibold');
  const fits = !phone && blocks % grid.across !== 0 && headWidth <= besideRoom;
  const x = fits ? beside : 0;
  const captions = words.flatMap((line) => wrapText(line, fits ? besideRoom : frame.width, frame.smallSize));
  const baseline = (fits ? last.top : last.bottom + 9) + frame.numeralSizes[1] * 0.72;
  const after = sheet.text(smaller.label, x, baseline, 'numeral', frame.numeralSizes[1]) + 9;
  const whereFits = after + measureText(where, frame.headingSize, 'semibold') <= frame.width;
  if (whereFits) sheet.text(where, after, baseline, 'strong', frame.headingSize);
  const lines = whereFits ? captions : [where, ...captions];
  const bottom = sheet.lines(lines, x, baseline + Math.round(frame.smallSize * 1.4)) - frame.smallSize;
  return Math.max(last.bottom, bottom);
}

const cardinals = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Where the smaller number lies in the grid of the larger, by position and never by shade. */
function describePlace({ say }: UnitsTable, dots: number, fewer: number): string {
  if (dots === fewer) return 'the same blocks';
  const blocks = fewer / inBlock;
  if (dots % inBlock || !Number.isInteger(blocks)) return 'the end of the grid alone';
  if (blocks === 1) return 'the last block alone';
  return `the last ${cardinals[blocks] ?? say.digits(blocks)} blocks alone`;
}

function getCaption(number: ChartNumber, row: UnitsRow, note = row.note): string[] {
  return [number.printed, note || sayWhat(number, row)].filter(Boolean);
}

/** Small numbers, side by side as far as they fit. Returns the lower edge. */
function layoutSmall(sheet: Sheet, rows: UnitsRow[], from: number): number {
  const { frame } = sheet;
  const columns = frame.name === 'phone' ? 1 : Math.min(3, rows.length);
  const gap = 32;
  const width = (frame.width - (columns - 1) * gap) / columns;
  let y = from;
  for (let index = 0; index < rows.length; index += columns) {
    const line = rows.slice(index, index + columns);
    // Heads first: blocks of one line of numbers stand at one height.
    const heads = line.map((row, column) => layoutHead(sheet, row, column * (width + gap), y, width));
    const top = max(heads) ?? y;
    const bottoms = line.map((row, column) => layoutSmallBlocks(sheet, row, column * (width + gap), top, width));
    y = (max(bottoms) ?? top) + (index + columns < rows.length ? 22 : 2);
  }
  return y;
}

function layoutHead(sheet: Sheet, row: UnitsRow, x: number, from: number, width: number): number {
  const { frame } = sheet;
  const numeral = row.numbers.map((number) => number.label).join(' or ');
  const size = fitNumeral(numeral, frame.numeralSizes[1], width);
  let y = from + size * 0.76;
  const after = sheet.text(numeral, x, y, 'numeral', size) + 8;
  const lineHeight = Math.round(frame.smallSize * 1.45);
  // Beside the number where it is the only one of its line.
  if (width > frame.width / 2 && after + measureText(row.label, frame.headingSize, 'semibold') <= x + width) {
    sheet.text(row.label, after, y, 'strong', frame.headingSize);
    y += lineHeight;
  } else {
    for (const line of wrapText(row.label, width, frame.headingSize, 'semibold')) {
      y += Math.round(frame.headingSize * 1.35);
      sheet.text(line, x, y, 'strong', frame.headingSize);
    }
    y += lineHeight;
  }
  const captions = row.numbers.flatMap((number, index) => getCaption(number, row, index === row.numbers.length - 1 ? row.note : ''));
  const next = sheet.lines(
    captions.flatMap((line) => wrapText(line, width, frame.smallSize)),
    x,
    y,
  );
  return next - frame.smallSize * 0.55;
}

function layoutSmallBlocks(sheet: Sheet, row: UnitsRow, from: number, top: number, width: number): number {
  const { frame, grid, layout, table } = sheet;
  const [larger, smaller] = row.numbers;
  if (larger.value === undefined) return top;
  const dots = countDots(larger, table.dot);
  const fewer = smaller ? Math.min(dots, countDots(smaller, table.dot)) : 0;
  const [x, y] = [sheet.snap(from), sheet.snap(top)];
  const blockWidth = (inBlock / grid.down) * grid.pitch;
  const across = Math.max(1, Math.min(9, Math.floor((width + grid.gap) / (blockWidth + grid.gap))));
  const blocks = Math.max(1, Math.ceil(dots / inBlock));
  const last = sheet.block(blocks - 1, x, y, across);
  if (dots < blocks * inBlock) sheet.path({ kind: 'empty' }, `M${last.left} ${last.top}H${last.right}V${last.bottom}H${last.left}z`);
  sheet.marks.push(last);
  sheet.dots(0, dots - fewer, x, y, across, smaller ? 'disputed' : 'main');
  sheet.dots(dots - fewer, dots, x, y, across, 'main');
  sheet.aim(larger.ref, 0, dots - fewer || dots, x, y, across);
  if (smaller) sheet.aim(smaller.ref, dots - fewer, dots, x, y, across);
  layout.areas.push({ ref: larger.ref, part: sheet.index, dots, role: smaller ? 'disputed' : 'main' });
  if (smaller) layout.areas.push({ ref: smaller.ref, part: sheet.index, dots: fewer, role: 'main' });
  if (dots === 0 || dots > mostEnlarged || blocks > 1 || smaller) return last.bottom;

  // The same dots again, large enough to count.
  const step = frame.name === 'phone' ? 6.4 : 8;
  const size = round(step * 0.72);
  const deep = dots > 60 ? 6 : dots > 12 ? 4 : 2;
  const left = round(last.right + 24);
  const high = deep * step - (step - size);
  const firstRow = last.top + (last.bottom - last.top - high) / 2 + size / 2;
  for (let index = 0; index < Math.min(deep, dots); index++) {
    const count = Math.ceil((dots - index) / deep);
    const line = round(firstRow + index * step);
    sheet.path(
      { kind: 'dots', role: 'main', thickness: size, dash: [size, round(step - size)] },
      `M${left} ${line}H${round(left + count * step - (step - size))}`,
    );
  }
  const right = left + Math.ceil(dots / deep) * step;
  sheet.marks.push({ left, right, top: firstRow - size / 2, bottom: firstRow + high });
  const words = frame.name === 'phone' ? 'enlarged' : 'the same dots, enlarged';
  if (frame.name === 'phone' && right + 8 + measureText(words, frame.smallSize) <= from + width) {
    sheet.text(words, right + 8, (last.top + last.bottom) / 2 + frame.smallSize * 0.34, 'tick');
    return last.bottom;
  }
  const baseline = Math.max(last.bottom, firstRow + high) + frame.smallSize * 1.3;
  sheet.text(words, left, baseline, 'tick');
  return baseline + frame.smallSize * 0.3;
}
