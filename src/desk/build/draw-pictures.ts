/**
 * Draws share pictures and PNGs of charts while Astro compiles and leaves a processor idle. When
 * Astro asks for one of them, it is in the cache.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { keptFolder } from '../../library/kept-files.ts';
import { getCardWords } from '../../site/cards.ts';
import { getChartPicture } from '../../site/chart-pages.ts';
import { listCardPaths } from '../../site/expected-pages.ts';
import { getContent } from '../../site/site-content.ts';

export type Drawing = { stop: () => Promise<void> };

/** How many are drawn at the same time: one is laid out while the pixels of the other are made. */
const atOnce = 2;

/**
 * Starts immediately, with the content that the pages show, and with the pictures that Astro asks
 * for last. Stops if one fails: Astro draws it again, and reports the error.
 */
export function startDrawing(root: string): Drawing {
  let isStopped = false;
  const end = draw(root, () => isStopped).catch(() => undefined);
  return {
    stop: () => {
      isStopped = true;
      return end;
    },
  };
}

/**
 * Draws nothing if an earlier build has left many: then few are new, and to find them takes longer
 * than to draw them.
 */
async function draw(root: string, isStopped: () => boolean): Promise<void> {
  const content = getContent();
  const site = process.env.SITE_URL ? new URL(process.env.SITE_URL) : undefined;
  const cards = listCardPaths(content);
  const kept = join(root, keptFolder);
  if (existsSync(kept) && readdirSync(kept).length > cards.length / 2) return;
  // The code that draws pixels is slow to load.
  const { keepCardPng } = await import('../../site/card-picture.ts');
  const { keepChartPng } = await import('../../drawings/chart-picture.ts');
  const tasks = [
    ...cards.map((path) => () => keepCardPng(getCardWords(path))),
    ...content.charts.map(
      ({ id }) =>
        () =>
          keepChartPng(getChartPicture(id, site)),
    ),
  ];
  const drawSome = async () => {
    for (let task = tasks.pop(); task && !isStopped(); task = tasks.pop()) await task();
  };
  await Promise.all(Array.from({ length: atOnce }, drawSome));
}
