import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { distFolder, listPages } from './site-pages.ts';

/**
 * What Markdown can make of a text, whether today's articles have it or not, in the stylesheet from
 * which the build takes the rules of an article.
 */
const styles = join(distFolder, '../.build/styles');
const article = listPages().find((file) => /^articles\/.+\/index\.html$/.test(file)) ?? '';
const [stylesheet = ''] = (
  JSON.parse(readFileSync(join(styles, 'pages.json'), 'utf8')) as Record<string, string[]>
)[article] ?? [''];

const list = (name: 'ul' | 'ol') =>
  `<${name}><li>First<${name}><li>Inner<${name}><li><p>Innermost</p><p>Its second paragraph</p></li></${name}></li></${name}></li><li>Second</li></${name}>`;
const longLine = 'const x = y; '.repeat(20);
const text = `
  <p>A paragraph</p>${list('ul')}<p>A paragraph</p>${list('ol')}<h2>Two</h2><p>A paragraph</p>
  <h3>Three</h3><p>A paragraph</p><h4>Four</h4><p>A paragraph</p><h5>Five</h5><p>A paragraph</p><h6>Six</h6>
  <blockquote><p>Quoted</p><p>Quoted, too</p></blockquote><pre><code>${longLine}</code></pre><hr>
  <p>A paragraph</p>
  <div class="table-scroll"><table><tr><td>A table</td></tr></table></div>
  <div class="note"><p>A remark</p>${list('ul')}<p>More of it</p></div>
  <section class="footnotes"><ol><li><p>A footnote</p></li><li><p>Another</p></li></ol></section>`;

for (const width of [320, 1440])
  test(`every form of Markdown looks like what it is at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.setContent(
      `<style>${readFileSync(join(styles, stylesheet), 'utf8')}</style><main><div class="prose text">${text}</div></main>`,
    );
    const faults = await page.evaluate(() => {
      const found: string[] = [];
      const find = (selector: string) => {
        const element = document.querySelector(selector);
        if (!element) throw new Error(`There is no ${selector}.`);
        return element;
      };
      const say = (element: Element, fault: string) =>
        found.push(`${element.tagName} “${element.textContent.trim().slice(0, 20)}” ${fault}`);
      for (const item of document.querySelectorAll('li')) {
        const list = item.parentElement;
        if (list?.tagName === 'UL') {
          const mark = getComputedStyle(item, '::before');
          if (mark.content === 'none' || parseFloat(mark.borderTopWidth) < 1)
            say(item, 'has no mark');
        } else if (getComputedStyle(item).listStyleType !== 'decimal') say(item, 'has no number');
        const around = list?.parentElement;
        const wordsOf = (element: Element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          return range.getClientRects()[0]?.left ?? 0;
        };
        if (around && wordsOf(item) < wordsOf(around) + 12 && around.tagName === 'LI')
          say(item, 'is not set in');
      }
      const blocks = 'p, ul, ol, h2, h3, h4, h5, h6, blockquote, pre, hr, .table-scroll';
      for (const block of document.querySelectorAll(blocks)) {
        const before = block.previousElementSibling;
        if (!before || block.tagName === 'LI') continue;
        const gap = block.getBoundingClientRect().top - before.getBoundingClientRect().bottom;
        const most = block.parentElement?.tagName === 'LI' ? 12 : 90;
        if (gap < 6 || gap > most) say(block, `is ${gap} px below ${before.tagName}`);
      }
      const quote = find('blockquote p');
      if (quote.getBoundingClientRect().left < find('.text').getBoundingClientRect().left + 12)
        say(quote, 'is not set in');
      const line = find('hr');
      if (line.getBoundingClientRect().height < 1) say(line, 'is not seen');
      const sizes = ['h2', 'h3', 'h4', 'h5', 'h6'].map((name) =>
        parseFloat(getComputedStyle(find(name)).fontSize),
      );
      if (sizes.some((size, index) => size > (sizes[index - 1] ?? size)))
        found.push(`sizes ${sizes.join(' ')}`);
      if (document.documentElement.scrollWidth > innerWidth) found.push('wider than the screen');
      return found;
    });
    expect(faults).toEqual([]);
  });
