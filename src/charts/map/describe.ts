import { group, sort } from 'd3';
import { sayList } from '../describe-number.ts';
import { frames } from '../drawing.ts';
import { findOutside } from './projection.ts';
import type { MapRow } from './table.ts';

/** What the map shows, for whoever does not see it: a draft without counts, which the record would have to bind. */
export function describeMap({ rows }: { rows: MapRow[] }): string {
  const outside = findOutside(rows, frames.desktop);
  const drawn = group(
    rows.filter((place) => !outside.includes(place.id)),
    (place) => place.country,
  );
  const named = [...drawn].map(([country, places]) => {
    const names = sort(places, ({ latitude }) => -latitude).map(({ name }) => name);
    return `In ${country}, from north to south: ${sayList(names)}.`;
  });
  const away = rows.filter((place) => outside.includes(place.id)).map(({ name }) => name);
  return [
    `A map of ${sayList([...drawn.keys()])} with the rivers Tigris and Euphrates and places as points.`,
    ...named,
    ...(away.length ? [`Outside the frame: ${sayList(away)}.`] : []),
  ].join(' ');
}
