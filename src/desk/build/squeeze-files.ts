/** Squeezes every page and stylesheet of a built site; see `publish/squeeze.ts`. */
import { takeAwayRoom } from '../../site/take-away-paths.ts';
import { squeezeCss, squeezeHtml } from '../../publish/squeeze.ts';
import type { SiteFiles } from './site-files.ts';

/** Files in `take-away/` stay unchanged. */
export function squeezeFiles(site: SiteFiles): void {
  for (const path of site.list('.html'))
    if (!path.startsWith(takeAwayRoom)) site.change(path, squeezeHtml);
  for (const path of site.list('.css'))
    if (!path.startsWith(takeAwayRoom)) site.change(path, squeezeCss);
}
