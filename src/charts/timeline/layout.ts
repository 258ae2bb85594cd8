/**
 * A timeline in two lanes: above the years what happened, below them what was counted, said or
 * published.
 *
 * Marks are at their dates, to scale; marks that would cover one another stack away from the years.
 * If the events span many years, a strip shows all of them and the four fullest years are drawn a
 * second time, enlarged. Only major events are labelled. A date known only to the month or year is
 * drawn in its middle. On a phone each year has its own line, with its major events below it.
 */
import { greatest, range, sort } from 'd3';
import { requireFinite, type Box, type Frame, type PathKind } from '../drawing.ts';
import { Pen } from '../pen.ts';
import { measureText } from '../text-width.ts';
import { boxesOf, dodgeLanes, drawMarks, drawSign, inset, isInside, markSize } from './lanes.ts';
import type { Dodged, Paper, TimelineLayout } from './lanes.ts';
import { layoutOverview } from './overview.ts';
import { createScale, listBounds, startOf, toInstant, type Years } from './scale.ts';
import { laneNames, type Lane, type TimelineMark } from './table.ts';
import { placeWords } from './words.ts';
import { layoutYears } from './years.ts';

/** The height between the lanes, in which the years are. */
const bandHeight = 24;
const mostEnlarged = 4;
const order: PathKind[] = ['lens', 'grid', 'axis', 'stem', 'thread', 'square', 'ring'];

export function layoutTimeline(
  { id, rows }: { id: string; rows: TimelineMark[] },
  frame: Frame,
): TimelineLayout {
  for (const { date, id: event } of rows)
    requireFinite(toInstant(date).getTime(), `the date of the event ${event}`);
  const marks = sort(rows, ({ date }) => toInstant(date));
  const years: Years = [marks[0]?.date.year ?? 0, marks.at(-1)?.date.year ?? 0];
  const paper: Paper = {
    pen: new Pen(`${id}-${frame.name}`, frame.width, frame.smallSize),
    frame,
    marks: [],
  };
  const enlarged = frame.name === 'phone' ? years : chooseYears(marks, years);
  const bottom =
    frame.name === 'phone' ? layoutYears(paper, marks) : layoutLanes(paper, marks, years, enlarged);
  const part = paper.pen.finish(bottom, order);
  return {
    frame: frame.name,
    parts: [part],
    warnings: paper.pen.warnings,
    marks: paper.marks,
    years,
    enlarged,
  };
}

/**
 * The years that are drawn enlarged: at most four, with as many events as possible, the earliest of
 * them if there is a choice.
 */
function chooseYears(marks: TimelineMark[], [first, last]: Years): Years {
  if (last - first < mostEnlarged) return [first, last];
  const stretches = range(first, last - mostEnlarged + 2).map((from): Years => [
    from,
    from + mostEnlarged - 1,
  ]);
  return (
    greatest(stretches, (years) => marks.filter((mark) => isInside(mark, years)).length) ?? [
      first,
      last,
    ]
  );
}

/** Draws a strip of all years if there are many, and the lanes. Returns the lower edge. */
function layoutLanes(paper: Paper, marks: TimelineMark[], years: Years, enlarged: Years): number {
  const isWhole = enlarged[0] === years[0] && enlarged[1] === years[1];
  const top = isWhole ? 0 : layoutOverview(paper, marks, years, enlarged);
  const inside = marks.filter((mark) => isInside(mark, enlarged));
  return layoutMain(paper, inside, enlarged, top);
}

/** Draws the two lanes. Returns the lower edge. */
function layoutMain(paper: Paper, marks: TimelineMark[], years: Years, from: number): number {
  const { pen, frame } = paper;
  const scale = createScale(years, frame.width, inset);
  const lanes = dodgeLanes(marks, scale);
  const headingRoom = Math.round(frame.headingSize * 1.6);
  const names = {
    ground: placeLaneName(frame, 'ground', lanes.ground),
    record: placeLaneName(frame, 'record', lanes.record),
  };
  const ground = placeWords(paper, lanes.ground, true, [...boxesOf(lanes.ground), ...names.ground]);
  const record = placeWords(paper, lanes.record, false, [
    ...boxesOf(lanes.record),
    ...names.record,
  ]);
  const [groundHasRoom, recordHasRoom] = [names.ground.length > 0, names.record.length > 0];
  const top = Math.ceil(
    from + (groundHasRoom ? Math.max(0, headingRoom - ground.reach) : headingRoom) + ground.reach,
  );
  const bottom = top + bandHeight;
  const end =
    bottom + (recordHasRoom ? Math.max(headingRoom, record.reach) : record.reach + headingRoom);
  writeLaneName(paper, 'ground', groundHasRoom ? top - 9 : from + frame.headingSize * 0.8 + 4);
  writeLaneName(paper, 'record', recordHasRoom ? bottom + 5 + frame.headingSize : end - 5);
  ground.draw(top);
  record.draw(bottom);

  const bounds = listBounds(years);
  for (const y of [top, bottom])
    pen.line({ kind: 'axis' }, [scale(startOf(years[0])), y], [scale(startOf(years[1] + 1)), y]);
  for (const bound of bounds)
    pen.line({ kind: 'axis' }, [scale(bound), top], [scale(bound), bottom]);
  for (const bound of bounds.slice(0, -1))
    pen.text(
      String(bound.getUTCFullYear()),
      scale(bound) + 7,
      top + bandHeight / 2 + frame.smallSize * 0.34,
      'tick',
    );
  drawMarks(paper, lanes.ground, 'main', top);
  drawMarks(paper, lanes.record, 'main', bottom);
  return end;
}

/**
 * The room for a lane's name at the left end of its line, y = 0. Empty if a mark is there: the name
 * then gets its own line, away from the years.
 */
function placeLaneName({ headingSize }: Frame, lane: Lane, dodged: Dodged[]): Box[] {
  const right = markSize + 8 + measureText(laneNames[lane], headingSize, 'semibold') + 8;
  const height = headingSize + 10;
  if (dodged.some(({ x }) => x - markSize / 2 < right)) return [];
  return [
    {
      left: 0,
      right,
      top: lane === 'ground' ? -height : 0,
      bottom: lane === 'ground' ? 0 : height,
    },
  ];
}

function writeLaneName({ pen, frame }: Paper, lane: Lane, baseline: number): void {
  const { headingSize } = frame;
  drawSign(pen, lane, markSize / 2, baseline - headingSize * 0.34);
  pen.text(laneNames[lane], markSize + 8, baseline, 'strong', headingSize);
}
