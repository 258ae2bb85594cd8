/** Places as a map draws them. */
import { sayList } from '../charts/describe-number.ts';
import { frames } from '../charts/drawing.ts';
import { findOutside } from '../charts/map/projection.ts';
import type { MapTable } from '../charts/map/table.ts';
import type { EvidenceRecord } from '../evidence/record.ts';
import { typeset } from '../evidence/typeset.ts';
import { findNearest } from '../library/findings.ts';
import type { MapChart } from '../schema/chart.ts';
import type { ChartProblem } from './chart-problem.ts';
import { resolveMap } from './event-tables.ts';
import { getView, listCountries } from './geography.ts';
import { nameEntry, type MarkLink } from './mark-names.ts';

const mapFix =
  'Leave the place out and name it in the note, or drop the map: /places/ lists every place.';

function findMapProblems(record: EvidenceRecord, chart: MapChart): ChartProblem[] {
  const { places = [] } = record;
  const countries = listCountries(record);
  const shows = `which shows ${sayList(countries)} and what is around ${countries.length > 1 ? 'them' : 'it'}`;
  const known = places.map((place) => place.id);
  if (known.length === 0)
    return [
      {
        path: [],
        message: 'There is no place to draw: places.yaml has none.',
        fix: 'Add a place to content/places.yaml.',
        about: { kind: 'place' },
      },
    ];
  const named =
    chart.places === undefined ? places : places.filter(({ id }) => chart.places?.includes(id));
  const outside = new Set(findOutside(named, frames.desktop, getView(record)));
  if (chart.places === undefined && outside.size === places.length)
    return [
      {
        path: [],
        message: `No place of places.yaml lies on the map, ${shows}.`,
        fix: mapFix,
        about: { kind: 'place' },
      },
    ];
  return (chart.places ?? []).flatMap((id, index) => {
    if (outside.has(id))
      return [
        {
          path: ['places', index],
          message: `"${id}" lies outside the map, ${shows}.`,
          fix: mapFix,
        },
      ];
    if (known.includes(id)) return [];
    const near = findNearest(id, known);
    return [
      {
        path: ['places', index],
        message: `There is no place called "${id}".`,
        fix: near ? `Did you mean "${near}"?` : 'Use the id of a place in content/places.yaml.',
        about: { kind: 'place' as const, id },
      },
    ];
  });
}

function typesetMap(table: MapTable): MapTable {
  const set = (row: MapTable['rows'][number]) => ({
    ...row,
    name: typeset(row.name),
    note: typeset(row.note),
    country: typeset(row.country),
  });
  return { ...table, rows: table.rows.map(set) };
}

function linkMap({ rows }: MapTable): MarkLink[] {
  return rows.map(({ id, name, country, events }) => {
    return {
      key: id,
      path: `/places/#${id}`,
      name: nameEntry([name, country], events.slice(0, 1), events.length),
    };
  });
}

/** It draws no number. */
export const mapRecord = {
  resolve: resolveMap,
  refs: () => [],
  problems: findMapProblems,
  set: typesetMap,
  links: linkMap,
};
