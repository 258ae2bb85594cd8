import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { layoutBars } from '../../src/charts/bars.ts';
import { frames } from '../../src/charts/drawing.ts';
import { layoutUnits } from '../../src/charts/units.ts';
import { getNumber } from '../../src/evidence/record.ts';
import { findChartProblems, getChartData } from '../../src/library/chart-data.ts';
import { readContent } from '../../src/library/read-content.ts';
import { printDrawing } from './print-drawing.ts';
import { readBars, readDots } from './read-drawing.ts';

const { charts, record } = readContent(process.cwd()).content;

describe.each(charts.map(({ id, value }) => ({ id, chart: value })))('the published chart $id', ({ id, chart }) => {
  it('can be drawn', () => {
    expect(findChartProblems(record, id, chart)).toEqual([]);
  });

  it.each(['phone', 'desktop'] as const)('draws what the record says, on a %s', (frame) => {
    const { table } = getChartData(record, id, chart);
    if (table.kind === 'bars') {
      const layout = layoutBars(table, frames[frame]);
      const read = layout.parts.flatMap((part, index) => readBars(part, layout).map((bar) => ({ ...bar, part: index })));
      for (const bar of layout.bars) {
        const drawn = read.find(({ part, x, y }) => part === bar.part && x === bar.x && y === bar.y);
        expect(Math.abs((drawn?.value ?? Number.NaN) - Number(getNumber(record, bar.ref).value)), bar.ref).toBeLessThan(0.15 * layout.mark);
      }
      expect(read).toHaveLength(layout.bars.length);
    } else {
      const layout = layoutUnits(table, frames[frame]);
      const drawn = readDots(layout.parts, 'main', layout.pitch) + readDots(layout.parts, 'disputed', layout.pitch);
      const recorded = table.rows.reduce((sum, row) => sum + Number(getNumber(record, row.numbers[0].ref).value ?? 0), 0);
      expect(drawn * table.dot).toBeCloseTo(recorded, 0);
    }
  });
});

it('keeps all drawings together within 8 kB', () => {
  const drawings = charts.flatMap(({ id, value }) => getChartData(record, id, value).drawings.map(printDrawing)).join('');
  expect(brotliCompressSync(drawings).length).toBeLessThan(8 * 1024);
});
