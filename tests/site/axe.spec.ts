/**
 * axe finds no accessibility fault: the rules of WCAG 2.2 AA, including targets of 24 px, and good
 * practice.
 */
import { expect, test, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  ask,
  askedFirst,
  askedLater,
  drawAll,
  kindsOfPage,
  listPages,
  openDetails,
  toAddress,
} from './site-pages.ts';

const wide = { width: 1280, height: 800 };
const narrow = { width: 320, height: 800 };

/**
 * The short form of axe takes two thirds of the time of the long one, which its package for
 * Playwright brings into each page.
 */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Asks axe, which must be in the page. No page has a frame: it would need an axe of its own. */
async function runAxe(page: Page, options: RunOptions): Promise<string[]> {
  const { passed, violations } = await page.evaluate(
    async (asked) => {
      const here = globalThis as unknown as { axe: { run: (o: object) => Promise<AxeResults> } };
      const results = await here.axe.run(asked);
      return { passed: results.passes.length, violations: results.violations };
    },
    // Only what is found is listed with all its elements: naming an element is slow.
    { ...options, resultTypes: ['violations' as const], preload: false },
  );
  expect(passed).toBeGreaterThan(options.runOnly ? 0 : 10);
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join(', ')}`,
  );
}

/** Brings axe into the open page, and asks all its rules. */
async function findFaults(page: Page): Promise<string[]> {
  await openDetails(page);
  // Of a part that waits to be laid out axe would read places that are not true.
  await drawAll(page);
  await page.evaluate(axe);
  return runAxe(page, { rules: { 'target-size': { enabled: true } } });
}

/** Asks again, after `findFaults`, only for colours. */
const findColourFaults = (page: Page) =>
  runAxe(page, { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } });

for (const address of listPages().map(toAddress)) {
  test(`${address} has no accessibility fault`, ask(address), async ({ page }) => {
    // The longest pages take half a minute on a busy machine.
    test.setTimeout(120_000);
    await page.setViewportSize(wide);
    await page.goto(address);
    expect(await findFaults(page)).toEqual([]);
    // In the dark theme only colours change, and other pages have the same colours.
    if (!askedFirst.has(address)) return;
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findColourFaults(page), 'dark').toEqual([]);
  });
}

for (const address of kindsOfPage)
  test(`${address} has no accessibility fault on a narrow screen`, askedLater, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize(narrow);
    await page.goto(address);
    expect(await findFaults(page)).toEqual([]);
    if (askedFirst.has(address)) return;
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findColourFaults(page), 'dark').toEqual([]);
  });
