/**
 * What a build does while Astro writes the pages and after it. A module of its own, because the
 * build loads it only when Astro is at work: see build.ts.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../../library/content.ts';
import { takeContent } from '../../site/site-content.ts';
import { formatHeadersFile, headersName, judgeHeadersFile } from '../hosts/headers-file.ts';
import { listHostRules } from '../hosts/host-rules.ts';
import { startDrawing } from './draw-pictures.ts';
import { inlineStyles } from './inline-styles.ts';
import { movePaper } from './move-paper.ts';
import { writeOneFiles } from './one-files.ts';
import type { AstroRun } from './run-astro.ts';
import { sealSite } from './seal.ts';
import { shortenClasses } from './shorten-classes.ts';
import { SiteFiles } from './site-files.ts';
import { squeezeFiles } from './squeeze-files.ts';
import { verifyBuild } from './verify-build.ts';

export type UnfinishedSite = {
  root: string;
  /** The folder that Astro writes to. */
  folder: string;
  /** What the check read, and what of it the pages show. */
  content: Content;
  published: Content;
  /** Resolves when Astro has ended. */
  end: Promise<AstroRun>;
};

/**
 * Draws pictures until Astro ends, then makes the site complete. Returns how Astro ended, and
 * sentences on what is wrong with the site; it is sealed if there are none. Does nothing to it if
 * somebody stopped Astro.
 */
export async function finishSite({
  root,
  folder,
  content,
  published,
  end,
}: UnfinishedSite): Promise<{ run: AstroRun; faults: string[] }> {
  takeContent(published);
  const drawing = startDrawing(root);
  const run = await end;
  await drawing.stop();
  if (run.signal) return { run, faults: [] };
  const site = new SiteFiles(folder);
  squeezeFiles(site);
  movePaper(site);
  const names = shortenClasses(site, join(import.meta.dirname, '../..'));
  const unstyled = inlineStyles(site, join(root, '.build/styles'), names);
  if (unstyled.length === 0) writeOneFiles(site, published);
  site.save();
  const faults = [
    ...unstyled,
    ...(await verifyBuild({ root, content, site, ...run })),
    ...writeHeaders(folder),
  ];
  if (faults.length === 0) sealSite(root, folder);
  return { run, faults };
}

/**
 * Writes `_headers`, and returns what hosts would not read of it. Does nothing if there is no
 * folder.
 */
function writeHeaders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const text = formatHeadersFile(listHostRules(folder), process.env.BASE_PATH || '/');
  writeFileSync(join(folder, headersName), text);
  return judgeHeadersFile(text);
}
