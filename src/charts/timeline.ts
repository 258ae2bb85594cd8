/**
 * A timeline in two lanes: what happened above the years, what was counted, said or published below them.
 *
 * Marks stand where their date lies, to scale; marks that would cover one another stack away from the years. Where the
 * events span many years, a strip shows all of them and the four fullest years are drawn a second time, enlarged. Only
 * major events are labelled. A date known to the month or the year stands in its middle. On a phone each year is a line
 * of its own, with its major events below it.
 */
import type { Lane, TimelineMark } from './chart-table.ts';
import type { CalendarDate } from '../schema/calendar-date.ts';
import {
  aimAt,
  findMisplacedTexts,
  requireFinite,
  round,
  type Box,
  type Drawing,
  type Frame,
  type Misfit,
  type Part,
  type PathKind,
  type PlacedPath,
  type PlacedText,
  type TextStyle,
} from './drawing.ts';
import { placeLabels, touch, type Candidate } from './place-labels.ts';
import { balanceText, measureText } from './text-width.ts';

export const laneNames: Record<Lane, string> = { ground: 'On the ground', record: 'On the record' };

export type PlacedMark = { id: string; lane: Lane; scale: 'strip' | 'main'; x: number; y: number };
export type TimelineLayout = Drawing & {
  marks: PlacedMark[];
  /** First and last year of the whole, and of what is drawn enlarged. */
  years: [number, number];
  enlarged: [number, number];
};

const markSize = 10;
/** From mark to mark where they stack. */
const pitch = 12;
/** Between the lanes: the room of the years. */
const bandHeight = 24;
const mostEnlarged = 4;
/** From a stem to its words. */
const stemGap = 7;

/** Where a date lies on the scale of years: the middle of the day, month or year. */
export function toYears({ year, month, day }: CalendarDate): number {
  const instant = (m: number, d: number) => Date.UTC(year, m - 1, d);
  const [from, to] =
    month === undefined
      ? [instant(1, 1), instant(13, 1)]
      : day === undefined
        ? [instant(month, 1), instant(month + 1, 1)]
        : [instant(month, day), instant(month, day + 1)];
  return year + ((from + to) / 2 - instant(1, 1)) / (instant(13, 1) - instant(1, 1));
}

/** The years that are drawn enlarged: at most four, with as many events as possible, the earliest of equals. */
function chooseYears(marks: TimelineMark[], [first, last]: [number, number]): [number, number] {
  if (last - first < mostEnlarged) return [first, last];
  const count = (from: number) => marks.filter(({ date }) => Math.abs(date.year - from - 1.5) < 2).length;
  let best = first;
  for (let from = first; from + mostEnlarged - 1 <= last; from++) if (count(from) > count(best)) best = from;
  return [best, best + mostEnlarged - 1];
}

/** How long lies between two dates, for a list that cannot show it: "4 years", undefined below a year. */
export function describeGap(from: CalendarDate, to: CalendarDate): string | undefined {
  const months = Math.round((toYears(to) - toYears(from)) * 12);
  if (months < 12) return undefined;
  const vague = from.month === undefined || to.month === undefined;
  const [whole, rest] = [Math.floor(months / 12), months % 12];
  const years = (count: number) => (count === 1 ? '1 year' : `${count} years`);
  if (vague) return `about ${years(Math.round(months / 12))}`;
  if (rest > 8) return `almost ${years(whole + 1)}`;
  return rest < 2 ? years(whole) : `more than ${years(whole)}`;
}

export function layoutTimeline(id: string, events: TimelineMark[], frame: Frame): TimelineLayout {
  for (const { date, id: event } of events) requireFinite(toYears(date), `the date of the event ${event}`);
  const marks = [...events].sort((a, b) => toYears(a.date) - toYears(b.date));
  const all = marks.map(({ date }) => date.year);
  const years: [number, number] = [all[0] ?? 0, all.at(-1) ?? 0];
  const sheet = new Sheet(id, frame);
  // A phone has no room beside the marks: its years stand below one another, each with its words.
  const enlarged = frame.name === 'phone' ? years : chooseYears(marks, years);
  const layout = frame.name === 'phone' ? layoutYears : layoutLanes;
  const part = sheet.finish(layout(sheet, marks, years, enlarged));
  return { frame: frame.name, parts: [part], warnings: sheet.warnings, marks: sheet.marks, years, enlarged };
}

