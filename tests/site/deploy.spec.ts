/**
 * What DEPLOY.md says about the size of the site is true: enough for it to grow, but not far too
 * much.
 */
import { expect, test } from '@playwright/test';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { distFolder, listPages } from './site-pages.ts';

const paper = readFileSync(join(distFolder, '../DEPLOY.md'), 'utf8');
const files = readdirSync(distFolder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
const sizes = files.map((path) => statSync(path).size);
const weigh = (path: string) => brotliCompressSync(readFileSync(path)).length;

/** Reads the figure at this place in DEPLOY.md. */
function readFigure(pattern: RegExp): number {
  const figure = Number(pattern.exec(paper)?.[1]);
  expect(figure, String(pattern)).toBeGreaterThan(0);
  return figure;
}

test('the limits that DEPLOY.md gives of this site hold, and are not far from it', () => {
  const headers = readFileSync(join(distFolder, '_headers'), 'utf8').split('\n');
  // The heaviest compressed page is one of the heaviest uncompressed ones.
  const pages = listPages().map((file) => join(distFolder, file));
  const longest = pages.sort((one, other) => statSync(other).size - statSync(one).size).slice(0, 8);
  const heaviest = Math.max(...longest.map(weigh));
  const assets = files.filter((path) => path.includes('_astro'));
  const beside = assets.filter((path) => path.endsWith('.js')).map(weigh);
  const fonts = assets
    .filter((path) => /-latin(?:-ext)?\.[^.]+\.woff2$/.test(path))
    .map((path) => statSync(path).size);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const row = /\| \*\*this site\*\* +\|/.source;
  const held: [RegExp, number][] = [
    [new RegExp(`${row} < (\\d+)`), files.length],
    [new RegExp(`${row}[^|]*\\| < ([\\d.]+) MB`), Math.max(...sizes) / 1e6],
    [new RegExp(`${row}[^|]*\\|[^|]*\\| < (\\d+) MB`), sum(sizes) / 1e6],
    [/< (\d+) rules/, headers.filter((line) => line.startsWith('/')).length],
    [/no line of (\d+) characters/, Math.max(...headers.map((line) => line.length))],
    [/first visit costs a reader at most (\d+) kB/, (heaviest + sum(beside) + sum(fonts)) / 1000],
    [/every further page less than (\d+) kB/, heaviest / 1000],
  ];
  for (const [pattern, actual] of held) {
    expect(actual, String(pattern)).toBeLessThan(readFigure(pattern));
    expect(actual, `${pattern} is too far from it`).toBeGreaterThan(readFigure(pattern) / 4);
  }
});
