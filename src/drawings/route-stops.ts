/**
 * A route as its drawing uses it: the events, places and sources of its stops, and what prevents
 * them from being drawn.
 */
import { spacedPlural } from '../evidence/plural.ts';
import type { Named } from '../charts/chart-number.ts';
import { countDays } from '../charts/route/count-days.ts';
import type { RouteLeg, RouteStop, RouteTable } from '../charts/route/table.ts';
import { formatDate } from '../evidence/format.ts';
import { toPlainText } from '../evidence/inline.ts';
import { findNumber, isFailure, type EvidenceRecord } from '../evidence/record.ts';
import { readCalendarDate } from '../schema/calendar-date.ts';
import type { RouteChart } from '../schema/chart.ts';
import type { TimelineEvent } from '../schema/event.ts';
import { toChartNumber } from './chart-numbers.ts';
import type { ChartProblem, ChartRef } from './chart-problem.ts';
import { findNearest } from '../library/findings.ts';

export function resolveRoute(record: EvidenceRecord, id: string, chart: RouteChart): RouteTable {
  const toWords = (text = '') => toPlainText(text);
  const nameSource = (source: string): Named => ({
    id: source,
    name: record.sources.get(source)?.publisher ?? source,
  });
  const stops = chart.stops.map(
    ({ title, event: eventId = '', dated, at, read_in = [], note }): RouteStop => {
      const event = findEvent(record, eventId);
      const place = record.places?.find((candidate) => candidate.id === at)?.name ?? '';
      const when = {
        date: event && readCalendarDate(event.date),
        dateText: event ? formatDate(event.date) : toWords(dated),
      };
      const sources = [...new Set([...(event?.sources ?? []), ...read_in])].map(nameSource);
      return {
        event: eventId,
        title: toWords(title),
        place,
        ...when,
        note: toWords(note),
        sources,
      };
    },
  );
  const legs = chart.legs.map(({ from, to, what, unknown, read_in = [] }): RouteLeg => {
    return {
      from: toWords(from),
      to: toWords(to),
      what: toWords(what),
      unknown: toWords(unknown),
      sources: read_in.map(nameSource),
    };
  });
  return {
    kind: 'route',
    id,
    stops,
    legs,
    days: chart.number === undefined ? undefined : toChartNumber(record, chart.number),
  };
}

function findEvent({ events }: EvidenceRecord, id: string | undefined): TimelineEvent | undefined {
  return events?.find((event) => event.id === id);
}

/** The sources that it names by their ids, each with its place in the chart's file. */
export function listRouteSources({ stops, legs }: RouteChart): ChartRef[] {
  return Object.entries({ stops, legs }).flatMap(([list, entries]) =>
    entries.flatMap(({ read_in = [] }, index) =>
      read_in.map((id, at) => ({ path: [list, index, 'read_in', at], ref: id })),
    ),
  );
}

export function findRouteProblems(record: EvidenceRecord, chart: RouteChart): ChartProblem[] {
  const problems = [
    ...chart.stops.flatMap((stop, index) => findStopProblems(record, stop, index)),
    ...findLegProblems(chart),
  ];
  return problems.length > 0
    ? problems
    : [...findDisorder(record, chart), ...findDayProblems(record, chart)];
}

function findStopProblems(
  { events = [], places = [] }: EvidenceRecord,
  { event, at, read_in }: RouteChart['stops'][number],
  index: number,
): ChartProblem[] {
  const problems: ChartProblem[] = [];
  const unknown = (
    key: 'event' | 'at',
    what: 'event' | 'place',
    id: string,
    known: string[],
    file: string,
  ) => {
    const near = findNearest(id, known);
    const fix = near
      ? `Did you mean "${near}"?`
      : `Use the id of ${what === 'event' ? 'an event' : 'a place'} in content/${file}.`;
    problems.push({
      path: ['stops', index, key],
      message: `There is no ${what} called "${id}" in ${file}.`,
      fix,
      about: { kind: what, id },
    });
  };
  const known = { event: events.map(({ id }) => id), at: places.map(({ id }) => id) };
  if (event !== undefined && !known.event.includes(event))
    unknown('event', 'event', event, known.event, 'events.yaml');
  if (at !== undefined && !known.at.includes(at))
    unknown('at', 'place', at, known.at, 'places.yaml');
  if (event === undefined && !read_in)
    problems.push({
      path: ['stops', index],
      message: 'Nothing says where this stop was read.',
      fix: 'Name its event, or the sources that report it: read_in: [its-id].',
    });
  return problems;
}

