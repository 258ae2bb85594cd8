import { group, sort } from 'd3';
import { sayList } from '../describe-number.ts';
import { frames } from '../drawing.ts';
import { findOutside } from './projection.ts';
import type { MapTable } from './table.ts';

/**
 * What the map shows, for readers who cannot see it: a draft without counts, because a count would
 * have to be a number of the record.
 */
export function describeMap({
  rows,
  geography: { rivers, view },
}: Pick<MapTable, 'rows' | 'geography'>): string {
  const outside = findOutside(rows, frames.desktop, view);
  const drawn = group(
    rows.filter((place) => !outside.includes(place.id)),
    (place) => place.country,
  );
  const named = [...drawn].map(([country, places]) => {
    const names = sort(places, ({ latitude }) => -latitude).map(({ name }) => name);
    return `In ${country}, from north to south: ${sayList(names)}.`;
  });
  const water = rivers.map(({ name }) => name);
  const away = rows.filter((place) => outside.includes(place.id)).map(({ name }) => name);
  const course = water.length > 1 ? 'rivers' : 'river';
  const along = water.length > 0 ? `the ${course} ${sayList(water)} and ` : '';
  return [
    `A map of ${sayList([...drawn.keys()])} with ${along}places as points.`,
    ...named,
    ...(away.length ? [`Outside the frame: ${sayList(away)}.`] : []),
  ].join(' ');
}
