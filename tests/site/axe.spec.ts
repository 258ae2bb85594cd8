/**
 * axe finds no accessibility fault: the rules of WCAG 2.2 AA, including targets of 24 px, and good
 * practice.
 */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
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

type Results = Pick<Awaited<ReturnType<AxeBuilder['analyze']>>, 'violations' | 'passes'>;

// Only what is found is listed with all its elements: naming an element is slow.
const briefly = { resultTypes: ['violations' as const], preload: false };

const listFaults = ({ violations }: Results) =>
  violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join(', ')}`,
  );

/** Returns what axe finds on the open page. */
async function findFaults(page: Page): Promise<string[]> {
  await openDetails(page);
  // Of a part that waits to be laid out axe would read places that are not true.
  await drawAll(page);
  // No page has a frame, so axe needs no second page to bring together what it found in each.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ ...briefly, rules: { 'target-size': { enabled: true } } });
  const results = await axe.analyze();
  expect(results.passes.length).toBeGreaterThan(10);
  return listFaults(results);
}

/** Asks axe again, which findFaults brought into the page: to bring it takes as long as to ask. */
async function findColourFaults(page: Page): Promise<string[]> {
  const values = ['color-contrast', 'link-in-text-block'];
  const results = await page.evaluate(
    (options) =>
      (globalThis as unknown as { axe: { run: (options: object) => Promise<Results> } }).axe.run(
        options,
      ),
    { ...briefly, runOnly: { type: 'rule', values } },
  );
  expect(results.passes.length).toBeGreaterThan(0);
  return listFaults(results);
}

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

for (const address of kindsOfPage) {
  for (const [look, scheme, size] of [
    ['dark', 'dark', wide],
    ['320 px', 'light', narrow],
  ] as const) {
    test(`${address} has no accessibility fault, ${look}`, askedLater, async ({ page }) => {
      test.setTimeout(120_000);
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(address);
      expect(await findFaults(page)).toEqual([]);
    });
  }
}
