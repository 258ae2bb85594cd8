import { expect, test, type Page } from '@playwright/test';
import { parse } from 'node-html-parser';
import { readContent } from '../../src/library/read-content.ts';
import { dropStyles } from './drop-styles.ts';
import {
  countLines,
  countPages,
  findOverprints,
  readPdf,
  squash,
  type PdfPage,
} from './read-pdf.ts';
import { ask, askedLater, kindsOfPage, listPages, readPage } from './site-pages.ts';

const articles = listPages().filter((file) => /^articles\/.+\/index\.html$/.test(file));
/**
 * Widths in px: of the paper, which decides its breakpoints, and of the text, which is the paper
 * without the margins of styles/print.css, 14 mm on each side.
 */
const papers = [
  { format: 'A4', paper: 794, text: 688 },
  { format: 'Letter', paper: 816, text: 710 },
] as const;
/** The bottom margin, 18 mm, in points. */
const foot = 51;
const fewestLines = 5;

async function print(page: Page, address: string, format: 'A4' | 'Letter'): Promise<PdfPage[]> {
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
  return readPdf(await page.pdf({ format }));
}

/** Counts the pages of the same content without a stylesheet, with everything opened. */
async function countUnstyledPages(page: Page, format: 'A4' | 'Letter'): Promise<number> {
  await dropStyles(page);
  await page.evaluate(() => {
    // As measureColumns found it.
    document.body.style.width = '';
    for (const part of document.querySelectorAll('details')) part.open = true;
  });
  return countPages(await page.pdf({ format }));
}

/**
 * Reads each row of each table, without parts that are not printed. For page.evaluate: it uses
 * nothing from outside.
 */
function readRows(): string[][] {
  return [...document.querySelectorAll('main table tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => {
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      let text = '';
      while (walker.nextNode()) {
        let element = walker.currentNode.parentElement;
        while (element && element !== cell && getComputedStyle(element).display !== 'none')
          element = element.parentElement;
        if (element === cell) text += walker.currentNode.textContent ?? '';
      }
      return text;
    }),
  );
}

/** Lists paragraphs of at least 120 letters with their letters per line. For page.evaluate. */
function measureColumns(width: number): { text: string; perLine: number; inTable: boolean }[] {
  document.body.style.width = `${width}px`;
  return [...document.querySelectorAll('main :is(p, li, dd, td)')].flatMap((block) => {
    const text = block.textContent.trim().replace(/\s+/g, ' ');
    if (text.length < 120 || !block.checkVisibility() || block.querySelector('p, li, dd, svg'))
      return [];
    const range = document.createRange();
    range.selectNodeContents(block);
    const lines = new Set(
      [...range.getClientRects()]
        .filter(({ width: wide }) => wide > 2)
        .map(({ bottom }) => Math.round(bottom / 6)),
    ).size;
    return lines > 1
      ? [
          {
            text: text.slice(0, 50),
            perLine: text.length / lines,
            inTable: block.closest('table') !== null,
          },
        ]
      : [];
  });
}

/** Asks what each page has at its foot, in the bottom margin. */
async function expectFoot(page: Page, address: string, pdfPages: PdfPage[]): Promise<void> {
  const said = await page.locator('html').getAttribute('data-foot');
  expect(said).toMatch(
    /^Chain of Custody · CC BY 4\.0 · version [0-9a-f]{7}( with changes)?, \d{1,2}\u00a0\w+ \d{4} · /,
  );
  expect(said?.endsWith(address)).toBe(true);
  for (const [index, { runs }] of pdfPages.entries()) {
    const below = squash(
      runs
        .filter(({ bottom }) => bottom < foot)
        .map(({ text }) => text)
        .join(''),
    );
    expect(below).toContain(squash(said ?? ''));
    expect(below).toContain(`${index + 1}/${pdfPages.length}`);
  }
}

/**
 * Asks for notes beside the text, a tag at every number, the evidence, the address of each source
 * that may be linked, and no page half empty before a chart.
 */
