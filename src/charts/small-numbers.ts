/** Small drawings of counted things, shares and values. */
import type { BarsRow, BarsTable, RangeTable, SharesTable, UnitsRow, UnitsTable } from './chart-table.ts';
import { round } from './drawing.ts';
import { fit, letters, numerals, smallSize, type Pen } from './small-pen.ts';
import { measureText, wrapText } from './text-width.ts';
import { countDots, cutBlock } from './unit-sheet.ts';

const { width, height } = smallSize;

type Blocks = { inBlock: number; down: number; pitch: number; gap: number; across: number };
/** Up to this many dots a block is a hundred and its dots are seen; beyond, it is a thousand and drawn whole. */
const mostDots = 3000;
const hundreds: Blocks = { inBlock: 100, down: 10, pitch: 3, gap: 3, across: 10 };
const thousands: Blocks = { inBlock: 1000, down: 25, pitch: 0.5, gap: 2.5, across: 10 };

/** Dots as blocks from a corner on. */
function drawDots(pen: Pen, dots: number, blocks: Blocks, left: number, top: number): void {
  const { inBlock, down, pitch, gap, across } = blocks;
  const [wide, high] = [(inBlock / down) * pitch + gap, down * pitch + gap];
  let d = '';
  for (let index = 0; index * inBlock < dots; index++) {
    const [x, y] = [left + (index % across) * wide, top + Math.floor(index / across) * high];
    for (const [column, line, columns, lines] of cutBlock(0, Math.min(inBlock, dots - index * inBlock), down))
      d += `M${round(x + column * pitch)} ${round(y + line * pitch)}h${round(columns * pitch)}v${round(lines * pitch)}h${round(-columns * pitch)}z`;
  }
  if (blocks === hundreds) pen.path({ kind: 'block', role: 'main', d, pattern: pen.dots(pitch) });
  else pen.path({ kind: 'dot', role: 'main', d });
}

export function drawUnits(pen: Pen, { rows, dot }: UnitsTable): void {
  const [first, second] = rows;
  if (!first) return;
  if (countDots(first.numbers[0], dot) <= mostDots) return drawHundreds(pen, first, rows.slice(1, 3), dot);
  // Of two statements of one row the second stands beside the first, like a row of its own.
  const beside = first.numbers[1] ?? second?.numbers[0];
  const blocks = { ...thousands, across: beside ? thousands.across : 15 };
  const columns = [
    { number: first.numbers[0], x: 0, room: beside ? 222 : width },
    ...(beside ? [{ number: beside, x: 238, room: width - 238 }] : []),
  ];
  for (const { number, x, room } of columns) {
    pen.text(number.label, x, numerals * 0.76, 'numeral', fit(number.label, numerals, room));
    const words = [...(x === 0 ? [first.label] : []), ...wrapText(number.printed, room, letters)].slice(0, 2);
    words.forEach((line, index) => pen.text(line, x, numerals * 0.76 + 24 + index * 22, line === first.label ? 'strong' : 'label'));
    drawDots(pen, countDots(number, dot), { ...blocks, across: x > 0 ? 5 : blocks.across }, x, 86);
  }
}

/** The first number in dots, and below it at most two others in blocks of their own. */
function drawHundreds(pen: Pen, { numbers: [number], label }: UnitsRow, others: UnitsRow[], dot: number): void {
  const after = pen.text(number.label, 0, numerals * 0.76, 'numeral', fit(number.label, numerals, width * 0.6)) + 10;
  pen.text(label, after, numerals * 0.76, 'strong', 20);
  const dots = countDots(number, dot);
  const top = 45;
  drawDots(pen, dots, hundreds, 0, top);
  const bottom = top + Math.ceil(dots / (hundreds.inBlock * hundreds.across)) * 33 + 15;
  const block = hundreds.pitch * hundreds.down;
  if (bottom + block > height) return;
  others.forEach(({ numbers: [other], label: what }, index) => {
    const x = round(index * 183);
    pen.path({ kind: 'outline', role: 'rest', d: `M${x} ${bottom}h${block}v${block}h${-block}z` });
    drawDots(pen, countDots(other, dot), hundreds, x, bottom);
    pen.text(other.label, x + block + 9, bottom + 12, 'strong');
    pen.text(what, x + block + 9, bottom + 33);
  });
}

/** The longest bars of the first panel, and the one to notice. */
const mostBars = 5;

