/** Stops and legs as a route draws them. */
import type { RouteTable } from '../charts/route/table.ts';
import { setType } from '../evidence/set-type.ts';
import type { RouteChart } from '../schema/chart.ts';
import type { ChartRef } from './chart-problem.ts';
import { linkNumber, nameEntry, type MarkLink } from './mark-names.ts';
import { findRouteProblems, listRouteSources, resolveRoute } from './route-stops.ts';
import { setNumber } from './set-words.ts';

function listRouteRefs({ number }: RouteChart): ChartRef[] {
  return number === undefined ? [] : [{ path: ['number'], ref: number }];
}

function setRoute(table: RouteTable): RouteTable {
  return {
    ...table,
    days: table.days && setNumber(table.days),
    stops: table.stops.map((stop) => ({
      ...stop,
      title: setType(stop.title),
      place: setType(stop.place),
      dateText: setType(stop.dateText),
      note: setType(stop.note),
    })),
    legs: table.legs.map((leg) => ({
      ...leg,
      from: setType(leg.from),
      to: setType(leg.to),
      what: setType(leg.what),
      unknown: setType(leg.unknown),
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
  set: setRoute,
  links: linkRoute,
};
