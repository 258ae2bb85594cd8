/**
 * No accessibility fault that axe can find: rules of WCAG 2.2 AA, which has targets of 24 px, and good practice.
 * One page of every kind; ALL_PAGES=1 takes every page.
 */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { kindsOfPage, listPages, toAddress } from './site-pages.ts';

const addresses = process.env.ALL_PAGES ? listPages().map(toAddress) : kindsOfPage;
const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 320 },
] as const;

for (const address of addresses) {
  for (const { colorScheme, width } of looks) {
    test(`${address} has no accessibility fault, ${colorScheme}, ${width} px`, async ({ page }) => {
      // The longest pages take half a minute on a busy machine.
      test.setTimeout(120_000);
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.goto(address);
      for (const summary of await page.locator('summary').all()) if (await summary.isVisible()) await summary.click();
      const { violations, passes } = await new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } }).analyze();
      expect(
        violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .map((node) => node.target.join(' '))
              .slice(0, 3)
              .join(', ')}`,
        ),
      ).toEqual([]);
      expect(passes.length).toBeGreaterThan(10);
    });
  }
}
