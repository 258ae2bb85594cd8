/** Files that only programs ask for: the sitemap, robots.txt, security.txt and the web manifest. */
import { formatRobots } from '../publish/robots.ts';
import { formatSecurityContact } from '../publish/security-contact.ts';
import { formatSitemap } from '../publish/sitemap.ts';
import { getLastChange } from './structured-data.ts';
import { listArticles } from './articles.ts';
import { listPagePaths } from './expected-pages.ts';
import { absoluteHref, href } from './href.ts';
import { formatIconPath, iconSizes, paper } from './icon.ts';
import { getContent, getContentVersion, getSite } from './site-content.ts';

export const sitemapPath = '/sitemap.xml';
export const manifestPath = '/site.webmanifest';
export const securityPath = '/.well-known/security.txt';

export function getRobots(site: URL | undefined): string {
  return formatRobots(
    getSite().model_crawlers === 'refused',
    process.env.SITE_URL ? absoluteHref(sitemapPath, site) : undefined,
  );
}

export function getSitemap(site: URL | undefined): string {
  const changes = new Map(
    listArticles().map((article) => [`/articles/${article.slug}/`, getLastChange(article)]),
  );
  return formatSitemap(
    listPagePaths(getContent()).map((path) => ({
      address: absoluteHref(path, site),
      changed: changes.get(path),
    })),
  );
}

/** Undefined if the site has no contact, or no day is known. */
export function getSecurityContact(site: URL | undefined): string | undefined {
  const { contact } = getSite();
  const day = getContentVersion()?.day;
  if (contact === undefined || day === undefined) return undefined;
  return formatSecurityContact({
    contact,
    day,
    address: process.env.SITE_URL ? absoluteHref(securityPath, site) : undefined,
  });
}

export function getManifest(): string {
  const { name, description } = getSite();
  const manifest = {
    name,
    description: description.trim(),
    lang: 'en',
    start_url: href('/'),
    scope: href('/'),
    // The site is meant to be read in a browser, with its address visible, not as an app.
    display: 'browser',
    background_color: paper,
    theme_color: paper,
    icons: iconSizes.map((size) => ({
      src: href(formatIconPath(size)),
      sizes: `${size}x${size}`,
      type: 'image/png',
    })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
