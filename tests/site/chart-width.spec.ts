import { expect, test } from '@playwright/test';
import { findLargerTexts } from './read-sizes.ts';
import { ask, listPages, toAddress } from './site-pages.ts';

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
      drawings: [...figure.querySelectorAll('.drawing')].filter((drawing) =>
        drawing.checkVisibility(),
      ).length,
      share: (right - left) / width,
      smallest: Math.min(...letters),
    };
  });
}

/**
 * Finds labels that leave their drawing or overlap. For evaluateAll: it uses nothing from outside.
 */
function findLabelFaults(drawings: (HTMLElement | SVGElement)[]): string[] {
  return drawings
    .filter((drawing) => drawing.checkVisibility())
    .flatMap((drawing) => {
      const frame = drawing.getBoundingClientRect();
      const scale = frame.width / (drawing as SVGSVGElement).viewBox.baseVal.width;
      const pixel = Math.max(1, scale);
      // Measures the ink of a line, not its line box: from the top of a capital to the bottom of a
      // descender.
      const labels = [...drawing.querySelectorAll<SVGTextElement>('text')].map((text) => {
        const { left, right } = text.getBoundingClientRect();
        const baseline = frame.top + Number(text.getAttribute('y')) * scale;
        const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
        return {
          text: text.textContent,
          box: { left, right, top: baseline - 0.72 * size, bottom: baseline + 0.22 * size },
        };
      });
      // A first letter such as A extends to the left of its line by a pixel of the drawing.
      const clipped = labels.filter(
        ({ box }) =>
          box.left < frame.left - 1.5 * pixel ||
          box.right > frame.right + pixel ||
          box.top < frame.top - 2 * pixel ||
          box.bottom > frame.bottom + 2 * pixel,
      );
      const overlapping = labels.flatMap((one, index) =>
        labels
          .slice(index + 1)
          .filter(
            (other) =>
              one.box.left < other.box.right - pixel &&
              other.box.left < one.box.right - pixel &&
              one.box.top < other.box.bottom - pixel &&
              other.box.top < one.box.bottom - pixel,
          )
          .map((other) => `${one.text} over ${other.text}`),
      );
      return [...clipped.map(({ text }) => `clipped: ${text}`), ...overlapping];
    });
}

const isOfCharts = (page: string) =>
  /^(?:charts|embed)\/.+\/index\.html$|^places\/|^articles\/.+\/index\.html$/.test(page);

/** A page for other sites has the drawing of another page, so one of them stands for all. */
const askOnce = (address: string) => (address.startsWith('/embed/') ? ask(address) : {});

for (const address of listPages().filter(isOfCharts).map(toAddress)) {
  test(
    `${address}: its drawings use their column, one at a time, in letters of reading size, no label clipped or on another`,
    askOnce(address),
    async ({ page }) => {
      await page.goto(address);
      await page.evaluate(() => document.fonts.ready);
      const charts = page.locator('figure.chart');
      if (!address.startsWith('/articles/')) expect(await charts.count()).toBe(1);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        expect(await page.evaluate(findLargerTexts), `${width} px`).toEqual([]);
        // On a large phone there is no room for words beside a drawing, and its letters may not
        // grow.
        const least = width === 600 ? 0.75 : 0.9;
        // A drawing that fills a wide screen grows with it.
        const largest = width <= 1440 ? 21.5 : Infinity;
        const figures = await charts.evaluateAll(measureFigures);
        const faults = figures.filter(
          ({ drawings, share, smallest }) =>
            !(drawings === 1 && share > least && smallest >= 11.95 && smallest < largest),
        );
        expect(faults, `${width} px`).toEqual([]);
        const drawings = page.locator('figure.chart .drawing svg');
        expect(await drawings.evaluateAll(findLabelFaults), `${width} px`).toEqual([]);
      }
    },
  );
}
