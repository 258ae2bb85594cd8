/** One scale of letter sizes: nothing is larger than the headline, no heading than a higher one. */
import { expect, test } from '@playwright/test';
import { kindsOfPage } from './site-pages.ts';

/**
 * Widths with the default letter size, in per cent, and some with the largest that browsers offer.
 */
const views = [
  ...[320, 375, 430, 500, 640, 768, 1000, 1440, 1920, 2560].map((width) => ({
    width,
    percent: 100,
  })),
  ...[375, 1280].map((width) => ({ width, percent: 200 })),
];

for (const address of kindsOfPage) {
  test(`${address}: its headline is its largest text, at every width`, async ({ page }) => {
    test.setTimeout(120_000);
    const session = await page.context().newCDPSession(page);
    await page.goto(address);
    for (const { width, percent } of views) {
      await page.setViewportSize({ width, height: 900 });
      await session.send('Page.setFontSizes', {
        fontSizes: { standard: (16 * percent) / 100, fixed: 13 },
      });
      const { headline, larger } = await page.evaluate(() => {
        /** Returns the size of letters as drawn: those in a drawing scale with it. */
        const sizeOf = (element: Element) => {
          const size = parseFloat(getComputedStyle(element).fontSize);
          return element instanceof SVGGraphicsElement
            ? size * (element.getScreenCTM()?.a ?? 1)
            : size;
        };
        // The number of a record is also its page's headline.
        const headline = Math.max(...[...document.querySelectorAll('h1, .giant')].map(sizeOf));
        const larger: string[] = [];
        for (const element of document.querySelectorAll('main *, main svg text')) {
          if (element.closest('h1, .giant') || !element.checkVisibility()) continue;
          if (getComputedStyle(element).clipPath === 'inset(50%)') continue;
          const own = [...element.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
          );
          if (own && sizeOf(element) > headline)
            larger.push(`${Math.round(sizeOf(element))} px: ${element.textContent.slice(0, 40)}`);
        }
        return { headline, larger };
      });
      expect(
        { larger },
        `${width} px, letters at ${percent} per cent, headline of ${headline} px`,
      ).toEqual({ larger: [] });
    }
  });
}

/** Finds visible headings that are larger than one of a higher level. */
function findLargerHeadings(): string[] {
  const headings = [...document.querySelectorAll('h1, h2, h3, h4')].flatMap((heading) => {
    const size = parseFloat(getComputedStyle(heading).fontSize);
    const isSeen = heading.checkVisibility() && heading.getBoundingClientRect().width > 1;
    // The number of a record is its headline: the words below it are smaller.
    return isSeen ? [{ level: Number(heading.tagName.slice(1)), size, heading }] : [];
  });
  return headings.flatMap(({ level, size, heading }, index) => {
    // What follows a section, such as the key findings or the contents, is not under its heading.
    const above = headings
      .slice(0, index)
      .findLast(
        (one) =>
          one.level < level &&
          (one.level === 1 ||
            (one.heading.closest('section, aside, figure, nav')?.contains(heading) ?? true)),
      );
    return above && size > above.size + 0.01
      ? [`h${level} ${size} over h${above.level} ${above.size}: ${heading.textContent.trim()}`]
      : [];
  });
}

for (const address of kindsOfPage) {
  test(`${address}: no heading is larger than the one that it stands under`, async ({ page }) => {
    test.setTimeout(120_000);
    const session = await page.context().newCDPSession(page);
    await page.goto(address);
    for (const percent of [100, 150, 200]) {
      await session.send('Page.setFontSizes', {
        fontSizes: { standard: (16 * percent) / 100, fixed: 13 },
      });
      for (const width of [320, 350, 375, 430, 500, 560, 768, 1024, 1440, 1920, 2560]) {
        await page.setViewportSize({ width, height: 900 });
        expect(
          await page.evaluate(findLargerHeadings),
          `${width} px, letters at ${percent} per cent`,
        ).toEqual([]);
      }
    }
  });
}
