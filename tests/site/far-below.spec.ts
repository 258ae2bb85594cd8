/**
 * Content far below is laid out late, but no reader misses it, and nothing that it draws is cut
 * off.
 */
import { expect, test, type Page } from '@playwright/test';
import { parse } from 'node-html-parser';
import { ask, askedLater, kindsOfPage, listPages, readPage, toAddress } from './site-pages.ts';

const phone = { width: 375, height: 800 };
const longest = kindsOfPage.find((address) => /^\/articles\/.+/.test(address)) ?? '';

/** Finds the page below a folder of the site that prints something most often. */
function findMost(folder: string, printed: string): string {
  const [most] = listPages()
    .filter((file) => file.startsWith(folder))
    .map((file) => ({ file, times: readPage(file).split(printed).length }))
    .sort((a, b) => b.times - a.times);
  return toAddress(most?.file ?? '');
}

const longestChain = findMost('numbers/', 'data-mark=');
const longestPublisher = findMost('publishers/', '<tr');
const longestSource = findMost('sources/', '<tr');
const mostClaims = findMost('articles/', 'href="/claims/');

/** Counts the boxes that may be laid out late, and those that are not laid out yet. */
async function countWaiting(page: Page): Promise<{ all: number; waiting: number }> {
  return page.evaluate(() => {
    const boxes = [...document.querySelectorAll('main *')].filter(
      (element) => getComputedStyle(element).contentVisibility === 'auto',
    );
    const waiting = boxes.filter(
      ({ firstElementChild: child }) =>
        child?.checkVisibility() && !child.checkVisibility({ contentVisibilityAuto: true }),
    );
    return { all: boxes.length, waiting: waiting.length };
  });
}

for (const address of [
  longest,
  longestChain,
  longestPublisher,
  longestSource,
  '/numbers/',
  '/sources/',
  '/claims/',
  '/timeline/',
])
  test(`${address}: most of it is not laid out before a reader comes near it`, async ({ page }) => {
    await page.setViewportSize(phone);
    await page.goto(address);
    const { all, waiting } = await countWaiting(page);
    expect(all).toBeGreaterThan(10);
    expect(waiting).toBeGreaterThan(all / 2);
  });

/** Pages whose tables, drawings and lists are long. */
const longPages = [
  ...new Set([longest, mostClaims, longestChain, longestPublisher, longestSource]),
  '/methodology/',
  '/charts/weapon-origins/',
];

for (const address of longPages)
  test(`${address}: little that stands three screens below is laid out at once`, async ({
    page,
  }) => {
    await page.setViewportSize(phone);
    await page.goto(address);
    const { height, early } = await page.evaluate(() => ({
      height: document.documentElement.scrollHeight / innerHeight,
      early: [...document.querySelectorAll('main *')]
        .filter((part) => part.checkVisibility({ contentVisibilityAuto: true }))
        // A box that waits is there, and empty.
        .filter((part) => getComputedStyle(part).contentVisibility !== 'auto')
        .filter((part) => part.getBoundingClientRect().top > 3.3 * innerHeight)
        .map((part) => part.parentElement?.className || part.tagName),
    }));
    expect(height).toBeGreaterThan(5);
    expect(early.length, [...new Set(early)].join(', ')).toBeLessThan(100);
  });

test('a link to a part comes to what was not laid out', async ({ page }) => {
  await page.setViewportSize(phone);
  const text = parse(readPage(`${longest.slice(1)}index.html`));
  const id = text.querySelectorAll('.prose > h2').at(-1)?.id ?? '';
  expect(id).not.toBe('');
  await page.goto(`${longest}#${id}`);
  await expect(page.locator(`#${id}`)).toBeInViewport();
});

