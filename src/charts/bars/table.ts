/** Ranked bars of countable things, in one panel or two. */
import type { Role } from '../../schema/chart.ts';
import type { ChartNumber } from '../chart-number.ts';

export type BarsRow = {
  label: string;
  role: Role;
  note: string;
  /** One for each measure, in the order of the measures; undefined if none was printed. */
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
  /** With a mark, what one mark represents. The panels then have their own scales. */
  measures: { id: string; label: string; unit: string; mark?: number | undefined }[];
  groups: BarsGroup[];
  /** A number of things, for ticks and marks: "12,500", "1.5 million". */
  say: (value: number) => string;
};
