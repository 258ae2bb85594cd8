import type { Page } from '@playwright/test';

const ownStyles = /<style>.*?<\/style>/gs;

/** The same page without the styles that it carries. */
export const takeStyles = (html: string) => html.replace(ownStyles, '');

/** Lets the pages that are opened from now on have no styles, neither their own nor from a file. */
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
