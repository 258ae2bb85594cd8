/** Events and places as the pages read them: in order, joined with one another, and laid out as drawings. */
import { frames } from '../charts/drawing.ts';
import { layoutMap, type MapLayout, type MapPlace } from '../charts/map.ts';
import { describeGap, layoutTimeline, type TimelineLayout, type TimelineMark } from '../charts/timeline.ts';
import { formatDate } from '../evidence/format.ts';
import { toPlainText } from '../evidence/inline.ts';
import type { Place, TimelineEvent } from '../schema/event.ts';
import { getGeography } from './geography.ts';
import { getContent } from './site-content.ts';

/** The earliest first; a month stands before its days. */
export function listEvents(): TimelineEvent[] {
  const events = getContent().events?.value ?? [];
  return [...events].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

export function listPlaces(): Place[] {
  return getContent().places?.value ?? [];
}

export function listEventsAt(placeId: string): TimelineEvent[] {
  return listEvents().filter((event) => event.places?.includes(placeId));
}

export type EventYear = {
  year: string;
  /** How long nothing stands before its first event: "4 years". */
  gap: string | undefined;
  events: TimelineEvent[];
};

export function listEventYears(): EventYear[] {
  const years: EventYear[] = [];
  let previous: TimelineEvent | undefined;
  for (const event of listEvents()) {
    const year = event.date.slice(0, 4);
    if (years.at(-1)?.year !== year) years.push({ year, gap: previous && describeGap(previous.date, event.date), events: [] });
    years.at(-1)?.events.push(event);
    previous = event;
  }
  return years;
}

export function getTimeline(): { marks: TimelineMark[]; layout: TimelineLayout } {
  const marks = listEvents().map(({ id, date, title, lane, major = false }) => ({
    id,
    date,
    dateText: formatDate(date),
    title: toPlainText(title),
    lane,
    major,
  }));
  return { marks, layout: layoutTimeline('drawn-timeline', marks, frames.desktop) };
}

export type CountryPlace = MapPlace & { country: string };

/** Bold, and with the first sentence of its note, is a place where something of the timeline happened on the ground. */
export function getPlaceMap(): { places: CountryPlace[]; phone: MapLayout; desktop: MapLayout } {
  const places = listPlaces().map(({ id, name, country, latitude, longitude, note = '' }) => {
    const strong = listEventsAt(id).some((event) => event.lane === 'ground');
    const sentence = /^.*?(?=\.(?:\s|$))/s.exec(toPlainText(note))?.[0] ?? '';
    return { id, name, country, latitude, longitude, strong, note: strong ? sentence : '' };
  });
  const layout = (frame: keyof typeof frames) => layoutMap('drawn-map', places, getGeography(), frames[frame]);
  return { places, phone: layout('phone'), desktop: layout('desktop') };
}
