/** Prints the list of all pages in the format of sitemaps.org. */
import { escapeMarkup } from './escape-markup.ts';

/** The full address of a page, and the day of its last change if it is known. */
export type SitemapEntry = { address: string; changed: string | undefined };

export function formatSitemap(entries: readonly SitemapEntry[]): string {
  const urls = entries.map(
    ({ address, changed }) =>
      `  <url><loc>${escapeMarkup(address)}</loc>${changed === undefined ? '' : `<lastmod>${changed}</lastmod>`}</url>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('')}</urlset>
`;
}
