import { formatCalendarDate } from '../../schema/calendar-date.ts';
import type { TableRow } from '../table-columns.ts';
import { toEntryRow } from '../table-rows.ts';
import { countDays } from './count-days.ts';
import type { RouteLeg, RouteTable } from './table.ts';
import { notKnown } from './words.ts';

/** Stops and legs alternate. The last stop has the number of days. */
export function listRouteRows({ stops, legs, days }: RouteTable): TableRow[] {
  const [first] = stops;
  return stops.flatMap(({ event, title, place, date, dateText, note, sources }, index) => {
    const leg = legs[index - 1];
    const number = index === stops.length - 1 ? days : undefined;
    // Without an exact date, the words for the day are part of the note.
    const said = [date ? '' : dateText, note].filter(Boolean).join('; ');
    const stop = toEntryRow(
      {
        ...{
          title,
          known: 'known',
          place,
          from: undefined,
          to: undefined,
          date: date && formatCalendarDate(date),
        },
        ...{
          days: countDays(first?.date, date),
          note: said || undefined,
          record: number?.ref,
          event: event || undefined,
        },
      },
      { kind: 'step', id: event, lists: { sources } },
    );
    return [...(leg ? [toLegRow(leg)] : []), { ...stop, number }];
  });
}

function toLegRow({ from, to, what, unknown, sources }: RouteLeg): TableRow {
  const said = unknown
    ? { title: unknown, known: notKnown.toLowerCase() }
    : { title: what, known: 'known', from, to };
  return toEntryRow(said, { kind: 'step', id: '', lists: { sources } });
}
