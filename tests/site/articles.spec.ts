import { expect, test, type Page } from '@playwright/test';
import { ask, listPages, oneOfEach, readPage, toAddress } from './site-pages.ts';

const addresses = listPages()
  .filter((file) => /^articles\/.+\/index\.html$/.test(file))
  .map(toAddress);
const mosul = '/articles/what-was-lost-at-mosul/';
const wide = { width: 1280, height: 800 };

async function open(
  page: Page,
  address: string,
  size: { width: number; height: number },
): Promise<void> {
  await page.setViewportSize(size);
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
}

/**
 * Lists numbers of the running text whose ring is visible, those whose ring is not, and visible
 * notes.
 */
function lookAtNumbers(page: Page) {
  return page.evaluate(() => {
    const isSeen = (element: Element | null) => element?.checkVisibility() === true;
    const numbers = [...document.querySelectorAll('.article a.number')].filter(isSeen);
    const lineOf = (number: Element) => getComputedStyle(number).textDecorationColor;
    const quiet = numbers.filter((number) => !isSeen(number.querySelector('.standing-ring')));
    return {
      ringed: numbers.length - quiet.length,
      telling: numbers.filter((number) => number.matches('[data-tells]')).length,
      quiet: quiet.length,
      quietAndTelling: quiet.filter((number) => number.matches('[data-tells]')).length,
      quietInRed: quiet.filter(
        (number) => lineOf(number) === lineOf(document.querySelector('a[data-tells]') ?? number),
      ).length,
      solid: quiet.every((number) => getComputedStyle(number).textDecorationStyle === 'solid'),
      tags: [...document.querySelectorAll('.prose .tag')].filter(isSeen).length,
      notes: [...document.querySelectorAll('.margin-note')].filter(isSeen).length,
    };
  });
}

