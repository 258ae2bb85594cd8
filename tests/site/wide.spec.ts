import { expect, test, type Page } from '@playwright/test';
import { ask, kindsOfPage } from './site-pages.ts';

/** Measures the widest drawing of the open page, and the first paragraph of running text, in px. */
async function measure(page: Page, width: number) {
  await page.setViewportSize({ width, height: 1000 });
  const { pad, ...widths } = await page.evaluate(() => {
    const widest = (selector: string) =>
      Math.max(
        0,
        ...[...document.querySelectorAll(selector)]
          .filter((element) => element.checkVisibility())
          .map((element) => element.getBoundingClientRect().width),
      );
    const main = document.querySelector('main > .page, main > article') ?? document.body;
    return {
      drawing: widest('figure.chart .drawing svg'),
      right: Math.max(
        0,
        ...[...document.querySelectorAll('figure.chart')].map(
          (figure) => figure.getBoundingClientRect().right,
        ),
      ),
      text: widest('.prose > p'),
      doors: widest('.chart-doors'),
      pad: parseFloat(
        getComputedStyle(document.querySelector('header .page') ?? main).paddingInlineStart,
      ),
    };
  });
  return { ...widths, room: width - 2 * pad, edge: width - pad };
}

const wholes = kindsOfPage.filter((address) =>
  /^\/charts\/.|^\/timeline\/|^\/places\//.test(address),
);
for (const address of wholes) {
  test(`${address} gives a wide screen to its drawing`, ask(address), async ({ page }) => {
    await page.goto(address);
    for (const width of [1440, 1920, 2560]) {
      const { drawing, room } = await measure(page, width);
      expect(drawing, `${width} px`).toBeGreaterThan(room - 4);
    }
  });
}

for (const address of kindsOfPage.filter((kind) => /^\/articles\/./.test(kind))) {
  test(
    `${address}: from 1,920 px on its figures grow to the edge of the page and its text does not`,
    ask(address),
    async ({ page }) => {
      await page.goto(address);
      const desktop = await measure(page, 1440);
      for (const width of [1920, 2560]) {
        const wide = await measure(page, width);
        expect(wide.text).toBe(desktop.text);
        if (desktop.drawing === 0) continue;
        expect(wide.drawing).toBeGreaterThan(desktop.drawing + 100);
        expect(Math.abs(wide.right - wide.edge), `${width} px`).toBeLessThan(4);
      }
    },
  );
}

test('the charts to choose from fill a wide screen', async ({ page }) => {
  await page.goto('/charts/');
  for (const width of [1440, 1920, 2560]) {
    const { doors, room } = await measure(page, width);
    expect(doors).toBeGreaterThan(room - 4);
  }
});
