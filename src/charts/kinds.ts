/**
 * How each kind of chart is drawn, listed in rows, and described in words. A new kind is a folder
 * and an entry here.
 */
import type { Chart } from '../schema/chart.ts';
import { describeBars } from './bars/describe.ts';
import { layoutBars } from './bars/layout.ts';
import { listBarsRows } from './bars/rows.ts';
import { drawSmallBars } from './bars/small.ts';
import type { ChartTable, ChartTableOf } from './chart-table.ts';
import {
  frames,
  NotDrawable,
  type Drawing,
  type Frame,
  type Misfit,
  type DrawingPart,
} from './drawing.ts';
import { describeMap } from './map/describe.ts';
import { findMapMisfits, layoutMap } from './map/layout.ts';
import { listMapRows } from './map/rows.ts';
import { describeRange } from './range/describe.ts';
import { layoutRange } from './range/layout.ts';
import { listRangeRows } from './range/rows.ts';
import { drawSmallRange } from './range/small.ts';
import { describeRelay } from './relay/describe.ts';
import { layoutRelay } from './relay/layout.ts';
import { listRelayRows } from './relay/rows.ts';
import { drawSmallRelay } from './relay/small.ts';
import { describeRoute } from './route/describe.ts';
import { layoutRoute } from './route/layout.ts';
import { listRouteRows } from './route/rows.ts';
import { drawSmallRoute } from './route/small.ts';
import { describeShares } from './shares/describe.ts';
import { layoutShares } from './shares/layout.ts';
import { listSharesRows } from './shares/rows.ts';
import { drawSmallShares } from './shares/small.ts';
import { drawSmall, type SmallPen } from './small-pen.ts';
import type { TableRow } from './table-columns.ts';
import { describeTimeline } from './timeline/describe.ts';
import { layoutTimeline } from './timeline/layout.ts';
import { listTimelineRows } from './timeline/rows.ts';
import { drawSmallTimeline } from './timeline/small.ts';
import { describeUnits } from './units/describe.ts';
import { layoutUnits } from './units/layout.ts';
import { listUnitsRows } from './units/rows.ts';
import { drawSmallUnits } from './units/small.ts';

type ChartKind<T extends ChartTable = ChartTable> = {
  layout(table: T, frame: Frame): Drawing;
  /** What a drawing cannot show, if that is known without drawing all of it. */
  misfits?(table: T, frame: Frame): Misfit[];
  /** Rows of the table beside it and of its CSV, in the order of the drawing. */
  rows(table: T): TableRow[];
  /** A draft of its description. */
  describe(table: T): string;
  /** Its most important part, in large letters. Missing if the letters would be small. */
  small?(pen: SmallPen, table: T): void;
};

type Kinds = { [K in Chart['kind']]: ChartKind<ChartTableOf<K>> };

const kinds = {
  bars: { layout: layoutBars, rows: listBarsRows, describe: describeBars, small: drawSmallBars },
  units: {
    layout: layoutUnits,
    rows: listUnitsRows,
    describe: describeUnits,
    small: drawSmallUnits,
  },
  shares: {
    layout: layoutShares,
    rows: listSharesRows,
    describe: describeShares,
    small: drawSmallShares,
  },
  range: {
    layout: layoutRange,
    rows: listRangeRows,
    describe: describeRange,
    small: drawSmallRange,
  },
  relay: {
    layout: layoutRelay,
    rows: listRelayRows,
    describe: describeRelay,
    small: drawSmallRelay,
  },
  route: {
    layout: layoutRoute,
    rows: listRouteRows,
    describe: describeRoute,
    small: drawSmallRoute,
  },
  timeline: {
    layout: layoutTimeline,
    rows: listTimelineRows,
    describe: describeTimeline,
    small: drawSmallTimeline,
  },
  map: { layout: layoutMap, misfits: findMapMisfits, rows: listMapRows, describe: describeMap },
} satisfies Kinds;

/** The table names its kind, so the entry accepts the table. */
const kindOf = ({ kind }: ChartTable): ChartKind => (kinds as Kinds)[kind];

export function layoutChart(table: ChartTable, frame: Frame['name']): Drawing {
  return kindOf(table).layout(table, frames[frame]);
}

/** What the drawing cannot show; empty for one that may be published. */
export function findMisfits(table: ChartTable, frame: Frame['name']): Misfit[] {
  try {
    return kindOf(table).misfits?.(table, frames[frame]) ?? layoutChart(table, frame).warnings;
  } catch (error) {
    if (!(error instanceof NotDrawable)) throw error;
    const fix = 'Correct that number or date in its record, or take it out of the chart.';
    return [{ kind: 'not-drawable', words: error.words, message: error.message, fix }];
  }
}

export function tabulate(table: ChartTable): TableRow[] {
  return kindOf(table).rows(table);
}

/**
 * A draft of the description in the form in which the record keeps it: every number is a link to
 * its record or, if no record holds it, in a tag that says so. An editor finishes it: the draft
 * says what is drawn, not what follows from it.
 */
export function describeChart(table: ChartTable): string {
  return kindOf(table).describe(table);
}

/**
 * A small version that links to the whole chart: its most important part, in letters that a phone
 * shows at reading size. All have one size, so that they line up.
 */
export function layoutSmall(table: ChartTable): DrawingPart | undefined {
  const kind = kindOf(table);
  if (!kind.small) return undefined;
  return drawSmall(table.id, (pen) => kind.small?.(pen, table));
}