/**
 * Reports a known leg without giver, receiver, thing or source, and an unknown leg with any of
 * them.
 */
function findLegProblems({ stops, legs }: RouteChart): ChartProblem[] {
  const problems = legs.flatMap((leg, index): ChartProblem[] => {
    const path = ['legs', index];
    const given = (['from', 'to', 'what', 'read_in'] as const).filter(
      (key) => leg[key] !== undefined,
    );
    const lacking = (['from', 'to', 'what', 'read_in'] as const).filter(
      (key) => leg[key] === undefined,
    );
    if (leg.unknown === undefined && lacking.length > 0)
      return [
        {
          path,
          message: `Of this leg, ${lacking.join(', ')} ${lacking.length === 1 ? 'is' : 'are'} missing.`,
          fix: 'Say who passed what to whom and where it was read, or say in unknown: what nobody could follow.',
        },
      ];
    if (leg.unknown !== undefined && given.length > 0)
      return [
        {
          path: [...path, given[0] ?? ''],
          message: 'This leg is called unknown, but says what happened.',
          fix: `Take out ${given.join(', ')}, or unknown. What is known of it is a stop of its own.`,
        },
      ];
    return [];
  });
  if (legs.length !== stops.length - 1)
    problems.push({
      path: ['legs'],
      message: `Between ${stops.length} stops lie ${stops.length - 1} legs, and the chart has ${legs.length}.`,
      fix: 'Write one leg for each two stops that follow one another.',
    });
  return problems;
}

/** Reports a stop with an earlier date than the stop before it, if both dates are known. */
function findDisorder(record: EvidenceRecord, chart: RouteChart): ChartProblem[] {
  const dated = chart.stops.flatMap(({ event }, index) => {
    const text = findEvent(record, event)?.date;
    return text === undefined ? [] : [{ index, text }];
  });
  return dated.flatMap(({ index, text }, at) => {
    const before = dated[at - 1]?.text ?? '';
    const precise = Math.min(before.length, text.length);
    if (text.slice(0, precise) >= before.slice(0, precise)) return [];
    const message = `The event of this stop, ${formatDate(text)}, is earlier than that of the stop before it, ${formatDate(before)}.`;
    return [
      {
        path: ['stops', index, 'event'],
        message,
        fix: 'Put the stops in the order of time, or correct the date of the event.',
      },
    ];
  });
}

/** Reports a number of days that is not the difference between the first date and the last. */
function findDayProblems(record: EvidenceRecord, chart: RouteChart): ChartProblem[] {
  if (chart.number === undefined) return [];
  const path = ['number'];
  const number = findNumber(record, chart.number);
  if (isFailure(number)) {
    const message = `The record has no number "${chart.number}".`;
    return [
      {
        path,
        message,
        fix: 'Name a quantity with one value, a statement (quantity/statement) or a row (breakdown/row).',
      },
    ];
  }
  if (typeof number.value !== 'number' || number.unit.one !== 'day')
    return [
      {
        path,
        message: `"${chart.number}" is no number of days.`,
        fix: 'Name the days from the first stop to the last, or leave the number out.',
      },
    ];
  const dateOf = (stop: RouteChart['stops'][number] | undefined) => {
    const date = findEvent(record, stop?.event)?.date;
    return date === undefined ? undefined : readCalendarDate(date);
  };
  const days = countDays(dateOf(chart.stops[0]), dateOf(chart.stops.at(-1)));
  if (days === undefined)
    return [
      {
        path,
        message:
          'The days cannot be drawn: the first or the last stop has no event that is known to the day.',
        fix: 'Name their events, or leave the number out.',
      },
    ];
  if (days === number.value) return [];
  const message = `From the first stop to the last it is ${spacedPlural(days, 'day')}, and "${chart.number}" has ${number.value}.`;
  return [
    {
      path,
      message,
      fix: 'Name the stops between which these days were counted, or correct the date of an event.',
    },
  ];
}
