/**
 * The one way to write an address inside the site: adds the folder the site stands in.
 * `href('/numbers/')` is `/numbers/` at the root of a host and `/reports/numbers/` below `/reports/`.
 */
export function href(path: string): string {
  return joinBase(import.meta.env?.BASE_URL ?? process.env.BASE_PATH ?? '/', path);
}

/** The folder, written with or without its last slash, and a path that begins with one. */
export function joinBase(base: string, path: string): string {
  return base.replace(/\/+$/, '') + path;
}

/** Absolute address of a page, for canonical links and downloads. */
export function absoluteHref(path: string, site: URL | undefined): string {
  return new URL(href(path), site ?? 'https://chain-of-custody.example').href;
}
