import { expect, test, type Page } from '@playwright/test';
import { readColumns } from './read-columns.ts';
import { readLayout } from './read-layout.ts';
import {
  findBrokenWords,
  findLargerHeadings,
  findLargerTexts,
  findLonelyRings,
} from './read-sizes.ts';
import { ask, askedLater, drawAll, kindsOfPage, openDetails, setLetters } from './site-pages.ts';

test.afterEach(({ page }) => setLetters(page, 100));

type Question = () => object;
/** A view of a page: how large its letters are, in per cent, and how wide its window is, in px. */
type View = [percent: number, width: number];

const across = (percents: number[], widths: number[]): View[] =>
  percents.flatMap((percent) => widths.map((width): View => [percent, width]));

/** What is asked of a page, and in which views. */
const questions: [Question, View[]][] = [
  [readLayout, across([100, 150, 200], [320, 1280])],
  [readColumns, across([100, 150, 200], [320, 1280])],
  [findBrokenWords, across([100, 150, 200], [320, 375])],
  [findLonelyRings, across([100, 150, 200], [320, 375])],
  [findLargerTexts, [...across([100], [320, 375, 768, 1440, 2560]), ...across([200], [375, 1280])]],
  // Headings grow with the width up to that of tablets, the more so the larger letters are.
  [
    findLargerHeadings,
    [...across([100], [320, 375, 768, 1440, 2560]), ...across([150, 200], [375, 430, 1280])],
  ],
];
/** At these widths headings hardly differ from those above. */
const laterQuestions: [Question, View[]][] = [
  [findLargerTexts, across([100], [430, 500, 640, 1000, 1920])],
  [
    findLargerHeadings,
    across([100, 150, 200], [320, 350, 375, 430, 500, 560, 768, 1024, 1440, 1920, 2560]),
  ],
];

/** What is found on a page without a fault, unless that is an empty list. */
const nothing = new Map<Question, object>([
  [readLayout, expect.objectContaining({ overlaps: [], tooWide: 0 })],
  [readColumns, { narrow: [], cut: [] }],
]);

/** Asks the page in each view, the smallest letters first. */
async function look(page: Page, address: string, asked: [Question, View[]][]): Promise<void> {
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
  await drawAll(page);
  const widths = [...new Set(asked.flatMap(([, views]) => views.map(([, width]) => width)))];
  for (const percent of [100, 150, 200]) {
    await setLetters(page, percent);
    for (const width of widths) {
      const here = asked.filter(([, views]) =>
        views.some((view) => view[0] === percent && view[1] === width),
      );
      if (here.length === 0) continue;
      await page.setViewportSize({ width, height: 800 });
      await openDetails(page);
      const found: Record<string, object> = {};
      for (const [find] of here) found[find.name] = await page.evaluate(find);
      expect(found, `at ${width} px, letters at ${percent} per cent`).toEqual(
        Object.fromEntries(here.map(([find]) => [find.name, nothing.get(find) ?? []])),
      );
    }
  }
}

for (const address of kindsOfPage) {
  test(
    `${address} can be read at every width with letters of every size, its headline the largest, no word of it broken`,
    ask(address),
    async ({ page }) => {
      test.setTimeout(120_000);
      await look(page, address, questions);
    },
  );

  test(
    `${address}: its headline is the largest, and no heading larger than one above, at many widths`,
    askedLater,
    async ({ page }) => {
      test.setTimeout(120_000);
      await look(page, address, laterQuestions);
    },
  );
}

test('on a phone the menu stands beside the name of the site, with letters at 150 per cent too', async ({
  page,
}) => {
  await page.goto('/about/');
  for (const percent of [100, 150]) {
    await setLetters(page, percent);
    for (const width of [320, 345, 360, 375, 414, 480, 640]) {
      await page.setViewportSize({ width, height: 800 });
      const name = await page.locator('header a').first().boundingBox();
      const menu = await page.locator('header button').boundingBox();
      const where = `${width} px, ${percent} per cent`;
      expect(menu?.y, where).toBeLessThan((name?.y ?? 0) + (name?.height ?? 0));
      expect(menu?.x, where).toBeGreaterThan((name?.x ?? 0) + (name?.width ?? 0));
    }
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

test('finds a word that stands in two lines, and a ring without its number', async ({ page }) => {
  const ring = '<svg class="standing-ring" width="9" height="9"></svg>';
  await page.setContent(`<style>.apart svg { display: block } h2 { width: 4em; font: 20px/1.2 monospace; overflow-wrap: anywhere }</style>
    <h2>Humvees at Mosul, at&nbsp;least&nbsp;2,300</h2>
    <p><a class="number" href="#1">2,300${ring}</a> and <a class="number apart" href="#2">2,500${ring}</a></p>`);
  expect(await page.evaluate(findBrokenWords)).toContain('least');
  expect(await page.evaluate(findLonelyRings)).toEqual(['2,500']);
});

test('finds a text that is larger than the headline, and a heading than the one above it', async ({
  page,
}) => {
  await page.setContent(
    '<main style="font: 16px/1.2 serif"><h1 style="font-size: 30px">One</h1><h2 style="font-size: 20px">Two</h2>' +
      '<h3 style="font-size: 22px">Three</h3><p style="font-size: 31px">Four</p>' +
      '<svg viewBox="0 0 10 10" width="40" height="40"><text y="9" style="font-size: 8px">5</text></svg></main>',
  );
  expect(await page.evaluate(findLargerTexts)).toEqual([
    '31 px, headline 30: Four',
    '32 px, headline 30: 5',
  ]);
  expect(await page.evaluate(findLargerHeadings)).toEqual(['h3 22 over h2 20: Three']);
});
