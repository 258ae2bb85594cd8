import { expect, test, type Page } from '@playwright/test';
import { parse } from 'node-html-parser';
import {
  ask,
  askedLater,
  kindsOfPage,
  listPages,
  oneOfEach,
  openDetails,
  readPage,
  toAddress,
} from './site-pages.ts';
import { startStaticHost } from './static-host.ts';

/** Records what the page requests from other hosts, and what its policy blocks. */
function watch(page: Page): { foreign: string[]; complaints: string[] } {
  const seen = { foreign: [] as string[], complaints: [] as string[] };
  page.on('request', (request) => {
    if (!/^(?:http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url()))
      seen.foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      seen.complaints.push(message.text());
  });
  page.on('pageerror', (error) => seen.complaints.push(error.message));
  return seen;
}

/**
 * Adds up how much the page moves on its own: the score that browsers call cumulative layout shift.
 */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let sum = 0;
    const add = (entries: PerformanceEntryList) => {
      for (const { value } of entries as (PerformanceEntry & { value: number })[]) sum += value;
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    const sumShifts = () => {
      add(observer.takeRecords());
      return sum;
    };
    Object.assign(globalThis, { sumShifts });
  });
}

/** Returns the score after our fonts have loaded, which they must. */
async function sumShifts(page: Page): Promise<number> {
  const { arrived, shifts } = await page.evaluate(async () => {
    do {
      await document.fonts.ready;
      // A frame that draws a font asks for it, and the frame after it knows what has moved.
      for (let frames = 0; frames < 3; frames++)
        await new Promise((resolve) => requestAnimationFrame(resolve));
    } while (document.fonts.status === 'loading');
    return {
      arrived: [...document.fonts].filter(
        (font) =>
          font.status === 'loaded' && /^"?(?:Brygada 1918|Archivo Narrow)"?$/.test(font.family),
      ).length,
      shifts: (globalThis as unknown as { sumShifts: () => number }).sumShifts(),
    };
  });
  expect(arrived).toBeGreaterThan(0);
  return shifts;
}

