/** Who printed a number, and from whom each had it. */
import type { ChartNumber } from '../chart-number.ts';

/** What happened to the number on its way. `inferred` is our inference and accuses nobody. */
export type Custody = 'start' | 'kept' | 'changed' | 'inferred';

export type RelayRow = {
  number: ChartNumber;
  publisher: string;
  /** Whose number it is according to the publisher, if it says so. */
  speaker: string;
  /** The date in words: "2 June 2015". May be empty. */
  dateText: string;
  custody: Custody;
  /** Index of the row that it repeats. */
  from: number | undefined;
  /** Whom it repeats and how we know: "repeats The Gazette, in the same words". May be empty. */
  repeats: string;
  /** What differs from the row that it repeats: "4,000 instead of 74,000". */
  changes: string[];
};

export type RelayTable = { kind: 'relay'; id: string; rows: RelayRow[] };
