/** Numbers side by side on one axis. */
import type { ChartNumber } from '../chart-number.ts';

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