for (const [address, parts] of [
  [longest, '.prose > p'],
  [longestChain, '.custody tbody tr'],
  [longestChain, '.record-section p'],
  [longestChain, '.used-in a'],
  [longestPublisher, '.numbers-table tbody tr'],
  [longestSource, '.numbers-table tbody tr'],
  [mostClaims, '.claims-table tbody tr'],
  ['/methodology/', '.text > p'],
  ['/numbers/', '.ledger tbody tr'],
  ['/sources/', '.source-row'],
  ['/timeline/', '.relay > li'],
] as const)
  for (const back of [1, 2, 4, 8])
    test(
      `${address}: a search for words in ${parts}, ${back} from the end, ends where they are seen`,
      back === 1 || back === 8 ? {} : askedLater,
      async ({ page }) => {
        await page.setViewportSize(phone);
        await page.goto(address);
        const found = await page
          .locator(parts)
          .nth(-back)
          .evaluate(async (element) => {
            const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
            let words = '';
            while (walker.nextNode()) {
              const text = walker.currentNode.textContent?.trim() ?? '';
              if (text.length > words.length) words = text;
            }
            const search = globalThis as unknown as { find: (words: string) => boolean };
            const chosen = () => getSelection()?.anchorNode ?? null;
            // Other places may have the same words.
            for (let tries = 0; tries < 40 && !element.contains(chosen()); tries += 1)
              search.find(words.slice(0, 30).trim());
            const readTop = () =>
              chosen() ? (getSelection()?.getRangeAt(0).getBoundingClientRect().top ?? -1) : -1;
            // What comes near is laid out in the frames after the page has scrolled there.
            let top = NaN;
            for (let still = 0; still < 4; still = readTop() === top ? still + 1 : 0) {
              top = readTop();
              await new Promise((resolve) => requestAnimationFrame(resolve));
            }
            return element.contains(chosen()) && top >= 0 && top < innerHeight;
          });
        expect(found).toBe(true);
      },
    );

/** A page carries the rules that it uses: on others nothing waits, so nothing is cut. */
const hasLater = (address: string) =>
  readPage(address.endsWith('/') ? `${address.slice(1)}index.html` : address.slice(1)).includes(
    'content-visibility:auto',
  );

for (const address of kindsOfPage.filter(hasLater))
  test(
    `${address}: nothing stands outside of a box that is cut`,
    ask(address),
    async ({ page }) => {
      await page.goto(address);
      for (const width of [320, 800, 1100, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        const cut = await page.evaluate(() => {
          const found: string[] = [];
          const boxes = [...document.querySelectorAll('main *')].filter(
            (box) => getComputedStyle(box).contentVisibility === 'auto',
          );
          // Shows all boxes in the size that they have when drawn.
          const before = [...document.adoptedStyleSheets];
          const drawn = new CSSStyleSheet();
          drawn.replaceSync('* { content-visibility: visible !important }');
          document.adoptedStyleSheets = [...before, drawn];
          for (const box of boxes) {
            const style = getComputedStyle(box);
            const room = parseFloat(style.overflowClipMargin);
            const { left, right, top, bottom } = box.getBoundingClientRect();
            // The outline of a focused element needs this much room.
            if (!(room > 6)) found.push(`${box.className || box.tagName} leaves no room`);
            if (style.overflow !== 'visible') continue;
            for (const part of box.querySelectorAll('*')) {
              // What is in closed details has no place yet.
              if (!part.checkVisibility()) continue;
              const rect = part.getBoundingClientRect();
              if (rect.width === 0 || rect.height === 0 || part.closest('defs')) continue;
              if (getComputedStyle(part).clipPath === 'inset(50%)') continue;
              const out = Math.max(
                left - rect.left,
                rect.right - right,
                top - rect.top,
                rect.bottom - bottom,
              );
              if (out > room && !hidesWhatRunsOver(part, box))
                found.push(
                  `${part.tagName} ${part.getAttribute('class') ?? ''} by ${Math.round(out)} px`,
                );
            }
          }
          document.adoptedStyleSheets = before;
          return found.slice(0, 5);

          /** Returns whether an element between them already scrolls or clips it. */
          function hidesWhatRunsOver(part: Element, box: Element): boolean {
            for (
              let above = part.parentElement;
              above && above !== box;
              above = above.parentElement
            )
              if (getComputedStyle(above).overflow !== 'visible') return true;
            return false;
          }
        });
        expect(cut, `${width} px`).toEqual([]);
      }
    },
  );
