/**
 * What the reader mode of browsers keeps of an article, tested with Firefox's own library, which
 * those of other browsers resemble.
 */
import { expect, test } from '@playwright/test';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { listPages, readPage } from './site-pages.ts';

const flatten = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
const listTexts = (document: Document, selector: string) =>
  [...document.querySelectorAll(selector)]
    .map(({ textContent }) => flatten(textContent))
    .filter(Boolean);

for (const file of listPages().filter((page) => /^articles\/.+\/index\.html$/.test(page))) {
  test(`reader mode keeps headline, summary, findings, charts in words, evidence and citation: ${file}`, () => {
    const read = () => parseHTML(readPage(file)).document;
    const whole = read();
    const kept = new Readability(read()).parse();
    expect(kept?.title).toBe(flatten(whole.querySelector('h1')?.textContent));
    expect(kept?.byline).toBe('Chain of Custody');
    const text = flatten(kept?.textContent);
    for (const [part, fewest] of [
      ['.dek', 1],
      ['.key-findings li', 2],
      ['.prose > p', 5],
      ['.chart-title', 1],
      ['.chart-description p', 1],
      ['figcaption > section p', 1],
      ['.closing li', 1],
      ['.numbers-table td', 20],
      ['.source-list > li', 5],
      ['.cite', 1],
    ] as const) {
      const texts = listTexts(whole, part);
      expect(texts.length, part).toBeGreaterThanOrEqual(fewest);
      expect(
        texts.filter((words) => !text.includes(words)),
        part,
      ).toEqual([]);
    }
    const { document: shown } = parseHTML(`<html><body>${kept?.content ?? ''}</body></html>`);
    expect(shown.querySelectorAll('table')).toHaveLength(
      whole.querySelectorAll('main table').length,
    );
    for (const tool of ['Show all evidence', 'Skip to the text', 'In this article'])
      expect(text).not.toContain(tool);
  });
}
