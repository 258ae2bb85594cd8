import { expect, test } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { distFolder, listPages, readPage } from './site-pages.ts';

const weigh = (path: string) => brotliCompressSync(readFileSync(join(distFolder, path))).length;
const stylesheets = readdirSync(join(distFolder, '_astro')).filter((name) => name.endsWith('.css'));

test('there is one stylesheet, of at most 8 kB compressed', () => {
  expect(stylesheets).toHaveLength(1);
  expect(weigh(`_astro/${stylesheets[0]}`)).toBeLessThanOrEqual(8 * 1024);
});

test('an article and its stylesheet stay under 20 kB compressed', () => {
  const style = weigh(`_astro/${stylesheets[0]}`);
  const articles = listPages().filter((file) => /^articles\/.+\/index\.html$/.test(file));
  expect(articles.length).toBeGreaterThanOrEqual(3);
  for (const article of articles) expect(weigh(article) + style, article).toBeLessThan(20_000);
});

test('all scripts together stay under 6 kB compressed', () => {
  const scripts = readdirSync(join(distFolder, '_astro')).filter((name) => name.endsWith('.js'));
  expect(scripts.reduce((total, name) => total + weigh(`_astro/${name}`), 0)).toBeLessThanOrEqual(6 * 1024);
});

test('the fonts stay under 45 kB in all, and no page asks for one before its text', () => {
  const fonts = readdirSync(join(distFolder, '_astro')).filter((name) => name.endsWith('.woff2'));
  expect(fonts.length).toBeGreaterThanOrEqual(3);
  expect(fonts.reduce((total, name) => total + readFileSync(join(distFolder, '_astro', name)).length, 0)).toBeLessThanOrEqual(45_000);
  for (const page of listPages()) expect(readPage(page), page).not.toMatch(/rel="preload"/);
});
