/**
 * A chart in small, as the way to the whole: what is most telling of it, in letters that a phone shows at reading size.
 * All are of one size, so that they stand beside one another. Kinds that say nothing in small have none.
 */
import { pathRound } from 'd3';
import type { BarsRow, BarsTable, ChartTable, RouteTable, UnitsRow, UnitsTable } from './chart-table.ts';
import { round, type DotPattern, type Part, type PlacedPath, type PlacedText, type TextStyle } from './drawing.ts';
import { notKnown } from './route.ts';
import { measureText, wrapText } from './text-width.ts';
import { countDots, cutBlock } from './unit-sheet.ts';

/** Of every small drawing. It is shown 300 to 400 px wide, so that its smallest letters are 15 px and more. */
export const smallSize = { width: 360, height: 208 };
const { width, height } = smallSize;
const letters = 18;
const numerals = 38;

type Pen = {
  path: (path: PlacedPath) => void;
  /** Id of the pattern of dots at this distance. */
  dots: (pitch: number) => string;
  text: (text: string, x: number, y: number, style?: TextStyle, size?: number, anchor?: PlacedText['anchor']) => number;
};

export function layoutSmall(table: ChartTable): Part | undefined {
  const draw = chooseLayout(table);
  if (!draw) return undefined;
  const paths: PlacedPath[] = [];
  const texts: PlacedText[] = [];
  const patterns: DotPattern[] = [];
  const id = `${table.id}-small`;
  draw({
    path: (path) => paths.push(path),
    dots: (pitch) => {
      if (patterns.length === 0) patterns.push({ id: `${id}-main`, role: 'main', pitch, dot: round(pitch * 0.7), bare: true });
      return `${id}-main`;
    },
    text: (text, x, y, style = 'label', size = letters, anchor = 'start') => {
      texts.push({ text, x: round(x), y: round(y), style, size, anchor });
      return x + measureText(text, size, style === 'numeral' ? 'serif' : style === 'strong' ? 'semibold' : 'regular');
    },
  });
  return { id, ...smallSize, patterns, paths, texts };
}

function chooseLayout(table: ChartTable): ((pen: Pen) => void) | undefined {
  switch (table.kind) {
    case 'units':
      return (pen) => drawUnits(pen, table);
    case 'bars':
      return (pen) => drawBars(pen, table);
    case 'route':
      return (pen) => drawRoute(pen, table);
    case 'shares':
    case 'range':
    case 'relay':
    case 'timeline':
    case 'map':
      return undefined;
  }
}

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

function drawUnits(pen: Pen, { rows, dot }: UnitsTable): void {
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

/** The size, or as much smaller as fits. */
function fit(text: string, size: number, room: number): number {
  return Math.min(size, round((size * room) / measureText(text, size, 'serif')));
}

/** The longest bars of the first panel, and the one to notice. */
const mostBars = 5;

function drawBars(pen: Pen, { measures, groups }: BarsTable): void {
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

/** The first stop, the last and one between them, and the days one by one. */
function drawRoute(pen: Pen, { stops, legs, days }: RouteTable): void {
  const shown = stops.filter((_, index) => index < 2 || index === stops.length - 1).slice(0, 3);
  const y = days ? 122 : 60;
  const at = (index: number) => (index === shown.length - 1 ? width - 8 : 8 + index * 128);
  if (days) {
    const after = pen.text(days.label, 0, numerals * 0.76, 'numeral', numerals) + 9;
    pen.text(days.unit, after, numerals * 0.76, 'strong', 20);
  }
  shown.forEach(({ title }, index) => {
    const isLast = index === shown.length - 1;
    const disc = pathRound(1);
    disc.arc(at(index), y, index === 0 ? 7 : 6, 0, 2 * Math.PI);
    if (!isLast)
      drawLeg(
        pen,
        at(index) + 7,
        at(index + 1) - 6,
        y,
        stops.length === shown.length ? !legs[index]?.unknown : index === 0 && !legs[0]?.unknown,
      );
    pen.path({ kind: index === 0 ? 'ring' : 'knot', d: disc.toString() });
    wrapText(title, 116, letters)
      .slice(0, 3)
      .forEach((line, row) =>
        pen.text(line, isLast ? width : at(index) - 8, y + 34 + row * 22, 'label', letters, isLast ? 'end' : 'start'),
      );
  });
  const value = days?.value ?? 0;
  if (value <= 0 || value > width / 4) return;
  const pitch = Math.floor((width / value) * 10) / 10;
  const gap = round(pitch * 0.28);
  pen.path({ kind: 'bar', role: 'main', thickness: 14, dash: [round(pitch - gap), gap], d: `M0 56H${round(pitch * value - gap)}` });
}

function drawLeg(pen: Pen, from: number, to: number, y: number, known: boolean): void {
  const size = 22;
  const room = measureText(notKnown, size, 'serif');
  if (known) return pen.path({ kind: 'thread', d: `M${from} ${y}H${to}` });
  const left = (from + to - room) / 2;
  const fits = left > from + 20;
  const d = fits ? `M${from} ${y}H${round(left - 7)}M${round(left + room + 7)} ${y}H${to}` : `M${from} ${y}H${to}`;
  pen.path({ kind: 'thread', dash: [5, 5], d });
  if (fits) pen.text(notKnown, left, y + 7, 'numeral', size);
}
