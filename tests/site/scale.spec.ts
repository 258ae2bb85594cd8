/** One scale of letters: nothing on a page is larger than its headline. */
import { expect, test } from '@playwright/test';
import { kindsOfPage } from './site-pages.ts';

const widths = [320, 375, 430, 500, 640, 768, 1000, 1440, 1920, 2560];

for (const address of kindsOfPage) {
  test(`${address}: its headline is its largest text, at every width`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto(address);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const { headline, larger } = await page.evaluate(() => {
        /** Of letters as they are drawn: those of a drawing grow with it. */
        const sizeOf = (element: Element) => {
          const size = parseFloat(getComputedStyle(element).fontSize);
          return element instanceof SVGGraphicsElement ? size * (element.getScreenCTM()?.a ?? 1) : size;
        };
        const h1 = document.querySelector('h1');
        const headline = h1 ? sizeOf(h1) : 0;
        const larger: string[] = [];
        for (const element of document.querySelectorAll('main *, main svg text')) {
          // The number of a record is its page's headline, and its name a part of it.
          if (element.closest('h1, .giant, .sr-only') || !element.checkVisibility()) continue;
          const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
          if (own && sizeOf(element) > headline) larger.push(`${Math.round(sizeOf(element))} px: ${element.textContent?.slice(0, 40)}`);
        }
        return { headline, larger };
      });
      expect({ larger }, `${width} px, headline of ${headline} px`).toEqual({ larger: [] });
    }
  });
}
