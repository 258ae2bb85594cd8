import type { Page } from '@playwright/test';

const ownStyles = /<style>.*?<\/style>/gs;

/** Returns the page without its inline styles. */
export const takeStyles = (html: string) => html.replace(ownStyles, '');

/** Removes all styles from pages that are opened from now on, inline and from files. */
export async function dropStyles(page: Page): Promise<void> {
  await page.route('**/*.css', (route) => route.abort());
  await page.route(
    ({ pathname }) => pathname.endsWith('/') || pathname.endsWith('.html'),
    async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: takeStyles(await response.text()) });
    },
  );
}
