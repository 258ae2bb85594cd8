import { describe, expect, it } from 'vitest';
import { layoutBars } from '../../src/charts/bars.ts';
import { frames } from '../../src/charts/drawing.ts';
import { layoutUnits } from '../../src/charts/units.ts';
import { printDrawing } from './print-drawing.ts';
import { barsSamples, unitsSamples } from './samples.ts';

const frameNames = ['phone', 'desktop'] as const;

describe.each([
  ...Object.entries(barsSamples).flatMap(([name, table]) => frameNames.map((frame) => ({ name: `bars: ${name}`, frame, drawing: layoutBars(table, frames[frame]) }))),
  ...Object.entries(unitsSamples).flatMap(([name, table]) => frameNames.map((frame) => ({ name: `units: ${name}`, frame, drawing: layoutUnits(table, frames[frame]) }))),
])('$name on a $frame', ({ name, frame, drawing }) => {
  it('is the drawing it was', async () => {
    const file = `${name}-${frame}`.toLowerCase().replaceAll(/[^a-z]+/g, '-');
    await expect(printDrawing(drawing)).toMatchFileSnapshot(`./svg/${file}.svg`);
  });

  it('places every text: nothing clipped, nothing over something else', () => {
    expect(drawing.warnings).toEqual([]);
  });

  it('sets no text below 12 px where it is shown at its smallest', () => {
    const smallest = { phone: 280 / 296, desktop: 780 / 960 }[frame];
    for (const part of drawing.parts) for (const text of part.texts) expect(text.size * smallest).toBeGreaterThanOrEqual(12);
  });

  it('rounds every coordinate to a tenth', () => {
    expect(printDrawing(drawing)).not.toMatch(/\d\.\d{2}/);
    expect(printDrawing(drawing)).not.toMatch(/NaN|Infinity|undefined/);
  });
});