for (const address of addresses) {
  test.describe(address, () => {
    for (const { width, height, limit } of [
      { ...wide, limit: 900 },
      { width: 375, height: 800, limit: 1000 },
    ]) {
      test(`has read its first sentence within ${limit} px and is text for four fifths at ${width} px`, async ({
        page,
      }) => {
        await open(page, address, { width, height });
        const end = await page.evaluate(() => {
          const first = document.querySelector('.prose > p');
          if (!first) return Infinity;
          // A sentence ends at the first full stop between a word and a space. The position of its
          // last letter counts.
          const walker = document.createTreeWalker(first, NodeFilter.SHOW_TEXT);
          const range = document.createRange();
          while (walker.nextNode()) {
            const node = walker.currentNode;
            const stop = (node.textContent ?? '').search(/[\p{L}\d”)][.?!](?=\s|$)/u);
            if (stop < 0) continue;
            range.setStart(node, stop);
            range.setEnd(node, stop + 1);
            return range.getBoundingClientRect().bottom + window.scrollY;
          }
          return first.getBoundingClientRect().bottom + window.scrollY;
        });
        expect(end).toBeLessThan(limit);
        const share = await page.evaluate(() => {
          const heightOf = (selector: string) =>
            document.querySelector(selector)?.getBoundingClientRect().height ?? 0;
          return heightOf('.prose') / heightOf('.article');
        });
        expect(share).toBeGreaterThanOrEqual(0.8);
      });
    }
  });

  test.describe(address, ask(address, oneOfEach), () => {
    test('is quiet: a line in ink under a number, ring and note where the record tells something', async ({
      page,
    }) => {
      await open(page, address, wide);
      const seen = await lookAtNumbers(page);
      expect(seen.quiet).toBeGreaterThan(0);
      expect(seen.ringed).toBe(seen.telling);
      expect(seen.quietAndTelling).toBe(0);
      expect(seen.quietInRed).toBe(0);
      expect(seen.solid).toBe(true);
      expect(seen.tags).toBe(0);
      expect(seen.notes).toBeGreaterThan(0);
      expect(seen.notes).toBeLessThanOrEqual(12);
    });

    test('shows all evidence where its address says so, and hides it in the same place', async ({
      page,
    }) => {
      await open(page, address, wide);
      const before = await lookAtNumbers(page);
      await page.getByRole('link', { name: 'Show all evidence' }).click();
      await expect(page).toHaveURL(/#all-evidence$/);
      const all = await lookAtNumbers(page);
      expect(all.quiet).toBe(0);
      expect(all.notes).toBeGreaterThan(before.notes);
      expect(all.tags).toBeGreaterThanOrEqual(all.notes);
      await expect(page.locator('.legend')).toBeVisible();
      // The page has not scrolled: the other link is in the same place.
      expect(await page.evaluate(() => window.scrollY)).toBe(0);
      await page.getByRole('link', { name: 'Hide the evidence' }).click();
      expect(await lookAtNumbers(page)).toEqual(before);
      expect(await page.evaluate(() => window.scrollY)).toBe(0);
    });

    for (const fragment of ['', '#all-evidence']) {
      test(`lays no note on another, nor on the text${fragment && ', all shown'}`, async ({
        page,
      }) => {
        await open(page, `${address}${fragment}`, wide);
        for (const width of [1180, 1280, 1440, 2560]) {
          await page.setViewportSize({ width, height: 800 });
          const faults = await page.evaluate(() => {
            const boxes = [...document.querySelectorAll('.margin-note, .figure-wide')]
              .filter((element) => element.checkVisibility())
              .map(
                (element) =>
                  ({ element, ...element.getBoundingClientRect().toJSON() }) as DOMRect & {
                    element: Element;
                  },
              )
              .sort((a, b) => a.top - b.top);
            const text = document.querySelector('.prose > p')?.getBoundingClientRect();
            return boxes.flatMap((box, index) => {
              const next = boxes[index + 1];
              const words =
                box.element.textContent +
                [...box.element.querySelectorAll('[data-text]')]
                  .map((part) => part.getAttribute('data-text'))
                  .join();
              const isNote = box.element.matches('.margin-note');
              return [
                ...(next &&
                next.top < box.bottom - 0.5 &&
                next.left < box.right &&
                box.left < next.right
                  ? [`${words} lies on the next`]
                  : []),
                ...(isNote && text && box.left < text.right ? [`${words} lies in the text`] : []),
                ...(isNote && box.right > document.documentElement.clientWidth
                  ? [`${words} leaves the page`]
                  : []),
              ];
            });
          });
          expect(faults, `${width} px`).toEqual([]);
        }
      });
    }

    test('names the standing of every number, and copies no tag', async ({ page }) => {
      await open(page, address, wide);
      const names = await page
        .locator('.article a.number')
        .evaluateAll((links) =>
          links.map(
            (link) => [link.getAttribute('aria-label') ?? '', link.textContent.trim()] as const,
          ),
        );
      const withSpaces = (text: string) => text.replaceAll('\u00a0', ' ');
      for (const [name, words] of names.map(
        ([name, words]) => [withSpaces(name), withSpaces(words)] as const,
      )) {
        expect(name.startsWith(words), `“${name}” begins with what is read, “${words}”`).toBe(true);
        expect(name.slice(words.length)).toMatch(
          /^, (?:documented|supported in part|one statement|first source not found|sources differ|derived by us)$/,
        );
      }
      const copied = await page.evaluate(() => {
        const prose = document.querySelector('.prose');
        if (prose) window.getSelection()?.selectAllChildren(prose);
        return window.getSelection()?.toString() ?? '';
      });
      expect(copied.length).toBeGreaterThan(3000);
      expect(copied).not.toMatch(/E-\d\d/);
      expect(copied).not.toMatch(/Sources differ|One statement|our translation/);
    });

    test('opens its evidence for a link into it', async ({ page }) => {
      await open(page, `${address}#sources`, wide);
      await expect(page.locator('#sources')).toBeInViewport();
      await expect(page.locator('.source-list li').first()).toBeVisible();
      await open(page, address, wide);
      await expect(page.locator('.source-list li').first()).toBeHidden();
      await page
        .getByRole('navigation', { name: 'In this article' })
        .getByRole('link', { name: 'Evidence' })
        .click();
      await expect(page.locator('#numbers')).toBeInViewport();
      await expect(page.locator('.numbers-table')).toBeVisible();
    });

    test('ends with one part for its evidence, closed, after what could be read and who was approached', () => {
      const html = readPage(`${address.slice(1)}index.html`);
      const places = [
        'class="prose',
        'id="what-we-could-read"',
        '<details class="evidence',
        'id="numbers"',
        'id="cite"',
        'id="sources"',
      ];
      const found = places.map((place) => html.indexOf(place));
      expect(found.every((place, index) => place > (found[index - 1] ?? 0))).toBe(true);
      expect(html).toMatch(/<details class="evidence[ "][^>]*>/);
      expect(
        /<details class="evidence[ "].*?<summary[^>]*><h2[^>]*>Evidence: \d+\u00a0numbers?, \d+\u00a0sources?; cite, take away</s.exec(
          html,
        ),
      ).not.toBeNull();
    });
  });
}

