/**
 * Which headers a built site needs where: a rule for all of it, and one for each room and file at
 * its top. No two of these meet.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { headersOfAll, headersOfRoom, type Headers } from '../../site/policy.ts';

/**
 * `path` is the address inside the site: `/articles/*`, `/rss.xml`, `/` for the home page, `/*` for
 * everything.
 */
export type HostRule = { path: string; headers: Headers };

/** Files of a built site that hosts read themselves, and that readers are not given. */
export const ofHosts: readonly string[] = ['_headers', '_redirects'];

export const ruleOfAll: HostRule = { path: '/*', headers: headersOfAll };

/**
 * Of the built site in `folder`, in the order of their paths; the rule of everything is not among
 * them.
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
 * The fingerprints that the policies of these pages name, each once. Undefined if there are no
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
