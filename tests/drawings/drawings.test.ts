import { describe, expect, it } from 'vitest';
import { layoutBars } from '../../src/charts/bars/layout.ts';
import { layoutRange } from '../../src/charts/range/layout.ts';
import { layoutRelay } from '../../src/charts/relay/layout.ts';
import { layoutRoute } from '../../src/charts/route/layout.ts';
import { layoutShares } from '../../src/charts/shares/layout.ts';
import { layoutUnits } from '../../src/charts/units/layout.ts';
import { frames, type Drawing, type Frame } from '../../src/charts/drawing.ts';
import { layoutMap } from '../../src/charts/map/layout.ts';
import { layoutTimeline } from '../../src/charts/timeline/layout.ts';
import { printDrawing } from './print-drawing.ts';
import { barsSamples, mapSamples, rangeSamples, relaySamples, routeSamples, sharesSamples, timelineSamples, unitsSamples } from './samples.ts';

const frameNames = ['phone', 'tablet', 'desktop'] as const;

function draw<T>(kind: string, samples: Record<string, T>, layout: (table: T, frame: Frame) => Drawing) {
  return Object.entries(samples).flatMap(([name, table]) => frameNames.map((frame) => ({ name: `${kind}: ${name}`, frame, drawing: layout(table, frames[frame]) })));
}

describe.each([
  ...draw('bars', barsSamples, layoutBars),
  ...draw('units', unitsSamples, layoutUnits),
  ...draw('shares', sharesSamples, layoutShares),
  ...draw('range', rangeSamples, layoutRange),
  ...draw('relay', relaySamples, layoutRelay),
  ...draw('route', routeSamples, layoutRoute),
  ...draw('timeline', timelineSamples, layoutTimeline),
  ...draw('map', mapSamples, layoutMap),
])('$name on a $frame', ({ name, frame, drawing }) => {
  it('is the drawing it was', async () => {
    const file = `${name}-${frame}`.toLowerCase().replaceAll(/[^a-z]+/g, '-');
    await expect(printDrawing(drawing)).toMatchFileSnapshot(`./svg/${file}.svg`);
  });

  it('places every text: nothing clipped, nothing over something else', () => {
    expect(drawing.warnings).toEqual([]);
  });

  it('sets no text below 12 px where it is shown at its smallest', () => {
    const smallest = { phone: 280 / 296, tablet: 550 / 640, desktop: 780 / 960 }[frame];
    for (const part of drawing.parts) for (const text of part.texts) expect(text.size * smallest).toBeGreaterThanOrEqual(12);
  });

  it('rounds every coordinate to a tenth', () => {
    expect(printDrawing(drawing).replace(/>[^<]+<\/text>/g, '')).not.toMatch(/\d\.\d{2}/);
    expect(printDrawing(drawing)).not.toMatch(/NaN|Infinity|undefined/);
  });
});
