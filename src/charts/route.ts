/**
 * A route: where a thing was, in order of time, and who passed it to whom.
 *
 * A thread runs from stop to stop: a ring where it starts, a disc where it arrives. A leg that nobody could follow is
 * dashed, and the words "Not known" stand in it. The stops stand at equal distances, because the day of some is not
 * known; where the time from the first to the last was counted, its days follow below, one mark a day, to scale. On a
 * phone the thread runs downwards.
 */
import { pathRound, scaleUtc, utcDay, utcFormat, utcMonth, utcYear } from 'd3';
import type { CalendarDate } from '../schema/calendar-date.ts';
import type { ChartNumber, RouteLeg, RouteStop, RouteTable } from './chart-table.ts';
import {
  aimAt,
  findMisplacedTexts,
  requireFiniteNumbers,
  round,
  type Box,
  type Drawing,
  type Frame,
  type Misfit,
  type PathKind,
  type PlacedPath,
  type PlacedText,
  type Target,
  type TextStyle,
} from './drawing.ts';
import { measureText, wrapText } from './text-width.ts';

/** Stops and legs as drawn, for whoever wants to compare them with the record. */
export type RouteLayout = Drawing & {
  stops: { event: string; x: number; y: number }[];
  legs: { known: boolean }[];
  /** Marks of days. */ marks: number;
};

const ringRadius = 7;
const discRadius = 5.5;
/** Words of a leg that nobody could follow. */
export const notKnown = 'Not known';
const dayNotKnown = 'day not known';

/** Midnight in UTC; undefined where the day is not known. */
function toInstant(date: CalendarDate | undefined): Date | undefined {
  return date?.month === undefined || date.day === undefined ? undefined : new Date(Date.UTC(date.year, date.month - 1, date.day));
}

/** Whole days from one date to another; undefined where one of the two is not known to the day. */
export function countDays(from: CalendarDate | undefined, to: CalendarDate | undefined): number | undefined {
  const [start, end] = [toInstant(from), toInstant(to)];
  return start && end && utcDay.count(start, end);
}

export function layoutRoute(table: RouteTable, frame: Frame): RouteLayout {
  requireFiniteNumbers([table.days]);
  const sheet = new Sheet(table, frame);
  const bottom = frame.name === 'phone' ? layoutDown(sheet) : layoutAcross(sheet);
  // On a desktop the days end below the stop at which they ended.
  const across = frame.name === 'phone' ? frame.width : (sheet.stops.at(-1)?.x ?? frame.width);
  return sheet.finish(table.days ? layoutDays(sheet, table.days, bottom + 22, across) : bottom);
}

const order: PathKind[] = ['axis', 'bar', 'thread', 'ring', 'knot'];

class Sheet {
  readonly table: RouteTable;
  readonly frame: Frame;
  readonly stops: RouteLayout['stops'] = [];
  readonly legs: RouteLayout['legs'] = [];
  marks = 0;
  readonly #targets: Target[] = [];
  readonly #texts: PlacedText[] = [];
  readonly #boxes: Box[] = [];
  readonly #paths: PlacedPath[] = [];

  constructor(table: RouteTable, frame: Frame) {
    this.table = table;
    this.frame = frame;
  }

  path(path: PlacedPath): void {
    const same = this.#paths.find(({ kind, dash }) => kind === path.kind && !dash === !path.dash && kind !== 'bar');
    if (same) same.d += path.d;
    else this.#paths.push(path);
  }

  text(text: string, x: number, y: number, style: TextStyle, size: number, anchor: PlacedText['anchor'] = 'start'): void {
    this.#texts.push({ text, x: round(x), y: round(y), style, size, anchor });
  }

  /** Lines below one another from the baseline `y`; the baseline after the last. */
  lines(text: string, x: number, y: number, width: number, style: TextStyle, size: number): number {
    if (!text) return y;
    const lines = wrapText(text, width, size, style === 'strong' ? 'semibold' : 'regular');
    const height = Math.round(size * 1.28);
    lines.forEach((line, index) => this.text(line, x, y + index * height, style, size));
    return y + lines.length * height;
  }

