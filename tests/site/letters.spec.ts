import { expect, test } from '@playwright/test';
import { readColumns } from './read-columns.ts';
import { readLayout } from './read-layout.ts';
import { ask, drawAll, kindsOfPage, openDetails } from './site-pages.ts';

/** Narrow and wide, with letters in the default size and in the largest that browsers offer. */
const corners = [320, 1280].flatMap((width) =>
  [100, 150, 200].map((percent) => ({ width, percent })),
);

for (const address of kindsOfPage) {
  test(
    `${address} can be read at every width with letters of every size`,
    ask(address),
    async ({ page }) => {
      test.setTimeout(120_000);
      const session = await page.context().newCDPSession(page);
      for (const { width, percent } of corners) {
        await page.setViewportSize({ width, height: 800 });
        // As in a reader's settings: breakpoints in em follow these, but not a style of the root.
        await session.send('Page.setFontSizes', {
          fontSizes: { standard: (16 * percent) / 100, fixed: 13 },
        });
        await page.goto(address);
        await page.evaluate(() => document.fonts.ready);
        await drawAll(page);
        expect(
          await page.evaluate(() =>
            parseFloat(getComputedStyle(document.documentElement).fontSize),
          ),
        ).toBe((16 * percent) / 100);
        await openDetails(page);
        const { overlaps, tooWide } = await page.evaluate(readLayout);
        expect(
          { overlaps, tooWide, ...(await page.evaluate(readColumns)) },
          `${width} px, ${percent} per cent`,
        ).toEqual({
          overlaps: [],
          tooWide: 0,
          narrow: [],
          cut: [],
        });
      }
    },
  );
}

test('on a phone the menu stands beside the name of the site, with letters at 150 per cent too', async ({
  page,
}) => {
  const session = await page.context().newCDPSession(page);
  await page.goto('/about/');
  for (const percent of [100, 150])
    for (const width of [320, 345, 360, 375, 414, 480, 640]) {
      await page.setViewportSize({ width, height: 800 });
      await session.send('Page.setFontSizes', {
        fontSizes: { standard: (16 * percent) / 100, fixed: 13 },
      });
      const name = await page.locator('header a').first().boundingBox();
      const menu = await page.locator('header button').boundingBox();
      const where = `${width} px, ${percent} per cent`;
      expect(menu?.y, where).toBeLessThan((name?.y ?? 0) + (name?.height ?? 0));
      expect(menu?.x, where).toBeGreaterThan((name?.x ?? 0) + (name?.width ?? 0));
    }
});

test('what is read finds columns of a few letters, and words that are cut off or lie beyond the edge', async ({
  page,
}) => {
  await page.setContent(`<style>body { margin: 0; font: 16px/1.2 serif } div { overflow: hidden; white-space: nowrap }</style>
    <p style="width: 4em">Words of one column that holds hardly more than one of them.</p>
    <div style="width: 5em">Words that their box cuts off</div>
    <p style="white-space: nowrap; width: 10em">${'Words that run on and on. '.repeat(30)}</p>
    <p>Words that any reader can read, in a column as wide as the page.</p>`);
  const { narrow, cut } = await page.evaluate(readColumns);
  expect(narrow).toHaveLength(1);
  expect(cut).toHaveLength(2);
});

for (const address of kindsOfPage) {
  test(
    `${address} breaks no word of a headline or heading on phones, whatever the size of letters`,
    ask(address),
    async ({ page }) => {
      const session = await page.context().newCDPSession(page);
      for (const width of [320, 375]) {
        await page.setViewportSize({ width, height: 800 });
        for (const percent of [100, 150, 200]) {
          await session.send('Page.setFontSizes', {
            fontSizes: { standard: (16 * percent) / 100, fixed: 13 },
          });
          await page.goto(address);
          await page.evaluate(() => document.fonts.ready);
          await openDetails(page);
          const where = `${width} px, ${percent} per cent`;
          expect(await page.evaluate(findBrokenWords), where).toEqual([]);
          expect(await page.evaluate(findLonelyRings), where).toEqual([]);
        }
      }
    },
  );
}

test('finds a word that stands in two lines, and a ring without its number', async ({ page }) => {
  const ring = '<svg class="standing-ring" width="9" height="9"></svg>';
  await page.setContent(`<style>.apart svg { display: block } h2 { width: 4em; font: 20px/1.2 monospace; overflow-wrap: anywhere }</style>
    <h2>Humvees at Mosul, at&nbsp;least&nbsp;2,300</h2>
    <p><a class="number" href="#1">2,300${ring}</a> and <a class="number apart" href="#2">2,500${ring}</a></p>`);
  expect(await page.evaluate(findBrokenWords)).toContain('least');
  expect(await page.evaluate(findLonelyRings)).toEqual(['2,500']);
});

/** Finds words and numbers of headings that are broken across two lines. For page.evaluate. */
function findBrokenWords(): string[] {
  const found: string[] = [];
  const range = document.createRange();
  for (const headline of document.querySelectorAll('h1, h2, h3, h4, .chart-title')) {
    const walker = document.createTreeWalker(headline, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(
        /[\p{L}\d]+(?:[.,]\d+)*/gu,
      )) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 8))).size > 1)
          found.push(word);
      }
    }
  }
  return found;
}

/** Finds numbers that are on another line than their ring. For page.evaluate. */
function findLonelyRings(): string[] {
  const range = document.createRange();
  return [...document.querySelectorAll('a.number > .standing-ring, a.number > .last > *')].flatMap(
    (ring) => {
      const text = ring.previousSibling;
      const end = text?.textContent?.length ?? 0;
      if (!text || end === 0 || ring.getClientRects().length === 0) return [];
      range.setStart(text, end - 1);
      range.setEnd(text, end);
      const isApart = ring.getBoundingClientRect().top > range.getBoundingClientRect().bottom - 1;
      return isApart ? [ring.closest('a')?.textContent ?? ''] : [];
    },
  );
}
