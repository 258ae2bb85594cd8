import { expect, test, type Page } from '@playwright/test';
import { dropStyles } from './drop-styles.ts';
import { ageStylesheets } from './old-browser.ts';
import { readLayout } from './read-layout.ts';
import { ask, drawAll, kindsOfPage } from './site-pages.ts';

async function open(page: Page, address: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
  await drawAll(page);
}

const nothing = { overlaps: [], disorder: [], tooWide: 0 };

for (const address of kindsOfPage) {
  test.describe(address, ask(address), () => {
    test('reads well with fonts blocked', async ({ page }) => {
      await page.route('**/*.woff2', (route) => route.abort());
      await open(page, address, 320);
      expect(await page.evaluate(readLayout)).toEqual(nothing);
      await page.setViewportSize({ width: 1280, height: 800 });
      expect(await page.evaluate(readLayout)).toMatchObject({ overlaps: [], tooWide: 0 });
    });

    test('is copied as it is read: every drawing once, no word stuck to another, no tag to a number; and reads well in a browser of 2020, and in order without a stylesheet', async ({
      page,
    }) => {
      await open(page, address, 375);
      for (const width of [375, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const { copied, drawn } = await page.evaluate(() => {
          window.getSelection()?.selectAllChildren(document.querySelector('main') ?? document.body);
          const drawings = [...document.querySelectorAll('main svg')].filter((svg) =>
            svg.checkVisibility(),
          );
          return {
            copied: window.getSelection()?.toString() ?? '',
            drawn: drawings.map((svg) =>
              [...svg.querySelectorAll('text')]
                .map(({ textContent }) => textContent.trim())
                .filter(Boolean),
            ),
          };
        });
        expect(copied.length).toBeGreaterThan(100);
        expect(copied.match(/[\p{L}\d)]E-\d+|E-\d+\p{L}/gu) ?? []).toEqual([]);
        // A version is a string of digits and letters, so it can contain the words of a drawing by
        // chance.
        const words = copied.replace(/\bversion [\da-f]+/g, '').replace(/[ \t\u00a0]+/g, ' ');
        const stuck = drawn.flatMap((texts) =>
          texts
            .slice(1)
            .map((text, index) => `${texts[index] ?? ''}${text}`)
            .filter((pair) => words.includes(pair)),
        );
        expect(stuck).toEqual([]);
      }

      await page.setViewportSize({ width: 375, height: 800 });
      const taken = await page.evaluate(ageStylesheets);
      expect(taken.rules).toBeGreaterThan(1);
      expect(taken.declarations).toBeGreaterThan(1);
      expect(await page.evaluate(readLayout)).toEqual(nothing);
      await page.setViewportSize({ width: 1280, height: 800 });
      expect(await page.evaluate(readLayout)).toMatchObject({ overlaps: [], tooWide: 0 });

      await dropStyles(page);
      await page.setViewportSize({ width: 1024, height: 800 });
      expect(await page.evaluate(readLayout), 'without a stylesheet').toEqual(nothing);
    });
  });
}

test('finds what lies on another, what stands too high, and what is too wide', async ({ page }) => {
  await page.setContent(
    '<main><h1 style="margin-top: 200px">One</h1><h2 style="position: absolute; top: 0">Two</h2>' +
      '<p>Under words</p><p style="margin-top: -2.2em; width: 3000px">Over words</p></main>',
  );
  const { overlaps, disorder, tooWide } = await page.evaluate(readLayout);
  expect(overlaps).toHaveLength(1);
  expect(overlaps[0]).toContain('Under words');
  expect(disorder).toEqual(['Two']);
  expect(tooWide).toBeGreaterThan(1000);
});
