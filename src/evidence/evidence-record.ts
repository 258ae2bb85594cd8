/** The types of the record, and of what is known about each of its numbers. */
import type { MapFrame, Rivers } from '../schema/map-frame.ts';
import type { Place, TimelineEvent } from '../schema/event.ts';
import type { Source } from '../schema/source.ts';
import type { Breakdown, BreakdownRow, Quantity, Statement } from '../schema/quantity.ts';
import type { Amount, Hedge, Unit } from '../schema/value.ts';

export type WithId<T> = T & { id: string };

export type EvidenceRecord = {
  sources: Map<string, WithId<Source>>;
  quantities: Map<string, WithId<Quantity>>;
  breakdowns: Map<string, WithId<Breakdown>>;
  /** Events and places, as in their files. */
  events?: TimelineEvent[] | undefined;
  places?: Place[] | undefined;
  /** What may happen to the things that are counted: the list in `site.yaml`. */
  fates?: readonly string[] | undefined;
  /** What the map of the places shows besides them. */
  map?: MapFrame | undefined;
  rivers?: Rivers | undefined;
};

/** One number of the record, with everything that a page or chart needs to print it. */
export type RecordedNumber = {
  /** The reference that names it. */
  ref: string;
  /** Id of the quantity or breakdown: the last part of its page's address. */
  recordId: string;
  /** Fragment on that page, without #. */
  fragment: string;
  tag: string;
  /** Title of the quantity, or the row's label. */
  title: string;
  /** In the unit; undefined if only words were printed. */
  value: Amount | undefined;
  /** What was printed instead of a number. */
  words: string | undefined;
  hedge: Hedge | undefined;
  unit: Unit;
  /** Rounded or spelled forms that may be printed instead. */
  rounded: string[];
  /** Ids of the sources that print this value; empty for our own arithmetic. */
  sourceIds: string[];
  quantity: WithId<Quantity> | undefined;
  statement: Statement | undefined;
  breakdown: WithId<Breakdown> | undefined;
  row: BreakdownRow | undefined;
  derived: boolean;
};
