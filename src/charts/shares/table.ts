/** Wholes divided into parts. */
import type { Role } from '../../schema/chart.ts';
import type { ChartNumber } from '../chart-number.ts';

export type SharesRow = {
  label: string;
  note: string;
  /** One for each part, in the order of the parts; undefined if none was printed. */
  numbers: (ChartNumber | undefined)[];
};

export type SharesTable = {
  kind: 'shares';
  id: string;
  parts: { id: string; label: string; role: Role }[];
  rows: SharesRow[];
};
