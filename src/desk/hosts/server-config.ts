/** What the configurations of your own servers need to know of the site. */
import type { HostRule } from './host-rules.ts';

export type ServedSite = {
  rules: readonly HostRule[];
  /** The name of the host, without port. */
  host: string;
  /** The folder of the site at the host, with a slash at both ends. */
  base: string;
  /** The folder of the built site on the server, without a slash at its end. */
  folder: string;
};

/** The names of all headers that the rules set. */
export function listHeaderNames(rules: readonly HostRule[]): string[] {
  return [...new Set(rules.flatMap(({ headers }) => Object.keys(headers)))];
}

/** The rule for missing pages: the one of 404.html. */
export function ruleOfMissing(rules: readonly HostRule[]): HostRule | undefined {
  return rules.find(({ path }) => path === '/404.html');
}

/** Media types of the site's files. Neither server knows all of them. */
export const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  xml: 'application/xml',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  woff2: 'font/woff2',
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  zip: 'application/zip',
};
