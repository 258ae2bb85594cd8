import { expect, test, type Page } from '@playwright/test';
import { readContent } from '../../src/library/read-content.ts';
import { readLayout } from './read-layout.ts';
import { setLetters } from './site-pages.ts';

test.afterEach(({ page }) => setLetters(page, 100));

/** Opens the home page in a browser with this letter size as its reader's setting. */
async function open(page: Page, width: number, percent = 100): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.goto('/');
  await page.evaluate(() => document.fonts.ready);
  await setLetters(page, percent);
}

/**
 * Measures how far the end of each followed yarn is from the ring of its row; empty if no rope is
 * drawn.
 */
function measureYarns(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const rings = [...document.querySelectorAll('.record-numbers li > .standing-ring')].map(
      (ring) => {
        const { left, right, top, bottom } = ring.getBoundingClientRect();
        return { x: (left + right) / 2, y: (top + bottom) / 2 };
      },
    );
    const rope = document.querySelector<SVGSVGElement>('.rope:has(.thread)');
    const end = (path: SVGGeometryElement) => {
      const point = path.getPointAtLength(path.getTotalLength());
      const matrix = path.getScreenCTM();
      return matrix ? point.matrixTransform(matrix) : point;
    };
    const drawn = rope?.checkVisibility()
      ? [...rope.querySelectorAll<SVGPathElement>('path.thread')]
      : [...document.querySelectorAll<SVGPathElement>('.record-numbers li .rope > svg path')];
    return drawn
      .map(end)
      .map(({ x, y }) => Math.min(...rings.map((ring) => Math.hypot(ring.x - x, ring.y - y))));
  });
}

test('says under the name what the site is about, and where the first articles are', async ({
  page,
}) => {
  for (const width of [375, 1280]) {
    await open(page, width);
    const purpose = page.locator('header p');
    await expect(purpose).toContainText('Islamic State (ISIS)');
    expect((await purpose.boundingBox())?.y).toBeLessThan(100);
    const door = await page.locator('#main li:has(h2)').first().boundingBox();
    expect((door?.y ?? Infinity) + 60, `${width} px: within two screens`).toBeLessThan(1600);
  }
  await expect(page.locator('#main li:has(h2)')).toHaveCount(3);
  await expect(page.locator('li:has(h2) .drawing svg, section:has(h1) .drawing svg')).toHaveCount(
    4,
  );
  await expect(page.locator('.home .legend a')).toHaveAttribute(
    'href',
    /\/methodology\/#standing$/,
  );
});

test('explains its abbreviations where they first stand, and has no tags and no words of the desk', async ({
  page,
}) => {
  await open(page, 1280);
  const words = (await page.locator('body').innerText()).replace(/\s+/g, ' ');
  expect(words.search(/Islamic State \(ISIS\)/)).toBeLessThan(words.search(/(?<!\()\bISIS\b/));
  const first = words.search(/\bCAR\b/);
  expect(words.slice(first - 1, first + 4)).toBe('(CAR)');
  expect(words).not.toMatch(/\bE-\d\d/);
  expect(words).not.toMatch(/stops the site|bound|freed|dossier/i);
});

for (const width of [1280, 1440]) {
  for (const percent of [100, 125, 150, 200]) {
    test(`holds at ${width} px with letters of ${percent} per cent`, async ({ page }) => {
      await open(page, width, percent);
      expect(await page.evaluate(readLayout)).toMatchObject({ overlaps: [], tooWide: 0 });
      // No column is so narrow that it has only a word or two on a line.
      const narrow = await page.evaluate(() =>
        [...document.querySelectorAll('.home h1, .home h2, .home p, .home h3')]
          .filter((element) => element.checkVisibility() && element.textContent.length > 40)
          .filter(
            (element) =>
              element.getBoundingClientRect().width <
              7.5 * parseFloat(getComputedStyle(element).fontSize),
          )
          .map((element) => element.textContent.slice(0, 40)),
      );
      expect(narrow).toEqual([]);
      const beside = await page.evaluate(() => {
        const [story, numbers] = ['section:has(h1)', '.record-numbers'].map((name) =>
          document.querySelector(name)?.getBoundingClientRect(),
        );
        return (story?.bottom ?? 0) > (numbers?.top ?? 0);
      });
      expect(beside, 'the rope gives way to the column').toBe((width * 100) / percent >= 1180);
      const apart = await measureYarns(page);
      expect(apart).toHaveLength(6);
      for (const distance of apart) expect(distance).toBeLessThan(14);
    });
  }
}

for (const width of [375, 768, 1280]) {
  test(`draws its dates to scale at ${width} px`, async ({ page }) => {
    await open(page, width);
    const dates = await page
      .locator('.strip time')
      .evaluateAll((times) => times.map((time) => Date.parse(time.getAttribute('datetime') ?? '')));
    const places = await page.evaluate(() => {
      const drawing = [...document.querySelectorAll('.strip > svg')].find((svg) =>
        svg.checkVisibility(),
      );
      return [...(drawing?.querySelectorAll('.c-square, .c-ring') ?? [])].map((mark) => {
        const { left, right, top, bottom } = mark.getBoundingClientRect();
        return { x: (left + right) / 2, y: (top + bottom) / 2 };
      });
    });
    expect(places).toHaveLength(dates.length);
    const along = places.map(({ x, y }) => (width < 1180 ? y : x));
    const [first = 0, last = 0] = [along[0], along.at(-1)];
    const [from = 0, to = 0] = [dates[0], dates.at(-1)];
    expect(last - first).toBeGreaterThan(300);
    for (const [index, date] of dates.entries())
      expect(
        Math.abs((along[index] ?? 0) - first - ((date - from) / (to - from)) * (last - first)),
      ).toBeLessThan(2);
  });
}

test('reads in the order of the page by keyboard', async ({ page }) => {
  await open(page, 375);
  const { content } = readContent(process.cwd());
  const stops = await page
    .locator('.home a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(stops[0]).toContain(content.site?.value.lead);
  const rows = await page
    .locator('.home a')
    .evaluateAll((links) => links.map((link) => Math.round(link.getBoundingClientRect().top)));
  const back = rows.filter((row, index) => row < (rows[index - 1] ?? 0) - 40);
  expect(back).toEqual([]);
});
