/**
 * A chart in small, as the way to the whole: what is most telling of it, in letters that a phone shows at reading size.
 * All are of one size, so that they stand beside one another. A map has none: its letters would be small.
 */
import type { ChartTable } from './chart-table.ts';
import type { Part } from './drawing.ts';
import { drawBars, drawRange, drawShares, drawUnits } from './small-numbers.ts';
import { drawPart, type Pen } from './small-pen.ts';
import { drawRelay, drawRoute, drawTimeline } from './small-threads.ts';

export function layoutSmall(table: ChartTable): Part | undefined {
  const draw = chooseLayout(table);
  return draw && drawPart(`${table.id}-small`, draw);
}

function chooseLayout(table: ChartTable): ((pen: Pen) => void) | undefined {
  switch (table.kind) {
    case 'units':
      return (pen) => drawUnits(pen, table);
    case 'bars':
      return (pen) => drawBars(pen, table);
    case 'shares':
      return (pen) => drawShares(pen, table);
    case 'range':
      return (pen) => drawRange(pen, table);
    case 'relay':
      return (pen) => drawRelay(pen, table);
    case 'route':
      return (pen) => drawRoute(pen, table);
    case 'timeline':
      return (pen) => drawTimeline(pen, table);
    case 'map':
      return undefined;
  }
}
