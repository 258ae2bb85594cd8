import type { Page } from '@playwright/test';

/** Removes all styles from the open page, inline and from files. */
export async function dropStyles(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const style of document.querySelectorAll('style, link[rel="stylesheet"]')) style.remove();
    document.adoptedStyleSheets = [];
  });
}
