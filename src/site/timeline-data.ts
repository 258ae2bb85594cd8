/** Events and places for the pages: sorted, and joined. */
import { describeGap } from '../charts/timeline/scale.ts';
import { readCalendarDate } from '../schema/calendar-date.ts';
import type { Place, TimelineEvent } from '../schema/event.ts';
import { sortEvents } from '../drawings/event-tables.ts';
import { indexBy, once } from './once.ts';
import { getContent } from './site-content.ts';

export const listEvents = once(({ events }): readonly TimelineEvent[] =>
  sortEvents(events?.value ?? []),
);

export function listPlaces(): Place[] {
  return getContent().places?.value ?? [];
}

const byPlace = once(() => indexBy(listEvents(), ({ places = [] }) => places));

export function listEventsAt(placeId: string): readonly TimelineEvent[] {
  return byPlace().get(placeId) ?? [];
}

export type EventYear = {
  year: string;
  /** The time between the previous event and its first one: "4 years". */
  gap: string | undefined;
  events: TimelineEvent[];
};

export function listEventYears(): EventYear[] {
  const years: EventYear[] = [];
  let previous: TimelineEvent | undefined;
  for (const event of listEvents()) {
    const year = event.date.slice(0, 4);
    if (years.at(-1)?.year !== year)
      years.push({
        year,
        gap: previous && describeGap(readCalendarDate(previous.date), readCalendarDate(event.date)),
        events: [],
      });
    years.at(-1)?.events.push(event);
    previous = event;
  }
  return years;
}

/** The first chart of its kind, which the page of events or places shows above its list. */
export function findChartId(kind: 'timeline' | 'map'): string | undefined {
  return getContent().charts.find(({ value }) => value.kind === kind)?.id;
}