/** A strip of all years where they are many, and the lanes. Returns the lower edge. */
function layoutLanes(sheet: Sheet, marks: TimelineMark[], years: [number, number], enlarged: [number, number]): number {
  const top = enlarged[0] === years[0] && enlarged[1] === years[1] ? 0 : layoutStrip(sheet, marks, years, enlarged);
  const inside = marks.filter((mark) => isInside(mark, enlarged));
  return layoutMain(sheet, inside, enlarged, top);
}

function isInside({ date }: TimelineMark, [from, to]: [number, number]): boolean {
  return date.year >= from && date.year <= to;
}

const order: PathKind[] = ['lens', 'grid', 'axis', 'stem', 'thread', 'square', 'ring'];

class Sheet {
  readonly id: string;
  readonly frame: Frame;
  readonly warnings: Misfit[] = [];
  readonly marks: PlacedMark[] = [];
  readonly texts: PlacedText[] = [];
  readonly boxes: Box[] = [];
  readonly #paths = new Map<PathKind, PlacedPath>();

  constructor(id: string, frame: Frame) {
    this.id = id;
    this.frame = frame;
  }

  path(kind: PathKind, d: string): void {
    const known = this.#paths.get(kind);
    if (known) known.d += d;
    else this.#paths.set(kind, { kind, d });
  }

  text(text: string, x: number, y: number, style: TextStyle, size: number, anchor: PlacedText['anchor'] = 'start'): void {
    this.texts.push({ text, x: round(x), y: round(y), style, size, anchor });
  }

  mark({ id, lane }: TimelineMark, scale: PlacedMark['scale'], x: number, y: number): void {
    this.marks.push({ id, lane, scale, x: round(x), y: round(y) });
    this.sign(lane, x, y);
  }

  /** The sign of a lane, as a mark and beside words. */
  sign(lane: Lane, x: number, y: number): void {
    const half = markSize / 2;
    this.boxes.push({ left: x - half, right: x + half, top: y - half, bottom: y + half });
    if (lane === 'ground') this.path('square', `M${round(x - half)} ${round(y - half)}h${markSize}v${markSize}h${-markSize}z`);
    else this.path('ring', `M${round(x - half)} ${round(y)}a${half} ${half} 0 1 0 ${markSize} 0a${half} ${half} 0 1 0 ${-markSize} 0z`);
  }

