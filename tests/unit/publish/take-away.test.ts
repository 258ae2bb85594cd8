/** Downloadable files of an article, as they are made. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { formatArchive } from '../../../src/publish/archive.ts';
import { formatOneFile } from '../../../src/publish/one-file.ts';
import {
  formatRepublishedHtml,
  formatRepublishedMarkdown,
} from '../../../src/publish/republished.ts';
import { listTerms } from '../../../src/publish/terms.ts';

describe('an archive', () => {
  const files = new Map([
    ['b.txt', 'ﬁrst – “words”'],
    ['a/table.csv', 'a,b\r\n'],
  ]);

  it('holds the files below its name, with sums that fit', () => {
    const found = unzipSync(formatArchive('parcels', files, '2015-06-02'));
    expect(Object.keys(found)).toEqual([
      'parcels/a/table.csv',
      'parcels/b.txt',
      'parcels/SHA256SUMS',
    ]);
    expect(Buffer.from(found['parcels/b.txt'] ?? []).toString()).toBe('ﬁrst – “words”');
    const sum = createHash('sha256').update('a,b\r\n').digest('hex');
    expect(Buffer.from(found['parcels/SHA256SUMS'] ?? []).toString()).toContain(
      `${sum}  a/table.csv\n`,
    );
  });

  it('has the same bytes in every time zone and order of its files, and others on another day', () => {
    const module = join(import.meta.dirname, '../../../src/publish/archive.ts');
    const hashIn = (zone: string, day: string, order: string) =>
      execFileSync(
        process.execPath,
        [
          '--input-type=module',
          '-e',
          `import { formatArchive } from ${JSON.stringify(module)};
           import { createHash } from 'node:crypto';
           const files = new Map(${order});
           console.log(createHash('sha256').update(formatArchive('x', files, ${JSON.stringify(day)})).digest('hex'));`,
        ],
        { env: { ...process.env, TZ: zone }, encoding: 'utf8' },
      );
    const [one, two] = ["[['a', '1'], ['b', '2']]", "[['b', '2'], ['a', '1']]"] as const;
    const sums = ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Baghdad'].map((zone) =>
      hashIn(zone, '2015-03-29', two),
    );
    expect(new Set([...sums, hashIn('UTC', '2015-03-29', one)]).size).toBe(1);
    expect(hashIn('UTC', '2015-03-30', one)).not.toBe(sums[0]);
  });
});

describe('an article in one file', () => {
  const page = `<!DOCTYPE html><html lang="en" data-foot="A &amp; B"><head><meta charset="utf-8"><title>T</title><link rel="icon" href="/i.svg"><link rel="canonical" href="https://example.org/articles/a/"><style>@font-face{font-family:X;src:url(/x.woff2)}@font-face{font-family:Y;src:local(Z)}p{color:red}</style></head><body><nav>Menu</nav><main id="main"><article><p>It has <a class="number" href="/numbers/a/#b">40 parcels</a> and <a class="number" href="/numbers/z/">none</a>, <a href="/t.csv" download rel="nofollow" type="text/csv">CSV</a>.</p><picture><source srcset="/p.webp 2w"><img src="/p.jpg" alt=""></picture><svg><use href="#u"/><a href="/numbers/a/" aria-label="40"><path d="M0 0"/></a></svg><div class="article-end"><details><table class="numbers-table"><tbody><tr><td><a href="/numbers/a/#b">Parcels</a></td></tr></tbody></table><ol class="source-list"></ol></details></div><script src="/s.js"></script></article></main><link rel="stylesheet" href="/fonts.css"></body></html>`;
  const make = (locate: (address: string) => string | undefined) =>
    formatOneFile({
      page,
      paper: '@page{margin:0}',
      locate,
      embed: (address) => `data:image/jpeg;base64,${address}`,
      guard: (styles) => `only ${styles.join(' and ')}`,
      head: 'Saved from https://example.org/articles/a/.',
      about: ['Terms <b>'],
      further: ['A title. A paper: https://example.com/x.'],
    });
  const file = make((address) => `https://example.org${address}`);

  it('has pictures and styles in itself, no script, no menu and no font of a network', () => {
    expect(file).toContain('src="data:image/jpeg;base64,/p.jpg"');
    expect(file).toContain('<style>@font-face{font-family:Y;src:local(Z)}p{color:red}</style>');
    expect(file).toContain(
      'content="only @font-face{font-family:Y;src:local(Z)}p{color:red} and @page{margin:0}"',
    );
    expect(file).not.toMatch(/<script|<nav|srcset|x\.woff2|"\/i\.svg/);
    expect(file).toContain('<link rel="icon" href="data:image/jpeg;base64,/i.svg">');
  });

  it('leads from a number to its row and from the row to its record, and opens what is closed', () => {
    expect(file).toContain('<a class="number" href="#number-1">40 parcels</a>');
    expect(file).toContain('<tr id="number-1"><td><a href="https://example.org/numbers/a/#b">');
    expect(file).toContain('<a class="number" href="https://example.org/numbers/z/">none</a>');
    expect(file).toContain('<details open');
    expect(file).toMatch(/<use href="#u"\s*\/?>/);
  });

  it('says where it is from, and never as markup', () => {
    expect(file).toContain(
      'Saved from <a href="https://example.org/articles/a/">https://example.org/articles/a/</a>.',
    );
    expect(file).toContain('<li>Terms &lt;b&gt;</li>');
    expect(file).toContain('A paper: <a href="https://example.com/x">https://example.com/x</a>.');
  });

  it('has words in place of links while the site has no address', () => {
    const without = make(() => undefined);
    expect(without).toContain('<span class="number">none</span>');
    expect(without).toContain('<span>CSV</span>');
    expect(without).toMatch(/<g><path d="M0 0"\s*\/?>/);
    expect(without).not.toMatch(/<a(?![^>]* href=)[\s>]/);
    expect(without).toContain('<a class="number" href="#number-1">40 parcels</a>');
    expect(without).not.toContain('href="/');
  });
});

describe('a text to print again', () => {
  const text = {
    title: 'Lost & found',
    summary: 'A <summary>.',
    findings: ['One *finding*'],
    byline: 'By The Desk',
    address: 'https://example.org/articles/a/',
    site: 'The Desk',
    text: [
      {
        type: 'element',
        tagName: 'p',
        properties: {},
        children: [
          {
            type: 'element',
            tagName: 'a',
            properties: { href: 'https://example.org/numbers/a/' },
            children: [{ type: 'text', value: '40 parcels' }],
          },
        ],
      },
    ],
    corrections: ['Error, 2 June 2015.'],
    terms: ['A term (https://example.org/terms/).'],
  };

  it('is the same as HTML and as Markdown', () => {
    const html = formatRepublishedHtml(text);
    expect(html).toContain('<h1>Lost &#x26; found</h1>');
    expect(html).toContain('<p><a href="https://example.org/numbers/a/">40 parcels</a></p>');
    expect(html).toContain('<link rel="canonical" href="https://example.org/articles/a/">');
    expect(formatRepublishedMarkdown(text)).toBe(
      `# Lost & found

A \\<summary>.

By The Desk

Published at <https://example.org/articles/a/>

- One \\*finding\\*

[40 parcels](https://example.org/numbers/a/)

## Corrections

- Error, 2 June 2015.

## Terms

- A term (https://example.org/terms/).
`,
    );
  });

  const element = (tagName: string, ...children: object[]) => ({
    type: 'element',
    tagName,
    properties: tagName === 'input' ? { type: 'checkbox', checked: true } : {},
    children,
  });
  const words = { type: 'text', value: 'some words' };

  it.each([
    ...['del', 's', 'ins', 'em', 'strong', 'b', 'i', 'u', 'code', 'kbd', 'mark', 'q', 'cite'],
    ...['sup', 'sub', 'abbr', 'small', 'time', 'bdi', 'blockquote', 'pre', 'h2', 'h3', 'h6'],
    ...['ul', 'ol', 'dl', 'table', 'figure', 'figcaption', 'details', 'section', 'aside'],
  ])('can be Markdown with any element that an article may hold: %s', (name) => {
    const rows: Record<string, object> = {
      table: element('tr', element('th', words), element('td', element('del', words))),
      ul: element('li', element('input'), words),
      ol: element('li', words),
      dl: element('dd', words),
    };
    const space = { type: 'text', value: ' ' };
    const held = element(name, rows[name] ?? words);
    const inner = element('p', words, space, held, space, words, element('br'), words);
    const markdown = formatRepublishedMarkdown({ ...text, text: [inner, element('hr')] });
    expect(markdown.match(/some words/g)?.length).toBeGreaterThan(3);
  });

  it('has terms of pictures where it shows some, and an address where there is one', () => {
    const site = 'The Desk';
    const all = listTerms({ site, address: 'https://example.org/a/', pictures: true });
    expect(all.filter((line) => line.includes('https://example.org/a/'))).toHaveLength(2);
    expect(all.some((line) => line.startsWith('Pictures belong to'))).toBe(true);
    const none = listTerms({ site, address: undefined, pictures: false }).join(' ');
    expect(none).not.toMatch(/undefined|Pictures belong to/);
  });
});
