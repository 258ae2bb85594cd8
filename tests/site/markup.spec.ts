import { expect, test } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { parse, type HTMLElement } from 'node-html-parser';
import { distFolder, listPages, readPage } from './site-pages.ts';

/** Every page, with its elements. */
function* openPages(): Generator<{ file: string; page: HTMLElement }> {
  for (const file of listPages()) yield { file, page: parse(readPage(file)) };
}

const words = (element: HTMLElement | null | undefined) => element?.text.replace(/\s+/g, ' ').trim() ?? '';

test('every page is valid', async () => {
  test.setTimeout(180_000);
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { 'long-title': 'off' } });
  const faults: string[] = [];
  for (const file of listPages()) {
    const { results } = await validator.validateFile(`${distFolder}/${file}`);
    for (const { messages } of results)
      for (const { ruleId, message, line } of messages) faults.push(`${file}:${line} ${ruleId}: ${message}`);
  }
  expect(faults).toEqual([]);
});

test('a caption comes first or last in its figure', () => {
  let captions = 0;
  const faults: string[] = [];
  for (const { file, page } of openPages()) {
    for (const caption of page.querySelectorAll('figcaption')) {
      captions++;
      const siblings = (caption.parentNode?.childNodes ?? []).filter((node) => node.toString().trim());
      if (caption.parentNode?.tagName !== 'FIGURE' || (siblings[0] !== caption && siblings.at(-1) !== caption))
        faults.push(`${file}: ${words(caption).slice(0, 40)}`);
    }
  }
  expect(captions).toBeGreaterThan(40);
  expect(faults).toEqual([]);
});

test('every table has a caption of its own, which names its box, and no head cell is empty or without a scope', () => {
  let tables = 0;
  const faults: string[] = [];
  for (const { file, page } of openPages()) {
    const seen = new Set<string>();
    for (const table of page.querySelectorAll('table')) {
      tables++;
      const caption = words(table.querySelector('caption'));
      const box = table.closest('[role="group"]');
      const heads = table.querySelectorAll('th');
      if (caption.length < 12 || table.firstElementChild?.tagName !== 'CAPTION') faults.push(`${file}: a table without a caption`);
      if (seen.has(caption)) faults.push(`${file}: two tables named “${caption}”`);
      if (box && box.getAttribute('aria-label')?.replaceAll('\u00a0', ' ') !== caption)
        faults.push(`${file}: a box that is not named “${caption}”`);
      for (const head of heads) {
        const scope = head.closest('thead') ? 'col' : 'row';
        if (head.getAttribute('scope') !== scope || !words(head)) faults.push(`${file}: ${head.toString().slice(0, 60)}`);
      }
      if (heads.length === 0) faults.push(`${file}: “${caption}” has no head`);
      seen.add(caption);
    }
    for (const box of page.querySelectorAll('[role="group"], [role="region"]'))
      if (box.querySelector('table') && /^tables?$/i.test(box.getAttribute('aria-label') ?? ''))
        faults.push(`${file}: a box named “Table”`);
  }
  expect(tables).toBeGreaterThan(200);
  expect(faults).toEqual([]);
});

/** A day, a month or a year, which is no number of the record. */
const dates =
  /\(?\b(?:\d{1,2}\s)?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\s)?(?:19|20)\d\d\b\)?/g;
/** How well a number stands, in the words that pages print. */
const standings = /documented|supported in part|one statement|first source not found|sources differ|derived by us/i;

test('whoever hears a tag, or a number that leads to its record, hears how well the number stands', () => {
  let links = 0;
  const faults: string[] = [];
  for (const { file, page } of openPages()) {
    for (const element of page.querySelectorAll('main .tag, main a[href*="/numbers/"]')) {
      const target = element.getAttribute('href');
      const isTag = element.classList.contains('tag');
      const printsNumber = /\d/.test(words(element).replaceAll(dates, ''));
      if (!isTag && !(printsNumber && /^\/numbers\/[^/.]+\/(?:#|$)/.test(target ?? ''))) continue;
      if (element.closest('[aria-hidden="true"], h1, h2, h3')) continue;
      links++;
      const spoken = [element.getAttribute('aria-label') ?? words(element), words(element.closest('tr, li, dd, dt, p, h2, h3'))].join(' ');
      if (!standings.test(spoken)) faults.push(`${file}: ${spoken.slice(0, 80)}`);
    }
  }
  expect(links).toBeGreaterThan(1000);
  expect(faults).toEqual([]);
});
