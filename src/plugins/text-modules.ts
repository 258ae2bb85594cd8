/**
 * Gives the build the texts to publish. Astro's collections would compile every file and keep a
 * copy of each; here a withheld article is never compiled. In `npm run dev` all texts are there,
 * and a saved file is shown.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { parse } from 'yaml';
import { readContentTime } from '../library/content-time.ts';
import { findFrontMatter } from '../library/markup/front-matter.ts';
import { endLastLine, normaliseText } from '../library/source-text.ts';
import { whyWithheld } from '../library/withheld.ts';

const id = 'virtual:texts';
/** The module that keeps the content until a file is saved. */
const reader = join(import.meta.dirname, '../site/site-content.ts').replaceAll('\\', '/');

/** The module `virtual:texts`: the import of each published text, by its path. */
export function textModules(): Plugin {
  let root = '';
  let isDev = false;
  return {
    name: 'text-modules',
    enforce: 'pre',
    configResolved(config) {
      root = config.root.replaceAll('\\', '/');
      isDev = config.command === 'serve';
      // Vite obeys this variable rather than the command: it would show withheld articles and leave
      // out the security policy.
      if (!isDev && !config.isProduction)
        throw new Error(
          `NODE_ENV is "${process.env.NODE_ENV}". Take it away: a site is built for production.`,
        );
    },
    resolveId: { filter: { id: /^virtual:texts$/ }, handler: () => `\0${id}` },
    load: {
      filter: { id: /^\0virtual:texts$/ },
      handler: () =>
        `export const texts = import.meta.glob(${JSON.stringify(isDev ? ['/content/{articles,pages}/*.mdx'] : listPublishedTexts(root))});`,
    },
    transform: {
      // Only our own reader reads front matter: Astro's reads dates differently, and would run the
      // file that `layout` names.
      filter: { id: /\/content\/(?:articles|pages)\/[^/]+\.mdx$/ },
      handler: (code) => ({ code: blankFrontMatter(code), map: null }),
    },
    hotUpdate({ file, modules }) {
      if (!file.startsWith(`${root}/content/`)) return undefined;
      return [...modules, ...(this.environment.moduleGraph.getModulesByFile(reader) ?? [])];
    },
  };
}

/** Sorted paths from the project's root, which begin with a slash. */
export function listPublishedTexts(root: string): string[] {
  const time = readContentTime(root);
  return ['articles', 'pages'].flatMap((folder) => {
    const path = join(root, 'content', folder);
    const entries = existsSync(path) ? readdirSync(path, { withFileTypes: true }) : [];
    const names = entries.flatMap((entry) =>
      entry.isFile() && entry.name.endsWith('.mdx') ? entry.name : [],
    );
    return names
      .sort()
      .filter((name) => isPublished(readFileSync(join(path, name), 'utf8'), time))
      .map((name) => `/content/${folder}/${name}`);
  });
}

/**
 * Also false if the front matter cannot be read. The check, which the build runs first, reports
 * that.
 */
function isPublished(text: string, time: number | undefined): boolean {
  const matter = findFrontMatter(normaliseText(text));
  try {
    const value: unknown = matter && parse(matter.yaml, { schema: 'core' });
    return typeof value === 'object' && value !== null && whyWithheld(value, time) === undefined;
  } catch {
    return false;
  }
}

/**
 * The text as our reader sees it, with its front matter replaced by spaces, so that every character
 * keeps its position.
 */
export function blankFrontMatter(text: string): string {
  const whole = endLastLine(normaliseText(text));
  const matter = findFrontMatter(whole);
  if (!matter) return whole;
  const end = matter.offset + matter.yaml.length;
  return whole.slice(0, matter.offset) + matter.yaml.replace(/[^\n]/g, ' ') + whole.slice(end);
}
