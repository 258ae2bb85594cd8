import { numerals, letters, smallSize, type SmallPen } from '../small-pen.ts';
import { round } from '../drawing.ts';
import { measureText, wrapText } from '../text-width.ts';
import type { RouteTable } from './table.ts';
import { notKnown } from './words.ts';

const { width } = smallSize;

/** Draws the first stop, the last and one between them, and the days one by one. */
export function drawSmallRoute(pen: SmallPen, { stops, legs, days }: RouteTable): void {
  const shown = stops.filter((_, index) => index < 2 || index === stops.length - 1).slice(0, 3);
  const y = days ? 122 : 60;
  const at = (index: number) => (index === shown.length - 1 ? width - 8 : 8 + index * 128);
  if (days) {
    const after = pen.text(days.label, 0, numerals * 0.76, 'numeral', numerals) + 9;
    pen.text(days.unit, after, numerals * 0.76, 'strong', 20);
  }
  shown.forEach(({ title }, index) => {
    const isLast = index === shown.length - 1;
    // If stops are left out between these two, no single leg joins them.
    const isKnown = !legs[index]?.unknown && (stops.length === shown.length || index === 0);
    if (!isLast) drawLeg(pen, at(index) + 7, at(index + 1) - 6, y, isKnown);
    pen.disc({ kind: index === 0 ? 'ring' : 'knot' }, at(index), y, index === 0 ? 7 : 6);
    wrapText(title, 116, letters)
      .slice(0, 3)
      .forEach((line, row) =>
        pen.text(
          line,
          isLast ? width : at(index) - 8,
          y + 34 + row * 22,
          'label',
          letters,
          isLast ? 'end' : 'start',
        ),
      );
  });
  const value = days?.value ?? 0;
  if (value <= 0 || value > width / 4) return;
  const pitch = Math.floor((width / value) * 10) / 10;
  const gap = round(pitch * 0.28);
  pen.line(
    { kind: 'bar', role: 'main', thickness: 14, dash: [round(pitch - gap), gap] },
    [0, 56],
    [pitch * value - gap, 56],
  );
}

function drawLeg(pen: SmallPen, from: number, to: number, y: number, known: boolean): void {
  if (known) return pen.line({ kind: 'thread' }, [from, y], [to, y]);
  const look = { kind: 'thread', dash: [5, 5] as [number, number] } as const;
  const size = 22;
  const room = measureText(notKnown, size, 'serif');
  const left = (from + to - room) / 2;
  if (left <= from + 20) return pen.line(look, [from, y], [to, y]);
  pen.line(look, [from, y], [left - 7, y]);
  pen.line(look, [left + room + 7, y], [to, y]);
  pen.text(notKnown, left, y + 7, 'numeral', size);
}
