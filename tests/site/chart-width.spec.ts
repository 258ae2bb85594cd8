import { expect, test } from '@playwright/test';
import { listPages, toAddress } from './site-pages.ts';

/** Widths of phones, of tablets in both orientations, and of desktops. */
const widths = [320, 375, 600, 768, 900, 1023, 1024, 1440, 2560];

/**
 * Measures which share of a figure's width its drawing takes, including words beside it, and the
 * smallest and largest of its smallest letters, as displayed.
 */
function measureFigures(figures: Element[]) {
  return figures.map((figure) => {
    const { left, width } = figure.getBoundingClientRect();
    const drawn = [...figure.querySelectorAll('.drawing svg')].filter((svg) =>
      svg.checkVisibility(),
    );
    const boxes = drawn.map((svg) => svg.getBoundingClientRect());
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    const beside = [...figure.querySelectorAll('figcaption > section p')]
      .map((words) => words.getBoundingClientRect())
      .filter((box) => box.top < bottom);
    const right = Math.max(...[...boxes, ...beside].map((box) => box.right));
    const letters = drawn.flatMap((svg) =>
      [...svg.querySelectorAll('text')].map(
        (text) => parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? 0),
      ),
    );
    return {
      id: figure.id,
      drawn: boxes.length,
      share: (right - left) / width,
      smallest: Math.min(...letters),
    };
  });
}

const isOfCharts = (page: string) =>
  /^(?:charts|embed)\/.+\/index\.html$|^places\/|^articles\/.+\/index\.html$/.test(page);

for (const address of listPages().filter(isOfCharts).map(toAddress)) {
  test(`${address}: its drawings use their column, in letters of reading size`, async ({
    page,
  }) => {
    await page.goto(address);
    await page.evaluate(() => document.fonts.ready);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const figures = await page.locator('figure.chart').evaluateAll(measureFigures);
      for (const { id, drawn, share, smallest } of figures) {
        const where = `${id} at ${width} px`;
        expect(drawn, where).toBeGreaterThan(0);
        // On a large phone there is no room for words beside a drawing, and its letters may not
        // grow.
        expect(share, where).toBeGreaterThan(width === 600 ? 0.75 : 0.9);
        expect(smallest, where).toBeGreaterThanOrEqual(11.95);
        // A drawing that fills a wide screen grows with it.
        if (width <= 1440) expect(smallest, where).toBeLessThan(21.5);
      }
    }
  });
}