test('a note gives the words of the statement, where they stand, and what became of them', async ({
  page,
}) => {
  await open(page, '/articles/two-numbers-for-the-machine-guns/', wide);
  const notes = await page
    .locator('.prose > p .margin-note[data-tells], .prose li .margin-note[data-tells]')
    .evaluateAll((elements) =>
      elements.map((element) =>
        [...element.children]
          .filter((child) => child.checkVisibility())
          .map((child) => getComputedStyle(child, '::before').content.slice(1, -1)),
      ),
    );
  const [words, from, change] =
    notes.map((note) => note.map((line) => line.replaceAll('\u00a0', ' ')))[0] ?? [];
  expect(words).toMatch(/^“.*74,000 machine guns.*”$/);
  expect(from).toBe('Reuters, 2 June 2015');
  expect(change).toMatch(/^(?:before|then|but) 4,000, .+ \d{4}(?:; .+)?$/);
});

test('all evidence stays shown on the way to a section, and is hidden in the one place', async ({
  page,
}) => {
  await open(page, `${mosul}#all-evidence`, wide);
  await page.getByRole('navigation', { name: 'In this article' }).getByRole('link').nth(1).click();
  await expect(page).not.toHaveURL(/#all-evidence$/);
  await expect(page.locator('.prose .tag').first()).toBeVisible();
  await page.getByRole('link', { name: 'Hide the evidence' }).click();
  await expect(page.locator('.prose .tag').first()).toBeHidden();
  await expect(page.getByRole('link', { name: 'Show all evidence' })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('all evidence shows and hides, and a link into the evidence opens it', async ({ page }) => {
    await page.goto(`${mosul}#all-evidence`);
    await expect(page.locator('.prose .tag').first()).toBeVisible();
    await page.getByRole('link', { name: 'Hide the evidence' }).click();
    await expect(page.locator('.prose .tag').first()).toBeHidden();
    await page.goto(`${mosul}#sources`);
    await expect(page.locator('.source-list li').first()).toBeVisible();
  });
});

test('below the margin a note is the dialog that opens, with the words', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    viewport: { width: 768, height: 900 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto(mosul);
  await expect(page.locator('.margin-note').first()).toBeHidden();
  await page
    .locator('.prose p > a.number[data-tells][href*="machine-guns/#van-buren"]')
    .first()
    .tap();
  const dialog = page.getByRole('dialog', { name: 'About this number' });
  await expect(dialog).toContainText(/“[^”]*4,000\smachine guns[^”]*”/);
  await expect(dialog).toContainText(/(?:before|then|but) 74,000, Reuters/);
  await expect(dialog).toContainText('Sources differ');
  await context.close();
});
