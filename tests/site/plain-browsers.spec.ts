import { expect, test, type Page } from '@playwright/test';
import { ageStylesheets } from './old-browser.ts';
import { kindsOfPage } from './site-pages.ts';

/** Texts that lie on one another, headings above what comes before them, and how far the page is too wide. */
type Reading = { overlaps: string[]; disorder: string[]; tooWide: number };

function readPage(): Reading {
  type Line = { text: string; node: Node; left: number; right: number; top: number; bottom: number };
  const lines: Line[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.textContent?.trim() || !element?.checkVisibility()) continue;
    // Words in drawings are proved elsewhere, the skip link shows when focused, a stacked table's head and a door's description are heard alone.
    const isHeardAlone = (near: Element | null) => near !== null && getComputedStyle(near).clipPath === 'inset(50%)';
    if (element.closest('svg, .skip') || isHeardAlone(element.closest('thead, .unseen'))) continue;
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      // Letters fill the middle of their line box.
      const inset = (bottom - top) * 0.25;
      if (right - left > 1) lines.push({ text: node.textContent.trim(), node, left, right, top: top + inset, bottom: bottom - inset });
    }
  }
  for (const svg of document.querySelectorAll('figure svg')) {
    const { left, right, top, bottom } = svg.getBoundingClientRect();
    if (svg.checkVisibility()) lines.push({ text: 'a drawing', node: svg, left, right, top, bottom });
  }
  lines.sort((a, b) => a.top - b.top);
  const overlaps: string[] = [];
  for (const [index, line] of lines.entries()) {
    for (const other of lines.slice(index + 1)) {
      if (other.top >= line.bottom - 1) break;
      const wide = Math.min(line.right, other.right) - Math.max(line.left, other.left);
      if (wide > 2 && line.node !== other.node) overlaps.push(`“${line.text.slice(0, 30)}” and “${other.text.slice(0, 30)}”`);
    }
  }
  const headings = [...document.querySelectorAll('main h1, main h2, main h3')].filter((heading) => heading.checkVisibility());
  const tops = headings.map((heading) => heading.getBoundingClientRect().top);
  const disorder = headings
    .filter((_, index) => (tops[index] ?? 0) < (tops[index - 1] ?? -Infinity))
    .map((heading) => heading.textContent.trim());
  const { scrollWidth, clientWidth } = document.documentElement;
  return { overlaps, disorder, tooWide: scrollWidth - clientWidth };
}

async function open(page: Page, address: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
}

const nothing = { overlaps: [], disorder: [], tooWide: 0 };

for (const address of kindsOfPage) {
  test.describe(address, () => {
    test('reads well in a browser of 2020', async ({ page }) => {
      await open(page, address, 375);
      const taken = await page.evaluate(ageStylesheets);
      expect(taken.rules).toBeGreaterThan(5);
      expect(taken.declarations).toBeGreaterThan(5);
      expect(await page.evaluate(readPage)).toEqual(nothing);
      await page.setViewportSize({ width: 1280, height: 800 });
      expect(await page.evaluate(readPage)).toMatchObject({ overlaps: [], tooWide: 0 });
    });

    test('reads well with fonts blocked', async ({ page }) => {
      await page.route('**/*.woff2', (route) => route.abort());
      await open(page, address, 320);
      expect(await page.evaluate(readPage)).toEqual(nothing);
      await page.setViewportSize({ width: 1280, height: 800 });
      expect(await page.evaluate(readPage)).toMatchObject({ overlaps: [], tooWide: 0 });
    });

    test('reads in order without a stylesheet', async ({ page }) => {
      await page.route('**/*.css', (route) => route.abort());
      await open(page, address, 1024);
      expect(await page.evaluate(readPage)).toEqual(nothing);
    });
  });
}

test('finds what lies on another, what stands too high, and what is too wide', async ({ page }) => {
  await page.setContent(
    '<main><h1 style="margin-top: 200px">One</h1><h2 style="position: absolute; top: 0">Two</h2>' +
      '<p>Under words</p><p style="margin-top: -2.2em; width: 3000px">Over words</p></main>',
  );
  const { overlaps, disorder, tooWide } = await page.evaluate(readPage);
  expect(overlaps).toHaveLength(1);
  expect(overlaps[0]).toContain('Under words');
  expect(disorder).toEqual(['Two']);
  expect(tooWide).toBeGreaterThan(1000);
});
