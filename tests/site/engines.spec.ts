/**
 * Tests that must pass in every engine: Chromium always, Firefox and WebKit if playwright.config.ts
 * finds them.
 */
import { expect, test } from '@playwright/test';
import { parse } from 'node-html-parser';
import { drawAll, readPage } from './site-pages.ts';

const pages = {
  home: '/',
  article: '/articles/what-was-lost-at-mosul/',
  record: '/numbers/machine-guns/',
  chart: '/charts/losses-mosul-iraq/',
  timeline: '/timeline/',
  claims: '/claims/',
  method: '/methodology/',
};
const squeeze = (text: string) => text.replace(/\s+/g, '');

for (const [kind, address] of Object.entries(pages)) {
  test(`${kind}: says what was built, asks nobody else, complains of nothing, and no line is too wide and no tag broken in two`, async ({
    page,
  }) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!/^(?:http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url()))
        complaints.push(`asks ${request.url()}`);
    });
    await page.goto(address);
    await page.evaluate(() => document.fonts.ready);
    expect(complaints).toEqual([]);
    const written = parse(readPage(`${address.slice(1)}index.html`));
    const built = squeeze(written.querySelector('main')?.text ?? '');
    for (const width of [320, 375, 768, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const { over, broken } = await page.evaluate(() => ({
        over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        broken: [...document.querySelectorAll('.tag')]
          .filter(
            (tag) =>
              tag.getClientRects().length > 1 ||
              tag.getBoundingClientRect().height >
                2 * parseFloat(getComputedStyle(tag).fontSize) + 12,
          )
          .map((tag) => tag.textContent),
      }));
      expect({ over, broken }, `${width} px`).toEqual({ over: 0, broken: [] });
    }

    await drawAll(page);
    const { text, seen } = await page.evaluate(() => {
      const main = document.querySelector('main');
      // The page's script adds a button after each text to copy.
      for (const tools of document.querySelectorAll('p.cite + .tools:has(> button:only-child)'))
        tools.remove();
      return { text: main?.textContent ?? '', seen: main?.innerText ?? '' };
    });
    expect(built.length).toBeGreaterThan(1000);
    expect(squeeze(text)).toBe(built);
    // Closed tables and evidence are not visible yet, but most else is.
    expect(squeeze(seen).length).toBeGreaterThan(built.length / 3);
  });
}

for (const kind of ['article', 'record', 'method', 'claims'] as const) {
  test(`${kind}: links in running text are underlined, a number’s by its standing`, async ({
    page,
  }) => {
    await page.goto(pages[kind]);
    const links = await page
      .locator('.text > p a, .record-section p a, .record-section small a, .source-row p a, .dek a')
      .evaluateAll((found) =>
        found
          .filter(
            (link) =>
              link.getClientRects().length > 0 && !link.matches('.tag, .tool, [href$=".json"]'),
          )
          .map((link) => {
            const {
              textDecorationLine,
              textDecorationStyle,
              textDecorationColor,
              textDecorationThickness,
            } = getComputedStyle(link);
            const look = `${textDecorationLine} ${textDecorationStyle} ${textDecorationColor} ${textDecorationThickness}`;
            return {
              look,
              standing: link.getAttribute('data-standing'),
              number: link.matches('a.number[data-tells]'),
            };
          }),
      );
    expect(links.length).toBeGreaterThan(1);
    expect(
      links.filter(({ look }) => !/^underline (?:solid|dashed) rgb\([^)]+\) [\d.]+px$/.test(look)),
    ).toEqual([]);
    const telling = links.filter(({ number }) => number);
    for (const { look, standing } of telling)
      expect(look.includes('solid')).toBe(
        /^(?:documented|supported-in-part)$/.test(standing ?? ''),
      );
    if (kind === 'article') expect(telling.length).toBeGreaterThan(1);
  });
}

test('the menu of phones opens and closes', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto('/');
  const rooms = page.getByRole('navigation', { name: 'Site' });
  await expect(rooms).toBeHidden();
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(rooms.getByRole('link', { name: 'Numbers' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rooms).toBeHidden();
});

test('the note of a number opens beside it, inside the page', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(pages.article);
  await page.locator('.prose a.number').first().hover();
  const card = page.getByRole('tooltip');
  await expect(card).toBeVisible();
  const box = await card.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1280);
});

test('a chart shows one of its drawings, its table opens, and the cord is drawn', async ({
  page,
}) => {
  await page.goto(pages.chart);
  for (const width of [375, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(page.locator('figure.chart .drawing').filter({ visible: true })).toHaveCount(1);
    await expect(page.locator('figure.chart table')).toBeVisible();
    const cord = await page
      .locator('header .cord path')
      .evaluateAll((paths) => paths.map((path) => getComputedStyle(path).strokeDasharray));
    expect(cord).toHaveLength(2);
    for (const dashes of cord) expect(dashes).toMatch(/^[\d.]+px, [\d.]+px$/);
  }
});
