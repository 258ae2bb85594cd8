import { expect, test } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { distFolder, listPages, readPage } from './site-pages.ts';

/** Classes that each stylesheet has rules for, by its address. Paper has one of its own, which every page has. */
const styled: ReadonlyMap<string, Set<string>> = new Map(
  readdirSync(join(distFolder, '_astro'))
    .filter((name) => name.endsWith('.css') && !name.startsWith('print.'))
    .map((name) => {
      const css = readFileSync(join(distFolder, '_astro', name), 'utf8').replace(/url\([^)]*\)/g, '');
      return [`/_astro/${name}`, new Set([...css.matchAll(/\.([a-z][\w-]*)/gi)].map(([, found = '']) => found))] as const;
    }),
);

test('the stylesheet of a page has rules for every class of the page that any of them has rules for', () => {
  expect(styled.size).toBeGreaterThan(1);
  const all = new Set([...styled.values()].flatMap((classes) => [...classes]));
  const missing = new Map<string, string>();
  for (const file of listPages()) {
    const page = parse(readPage(file));
    const links = page.querySelectorAll('link[rel="stylesheet"]');
    const [sheet, print, ...others] = links.map((link) => link.getAttribute('href') ?? '');
    expect(others, file).toEqual([]);
    expect(
      links.map((link) => link.getAttribute('media')),
      file,
    ).toEqual([undefined, 'print']);
    expect(print, file).toMatch(/\/print\.[^/]+\.css$/);
    const own = styled.get(sheet ?? '');
    for (const name of page.querySelectorAll('[class]').flatMap((element) => [...element.classList.values()])) {
      if (all.has(name) && !own?.has(name)) missing.set(`.${name}`, file);
    }
  }
  expect([...missing]).toEqual([]);
});