/** Opens a page whose fonts come only after its words were painted. */
async function openWithLateFonts(page: Page, address: string): Promise<void> {
  let late = 0;
  const { promise: painted, resolve: bringFonts } = Promise.withResolvers<undefined>();
  await page.route('**/*.woff2', async (route) => {
    late += 1;
    await painted;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page.evaluate(async () => {
    await new Promise((resolve) =>
      new PerformanceObserver(resolve).observe({ type: 'paint', buffered: true }),
    );
    for (let frames = 0; frames < 2; frames++)
      await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  await expect.poll(() => late, 'no font is asked for').toBeGreaterThan(0);
  bringFonts(undefined);
  await page.waitForLoadState();
  await page.unroute('**/*.woff2');
}

/** Pages with paragraphs on the first screen: one more line there moves everything below it. */
const hasParagraphs = (address: string) =>
  /^\/(?:(?:articles|numbers|sources|claims|charts|embed)\/.|about|methodology|privacy|accessibility)/.test(
    address,
  );

let host: Awaited<ReturnType<typeof startStaticHost>>;
test.beforeAll(async () => {
  host = await startStaticHost();
});
test.afterAll(() => host.server.close());

/** Finds texts with letters that are too small for readers. For page.evaluate. */
function findSmallText(): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent?.trim() ?? '';
    const element = walker.currentNode.parentElement;
    if (!text || !element?.checkVisibility()) continue;
    const svg = element.closest('svg');
    const scale = svg?.viewBox.baseVal.width
      ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width
      : 1;
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
    if (size < 11.95) found.push(`${size.toFixed(1)} px: ${text.slice(0, 40)}`);
  }
  return found;
}

/** Tests all these questions on every page, opened once. */
for (const address of listPages().map(toAddress)) {
  test(
    `${address} asks nobody else, has one headline, never scrolls sideways, and keeps its text at 12 px`,
    ask(address, oneOfEach),
    async ({ page, context }) => {
      const seen = watch(page);
      await page.setViewportSize({ width: 320, height: 800 });
      const response = await page.goto(address);
      expect(response?.status()).toBe(200);
      await page.evaluate(() => document.fonts.ready);
      expect(seen).toEqual({ foreign: [], complaints: [] });
      expect(await context.cookies()).toEqual([]);
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
      // Text between script tags is data for programs, never code.
      const inline = await page
        .locator('script:not([src])')
        .evaluateAll((found) =>
          found.map(
            ({ attributes, textContent }) =>
              [attributes.length, attributes[0]?.value, textContent] as const,
          ),
        );
      expect(inline.map(([attributes, type]) => [attributes, type])).toEqual(
        inline.map(() => [1, 'application/ld+json']),
      );
      for (const [, , text] of inline) expect(JSON.parse(text)).toHaveProperty('@context');

      await expect(page.locator('h1')).toHaveCount(1);
      // A page for frames on other sites has neither masthead nor footer.
      await expect(page.locator('main, body > header, footer')).toHaveCount(
        address.startsWith('/embed/') ? 1 : 3,
      );
      const levels = await page
        .locator('h1, h2, h3, h4')
        .evaluateAll((headings) => headings.map((heading) => Number(heading.tagName.slice(1))));
      const skipped = levels.filter((level, index) => level > (levels[index - 1] ?? level) + 1);
      expect(skipped).toEqual([]);

      expect(await page.evaluate(findSmallText)).toEqual([]);
      for (const width of [320, 375, 768, 1024, 1440, 2560]) {
        await page.setViewportSize({ width, height: 800 });
        await openDetails(page);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `scrolls sideways at ${width} px`).toBe(0);
      }
      expect(seen).toEqual({ foreign: [], complaints: [] });
    },
  );
}

for (const address of kindsOfPage) {
  for (const width of [375, 412, 768, 1440])
    test(
      `${address} moves nothing that a reader sees at ${width} px on a first visit`,
      askedLater,
      async ({ browser }) => {
        const reader = await browser.newContext({ viewport: { width, height: 800 } });
        const page = await reader.newPage();
        await watchShifts(page);
        await page.goto(`${host.address}${address}`);
        // A paragraph may take one more line in the fallback font, as below.
        expect(await sumShifts(page)).toBeLessThan(hasParagraphs(address) ? 0.14 : 0.015);
        await reader.close();
      },
    );

  // If nothing moves on phones and desktops, nothing moves at widths between them.
  for (const widths of [
    [375, 1440],
    [412, 768],
  ]) {
    const asked = widths[0] === 375 ? ask(address) : askedLater;
    test(
      `${address} moves nothing at ${widths.join(' and ')} px to a reader who has seen another page`,
      asked,
      async ({ browser }) => {
        test.setTimeout(120_000);
        // A busy machine can show a page before it has read the fonts from its cache, so a page
        // fails if it moves for fifteen new readers.
        const least = new Map(widths.map((width) => [width, Infinity]));
        for (let readers = 0; readers < 15 && Math.max(...least.values()) >= 0.001; readers++) {
          const reader = await browser.newContext({ viewport: { width: 375, height: 800 } });
          const page = await reader.newPage();
          await watchShifts(page);
          await page.goto(`${host.address}/`);
          await sumShifts(page);
          for (const [width, before] of least) {
            await page.setViewportSize({ width, height: 800 });
            await page.goto(`${host.address}${address}`);
            least.set(width, Math.min(before, await sumShifts(page)));
          }
          await reader.close();
        }
        for (const [width, shift] of least) expect(shift, `${width} px`).toBeLessThan(0.001);
      },
    );

    test(
      `${address} hardly moves at ${widths.join(' and ')} px when its fonts arrive late`,
      asked,
      async ({ page }) => {
        await watchShifts(page);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          await openWithLateFonts(page, address);
          // A paragraph may take one line more or less, because no other font has letters exactly
          // as wide as ours. That moves what is below it by one line: by at most 0.11 on all pages
          // of records and articles. A menu or a column that moves scores many times as much.
          expect(await sumShifts(page), `${width} px`).toBeLessThan(
            hasParagraphs(address) ? 0.14 : 0.015,
          );
        }
      },
    );
  }
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an article says everything: findings, numbers, charts as tables, sources', async ({
    page,
  }) => {
    await page.goto('/articles/what-was-lost-at-mosul/');
    await expect(page.getByRole('heading', { name: 'Key findings' })).toBeVisible();
    await page.locator('details.evidence > summary').click();
    await expect(page.locator('.numbers-table tbody tr').first()).toBeVisible();
    await expect(page.locator('.source-list li').first()).toBeVisible();
    await page.locator('summary', { hasText: 'Table' }).first().click();
    await expect(page.locator('figure.chart table').first()).toBeVisible();
    await page.locator('summary', { hasText: 'Describe this chart' }).first().click();
    await expect(page.locator('.chart-description p').first()).toBeVisible();
  });
});

test('keyboard: the first stop leads past the masthead, and every stop shows itself', async ({
  page,
}) => {
  await page.goto('/articles/what-was-lost-at-mosul/');
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText('Skip to the text');
  await expect(page.locator(':focus')).toBeInViewport();
  for (let stop = 0; stop < 25; stop++) {
    await page.keyboard.press('Tab');
    const outline = await page
      .locator(':focus')
      .evaluate((element) => getComputedStyle(element).outlineStyle);
    expect(outline).not.toBe('none');
  }
});

