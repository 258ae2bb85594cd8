import { extent, greatest, rollup } from 'd3';
import type { TimelineMark } from './table.ts';

/**
 * What the drawing shows, for readers who cannot see it: a draft without counts, because a count
 * would have to be a number of the record.
 */
export function describeTimeline({ rows }: { rows: TimelineMark[] }): string {
  const [from = '', to = ''] = extent(rows, ({ date }) => date.year);
  const perYear = rollup(
    rows,
    (events) => events.length,
    ({ date }) => date.year,
  );
  const [fullest = ''] = greatest(perYear, ([, count]) => count) ?? [];
  const labelled = rows
    .filter(({ major }) => major)
    .map(({ title, dateText }) => `${title}, ${dateText}`);
  return [
    `Events from ${from} to ${to} along a line of years: what happened on the ground as squares above the line, what was counted, said or published as rings below it.`,
    `Most fall in ${fullest}.`,
    ...(labelled.length ? [`Labelled are: ${labelled.join('; ')}.`] : []),
  ].join(' ');
}
