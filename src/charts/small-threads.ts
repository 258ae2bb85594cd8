/** Small drawings of what happened in order: routes, relays and timelines. */
import { pathRound } from 'd3';
import type { RelayTable, RouteTable, TimelineTable } from './chart-table.ts';
import { frames, round } from './drawing.ts';
import { layoutRelay } from './relay.ts';
import { notKnown } from './route.ts';
import { letters, numerals, smallSize, type Pen } from './small-pen.ts';
import { measureText, wrapText } from './text-width.ts';
import { toYears } from './timeline.ts';

const { width, height } = smallSize;

/** The first stop, the last and one between them, and the days one by one. */
export function drawRoute(pen: Pen, { stops, legs, days }: RouteTable): void {
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

/** Every printing on its thread, from left to right; the number and its day where it is another than before. */
export function drawRelay(pen: Pen, table: RelayTable): void {
  const { knots } = layoutRelay(table, frames.desktop);
  const y = (column: number) => 110 + column * 22;
  const x = (index: number) => round(9 + (index * (width - 18)) / Math.max(1, knots.length - 1));
  let free = 0;
  table.rows.forEach(({ number, dateText }, index) => {
    if (index > 0 && number.text === table.rows[index - 1]?.number.text) return;
    const half = Math.max(measureText(number.label, 26, 'serif'), measureText(dateText, letters)) / 2;
    const left = Math.max(0, Math.min(x(index) - half, width - 2 * half));
    if (left < free) return;
    free = left + 2 * half + 12;
    pen.text(number.label, left + half, 58, 'numeral', 26, 'middle');
    pen.text(dateText, left + half, 84, 'label', letters, 'middle');
  });
  for (const column of new Set(knots.map((knot) => knot.column))) {
    const own = knots.flatMap((knot, index) => (knot.column === column ? [index] : []));
    const [first = 0, last = first] = [own[0], own.at(-1)];
    if (last > first) pen.path({ kind: 'thread', d: `M${x(first)} ${y(column)}H${x(last)}` });
  }
  knots.forEach(({ custody, column }, index) => {
    const shape = pathRound(1);
    const isRing = custody === 'start' || custody === 'inferred';
    if (custody === 'changed') {
      const [at, line] = [x(index), y(column)];
      pen.path({ kind: 'dot', role: 'highlight', d: `M${at} ${line - 9}l9 9l-9 9l-9-9z` });
      return;
    }
    shape.arc(x(index), y(column), isRing ? 7 : 5, 0, 2 * Math.PI);
    pen.path({ kind: isRing ? 'ring' : 'knot', d: shape.toString() });
  });
}

/** All events along one line of years, squares above it and rings below. */
export function drawTimeline(pen: Pen, { rows }: TimelineTable): void {
  const years = rows.map(({ date }) => date.year);
  const [from, to] = [Math.min(...years), Math.max(...years) + 1];
  const [size, pitch, line] = [8, 9, 92];
  const scale = (at: number) => size / 2 + ((at - from) / (to - from)) * (width - size);
  pen.path({ kind: 'axis', d: `M0 ${line + 0.5}H${width}` });
  const stacks = new Map<string, number>();
  const signs = { ground: '', record: '' };
  for (const { date, lane } of rows) {
    const slot = Math.round(scale(toYears(date)) / pitch);
    const level = stacks.get(`${lane} ${slot}`) ?? 0;
    stacks.set(`${lane} ${slot}`, level + 1);
    const x = round(Math.min(width - size / 2, Math.max(size / 2, slot * pitch)));
    const y = line + (lane === 'ground' ? -1 : 1) * (9 + level * pitch);
    if (lane === 'ground') signs.ground += `M${round(x - 4)} ${y - 4}h8v8h-8z`;
    else signs.record += `M${round(x - 3.5)} ${y}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z`;
  }
  if (signs.ground) pen.path({ kind: 'square', d: signs.ground });
  if (signs.record) pen.path({ kind: 'ring', d: signs.record });
  pen.text(String(from), 0, height - 6);
  pen.text(String(to - 1), width, height - 6, 'label', letters, 'end');
}