  finish(height: number): Part {
    const paths = [...this.#paths.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
    const part: Part = {
      id: `${this.id}-${this.frame.name}`,
      width: this.frame.width,
      height: Math.ceil(height),
      patterns: [],
      paths,
      texts: this.texts,
      targets: this.marks.map(({ id, x, y }) => aimAt(id, x, y, pitch / 2)),
    };
    this.warnings.push(...findMisplacedTexts(part, this.boxes));
    return part;
  }
}

type Scale = (years: number) => number;

function createScale([from, to]: [number, number], width: number): Scale {
  // Half a mark at either end, so that the first and the last day lie inside.
  const inset = markSize / 2 + 1;
  return (years) => inset + ((years - from) / (to + 1 - from)) * (width - 2 * inset);
}

type Dodged = { mark: TimelineMark; x: number; level: number };

/** Marks of one lane with the level on which each stands free: 0 beside the years, then away from them. */
function dodge(marks: TimelineMark[], scale: Scale): Dodged[] {
  const placed: Dodged[] = [];
  for (const mark of marks) {
    const x = scale(toYears(mark.date));
    let level = 0;
    while (placed.some((other) => other.level === level && Math.abs(other.x - x) < pitch)) level++;
    placed.push({ mark, x, level });
  }
  return placed;
}

type Label = {
  dodged: Dodged;
  candidates: (Candidate & { side: 'start' | 'end'; lines: Box[]; text: string[]; top: number })[];
};

/**
 * Words for major events beside stems that grow away from the years, with y = 0 at the lane's line.
 * Comes back with how far the words reach.
 */
function placeWords(sheet: Sheet, dodged: Dodged[], up: boolean, obstacles: Box[]): { draw: (y: number) => void; reach: number } {
  const { frame, warnings } = sheet;
  const lineHeight = Math.round(frame.labelSize * 1.16);
  const sign = up ? -1 : 1;
  const labels: Label[] = dodged
    .filter(({ mark }) => mark.major)
    .map((one) => {
      const candidates: Label['candidates'] = [];
      const start = one.level * pitch + markSize + 8;
      const widths = [190, 150, 118];
      const wrapped = new Map(
        widths.map((width) => balanceText(one.mark.title, width, frame.labelSize, 'semibold')).map((lines) => [lines.length, lines]),
      );
      for (const lines of wrapped.values()) {
        const width = Math.max(
          measureText(one.mark.dateText, frame.smallSize),
          ...lines.map((line) => measureText(line, frame.labelSize, 'semibold')),
        );
        const height = (lines.length + 1) * lineHeight;
        // Words slide along their stem, so that only what stands above or below them can be in their way.
        const sides = (['start', 'end'] as const).flatMap((side) => {
          const left = side === 'start' ? one.x + stemGap : one.x - stemGap - width;
          const right = left + width;
          if (left < 0 || right > frame.width) return [];
          return [{ side, left, right, inTheWay: obstacles.filter((other) => left < other.right + 3 && other.left < right + 3) }];
        });
        for (let step = 0; step <= 34; step++) {
          const near = start + step * lineHeight * 0.5;
          const [top, bottom] = up ? [-near - height, -near] : [near, near + height];
          for (const { side, left, right, inTheWay } of sides) {
            const box = { left, right, top, bottom };
            if (inTheWay.some((obstacle) => touch(box, obstacle, 3))) continue;
            const stem = { left: one.x - 1.5, right: one.x + 1.5, top: Math.min(top, 0), bottom: Math.max(bottom, 0) };
            const cost = step * lineHeight * 0.5 + (side === 'end' ? 6 : 0) + lines.length * 9;
            candidates.push({ cost, boxes: [box], lines: [stem], side, text: lines, top });
          }
        }
      }
      return { dodged: one, candidates };
    });
  const chosen = placeLabels(
    labels.map(({ candidates }) => candidates),
    8,
    // Words close to the stem of another would be read as that one's.
    stemGap - 2,
  );
  const placed = labels.flatMap((label, index) => {
    const candidate = label.candidates[chosen[index] ?? -1];
    if (!candidate)
      warnings.push({
        kind: 'no-room',
        words: [label.dodged.mark.title],
        message: `There is no room for "${label.dodged.mark.title}" beside its mark.`,
        fix: 'Give the event a shorter title, or the chart fewer years.',
      });
    return candidate ? [{ ...label, candidate }] : [];
  });
  const reach = Math.max(
    0,
    ...dodged.map(({ level }) => level * pitch + markSize + 4),
    ...placed.map(({ candidate }) => Math.max(...candidate.boxes.map((box) => (up ? -box.top : box.bottom)))),
  );
  const draw = (y: number) => {
    for (const { dodged: one, candidate } of placed) {
      const from = y + sign * (one.level * pitch + markSize / 2);
      const end = up ? y + candidate.top : y + candidate.top + (candidate.text.length + 1) * lineHeight - 2;
      sheet.path(one.mark.lane === 'ground' ? 'stem' : 'thread', `M${round(one.x)} ${round(from)}V${round(end)}`);
      const x = one.x + (candidate.side === 'start' ? stemGap : -stemGap);
      const first = y + candidate.top + frame.labelSize * 0.8;
      sheet.text(one.mark.dateText, x, first, 'quiet', frame.smallSize, candidate.side);
      candidate.text.forEach((line, index) =>
        sheet.text(line, x, first + (index + 1) * lineHeight, 'strong', frame.labelSize, candidate.side),
      );
    }
  };
  return { draw, reach };
}

function boxesOf(dodged: Dodged[], up: boolean): Box[] {
  return dodged.map(({ x, level }) => {
    const y = (up ? -1 : 1) * (level * pitch + markSize / 2 + 2);
    return { left: x - markSize / 2, right: x + markSize / 2, top: y - markSize / 2, bottom: y + markSize / 2 };
  });
}

/** All years on one line; what is enlarged below shows here as strokes behind a lens. Returns the lower edge. */
function layoutStrip(sheet: Sheet, marks: TimelineMark[], years: [number, number], enlarged: [number, number]): number {
  const { frame } = sheet;
  const scale = createScale(years, frame.width);
  const outside = marks.filter((mark) => !isInside(mark, enlarged));
  const lanes = {
    ground: dodge(
      outside.filter(({ lane }) => lane === 'ground'),
      scale,
    ),
    record: dodge(
      outside.filter(({ lane }) => lane === 'record'),
      scale,
    ),
  };
  const lens = { left: scale(enlarged[0]), right: scale(enlarged[1] + 1), top: -26, bottom: 44 };
  // Words of both lanes stand above: below are the years.
  const words = placeWords(
    sheet,
    [...lanes.ground, ...lanes.record].sort((a, b) => a.x - b.x),
    true,
    [lens, ...boxesOf(lanes.ground, true)],
  );
  const y = Math.ceil(Math.max(words.reach, 26)) + 2;
  const deepest = Math.max(0, ...lanes.record.map(({ level }) => level));
  const yearsAt = y + deepest * pitch + markSize + 6 + frame.smallSize;
  const bottom = Math.ceil(yearsAt + 9);

  sheet.path('lens', `M${round(lens.left)} ${round(y + lens.top)}H${round(lens.right)}V${bottom}H${round(lens.left)}z`);
  sheet.path('axis', `M${round(scale(years[0]))} ${y}H${round(scale(years[1] + 1))}`);
  const widest = measureText('2000', frame.smallSize) + 16;
  const every = Math.ceil((widest * (years[1] + 1 - years[0])) / frame.width);
  for (let year = years[0]; year <= years[1]; year++) {
    sheet.path('axis', `M${round(scale(year))} ${y - 4}v8`);
    if ((year - enlarged[0]) % every === 0) sheet.text(String(year), scale(year + 0.5), yearsAt, 'tick', frame.smallSize, 'middle');
  }
  sheet.path('axis', `M${round(scale(years[1] + 1))} ${y - 4}v8`);
  for (const mark of marks.filter((one) => isInside(one, enlarged))) {
    const x = round(scale(toYears(mark.date)));
    if (mark.lane === 'ground') sheet.path('stem', `M${x} ${y - 4}v-12`);
    else sheet.path('thread', `M${x} ${y + 4}v12`);
  }
  words.draw(y);
  for (const { mark, x, level } of lanes.ground) sheet.mark(mark, 'strip', x, y - level * pitch - markSize / 2 - 2);
  for (const { mark, x, level } of lanes.record) sheet.mark(mark, 'strip', x, y + level * pitch + markSize / 2 + 2);

  const lower = bottom + 44;
  const main = createScale(enlarged, frame.width);
  sheet.path(
    'grid',
    `M${round(lens.left)} ${bottom}L${round(main(enlarged[0]))} ${lower}M${round(lens.right)} ${bottom}L${round(main(enlarged[1] + 1))} ${lower}`,
  );
  return lower;
}

/** From the left edge to the line of a year. */
const yearRoom = 44;

/** A line for each year with events, from January to December, and its major events below it. Returns the lower edge. */
function layoutYears(sheet: Sheet, marks: TimelineMark[]): number {
  const { frame } = sheet;
  let y = layoutLegend(sheet);
  /** The date without its year, which stands before the line. */
  const shortDate = ({ date, dateText }: TimelineMark) => (date.month === undefined ? '' : dateText.replace(/\s\d{4}$/, ''));
  const dateRoom = Math.max(0, ...marks.filter(({ major }) => major).map((mark) => measureText(shortDate(mark), frame.smallSize)));
  const titleAt = markSize + 8 + dateRoom + 8;
  const lineHeight = Math.round(frame.labelSize * 1.25);
  let previous: number | undefined;
  for (const year of new Set(marks.map(({ date }) => date.year))) {
    if (previous !== undefined && year - previous > 1) {
      const words = year - previous === 2 ? `${previous + 1}: no event` : `${previous + 1} to ${year - 1}: no event`;
      sheet.text(words, yearRoom, y + frame.smallSize, 'tick', frame.smallSize);
      y += Math.round(frame.smallSize * 1.6);
    }
    previous = year;
    const own = marks.filter((mark) => isInside(mark, [year, year]));
    const scale = createScale([year, year], frame.width - yearRoom);
    const lanes = (['ground', 'record'] as const).map((lane) =>
      dodge(
        own.filter((mark) => mark.lane === lane),
        scale,
      ),
    );
    const [above = 0, below = 0] = lanes.map((lane) => (lane.length ? (Math.max(...lane.map(({ level }) => level)) + 1) * pitch + 2 : 4));
    const line = Math.ceil(y + Math.max(above, frame.headingSize * 0.5));
    sheet.text(String(year), 0, line + frame.headingSize * 0.36, 'strong', frame.headingSize);
    const months = Array.from({ length: 13 }, (_, month) => round(yearRoom + scale(year + month / 12)));
    sheet.path('axis', `M${months[0] ?? 0} ${line}H${months[12] ?? 0}`);
    sheet.path('axis', months.map((x, month) => `M${x} ${line - (month % 12 ? 2 : 4)}v${month % 12 ? 4 : 8}`).join(''));
    lanes.forEach((lane, index) => {
      const sign = index ? 1 : -1;
      for (const { mark, x, level } of lane) sheet.mark(mark, 'main', yearRoom + x, line + sign * (level * pitch + markSize / 2 + 2));
    });
    y = line + Math.max(below, frame.headingSize * 0.5) + 8;
    for (const mark of own.filter(({ major }) => major)) {
      const first = y + frame.labelSize * 0.8;
      sheet.sign(mark.lane, markSize / 2, first - frame.labelSize * 0.34);
      sheet.text(shortDate(mark), markSize + 8, first, 'quiet', frame.smallSize);
      const lines = balanceText(mark.title, frame.width - titleAt, frame.labelSize, 'semibold');
      lines.forEach((text, index) => sheet.text(text, titleAt, first + index * lineHeight, 'strong', frame.labelSize));
      y += lines.length * lineHeight + 4;
    }
    y += 10;
  }
  return marks.length > 0 ? y - 10 : y;
}

/** What the marks stand for, and the ends of a year. Returns the lower edge. */
function layoutLegend(sheet: Sheet): number {
  const { frame } = sheet;
  let x = 0;
  for (const lane of ['ground', 'record'] as const) {
    sheet.sign(lane, x + markSize / 2, frame.labelSize * 0.46 + 1);
    sheet.text(laneNames[lane], x + markSize + 8, frame.labelSize * 0.8 + 1, 'label', frame.labelSize);
    x += markSize + 8 + measureText(laneNames[lane], frame.labelSize) + 20;
  }
  const baseline = frame.labelSize * 0.8 + 1 + frame.smallSize * 1.8;
  sheet.text('January', yearRoom, baseline, 'tick', frame.smallSize);
  sheet.text('December', frame.width, baseline, 'tick', frame.smallSize, 'end');
  return Math.ceil(baseline + 8);
}

/** The two lanes. Returns the lower edge. */
function layoutMain(sheet: Sheet, marks: TimelineMark[], years: [number, number], from: number): number {
  const { frame } = sheet;
  const scale = createScale(years, frame.width);
  const lanes = {
    ground: dodge(
      marks.filter(({ lane }) => lane === 'ground'),
      scale,
    ),
    record: dodge(
      marks.filter(({ lane }) => lane === 'record'),
      scale,
    ),
  };
  const headingRoom = Math.round(frame.headingSize * 1.6);
  const names = { ground: placeLaneName(frame, lanes.ground, true), record: placeLaneName(frame, lanes.record, false) };
  const ground = placeWords(sheet, lanes.ground, true, [...boxesOf(lanes.ground, true), ...(names.ground ?? [])]);
  const record = placeWords(sheet, lanes.record, false, [...boxesOf(lanes.record, false), ...(names.record ?? [])]);
  const top = Math.ceil(from + (names.ground ? Math.max(0, headingRoom - ground.reach) : headingRoom) + ground.reach);
  const bottom = top + bandHeight;
  const end = bottom + (names.record ? Math.max(headingRoom, record.reach) : record.reach + headingRoom);
  writeLaneName(sheet, 'ground', names.ground ? top - 9 : from + frame.headingSize * 0.8 + 4);
  writeLaneName(sheet, 'record', names.record ? bottom + 5 + frame.headingSize : end - 5);
  ground.draw(top);
  record.draw(bottom);

  const [left, right] = [scale(years[0]), scale(years[1] + 1)];
  sheet.path('axis', `M${round(left)} ${top}H${round(right)}M${round(left)} ${bottom}H${round(right)}`);
  for (let year = years[0]; year <= years[1] + 1; year++) {
    sheet.path('axis', `M${round(scale(year))} ${top}v${bandHeight}`);
    if (year <= years[1]) sheet.text(String(year), scale(year) + 7, top + bandHeight / 2 + frame.smallSize * 0.34, 'tick', frame.smallSize);
  }
  for (const { mark, x, level } of lanes.ground) sheet.mark(mark, 'main', x, top - level * pitch - markSize / 2 - 2);
  for (const { mark, x, level } of lanes.record) sheet.mark(mark, 'main', x, bottom + level * pitch + markSize / 2 + 2);

  return end;
}

/** The room of a lane's name at the left end of its line, y = 0; undefined where a mark stands there: it then has a line of its own, away from the years. */
function placeLaneName({ headingSize }: Frame, dodged: Dodged[], up: boolean): [Box] | undefined {
  const lane = dodged[0]?.mark.lane ?? 'ground';
  const right = markSize + 8 + measureText(laneNames[lane], headingSize, 'semibold') + 8;
  const height = headingSize + 10;
  if (dodged.some(({ x }) => x - markSize / 2 < right)) return undefined;
  return [{ left: 0, right, top: up ? -height : 0, bottom: up ? 0 : height }];
}

function writeLaneName(sheet: Sheet, lane: Lane, baseline: number): void {
  const { headingSize } = sheet.frame;
  sheet.sign(lane, markSize / 2, baseline - headingSize * 0.34);
  sheet.text(laneNames[lane], markSize + 8, baseline, 'strong', headingSize);
}

/** What the drawing shows, for whoever does not see it: a draft without counts, which the record would have to bind. */
export function describeTimeline(marks: TimelineMark[]): string {
  const perYear = new Map<number, number>();
  for (const { date } of marks) perYear.set(date.year, (perYear.get(date.year) ?? 0) + 1);
  const years = [...perYear.keys()].sort((a, b) => a - b);
  const [fullest] = [...perYear].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const labelled = marks.filter(({ major }) => major).map(({ title, dateText }) => `${title}, ${dateText}`);
  return [
    `Events from ${years[0] ?? ''} to ${years.at(-1) ?? ''} along a line of years: what happened on the ground as squares above the line, what was counted, said or published as rings below it.`,
    `Most fall in ${fullest?.[0] ?? ''}.`,
    ...(labelled.length ? [`Labelled are: ${labelled.join('; ')}.`] : []),
  ].join(' ');
}