function expectArticle(file: string, pdfPages: PdfPage[]): void {
  const runs = pdfPages.flatMap((pdfPage) => pdfPage.runs.filter(({ bottom }) => bottom > foot));
  const printed = squash(runs.map(({ text }) => text).join(''));
  const html = parse(readPage(file));
  const notes = html
    .querySelectorAll('.prose .margin-note[data-tells] > i')
    .filter((note) => !note.closest('.opinion, .key-findings, .pullquote'));
  for (const note of notes) expect(printed).toContain(squash(note.getAttribute('data-text') ?? ''));
  // The margin begins 52 mm to the left of the right edge of the text.
  const margin = (pdfPages[0]?.width ?? 0) - 147 - 40;
  const beside = squash(
    runs
      .filter(({ left }) => left > margin)
      .map(({ text }) => text)
      .join(''),
  );
  for (const note of notes) expect(beside).toContain(squash(note.getAttribute('data-text') ?? ''));
  const numbers = html.querySelectorAll('.prose > p .number');
  expect(numbers.length).toBeGreaterThan(3);
  for (const number of numbers)
    expect(printed).toContain(squash(`${number.textContent}(${number.getAttribute('data-tag')})`));
  for (const words of ['Numbers in this article', 'Sources', 'Cite this article'])
    expect(printed).toContain(squash(words));
  for (const tool of ['Show all evidence', 'Skip to the text', 'In this article'])
    expect(printed).not.toContain(squash(tool));

  const { content } = readContent(process.cwd());
  const sources = html.querySelectorAll('.source-list > li');
  expect(sources.length).toBeGreaterThan(0);
  for (const item of sources) {
    const source = content.record.sources.get(
      item.querySelector('a')?.getAttribute('href')?.split('/').at(-2) ?? '',
    );
    if (source?.url !== undefined && source.linked !== false)
      expect(printed).toContain(squash(source.url));
  }

  for (const { height, runs: ofPage } of pdfPages.slice(0, -1)) {
    const lowest = Math.min(
      ...ofPage.map(({ bottom }) => bottom).filter((bottom) => bottom > foot),
    );
    expect(lowest).toBeLessThan(height / 2);
  }
}

/** Asks that the head of a table stands again on each page that it goes on to. */
function expectHeads(pdfPages: PdfPage[]): void {
  const withHead = pdfPages.filter(({ runs }) =>
    runs.some(({ text }) => text.startsWith('Passed on as')),
  );
  expect(withHead.length).toBeGreaterThan(2);
}

/** Asks that a gap of years stands above the year that it leads to. */
async function expectGaps(page: Page, pdfPages: PdfPage[]): Promise<void> {
  const gaps = await page.locator('.gap').allTextContents();
  expect(gaps.length).toBeGreaterThan(0);
  const runs = pdfPages.map((pdfPage) =>
    pdfPage.runs.map(({ text }) => text.replace(/\s+/g, ' ').trim()),
  );
  const followed = runs.flatMap((texts) =>
    texts.filter((_, index) => /^(?:19|20)\d\d$/.test(texts[index + 1] ?? '')),
  );
  for (const gap of gaps) expect(followed).toContain(gap.replace(/\s+/g, ' ').trim());
}

for (const address of kindsOfPage) {
  const file = `${address.slice(1)}index.html`;
  test.describe(`${address} on paper`, () => {
    for (const { format, paper, text: width } of papers) {
      const asked = format === 'A4' ? ask(address) : askedLater;
      test(
        `is whole, on no more pages than it needs, nothing over another, with a foot that says what it is: ${format}`,
        asked,
        async ({ page }) => {
          test.setTimeout(120_000);
          const pdfPages = await print(page, address, format);
          // A page for frames on other sites has no foot.
          if (!address.startsWith('/embed/')) await expectFoot(page, address, pdfPages);
          if (articles.includes(file)) expectArticle(file, pdfPages);
          if (address === '/numbers/mosul-humvees/') expectHeads(pdfPages);
          if (address === '/timeline/') await expectGaps(page, pdfPages);
          expect(pdfPages.flatMap(findOverprints)).toEqual([]);
          const tooWide = pdfPages.flatMap(({ width: wide, runs }) =>
            runs.filter(({ right }) => right > wide - 36),
          );
          expect(tooWide).toEqual([]);

          const last = pdfPages.at(-1);
          if (pdfPages.length > 1 && last)
            expect(countLines(last, foot), 'lines of the last page').toBeGreaterThanOrEqual(
              fewestLines,
            );
          await page.setViewportSize({ width: paper, height: 1000 });
          await page.emulateMedia({ media: 'print' });
          const printed = squash(
            pdfPages.map(({ runs }) => runs.map(({ text }) => text).join('')).join(''),
          ).replace(/\(E-\d+\)/g, '');
          const rows = (await page.evaluate(readRows)).flat().map(squash);
          expect(rows.filter((cell) => !printed.includes(cell))).toEqual([]);
          const columns = await page.evaluate(measureColumns, width);
          expect(columns.filter(({ perLine, inTable }) => perLine < (inTable ? 18 : 30))).toEqual(
            [],
          );

          // Without styles there is at least one page, of which two are not too many.
          if (pdfPages.length <= 2) return;
          await page.emulateMedia({ media: null });
          const unstyled = await countUnstyledPages(page, format);
          expect(
            pdfPages.length,
            `${pdfPages.length} pages, ${unstyled} without styles`,
          ).toBeLessThanOrEqual(Math.ceil(unstyled * 1.2));
        },
      );
    }
  });
}

test('finds words that lie on others, and a column of a few letters', async ({ page }) => {
  await page.setContent(
    `<main><p>Under words</p><p style="margin-top: -2.2em">Over words</p><p style="width: 90px">${'A column of few letters '.repeat(8)}</p></main>`,
  );
  const pdfPages = await readPdf(await page.pdf({ format: 'A4' }));
  expect(pdfPages.flatMap(findOverprints)).toHaveLength(1);
  expect((await page.evaluate(measureColumns, 600)).map(({ perLine }) => perLine < 30)).toEqual([
    true,
  ]);
});
