import { expect, test } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { distFolder, listPages, readPage } from './site-pages.ts';

const weigh = (path: string) => brotliCompressSync(readFileSync(join(distFolder, path))).length;
/** Of the files that every page shares: they are weighed once. */
const assetSizes = new Map(
  readdirSync(join(distFolder, '_astro'))
    .filter((name) => /\.(?:css|woff2)$/.test(name))
    .map((name) => [
      `/_astro/${name}`,
      name.endsWith('.css') ? weigh(`_astro/${name}`) : readFileSync(join(distFolder, '_astro', name)).length,
    ]),
);
const stylesheets = readdirSync(join(distFolder, '_astro')).filter((name) => name.endsWith('.css'));

test('there are three stylesheets, for texts, the home page and all others, of at most 8 kB compressed each, and one of 2 kB for paper', () => {
  const paper = stylesheets.filter((name) => name.startsWith('print.'));
  expect(paper).toHaveLength(1);
  for (const name of paper) expect(weigh(`_astro/${name}`), name).toBeLessThanOrEqual(2 * 1024);
  expect(stylesheets).toHaveLength(4);
  for (const name of stylesheets) expect(weigh(`_astro/${name}`), name).toBeLessThanOrEqual(8 * 1024);
});

/**
 * In bytes. 20 kB is meant for every page. Articles have two to four charts since each stands beside its paragraph, every mark a
 * link, and the two longest lists grew with the record: they are held where they are until drawings may arrive later.
 */
const limitOf = (page: string) =>
  page.startsWith('articles/') ? 29_000 : /^(?:timeline|sources)\/index\.html$/.test(page) ? 22_000 : 20_000;

test('what a page needs before it is drawn stays under its limit compressed: itself and its stylesheet', () => {
  const pages = listPages();
  expect(pages.filter((file) => /^articles\/.+\/index\.html$/.test(file)).length).toBeGreaterThanOrEqual(3);
  for (const page of pages) {
    const assets = [...readPage(page).matchAll(/<link rel="(?:stylesheet|preload)"(?! media="print")[^>]* href="([^"]+)"/g)].map(
      ([, path = '']) => path,
    );
    expect(assets.length, page).toBe(1);
    expect(
      assets.reduce((total, path) => total + (assetSizes.get(path) ?? Infinity), weigh(page)),
      page,
    ).toBeLessThan(limitOf(page));
  }
});

test('all scripts together stay under 6 kB compressed', () => {
  const scripts = readdirSync(join(distFolder, '_astro')).filter((name) => name.endsWith('.js'));
  expect(scripts.reduce((total, name) => total + weigh(`_astro/${name}`), 0)).toBeLessThanOrEqual(6 * 1024);
});

test('the fonts of English pages stay under 47 kB in all, and no other alphabet has a file above 12 kB', () => {
  const fonts = readdirSync(join(distFolder, '_astro')).filter((name) => name.endsWith('.woff2'));
  const sizeOf = (name: string) => readFileSync(join(distFolder, '_astro', name)).length;
  // Browsers fetch the files of other alphabets where a page prints a letter of them.
  const latin = fonts.filter((name) => /-(?:latin|latin-ext|common)\.[^.]+\.woff2$/.test(name) && !name.includes('-noto-'));
  expect(latin.length).toBeGreaterThanOrEqual(3);
  expect(latin.reduce((total, name) => total + sizeOf(name), 0)).toBeLessThanOrEqual(47_000);
  for (const name of fonts.filter((font) => !latin.includes(font))) expect(sizeOf(name), name).toBeLessThanOrEqual(12 * 1024);
});
