import { expect, test } from '@playwright/test';
import { readColumns } from './read-columns.ts';
import { readLayout } from './read-layout.ts';
import { ask, kindsOfPage, openDetails } from './site-pages.ts';

/** Narrow and wide, with letters as they come and as large as browsers offer them. */
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
        // As a reader's settings do it: breakpoints in em follow, which they do not follow the
        // style of the root.
        await session.send('Page.setFontSizes', {
          fontSizes: { standard: (16 * percent) / 100, fixed: 13 },
        });
        await page.goto(address);
        await page.evaluate(() => document.fonts.ready);
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
    `${address} breaks no word of a headline or heading on phones`,
    ask(address),
    async ({ page }) => {
      await page.goto(address);
      await page.evaluate(() => document.fonts.ready);
      for (const width of [320, 375]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(findBrokenWords), `${width} px`).toEqual([]);
      }
    },
  );
}

/** Words of headlines and headings that stand in two lines. For page.evaluate. */
function findBrokenWords(): string[] {
  const found: string[] = [];
  const range = document.createRange();
  for (const headline of document.querySelectorAll('h1, h2, h3, h4, .chart-title')) {
    const walker = document.createTreeWalker(headline, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{L}\d]+/gu)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 8))).size > 1)
          found.push(word);
      }
    }
  }
  return found;
}
