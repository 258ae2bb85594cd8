import { round } from '../drawing.ts';
import { fit, letters, numerals, smallSize, type SmallPen } from '../small-pen.ts';
import { wrapText } from '../text-width.ts';
import { countDots, cutBlock } from './dots.ts';
import type { UnitsRow, UnitsTable } from './table.ts';

const { width, height } = smallSize;

type Blocks = { inBlock: number; down: number; pitch: number; gap: number; across: number };
/**
 * Up to this many dots, a block is a hundred dots that can be seen; above, it is a thousand and a
 * solid area.
 */
const mostDots = 3000;
const hundreds: Blocks = { inBlock: 100, down: 10, pitch: 3, gap: 3, across: 10 };
const thousands: Blocks = { inBlock: 1000, down: 25, pitch: 0.5, gap: 2.5, across: 10 };

/** Draws dots in blocks, from their upper left corner. */
function drawDots(pen: SmallPen, dots: number, blocks: Blocks, left: number, top: number): void {
  const { inBlock, down, pitch, gap, across } = blocks;
  const [wide, high] = [(inBlock / down) * pitch + gap, down * pitch + gap];
  const look =
    blocks === hundreds
      ? ({
          kind: 'block',
          role: 'main',
          pattern: pen.pattern({ role: 'main', pitch, bare: true }),
        } as const)
      : ({ kind: 'dot', role: 'main' } as const);
  for (let index = 0; index * inBlock < dots; index++) {
    const [x, y] = [left + (index % across) * wide, top + Math.floor(index / across) * high];
    for (const [column, line, columns, lines] of cutBlock(
      0,
      Math.min(inBlock, dots - index * inBlock),
      down,
    ))
      pen.on(look).rect(x + column * pitch, y + line * pitch, columns * pitch, lines * pitch);
  }
}

export function drawSmallUnits(pen: SmallPen, { rows, dot }: UnitsTable): void {
  const [first, second] = rows;
  if (!first) return;
  if (countDots(first.numbers[0], dot) <= mostDots)
    return drawHundreds(pen, first, rows.slice(1, 3), dot);
  // If a row has two statements, the second is beside the first, like a separate row.
  const beside = first.numbers[1] ?? second?.numbers[0];
  const blocks = { ...thousands, across: beside ? thousands.across : 15 };
  const columns = [
    { number: first.numbers[0], x: 0, room: beside ? 222 : width },
    ...(beside ? [{ number: beside, x: 238, room: width - 238 }] : []),
  ];
  for (const { number, x, room } of columns) {
    pen.text(number.label, x, numerals * 0.76, 'numeral', fit(number.label, numerals, room));
    const words = [
      ...(x === 0 ? [first.label] : []),
      ...wrapText(number.printed, room, letters),
    ].slice(0, 2);
    words.forEach((line, index) =>
      pen.text(
        line,
        x,
        numerals * 0.76 + 24 + index * 22,
        line === first.label ? 'strong' : 'label',
      ),
    );
    drawDots(pen, countDots(number, dot), { ...blocks, across: x > 0 ? 5 : blocks.across }, x, 86);
  }
}

/** Draws the first number in dots, and below it at most two others in separate blocks. */
function drawHundreds(
  pen: SmallPen,
  { numbers: [number], label }: UnitsRow,
  others: UnitsRow[],
  dot: number,
): void {
  const after =
    pen.text(
      number.label,
      0,
      numerals * 0.76,
      'numeral',
      fit(number.label, numerals, width * 0.6),
    ) + 10;
  pen.text(label, after, numerals * 0.76, 'strong', 20);
  const dots = countDots(number, dot);
  const top = 45;
  drawDots(pen, dots, hundreds, 0, top);
  const bottom = top + Math.ceil(dots / (hundreds.inBlock * hundreds.across)) * 33 + 15;
  const block = hundreds.pitch * hundreds.down;
  if (bottom + block > height) return;
  others.forEach(({ numbers: [other], label: what }, index) => {
    const x = round(index * 183);
    pen.box(
      { kind: 'outline', role: 'rest' },
      { left: x, top: bottom, right: x + block, bottom: bottom + block },
    );
    drawDots(pen, countDots(other, dot), hundreds, x, bottom);
    pen.text(other.label, x + block + 9, bottom + 12, 'strong');
    pen.text(what, x + block + 9, bottom + 33);
  });
}