  /** A straight thread, dashed where nobody could follow. */
  thread(from: [number, number], to: [number, number], known: boolean): void {
    const line = pathRound(1);
    line.moveTo(...from);
    line.lineTo(...to);
    this.path({ kind: 'thread', d: line.toString(), ...(known ? {} : { dash: [5, 6] as [number, number] }) });
  }

  stop({ event }: RouteStop, x: number, y: number): void {
    const isFirst = this.stops.length === 0;
    const radius = isFirst ? ringRadius : discRadius;
    const disc = pathRound(1);
    disc.arc(x, y, radius, 0, 2 * Math.PI);
    this.path({ kind: isFirst ? 'ring' : 'knot', d: disc.toString() });
    this.#boxes.push({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
    this.#targets.push(aimAt(event || `stop ${this.stops.length}`, x, y, 12));
    this.stops.push({ event, x, y });
  }

  mark(box: Box, key: string): void {
    this.#targets.push({ key, boxes: [box] });
    this.#boxes.push(box);
  }

  finish(height: number): RouteLayout {
    const { table, frame } = this;
    const part = {
      id: `${table.id}-${frame.name}-1`,
      width: frame.width,
      height: Math.ceil(height),
      patterns: [],
      paths: this.#paths.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)),
      texts: this.#texts,
      targets: this.#targets,
    };
    const warnings: Misfit[] = findMisplacedTexts(part, this.#boxes);
    return { frame: frame.name, parts: [part], warnings, stops: this.stops, legs: this.legs, marks: this.marks };
  }
}

/** The words of a stop from the baseline `y`; the baseline after the last. */
function writeStop(sheet: Sheet, { title, place, dateText, note }: RouteStop, x: number, y: number, width: number): number {
  const { headingSize, smallSize } = sheet.frame;
  let baseline = sheet.lines(dateText || dayNotKnown, x, y, width, 'quiet', smallSize) + 2;
  baseline = sheet.lines(title, x, baseline, width, 'strong', headingSize);
  if (!title.includes(place)) baseline = sheet.lines(place, x, baseline, width, 'label', smallSize);
  return sheet.lines(note, x, baseline, width, 'quiet', smallSize);
}

/** How much room the words of a stop take where none of them breaks, with its ring. */
function measureStop({ frame }: Sheet, { title, place, dateText, note }: RouteStop): number {
  const quiet = [dateText || dayNotKnown, place, note].map((text) => measureText(text, frame.smallSize));
  return Math.ceil(Math.max(measureText(title, frame.headingSize, 'semibold'), ...quiet)) + ringRadius;
}

const sayHands = ({ from, to }: RouteLeg): string => [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' ');

/** Columns of equal width, the words of the legs above the thread and those of the stops below it. Returns the lower edge. */
function layoutAcross(sheet: Sheet): number {
  const { table, frame } = sheet;
  const last = table.stops.at(-1);
  const arrival = Math.min(frame.width / table.stops.length, Math.max(120, last ? measureStop(sheet, last) : 0));
  const { width } = planDays(table.days, frame.width - arrival);
  const pitch = (width - ringRadius - 1) / (table.stops.length - 1);
  const at = (index: number) => round(ringRadius + 1 + index * pitch);
  const inLeg = 30;
  const room = pitch - inLeg - 24;
  const size = frame.smallSize;
  const lineHeight = Math.round(size * 1.28);
  const words = table.legs.map((leg) => ({
    strong: wrapText(leg.what, room, frame.labelSize),
    quiet: wrapText(leg.unknown || sayHands(leg), room, size),
  }));
  const lines = Math.max(1, ...words.map(({ strong, quiet }) => strong.length + quiet.length));
  const middle = round(lines * lineHeight + 26);
  table.legs.forEach((leg, index) => {
    const { strong, quiet } = words[index] ?? { strong: [], quiet: [] };
    // The last line stands above the thread, whatever the number of lines.
    let y = middle - 23 - (strong.length + quiet.length - 1) * lineHeight;
    const [from, to] = [at(index), at(index + 1)];
    for (const line of [...strong, ...quiet]) {
      sheet.text(line, from + inLeg, y, strong.includes(line) ? 'label' : 'quiet', strong.includes(line) ? frame.labelSize : size);
      y += lineHeight;
    }
    drawLeg(sheet, leg, from, to, middle);
  });
  const bottoms = table.stops.map((stop, index) => {
    sheet.stop(stop, at(index), middle);
    const x = at(index) - ringRadius;
    return writeStop(sheet, stop, x, middle + 30, index === table.stops.length - 1 ? frame.width - x : pitch - 26);
  });
  return Math.max(...bottoms) - size * 0.6;
}

/** The words "Not known" interrupt the thread of a leg that nobody could follow. */
function drawLeg(sheet: Sheet, { unknown }: RouteLeg, from: number, to: number, y: number): void {
  sheet.legs.push({ known: !unknown });
  const [start, end] = [from + ringRadius, to - discRadius];
  if (!unknown) return sheet.thread([start, y], [end, y], true);
  const size = sheet.frame.numeralSizes[1] - 6;
  const width = measureText(notKnown, size, 'serif');
  const left = (start + end - width) / 2;
  sheet.thread([start, y], [left - 10, y], false);
  sheet.thread([left + width + 10, y], [end, y], false);
  sheet.text(notKnown, left, y + size * 0.33, 'numeral', size);
}

/** Stops and legs below one another, the thread at their left. Returns the lower edge. */
function layoutDown(sheet: Sheet): number {
  const { table, frame } = sheet;
  const x = ringRadius + 1;
  const left = x + ringRadius + 14;
  const width = frame.width - left;
  let y = frame.smallSize * 0.5 + 3;
  table.stops.forEach((stop, index) => {
    const middle = round(y);
    const leg = table.legs[index];
    sheet.stop(stop, x, middle);
    y = writeStop(sheet, stop, left, middle + frame.smallSize * 0.34, width);
    if (!leg || index === table.stops.length - 1) return;
    y = writeLeg(sheet, leg, left, y + 12, width) + 10;
    sheet.legs.push({ known: !leg.unknown });
    sheet.thread([x, middle + (index === 0 ? ringRadius : discRadius)], [x, y - discRadius], !leg.unknown);
  });
  return y - frame.smallSize * 0.6;
}

function writeLeg(sheet: Sheet, leg: RouteLeg, x: number, y: number, width: number): number {
  const { smallSize, labelSize, numeralSizes } = sheet.frame;
  if (!leg.unknown) {
    const below = sheet.lines(leg.what, x, y, width, 'label', labelSize);
    return sheet.lines(sayHands(leg), x, below, width, 'quiet', smallSize);
  }
  sheet.text(notKnown, x, y + 10, 'numeral', numeralSizes[1] - 4);
  return sheet.lines(leg.unknown, x, y + 32, width, 'quiet', smallSize);
}

/** Days that one mark stands for: as few as leave no more marks than can be told apart. */
const markDays = [1, 7, 100, 1000];
const mostMarks = 100;

/** Marks for `days` that fill a width, or as much less of it as makes the distance of two marks a whole number of tenths. */
function planDays(days: ChartNumber | undefined, room: number): { step: number; pitch: number; width: number } {
  const value = days?.value ?? 0;
  if (value <= 0) return { step: 1, pitch: 0, width: room };
  const step = markDays.find((candidate) => value / candidate <= mostMarks) ?? value;
  const pitch = Math.floor(((room * step) / value) * 10 + 1e-6) / 10;
  return { step, pitch, width: round((pitch * value) / step) };
}

/** The days from the first stop to the last, to scale. Returns the lower edge. */
function layoutDays(sheet: Sheet, days: ChartNumber, from: number, room: number): number {
  const { table, frame } = sheet;
  const [first, last] = [table.stops[0], table.stops.at(-1)];
  const [start, end] = [toInstant(first?.date), toInstant(last?.date)];
  const value = days.value;
  if (!first || !last || !start || !end || value === undefined || value <= 0) return from;
  const { headingSize, numeralSizes } = frame;
  const phone = frame.name === 'phone';
  sheet.path({ kind: 'axis', d: `M0 ${round(from) + 0.5}H${frame.width}` });

  const size = numeralSizes[phone ? 0 : 1];
  let y = from + 14 + size * 0.76;
  sheet.text(days.label, 0, y, 'numeral', size);
  const after = measureText(days.label, size, 'serif') + 9;
  const { step, pitch, width } = planDays(days, room);
  const caption = `${days.unit} from the first to the last, one mark ${step === 1 ? 'a day' : `for ${step}`}`;
  y =
    sheet.lines(caption, after, y, frame.width - after, phone ? 'label' : 'strong', phone ? frame.labelSize : headingSize) -
    headingSize * 0.6;

  const gap = round(Math.max(1.2, Math.min(4, pitch * 0.26)));
  const thickness = phone ? 14 : 16;
  const middle = round(y + 8 + thickness / 2);
  const dash: [number, number] = [round(pitch - gap), gap];
  sheet.path({ kind: 'bar', role: 'main', thickness, dash, d: `M0 ${middle}H${round(width - gap)}` });
  sheet.marks = Math.ceil(value / step);
  sheet.mark({ left: 0, right: width, top: middle - thickness / 2, bottom: middle + thickness / 2 }, days.ref);
  return layoutMonths(sheet, first, last, [start, end], middle + thickness / 2, width);
}

/** Both dates at the ends of the days, and between them the months, or the years where the months are many. */
function layoutMonths(sheet: Sheet, first: RouteStop, last: RouteStop, [start, end]: [Date, Date], top: number, width: number): number {
  const { smallSize } = sheet.frame;
  const y = top + smallSize * 1.35;
  sheet.text(first.dateText, 0, y, 'tick', smallSize);
  sheet.text(last.dateText, width, y, 'tick', smallSize, 'end');
  const left = measureText(first.dateText, smallSize) + 10;
  const right = width - measureText(last.dateText, smallSize) - 10;
  const x = scaleUtc([start, end], [0, width]);
  const months = utcMonth.count(start, end) <= 12;
  const name = utcFormat(months ? '%B' : '%Y');
  let free = left;
  for (const tick of (months ? utcMonth : utcYear).range(start, end)) {
    const [at, words] = [x(tick), name(tick)];
    const half = measureText(words, smallSize) / 2;
    if (at - half < free || at + half > right) continue;
    sheet.path({ kind: 'axis', d: `M${round(at)} ${round(top + 1)}v4` });
    sheet.text(words, at, y, 'tick', smallSize, 'middle');
    free = at + half + 10;
  }
  return y + smallSize * 0.4;
}

/** What the drawing shows, for whoever does not see it: a draft without the number of days, which links to its record. */
export function describeRoute({ stops, legs }: RouteTable): string {
  const parts = stops.flatMap((stop, index) => {
    const leg = legs[index - 1];
    const where = [stop.title, stop.title.includes(stop.place) ? '' : stop.place, stop.dateText || dayNotKnown].filter(Boolean).join(', ');
    const between =
      leg && (leg.unknown ? `${notKnown}, drawn dashed: ${leg.unknown}.` : `${[leg.what, sayHands(leg)].filter(Boolean).join(' ')}.`);
    return [...(between ? [between] : []), `${where}.`];
  });
  return ['A thread from stop to stop.', ...parts].join(' ');
}
