/**
 * Every address within the site is written with this function, which adds the folder of the site.
 * `href('/numbers/')` is `/numbers/` at the root of a host and `/reports/numbers/` below
 * `/reports/`.
 */
export function href(path: string): string {
  return joinBase(
    (import.meta.env as Partial<ImportMetaEnv> | undefined)?.BASE_URL ??
      process.env.BASE_PATH ??
      '/',
    path,
  );
}

/** Joins the folder, with or without its last slash, and a path that begins with a slash. */
export function joinBase(base: string, path: string): string {
  return base.replace(/\/+$/, '') + path;
}

/**
 * Absolute address of a page, for citations, codes and downloads. Without `site`, which comes from
 * SITE_URL, its address inside the site.
 */
export function absoluteHref(path: string, site: URL | undefined): string {
  return site ? new URL(href(path), site).href : href(path);
}

/** Printed instead of an absolute address that is not known yet. */
export const addressToCome = 'The address of the site is set when it is published.';
