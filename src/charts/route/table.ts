/** Where a thing was, and who passed it to whom. */
import type { CalendarDate } from '../../schema/calendar-date.ts';
import type { ChartNumber, Named } from '../chart-number.ts';

export type RouteStop = {
  /** Id of the event that dates it; or nothing. */
  event: string;
  title: string;
  /** Name of its place; or nothing. */
  place: string;
  date: CalendarDate | undefined;
  /** The date in words; or nothing. */
  dateText: string;
  note: string;
  sources: Named[];
};

export type RouteLeg = {
  from: string;
  to: string;
  what: string;
  /** What nobody could follow; empty if the leg is known. */
  unknown: string;
  sources: Named[];
};

export type RouteTable = {
  kind: 'route';
  id: string;
  /** The earliest first, with a leg between each two. */
  stops: RouteStop[];
  legs: RouteLeg[];
  /** Days from the first stop to the last. */
  days: ChartNumber | undefined;
};
