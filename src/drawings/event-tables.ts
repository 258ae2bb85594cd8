/** Events and places as charts use them: in order, in words, and joined. */
import { compareText } from '../evidence/compare-text.ts';
import type { Named } from '../charts/chart-number.ts';
import type { MapTable } from '../charts/map/table.ts';
import type { TimelineTable } from '../charts/timeline/table.ts';
import { formatDate } from '../evidence/format.ts';
import { toPlainText } from '../evidence/inline.ts';
import type { EvidenceRecord } from '../evidence/record.ts';
import { readCalendarDate } from '../schema/calendar-date.ts';
import type { MapChart, TimelineChart } from '../schema/chart.ts';
import type { TimelineEvent } from '../schema/event.ts';
import { getGeography } from './geography.ts';

/** The earliest first; a month is before its days. */
export function sortEvents(events: TimelineEvent[]): TimelineEvent[] {
  return events.toSorted((a, b) => compareText(a.date, b.date));
}

export function listEventsBetween(
  { events = [] }: EvidenceRecord,
  { from = 0, to = Infinity }: TimelineChart,
): TimelineEvent[] {
  const isShown = (year: number) => year >= from && year <= to;
  return sortEvents(events).filter(({ date }) => isShown(Number(date.slice(0, 4))));
}

export function resolveTimeline(
  record: EvidenceRecord,
  id: string,
  chart: TimelineChart,
): TimelineTable {
  const names = new Map(record.places?.map((place) => [place.id, place.name]));
  const rows = listEventsBetween(record, chart).map((event) => ({
    id: event.id,
    date: readCalendarDate(event.date),
    dateText: formatDate(event.date),
    title: toPlainText(event.title),
    lane: event.lane,
    major: event.major ?? false,
    places: (event.places ?? []).map((placeId): Named => ({
      id: placeId,
      name: names.get(placeId) ?? placeId,
    })),
    sources: event.sources.map((sourceId): Named => ({
      id: sourceId,
      name: record.sources.get(sourceId)?.publisher ?? sourceId,
    })),
  }));
  return { kind: 'timeline', id, rows };
}

/**
 * A place where an event of the timeline happened on the ground is bold and has the first sentence
 * of its note.
 */
export function resolveMap(
  record: EvidenceRecord,
  id: string,
  { places: chosen }: MapChart,
): MapTable {
  const events = sortEvents(record.events ?? []);
  const shown = (record.places ?? []).filter((place) => !chosen || chosen.includes(place.id));
  const rows = shown.map(({ id: placeId, name, country, latitude, longitude, note = '' }) => {
    const here = events.filter((event) => event.places?.includes(placeId));
    const strong = here.some((event) => event.lane === 'ground');
    const sentence = /^.*?(?=\.(?:\s|$))/s.exec(toPlainText(note))?.[0] ?? '';
    return {
      id: placeId,
      name,
      country,
      latitude,
      longitude,
      strong,
      note: strong ? sentence : '',
      events: here.map((event): Named => ({
        id: event.id,
        name: `${toPlainText(event.title)} (${formatDate(event.date)})`,
      })),
    };
  });
  return { kind: 'map', id, rows, geography: getGeography(record) };
}