export function drawBars(pen: Pen, { measures, groups }: BarsTable): void {
  const rows = groups.flatMap((group) => group.rows).filter((row) => row.role !== 'rest' && (row.numbers[0]?.value ?? 0) > 0);
  const value = (row: BarsRow) => row.numbers[0]?.value ?? 0;
  const ranked = rows.toSorted((a, b) => value(b) - value(a));
  const noticed = rows.filter(({ role }) => role === 'highlight').slice(0, 1);
  const shown = [...ranked.filter((row) => !noticed.includes(row)).slice(0, mostBars - noticed.length), ...noticed];
  const [measure] = measures;
  const isSaid = measure?.unit.toLowerCase().includes(measure.label.toLowerCase());
  const caption = [isSaid ? '' : measure?.label, measure?.unit].filter(Boolean).join(', ');
  for (const [index, line] of wrapText(caption, width, letters).slice(0, 1).entries()) pen.text(line, 0, 18 + index * 22, 'quiet');
  const left = Math.max(...shown.map(({ label }) => measureText(label, letters))) + 12;
  const right = Math.max(...shown.map(({ numbers: [number] }) => measureText(number?.label ?? '', letters, 'semibold'))) + 8;
  const longest = Math.max(...shown.map(value));
  const step = 32;
  shown.forEach((row, index) => {
    // What is noticed stands apart: bars between it and the one above are left out.
    const apart = noticed.includes(row) && index > 0 ? 10 : 0;
    const y = round(44 + index * step + apart);
    if (apart) pen.path({ kind: 'divider', d: `M0 ${y - 20.5}H${width}` });
    const end = round(left + Math.max(2, ((width - left - right) * value(row)) / longest));
    pen.text(row.label, 0, y + 6, row.role === 'highlight' ? 'strong' : 'label');
    pen.path({ kind: 'bar', role: row.role === 'highlight' ? 'highlight' : 'main', thickness: 16, d: `M${round(left)} ${y}H${end}` });
    pen.text(row.numbers[0]?.label ?? '', end + 8, y + 6, 'strong');
  });
}

/** Each whole as one bar, with its first part in words; at most three. */
export function drawShares(pen: Pen, { parts, rows }: SharesTable): void {
  const shown = rows.slice(0, 3);
  const step = height / shown.length;
  shown.forEach(({ label, numbers }, index) => {
    const top = round(index * step + (step - 66) / 2);
    pen.text(label, 0, top + 16, 'strong');
    const [first] = numbers;
    const words = first && parts[0] ? [first.hedge, first.text, parts[0].label].filter(Boolean).join(' ') : '';
    const [line = ''] = wrapText(words, width - measureText(label, letters, 'semibold') - 14, letters);
    pen.text(line === words ? words : (first?.text ?? ''), width, top + 16, 'label', letters, 'end');
    let from = 0;
    parts.forEach(({ role }, at) => {
      const value = Math.max(0, numbers[at]?.value ?? 0);
      const [left, right] = [from, Math.min(100, from + value)].map((share) => round((share / 100) * width)) as [number, number];
      from += value;
      if (right <= left) return;
      const box = `M${left} ${top + 28}H${right}V${top + 60}H${left}z`;
      if (role === 'context') pen.path({ kind: 'outline', role, d: box });
      else pen.path({ kind: 'dot', role, d: box });
    });
  });
}

/** Values on one axis from zero, each with its number; at most six. */
export function drawRange(pen: Pen, { rows, scale }: RangeTable): void {
  const high = ({ numbers: [number] }: RangeTable['rows'][number]) => number.range?.[1] ?? number.value ?? Number.NaN;
  const shown = rows.filter((row) => high(row) > 0).slice(0, 6);
  const most = Math.max(...shown.map(high));
  const step = height / shown.length;
  pen.path({ kind: 'axis', d: `M0.5 0V${height}` });
  shown.forEach((row, index) => {
    const y = round((index + 0.5) * step);
    // Thousandfold differences are drawn by their digits.
    const share = scale === 'log' ? Math.log10(high(row) + 1) / Math.log10(most + 1) : high(row) / most;
    const x = round(12 + share * (width - 24));
    const { label } = row.numbers[0];
    const room = measureText(label, letters, 'semibold') + 14;
    const isLeft = x + room > width;
    pen.path({ kind: 'grid', d: `M2 ${y}H${round(isLeft ? Math.max(2, x - room - 4) : x - 9)}` });
    const disc = `M${round(x - 6)} ${y}a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z`;
    if (row.role === 'context') pen.path({ kind: 'outline', role: 'main', d: disc });
    else pen.path({ kind: 'dot', role: 'main', d: disc });
    pen.text(label, isLeft ? x - 14 : x + 14, y + 6, 'strong', letters, isLeft ? 'end' : 'start');
  });
}
