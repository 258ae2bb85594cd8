/** Things to scale, a dot for each. */
import type { ChartNumber } from '../chart-number.ts';

export type UnitsRow = {
  label: string;
  note: string;
  /** One, or two that were printed for the same things, the larger first. */
  numbers: [ChartNumber, ...ChartNumber[]];
};

export type UnitsTable = {
  kind: 'units';
  id: string;
  /** How many things one dot represents. */
  dot: number;
  rows: UnitsRow[];
  /** A number of things, for ticks and blocks: "12,500", and "12.5k" if there is no room. */
  say: Record<'digits' | 'letters', (value: number) => string>;
};