test('a finding that begins with a number shows it large, its sentence below', async ({ page }) => {
  await page.goto('/articles/two-numbers-for-the-machine-guns/');
  const finding = page.locator('.key-findings li').first();
  await expect(finding).toHaveText(/^74,000/);
  for (const width of [375, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    const { larger, below } = await finding.evaluate((element) => {
      const number = element.querySelector('a');
      const range = document.createRange();
      range.selectNode(number?.nextSibling ?? element);
      const sizeOf = (of: Element | null) =>
        of ? Number.parseFloat(getComputedStyle(of).fontSize) : 0;
      const topOf = (box?: DOMRect) => box?.top ?? 0;
      return {
        larger: sizeOf(number) / sizeOf(element),
        below: topOf(range.getClientRects()[0]) - topOf(number?.getBoundingClientRect()),
      };
    });
    expect(larger).toBeGreaterThan(1.2);
    expect(below).toBeGreaterThan(20);
  }
});

/** Finds words of large numbers that are broken across two lines. For page.evaluate. */
function findBrokenNumbers(): string[] {
  const found: string[] = [];
  for (const span of document.querySelectorAll('.giant span')) {
    const walker = document.createTreeWalker(span, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
          found.push(word);
      }
    }
  }
  return found;
}

const records = listPages().filter(
  (file) => /^numbers\/./.test(file) && file !== 'numbers/index.html',
);
/** Returns the length of the longest word of the large numbers. */
const measureWord = (file: string) =>
  Math.max(
    0,
    ...parse(readPage(file))
      .querySelectorAll('.giant span')
      .map(({ text }) => Math.max(...text.split(/\s/).map(({ length }) => length))),
  );

for (const fonts of ['our fonts', 'the fonts of the system']) {
  const breaksNone = async (page: Page, files: readonly string[]) => {
    if (fonts !== 'our fonts') await page.route('**/*.woff2', (route) => route.abort());
    await page.setViewportSize({ width: 320, height: 800 });
    for (const file of files) {
      await page.goto(toAddress(file));
      expect(await page.evaluate(findBrokenNumbers), file).toEqual([]);
    }
  };

  test(`the longest numbers of records never break in two on the narrowest screen, in ${fonts}`, async ({
    page,
  }) => {
    const longest = records
      .map((file) => ({ file, length: measureWord(file) }))
      .sort((a, b) => b.length - a.length);
    await breaksNone(
      page,
      longest.slice(0, 10).map(({ file }) => file),
    );
  });

  test(
    `the number of a record never breaks in two on the narrowest screen, in ${fonts}`,
    askedLater,
    async ({ page }) => {
      test.setTimeout(120_000);
      expect(records.length).toBeGreaterThan(20);
      await breaksNone(page, records);
    },
  );
}

test('a number leads to its record, at the statement it means', async ({ page }) => {
  await page.goto('/articles/what-was-lost-at-mosul/');
  const link = page.locator('.prose a.number[href*="/numbers/machine-guns/#reuters-2015"]').first();
  await expect(link).toContainText('74,000');
  await link.click();
  await expect(page).toHaveURL(/\/numbers\/machine-guns\/#reuters-2015$/);
  await expect(page.locator('#reuters-2015')).toContainText('Peter Van Buren');
  await expect(page.locator('#van-buren-2015')).toContainText('4,000');
});

test.describe('the menu of phones', () => {
  test.use({ viewport: { width: 375, height: 800 }, javaScriptEnabled: false });

  test('stands beside the name of the site on the narrowest', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto('/');
    const name = await page.getByRole('banner').getByRole('link').first().boundingBox();
    const menu = await page.getByRole('button', { name: 'Menu' }).boundingBox();
    expect(menu?.y).toBeLessThan((name?.y ?? 0) + (name?.height ?? 0));
  });

  test('opens and closes without JavaScript, by the keyboard too', async ({ page }) => {
    await page.goto('/');
    const rooms = page.getByRole('navigation', { name: 'Site' });
    await expect(rooms).toBeHidden();
    await page.getByRole('button', { name: 'Menu' }).press('Enter');
    await expect(rooms.getByRole('link', { name: 'Numbers' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(rooms).toBeHidden();
    await page.getByRole('button', { name: 'Menu' }).click();
    await rooms.getByRole('link', { name: 'Numbers' }).click();
    await expect(page).toHaveURL(/\/numbers\/$/);
  });
});

test('a line of custody joins no statements but those that repeat one another', async ({
  page,
}) => {
  await page.goto('/numbers/humvee-value/');
  const strangers = await page.locator('.custody tbody tr').evaluateAll((rows) =>
    rows.flatMap((row, index) => {
      if (row.getAttribute('data-mark') === 'start') return [];
      // The row that it repeats is above it, and no row between them starts a new thread.
      const source = row.querySelector('a[href^="#"]')?.getAttribute('href')?.slice(1);
      const from = rows.findIndex((other) => other.id === source);
      const between = rows
        .slice(from + 1, index)
        .filter((other) => other.getAttribute('data-mark') === 'start');
      return from >= 0 && from < index && between.length === 0 ? [] : [row.id];
    }),
  );
  expect(strangers).toEqual([]);
});

test('an address that is not there answers with the page for it', async ({ page }) => {
  const response = await page.goto('/no-such-page/');
  expect(response?.status()).toBe(404);
});
