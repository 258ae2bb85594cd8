/** The days from the first stop to the last, one mark a day, to scale. */
import { scaleUtc, utcFormat, utcMonth, utcYear } from 'd3';
import type { ChartNumber } from '../chart-number.ts';
import { round } from '../drawing.ts';
import { measureText, wrapText } from '../text-width.ts';
import { toInstant } from './count-days.ts';
import type { RoutePaper } from './stops.ts';
import type { RouteStop } from './table.ts';

/**
 * Days that one mark represents: as few as possible, while readers can still distinguish the marks.
 */
const markDays = [1, 7, 100, 1000];
const mostMarks = 100;

/**
 * Marks for `days` that fill a width, or slightly less, so that the distance between two marks is a
 * whole number of tenths.
 */
export function planDays(
  days: ChartNumber | undefined,
  room: number,
): { step: number; pitch: number; width: number } {
  const value = days?.value ?? 0;
  if (value <= 0) return { step: 1, pitch: 0, width: room };
  const step = markDays.find((candidate) => value / candidate <= mostMarks) ?? value;
  const pitch = Math.floor(((room * step) / value) * 10 + 1e-6) / 10;
  return { step, pitch, width: round((pitch * value) / step) };
}

/** Returns the lower edge, and how many marks were drawn. */
export function layoutDays(
  paper: RoutePaper,
  days: ChartNumber,
  from: number,
  room: number,
): { bottom: number; marks: number } {
  const { pen, table, frame } = paper;
  const [first, last] = [table.stops[0], table.stops.at(-1)];
  const [start, end] = [toInstant(first?.date), toInstant(last?.date)];
  const value = days.value;
  if (!first || !last || !start || !end || value === undefined || value <= 0)
    return { bottom: from, marks: 0 };
  const { headingSize, labelSize, numeralSizes } = frame;
  const phone = frame.name === 'phone';
  const line = round(from) + 0.5;
  pen.line({ kind: 'axis' }, [0, line], [frame.width, line]);

  const size = numeralSizes[phone ? 0 : 1];
  const after = pen.text(days.label, 0, from + 14 + size * 0.76, 'numeral', size) + 9;
  const { step, pitch, width } = planDays(days, room);
  const caption = `${days.unit} from the first to the last, one mark ${step === 1 ? 'a day' : `for ${step}`}`;
  const [style, textSize, face] = phone
    ? (['label', labelSize, 'regular'] as const)
    : (['strong', headingSize, 'semibold'] as const);
  const words = wrapText(caption, frame.width - after, textSize, face);
  const y =
    pen.lines(words, after, from + 14 + size * 0.76, Math.round(textSize * 1.28), style, textSize) -
    headingSize * 0.6;

  const gap = round(Math.max(1.2, Math.min(4, pitch * 0.26)));
  const thickness = phone ? 14 : 16;
  const middle = round(y + 8 + thickness / 2);
  pen.line(
    { kind: 'bar', role: 'main', thickness, dash: [round(pitch - gap), gap] },
    [0, middle],
    [width - gap, middle],
  );
  const box = {
    left: 0,
    right: width,
    top: middle - thickness / 2,
    bottom: middle + thickness / 2,
  };
  pen.marks.push(box);
  pen.targets.push({ key: days.ref, boxes: [box] });
  return {
    bottom: layoutMonths(paper, [first, last], [start, end], box.bottom, width),
    marks: Math.ceil(value / step),
  };
}

/**
 * Writes the dates at both ends, and between them the months, or the years if there are many
 * months.
 */
function layoutMonths(
  { pen, frame: { smallSize } }: RoutePaper,
  [first, last]: [RouteStop, RouteStop],
  [start, end]: [Date, Date],
  top: number,
  width: number,
): number {
  const y = top + smallSize * 1.35;
  const left = pen.text(first.dateText, 0, y, 'tick') + 10;
  pen.text(last.dateText, width, y, 'tick', smallSize, 'end');
  const right = width - measureText(last.dateText, smallSize) - 10;
  const x = scaleUtc([start, end], [0, width]);
  const months = utcMonth.count(start, end) <= 12;
  const name = utcFormat(months ? '%B' : '%Y');
  let free = left;
  for (const tick of (months ? utcMonth : utcYear).range(start, end)) {
    const [at, words] = [x(tick), name(tick)];
    const half = measureText(words, smallSize) / 2;
    if (at - half < free || at + half > right) continue;
    pen.line({ kind: 'axis' }, [at, top + 1], [at, top + 5]);
    pen.text(words, at, y, 'tick', smallSize, 'middle');
    free = at + half + 10;
  }
  return y + smallSize * 0.4;
}
