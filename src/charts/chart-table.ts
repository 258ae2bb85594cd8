/** What a chart draws: numbers of the record, resolved and put into words. Plain data; the library makes it. */
import type { CalendarDate } from '../schema/calendar-date.ts';
import type { Role } from '../schema/chart.ts';

export type MapPlace = {
  id: string;
  name: string;
  latitude: number;
  longitude: number;
  /** Whether its name is set in bold. */
  strong: boolean;
  /** Words below the name, where there is room for them; empty for none. */
  note: string;
};

export type Lane = 'ground' | 'record';
export type TimelineMark = {
  id: string;
  date: CalendarDate;
  /** The date in words. */
  dateText: string;
  title: string;
  lane: Lane;
  /** Whether its title is to be written beside it. */
  major: boolean;
};

export type ChartNumber = {
  /** The reference that names it in the record. */
  ref: string;
  /** Id of the quantity or breakdown, and the fragment on its page. */
  recordId: string;
  fragment: string;
  tag: string;
  /** Undefined where only words or a range were printed. */
  value: number | undefined;
  /** The range, where one was printed: only the kind range draws it. */
  range?: [low: number, high: number] | undefined;
  /** Hedge in words, or nothing: "at least". */
  hedge: string;
  /** The value as recorded, without its hedge: "12.12%", "40", "hundreds". */
  text: string;
  /** What stands beside the mark: hedge and value, as recorded; a share without its sign where the heading has it: "12.12". */
  label: string;
  unit: string;
  /** What it is a part of: "1,832 weapons"; or nothing. */
  base: string;
  place: string;
  /** What exactly its source counts, where that is said: "PKC machine guns". */
  object: string;
  /** Lost, captured, damaged, destroyed; or nothing. */
  fate: string;
  /** As recorded, never set: 2015-06-02, or 2014-07/2017-11. */
  date: string;
  /** Where it was read, for people: "Reuters, 2 June 2015"; or nothing for our own arithmetic. */
  printed: string;
  sourceIds: string[];
  sourceNames: string[];
  /** True for our own arithmetic. */
  derived: boolean;
};

export type BarsRow = {
  label: string;
  role: Role;
  note: string;
  /** One a measure, in their order; undefined where none was printed. */
  numbers: (ChartNumber | undefined)[];
};

export type BarsGroup = {
  label: string;
  bracket: { measure: number; number: ChartNumber; label: string } | undefined;
  rows: BarsRow[];
};

export type BarsTable = {
  kind: 'bars';
  /** The chart's id; ids in the drawing begin with it. */
  id: string;
  /** With a mark, what one mark stands for: the panels then have scales of their own. */
  measures: { id: string; label: string; unit: string; mark?: number | undefined }[];
  groups: BarsGroup[];
  /** A number of things, for ticks and marks: "12,500", "1.5 million". */
  say: (value: number) => string;
};

export type UnitsRow = {
  label: string;
  note: string;
  /** One, or two that were printed for the same things, the larger first. */
  numbers: [ChartNumber, ...ChartNumber[]];
};

export type UnitsTable = {
  kind: 'units';
  id: string;
  /** How many things one dot stands for. */
  dot: number;
  rows: UnitsRow[];
  /** A number of things, for ticks and blocks: "12,500", and "12.5k" where there is no room. */
  say: Record<'digits' | 'letters', (value: number) => string>;
};

export type SharesRow = {
  label: string;
  note: string;
  /** One a part, in their order; undefined where none was printed. */
  numbers: (ChartNumber | undefined)[];
};

export type SharesTable = {
  kind: 'shares';
  id: string;
  parts: { id: string; label: string; role: Role }[];
  rows: SharesRow[];
};

/** What a hedge leaves open: everything above, everything below, or a little on both sides or below. */
export type Ends = 'closed' | 'above' | 'below' | 'around' | 'almost';

export type RangeRow = {
  /** What is counted, and where. */
  label: string;
  /** Instead of publisher and date; or nothing. */
  note: string;
  role: 'main' | 'context';
  ends: Ends;
  /** Of the same value and hedge; the mark is named after the first. */
  numbers: [ChartNumber, ...ChartNumber[]];
};

export type RangeTable = {
  kind: 'range';
  id: string;
  scale: 'linear' | 'log';
  unit: string;
  rows: RangeRow[];
  /** A tick in the unit: "$500 million". */
  sayTick: (value: number) => string;
};

/** What became of the number on its way: inferred is our inference and accuses nobody. */
export type Custody = 'start' | 'kept' | 'changed' | 'inferred';

export type RelayRow = {
  number: ChartNumber;
  publisher: string;
  /** Whose number it is, according to the publisher; or nothing. */
  speaker: string;
  /** The date in words: "2 June 2015"; or nothing. */
  dateText: string;
  custody: Custody;
  /** Index of the row that it repeats. */
  from: number | undefined;
  /** Whom it repeats and how we know: "repeats Reuters, in the same words"; or nothing. */
  repeats: string;
  /** What differs from the row that it repeats: "4,000 instead of 74,000". */
  changes: string[];
};

export type RelayTable = { kind: 'relay'; id: string; rows: RelayRow[] };

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
  /** What nobody could follow; or nothing where the leg is known. */
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

/** The name of a number in a drawing: its reference, or where no record holds it its place in the table. */
export function keyOf({ ref }: Pick<ChartNumber, 'ref'>, row: string, measure: string): string {
  return ref || `${row}/${measure}`;
}

/** An entry of the record by its id, with the name that a page prints. */
export type Named = { id: string; name: string };

export type TimelineRow = TimelineMark & { places: Named[]; sources: Named[] };

/** The earliest first. */
export type TimelineTable = { kind: 'timeline'; id: string; rows: TimelineRow[] };

/** Its events are named with their dates, the earliest first. */
export type MapRow = MapPlace & { country: string; events: Named[] };

export type MapTable = { kind: 'map'; id: string; rows: MapRow[] };

export type ChartTable = BarsTable | UnitsTable | SharesTable | RangeTable | RelayTable | RouteTable | TimelineTable | MapTable;
