/**
 * The headers that a built site needs: one rule for all of it, and one for each folder and file at
 * its top level. No address matches two of the latter.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { headersOfAll, headersOfRoom, type Headers } from '../../site/policy.ts';

/**
 * `path` is the address inside the site: `/articles/*`, `/rss.xml`, `/` for the home page, `/*` for
 * everything.
 */
export type HostRule = { path: string; headers: Headers };

/** Files of a built site that hosts read themselves and do not send to readers. */
export const ofHosts: readonly string[] = ['_headers', '_redirects'];

export const ruleOfAll: HostRule = { path: '/*', headers: headersOfAll };

/**
 * Lists the rules for the built site in `folder`, in the order of paths, without the rule for
 * everything.
 */
export function listHostRules(folder: string): HostRule[] {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !ofHosts.includes(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (entry.isDirectory()) {
      const pages = (readdirSync(join(folder, entry.name), { recursive: true }) as string[]).filter(
        (file) => file.endsWith('.html'),
      );
      return [
        {
          path: `/${entry.name}/*`,
          headers: headersOfRoom(entry.name, readStyles(join(folder, entry.name), pages)),
        },
      ];
    }
    const styles = readStyles(folder, entry.name.endsWith('.html') ? [entry.name] : []);
    const own = { path: `/${entry.name}`, headers: headersOfRoom(entry.name, styles) };
    return entry.name === 'index.html'
      ? [{ path: '/', headers: headersOfRoom('', styles) }, own]
      : [own];
  });
}

/**
 * Reads the fingerprints in the policies of these pages, each once. Undefined if there are no
 * pages.
 */
function readStyles(folder: string, pages: readonly string[]): string[] | undefined {
  if (pages.length === 0) return undefined;
  const named = pages.flatMap((page) => {
    const [policy = ''] =
      /<meta http-equiv="Content-Security-Policy"[^>]*>/.exec(
        readFileSync(join(folder, page), 'utf8'),
      ) ?? [];
    return policy.match(/'sha256-[^']+'/g) ?? [];
  });
  return [...new Set(named)].sort();
}
