/** Numbers side by side on one axis. */
import type { ChartNumber } from '../chart-number.ts';

/**
 * What a hedge leaves open: everything above, everything below, a little on both sides, or a little
 * below.
 */
export type Ends = 'closed' | 'above' | 'below' | 'around' | 'almost';

export type RangeRow = {
  /** What is counted, and where. */
  label: string;
  /** Printed instead of publisher and date; may be empty. */
  note: string;
  role: 'main' | 'context';
  ends: Ends;
  /** The statements with the same value and hedge. The mark is named after the first. */
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
