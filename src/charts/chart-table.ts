/**
 * What a chart of each kind draws: numbers, events or places of the record, looked up and put into
 * words. Plain data.
 */
import type { BarsTable } from './bars/table.ts';
import type { MapTable } from './map/table.ts';
import type { RangeTable } from './range/table.ts';
import type { RelayTable } from './relay/table.ts';
import type { RouteTable } from './route/table.ts';
import type { SharesTable } from './shares/table.ts';
import type { TimelineTable } from './timeline/table.ts';
import type { UnitsTable } from './units/table.ts';

export type ChartTable =
  | BarsTable
  | UnitsTable
  | SharesTable
  | RangeTable
  | RelayTable
  | RouteTable
  | TimelineTable
  | MapTable;
export type ChartTableOf<K extends ChartTable['kind']> = Extract<ChartTable, { kind: K }>;
