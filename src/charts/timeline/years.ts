/**
 * A phone has no room beside the marks: each year with events is a line, from January to December,
 * with its major events below it.
 */
import { group, max, utcMonth } from 'd3';
import { balanceText, measureText } from '../text-width.ts';
import {
  dodgeLanes,
  drawMarks,
  drawSign,
  inset,
  markSize,
  pitch,
  type Dodged,
  type Paper,
} from './lanes.ts';
import { createScale, startOf } from './scale.ts';
import { laneNames, type TimelineMark } from './table.ts';

/** From the left edge to the line of a year. */
const yearRoom = 44;

/** The date without its year, which is to the left of the line. */
const shortDate = ({ date, dateText }: TimelineMark) =>
  date.month === undefined ? '' : dateText.replace(/\s\d{4}$/, '');

/** Returns the lower edge. */
export function layoutYears(paper: Paper, marks: TimelineMark[]): number {
  const { frame } = paper;
  let y = layoutLegend(paper);
  const major = marks.filter((mark) => mark.major);
  const dateRoom = max(major, (mark) => measureText(shortDate(mark), frame.smallSize)) ?? 0;
  let previous: number | undefined;
  for (const [year, own] of group(marks, ({ date }) => date.year)) {
    if (previous !== undefined) y = layoutGap(paper, previous, year, y);
    previous = year;
    y = layoutYear(paper, year, own, y);
    y = listMajor(paper, own, y, dateRoom) + 10;
  }
  return marks.length > 0 ? y - 10 : y;
}

/** Names the years without events between two that have some. */
function layoutGap({ pen, frame }: Paper, previous: number, year: number, y: number): number {
  if (year - previous === 1) return y;
  const words =
    year - previous === 2
      ? `${previous + 1}: no event`
      : `${previous + 1} to ${year - 1}: no event`;
  pen.text(words, yearRoom, y + frame.smallSize, 'tick');
  return y + Math.round(frame.smallSize * 1.6);
}

function layoutYear(paper: Paper, year: number, marks: TimelineMark[], from: number): number {
  const { pen, frame } = paper;
  const scale = createScale([year, year], frame.width - yearRoom, inset);
  const { ground, record } = dodgeLanes(marks, scale);
  const room = (lane: Dodged[]) =>
    lane.length ? ((max(lane, ({ level }) => level) ?? 0) + 1) * pitch + 2 : 4;
  const line = Math.ceil(from + Math.max(room(ground), frame.headingSize * 0.5));
  pen.text(String(year), 0, line + frame.headingSize * 0.36, 'strong', frame.headingSize);
  const bounds = utcMonth.range(startOf(year), startOf(year + 1)).concat(startOf(year + 1));
  const x = (bound: Date | undefined) => yearRoom + scale(bound ?? startOf(year));
  pen.line({ kind: 'axis' }, [x(bounds[0]), line], [x(bounds.at(-1)), line]);
  for (const bound of bounds) {
    const half = bound.getUTCMonth() === 0 ? 4 : 2;
    pen.line({ kind: 'axis' }, [x(bound), line - half], [x(bound), line + half]);
  }
  drawMarks(paper, ground, 'main', line, yearRoom);
  drawMarks(paper, record, 'main', line, yearRoom);
  return line + Math.max(room(record), frame.headingSize * 0.5) + 8;
}

/** Writes major events with date and title. */
function listMajor(
  { pen, frame }: Paper,
  marks: TimelineMark[],
  from: number,
  dateRoom: number,
): number {
  const titleAt = markSize + 8 + dateRoom + 8;
  const lineHeight = Math.round(frame.labelSize * 1.25);
  let y = from;
  for (const mark of marks.filter(({ major }) => major)) {
    const first = y + frame.labelSize * 0.8;
    drawSign(pen, mark.lane, markSize / 2, first - frame.labelSize * 0.34);
    pen.text(shortDate(mark), markSize + 8, first, 'quiet');
    const lines = balanceText(mark.title, frame.width - titleAt, frame.labelSize, 'semibold');
    pen.lines(lines, titleAt, first, lineHeight, 'strong', frame.labelSize);
    y += lines.length * lineHeight + 4;
  }
  return y;
}

/** Writes the meaning of the marks, and the first and last month. Returns the lower edge. */
function layoutLegend({ pen, frame }: Paper): number {
  let x = 0;
  for (const lane of ['ground', 'record'] as const) {
    drawSign(pen, lane, x + markSize / 2, frame.labelSize * 0.46 + 1);
    x =
      pen.text(
        laneNames[lane],
        x + markSize + 8,
        frame.labelSize * 0.8 + 1,
        'label',
        frame.labelSize,
      ) + 20;
  }
  const baseline = frame.labelSize * 0.8 + 1 + frame.smallSize * 1.8;
  pen.text('January', yearRoom, baseline, 'tick');
  pen.text('December', frame.width, baseline, 'tick', frame.smallSize, 'end');
  return Math.ceil(baseline + 8);
}
