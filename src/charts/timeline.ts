/**
 * A timeline in two lanes: what happened above the years, what was counted, said or published below them.
 *
 * Marks stand where their date lies, to scale; marks that would cover one another stack away from the years. Where the
 * events span many years, a strip shows all of them and the four fullest years are drawn a second time, enlarged. Only
 * major events are labelled. A date known to the month or the year stands in its middle.
 */
import {
  findMisplacedTexts,
  round,
  type Box,
  type Drawing,
  type Frame,
  type Part,
  type PathKind,
  type PlacedPath,
  type PlacedText,
  type TextStyle,
} from './drawing.ts';
import { placeLabels, touch, type Candidate } from './place-labels.ts';
import { balanceText, measureText } from './text-width.ts';

export type Lane = 'ground' | 'record';
export type TimelineMark = {
  id: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  date: string;
  /** The date in words. */
  dateText: string;
  title: string;
  lane: Lane;
  /** Whether its title is to be written beside it. */
  major: boolean;
};

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
export function toYears(date: string): number {
  const [year = 0, month, day] = date.split('-').map(Number);
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
  const count = (from: number) => marks.filter(({ date }) => Math.abs(Number(date.slice(0, 4)) - from - 1.5) < 2).length;
  let best = first;
  for (let from = first; from + mostEnlarged - 1 <= last; from++) if (count(from) > count(best)) best = from;
  return [best, best + mostEnlarged - 1];
}

/** How long lies between two dates, for a list that cannot show it: "4 years", undefined below a year. */
export function describeGap(from: string, to: string): string | undefined {
  const months = Math.round((toYears(to) - toYears(from)) * 12);
  if (months < 12) return undefined;
  const vague = from.length === 4 || to.length === 4;
  const [whole, rest] = [Math.floor(months / 12), months % 12];
  const years = (count: number) => (count === 1 ? '1 year' : `${count} years`);
  if (vague) return `about ${years(Math.round(months / 12))}`;
  if (rest > 8) return `almost ${years(whole + 1)}`;
  return rest < 2 ? years(whole) : `more than ${years(whole)}`;
}

export function layoutTimeline(id: string, events: TimelineMark[], frame: Frame): TimelineLayout {
  const marks = [...events].sort((a, b) => toYears(a.date) - toYears(b.date));
  const all = marks.map(({ date }) => Number(date.slice(0, 4)));
  const years: [number, number] = [all[0] ?? 0, all.at(-1) ?? 0];
  const enlarged = chooseYears(marks, years);
  const sheet = new Sheet(id, frame);
  const top = enlarged[0] === years[0] && enlarged[1] === years[1] ? 0 : layoutStrip(sheet, marks, years, enlarged);
  const inside = marks.filter((mark) => isInside(mark, enlarged));
  const height = layoutMain(sheet, inside, enlarged, top);
  const part = sheet.finish(height);
  return { frame: frame.name, parts: [part], warnings: sheet.warnings, marks: sheet.marks, years, enlarged };
}

function isInside({ date }: TimelineMark, [from, to]: [number, number]): boolean {
  const year = Number(date.slice(0, 4));
  return year >= from && year <= to;
}

const order: PathKind[] = ['lens', 'grid', 'axis', 'stem', 'thread', 'square', 'ring'];

class Sheet {
  readonly id: string;
  readonly frame: Frame;
  readonly warnings: string[] = [];
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
    const half = markSize / 2;
    this.marks.push({ id, lane, scale, x: round(x), y: round(y) });
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
        for (let step = 0; step <= 34; step++) {
          const near = start + step * lineHeight * 0.5;
          const [top, bottom] = up ? [-near - height, -near] : [near, near + height];
          for (const side of ['start', 'end'] as const) {
            const left = side === 'start' ? one.x + stemGap : one.x - stemGap - width;
            const box = { left, right: left + width, top, bottom };
            if (left < 0 || box.right > frame.width || obstacles.some((obstacle) => touch(box, obstacle, 3))) continue;
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
    if (!candidate) warnings.push(`${sheet.id}: there is no room for "${label.dodged.mark.title}" beside its mark.`);
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
  const ground = placeWords(sheet, lanes.ground, true, boxesOf(lanes.ground, true));
  const record = placeWords(sheet, lanes.record, false, boxesOf(lanes.record, false));

  // The name of a lane stands at its far edge on the left, where it has a line of its own if need be.
  const headingRoom = Math.round(frame.headingSize * 1.6);
  const heading = frame.headingSize * 0.8;
  const top = Math.ceil(from + headingRoom + ground.reach);
  const bottom = top + bandHeight;
  sheet.text(laneNames.ground, 0, from + heading + 4, 'strong', frame.headingSize);
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

  const end = bottom + record.reach + headingRoom;
  sheet.text(laneNames.record, 0, end - 5, 'strong', frame.headingSize);
  return end;
}

/** What the drawing shows, for whoever does not see it. */
export function describeTimeline({ years, enlarged }: TimelineLayout, marks: TimelineMark[]): string {
  const count = (test: (mark: TimelineMark) => boolean) => marks.filter(test).length;
  const lane = (name: Lane) => count((mark) => mark.lane === name);
  const perYear = new Map<string, number>();
  for (const { date } of marks) perYear.set(date.slice(0, 4), (perYear.get(date.slice(0, 4)) ?? 0) + 1);
  const fullest = [...perYear].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  const labelled = marks.filter(({ major }) => major).map(({ title, dateText }) => `${title}, ${dateText}`);
  return [
    `${marks.length} events from ${years[0]} to ${years[1]} along a line of years: ${lane('ground')} on the ground, as squares above the line, and ${lane('record')} on the record, as rings below it.`,
    `${count((mark) => isInside(mark, enlarged))} of them fall in the years ${enlarged[0]} to ${enlarged[1]}, and most in ${fullest?.[0] ?? ''}: ${fullest?.[1] ?? 0}.`,
    ...(labelled.length ? [`Labelled are: ${labelled.join('; ')}.`] : []),
    'The list below has every event in the same order.',
  ].join(' ');
}
