/** What a chart draws: numbers of the record, resolved and put into words. Plain data; the library makes it. */
import type { Role } from '../schema/chart.ts';

export type ChartNumber = {
  /** The reference that names it in the record. */
  ref: string;
  /** Id of the quantity or breakdown, and the fragment on its page. */
  recordId: string;
  fragment: string;
  tag: string;
  /** Undefined where only words were printed. */
  value: number | undefined;
  /** Hedge in words, or nothing: "at least". */
  hedge: string;
  /** The value as recorded, without its hedge: "12.12%", "40", "hundreds". */
  text: string;
  /** What stands beside the mark, with its hedge; shares of one panel have the same number of decimals: "12.1". */
  label: string;
  /** Decimals of `label`; the mark is drawn to the same precision. */
  decimals: number;
  unit: string;
  /** What it is a part of: "1,832 weapons"; or nothing. */
  base: string;
  place: string;
  /** What exactly its source counts, where that is said: "PKC machine guns". */
  object: string;
  /** Lost, captured, damaged, destroyed; or nothing. */
  fate: string;
  /** As recorded: 2015-06-02, or 2014-07/2017-11. */
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
  measures: { id: string; label: string; unit: string }[];
  groups: BarsGroup[];
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
};

export type ChartTable = BarsTable | UnitsTable;
