import { expect, test, type Page } from '@playwright/test';
import { parse } from 'node-html-parser';
import { readContent } from '../../src/library/read-content.ts';
import { listPages, readPage, toAddress } from './site-pages.ts';

const articles = listPages().filter((file) => /^articles\/.+\/index\.html$/.test(file));
const papers = [
  { format: 'A4', width: 794, height: 1123 },
  { format: 'Letter', width: 816, height: 1056 },
] as const;
/** Margins of styles/print.css in px, at 96 px an inch: 14 mm left, right and above, 18 mm below. */
const margin = { sides: 106, ends: 121 };

async function countPages(page: Page, address: string, format: 'A4' | 'Letter'): Promise<number> {
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
  const pdf = (await page.pdf({ format })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

for (const file of articles) {
  const address = toAddress(file);
  test.describe(`${address} on paper`, () => {
    for (const { format, width, height } of papers) {
      test(`takes at most 1.2 times the pages of its plain text, ${format}`, async ({ page, browser, baseURL }) => {
        test.setTimeout(60_000);
        const styled = await countPages(page, address, format);
        const context = await browser.newContext({ baseURL: baseURL ?? '' });
        const plain = await context.newPage();
        await plain.route('**/*.css', (route) => route.abort());
        const unstyled = await countPages(plain, address, format);
        await context.close();
        expect(unstyled).toBeGreaterThan(2);
        expect(styled / unstyled, `${styled} pages, ${unstyled} without styles`).toBeLessThanOrEqual(1.2);
      });

      test(`fits every chart on one page, ${format}`, async ({ page }) => {
        await page.setViewportSize({ width: width - margin.sides, height });
        await page.emulateMedia({ media: 'print' });
        await page.goto(address);
        const charts = await page.locator('.figure-wide').evaluateAll((figures) =>
          figures.map((figure) => ({
            height: figure.getBoundingClientRect().height,
            drawings: [...figure.querySelectorAll('.drawing')].filter((drawing) => drawing.checkVisibility()).length,
            broken: [figure, figure.querySelector('figure')].every((part) => part && getComputedStyle(part).breakInside !== 'avoid'),
          })),
        );
        for (const chart of charts) {
          expect(chart.broken).toBe(false);
          expect(chart.drawings).toBe(1);
          expect(chart.height).toBeLessThan(height - margin.ends);
        }
      });
    }

    test('spells out the address of every source that may be linked', async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      await page.goto(address);
      const printed = await page
        .locator('.source-list .kind a')
        .evaluateAll((links) => links.map((link) => [link.getAttribute('href'), getComputedStyle(link, '::after').content.slice(1, -1)]));
      for (const [href, words] of printed) expect(words).toBe(href);
      const sources = parse(readPage(file)).querySelectorAll('.source-list > li');
      const records = sources.map((source) => source.querySelector('a')?.getAttribute('href')?.split('/').at(-2) ?? '');
      const { content } = readContent(process.cwd());
      const linked = records.filter((id) => {
        const source = content.record.sources.get(id);
        return source?.url !== undefined && source.linked !== false;
      });
      expect(sources.length).toBeGreaterThan(0);
      expect(printed).toHaveLength(linked.length);
    });

    test('opens the evidence, shows tags in brackets and the words they point to, and none of the tools', async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      await page.goto(address);
      await expect(page.locator('details.evidence')).not.toHaveAttribute('open');
      for (const part of ['.key-findings', '.numbers-table', '.source-list', '.cite']) {
        const place = page.locator(part).first();
        await expect(place).toBeVisible();
        // What a closed part holds is neither laid out nor printed.
        expect((await place.boundingBox())?.height).toBeGreaterThan(20);
        expect(await place.evaluate((element) => element.checkVisibility())).toBe(true);
      }
      const tag = page.locator('.prose p > .margin-note .tag b').first();
      const printed = await tag.evaluate((element) => getComputedStyle(element, '::before').content);
      const id = (await tag.getAttribute('data-text')) ?? '';
      expect(printed).toMatch(/\(.*\)/);
      expect(id).toMatch(/^E-\d+$/);
      await expect(page.locator('.numbers-table tr', { hasText: id }).first()).toBeVisible();
      await expect(page.locator('.numbers-table .as-printed').first()).toBeVisible();
      for (const gone of ['.footer', '.tools', '.nav', '.menu', '.toc', '.cord', '.show-evidence', '.hide-evidence', '.legend'])
        await expect(page.locator(gone).first()).toBeHidden();
    });
  });
}

test('every page says at its foot which page it is, of how many, of which version, under what licence and where it stands', async ({
  page,
}) => {
  for (const address of ['/', '/numbers/machine-guns/', '/articles/what-was-lost-at-mosul/']) {
    await page.goto(address);
    const foot = await page.locator('html').getAttribute('data-foot');
    expect(foot).toMatch(/^Chain of Custody · CC BY 4\.0 · version [0-9a-f]{7}( with changes)?, \d{1,2}\u00a0\w+ \d{4} · /);
    expect(foot?.endsWith(address)).toBe(true);
  }
  // A browser that knows no margin boxes leaves them out of what it read.
  const rules = await page.evaluate(() => {
    const list = (owner: CSSStyleSheet | CSSGroupingRule): CSSRule[] =>
      [...owner.cssRules].flatMap((rule) => [rule, ...(rule instanceof CSSMediaRule ? list(rule) : [])]);
    return [...document.styleSheets].flatMap(list).flatMap((rule) => (rule instanceof CSSPageRule ? [rule.cssText] : []));
  });
  expect(rules.join(' ')).toMatch(/@bottom-left.*attr\(data-foot\).*@bottom-right.*counter\(page\).*counter\(pages\)/s);
});

test('a record prints on a few pages, its chain in columns', async ({ page }) => {
  expect(await countPages(page, '/numbers/machine-guns/', 'A4')).toBeLessThanOrEqual(5);
  await page.setViewportSize({ width: 688, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  const columns = await page
    .locator('.relay > li')
    .first()
    .evaluate((row) => getComputedStyle(row).gridTemplateColumns.split(' ').length);
  expect(columns).toBe(4);
});
