/** What a chart's table may hold, and a row of it. */
import type { Role } from '../schema/chart.ts';
import type { Hedge } from '../schema/value.ts';

/** What the chart's YAML says about its table. */
export type TableShape = {
  /** The columns of numbers. `whole` is what a column adds up to. */
  measures: { id: string; whole?: number | undefined }[];
  /** Numbers are shares in per cent. */
  shares: boolean;
  /** The numbers of a row are parts of one whole; `complete` if they leave nothing over. */
  divided?: { complete: boolean } | undefined;
  /** How many rows the kind can show at most. */
  mostRows: number;
  /** Texts that the kind prints, besides the label. */
  texts: readonly TextColumn[];
};

export const textColumns = ['group', 'role', 'qualifier', 'note', 'source'] as const;
export type TextColumn = (typeof textColumns)[number];

export type TableEntry = {
  label: string;
  group: string;
  note: string;
  role: Role | undefined;
  qualifier: Hedge | undefined;
  /** Ids of sources, each with its position. */
  sources: { id: string; start: number; end: number }[];
  /**
   * One for each measure, in the order of the measures; undefined if a dash says that none was
   * printed.
   */
  values: (number | undefined)[];
};
