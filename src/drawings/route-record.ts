/** Stops and legs as a route draws them. */
import type { RouteTable } from '../charts/route/table.ts';
import { typeset } from '../evidence/typeset.ts';
import type { RouteChart } from '../schema/chart.ts';
import type { ChartRef } from './chart-problem.ts';
import { linkNumber, nameEntry, type MarkLink } from './mark-names.ts';
import { findRouteProblems, listRouteSources, resolveRoute } from './route-stops.ts';
import { typesetNumber } from './typeset-words.ts';

function listRouteRefs({ number }: RouteChart): ChartRef[] {
  return number === undefined ? [] : [{ path: ['number'], ref: number }];
}

function typesetRoute(table: RouteTable): RouteTable {
  return {
    ...table,
    days: table.days && typesetNumber(table.days),
    stops: table.stops.map((stop) => ({
      ...stop,
      title: typeset(stop.title),
      place: typeset(stop.place),
      dateText: typeset(stop.dateText),
      note: typeset(stop.note),
    })),
    legs: table.legs.map((leg) => ({
      ...leg,
      from: typeset(leg.from),
      to: typeset(leg.to),
      what: typeset(leg.what),
      unknown: typeset(leg.unknown),
    })),
  };
}

function linkRoute({ stops, days }: RouteTable): MarkLink[] {
  const marks = stops.map(({ event, title, place, dateText, sources }, index) => {
    const [source] = sources;
    const path = event ? `/timeline/#${event}` : source && `/sources/${source.id}/`;
    return {
      key: event || `stop ${index}`,
      path,
      name: nameEntry([title, place, dateText], sources),
    };
  });
  return [...marks, ...linkNumber(days, '', '', days?.unit)];
}

export const routeRecord = {
  resolve: resolveRoute,
  refs: listRouteRefs,
  sources: listRouteSources,
  problems: findRouteProblems,
  set: typesetRoute,
  links: linkRoute,
};
