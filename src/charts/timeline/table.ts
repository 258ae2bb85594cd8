/** Events in two lanes along the years. */
import type { CalendarDate } from '../../schema/calendar-date.ts';
import type { Named } from '../chart-number.ts';

export type Lane = 'ground' | 'record';
export const laneNames: Record<Lane, string> = { ground: 'On the ground', record: 'On the record' };

export type TimelineMark = {
  id: string;
  date: CalendarDate;
  /** The date in words. */
  dateText: string;
  title: string;
  lane: Lane;
  /** Whether its title is written beside it. */
  major: boolean;
};

export type TimelineRow = TimelineMark & { places: Named[]; sources: Named[] };

/** The earliest first. */
export type TimelineTable = { kind: 'timeline'; id: string; rows: TimelineRow[] };
