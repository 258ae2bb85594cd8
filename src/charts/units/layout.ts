/**
 * Things to scale: one dot an item, a thousand dots a block, so that equal areas are equal numbers.
 * If no number is too large for it, a block has a hundred dots, each large enough to count
 * (hundreds.ts).
 *
 * A number of ten or more blocks has its own grid; if two numbers were printed for the same things,
 * the smaller is the end of that grid. Smaller numbers follow on the same scale (few.ts). Numbers
 * printed in words only are named and not drawn.
 */
import { requireFiniteNumbers, round, type Frame, type PathKind } from '../drawing.ts';
import { Pen } from '../pen.ts';
import { countDots, startLayout, type Grid, type UnitsLayout, type UnitsPaper } from './dots.ts';
import { layoutFew } from './few.ts';
import { layoutGrid } from './grid.ts';
import { fitsHundreds, layoutHundreds } from './hundreds.ts';
import type { UnitsTable } from './table.ts';

/** A number of at least this many blocks gets a separate grid. */
const blocksOfGrid = 10;
/** With more blocks the drawing would be longer than anybody scrolls. */
const mostBlocks = 200;
const inBlock = 1000;
const grids: Record<Frame['name'], Grid> = {
  desktop: { pitch: 2, inBlock, down: 25, across: 10, gap: 6, aisle: 18, bare: false },
  tablet: { pitch: 1.3, inBlock, down: 25, across: 10, gap: 3.9, aisle: 13, bare: false },
  phone: { pitch: 1.2, inBlock, down: 25, across: 5, gap: 2.4, aisle: 0, bare: false },
};
const order: PathKind[] = ['axis', 'empty', 'block', 'dots'];

export function layoutUnits(table: UnitsTable, frame: Frame): UnitsLayout {
  requireFiniteNumbers(table.rows.flatMap(({ numbers }) => numbers));
  return fitsHundreds(table) ? layoutHundreds(table, frame) : layoutThousands(table, frame);
}

function layoutThousands(table: UnitsTable, frame: Frame): UnitsLayout {
  const grid = grids[frame.name];
  const layout = startLayout(table, frame, grid);
  const isLarge = ({ numbers: [number] }: UnitsTable['rows'][number]) =>
    countDots(number, table.dot) >= blocksOfGrid * inBlock;
  const [large, small] = [table.rows.filter(isLarge), table.rows.filter((row) => !isLarge(row))];
  const groups =
    frame.name === 'phone' ? [large, small].filter((rows) => rows.length) : [table.rows];
  for (const [index, rows] of groups.entries()) {
    const pen = new Pen(`${table.id}-${frame.name}-${index + 1}`, frame.width, frame.smallSize);
    const paper: UnitsPaper = { pen, table, frame, grid, layout, index };
    let y = 0;
    for (const row of rows.filter(isLarge)) y = layoutGrid(paper, row, y) + 26;
    const rest = rows.filter((row) => !isLarge(row));
    if (rest.length > 0 && large.length > 0)
      pen.line({ kind: 'axis' }, [0, round(y + 0.5)], [frame.width, round(y + 0.5)]);
    if (rest.length > 0) y = layoutFew(paper, rest, y + (large.length > 0 ? 12 : 0));
    layout.parts.push(pen.finish(y, order));
    layout.warnings.push(...pen.warnings);
  }
  if (
    table.rows.some(({ numbers: [number] }) => countDots(number, table.dot) > mostBlocks * inBlock)
  )
    layout.warnings.push({
      kind: 'crowded',
      words: [],
      message: `A number needs more than ${mostBlocks} blocks.`,
      fix: `Let a dot stand for more things: dot: ${table.dot * 100}.`,
    });
  return layout;
}
