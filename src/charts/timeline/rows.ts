import { formatCalendarDate } from '../../schema/calendar-date.ts';
import type { TableRow } from '../table-columns.ts';
import { toEntryRow } from '../table-rows.ts';
import { laneNames, type TimelineTable } from './table.ts';

export function listTimelineRows({ rows }: TimelineTable): TableRow[] {
  return rows.map(({ id, date, title, lane, places, sources }) =>
    toEntryRow(
      { date: formatCalendarDate(date), title, lane: laneNames[lane], event: id },
      { kind: 'event', id, lists: { places, sources } },
    ),
  );
}
