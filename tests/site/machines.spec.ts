import { expect, test } from '@playwright/test';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';
import { distFolder, drawAll, listPages, readPage, openPage } from './site-pages.ts';

type Node = Record<string, unknown> & { '@type': string };

/** Reads the data blocks of a page, as programs do. */
function readData(page: HTMLElement): Node[] {
  return page
    .querySelectorAll('script[type="application/ld+json"]')
    .map((block) => JSON.parse(block.text) as Node);
}

const pagesOf = (kind: string) =>
  listPages().filter((file) => new RegExp(`^${kind}/.+/index\\.html$`).test(file));
const meta = (page: HTMLElement, name: string) =>
  page.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content');
/** Whether an address, with or without the host, leads to a file of the built site. */
const leads = (address: string) => {
  const path = address.replace(/^https?:\/\/[^/]+/, '').replace(/#.*$/, '');
  return existsSync(join(distFolder, path.endsWith('/') ? `${path}index.html` : path));
};

test('an article says what it is, with each source by the address of its page', () => {
  const articles = pagesOf('articles');
  expect(articles.length).toBeGreaterThanOrEqual(4);
  for (const file of articles) {
    const page = openPage(file);
    const [data, ...more] = readData(page);
    expect(more, file).toEqual([]);
    expect(data?.['@context']).toBe('https://schema.org');
    expect(data?.['@type']).toBe('AnalysisNewsArticle');
    expect(data?.['headline']).toBe(
      page.querySelector('h1')?.text.replaceAll(/\s+/g, ' ').trim() &&
        parse(meta(page, 'og:title') ?? '').text,
    );
    const cited = (data?.['citation'] as { '@id': string }[]).map((node) => node['@id']);
    const printed = page
      .querySelectorAll('.source-list a[href*="/sources/"]')
      .map((link) => link.getAttribute('href'));
    expect(cited.length, file).toBeGreaterThan(3);
    expect(new Set(cited.map((address) => address.replace(/^https?:\/\/[^/]+/, ''))), file).toEqual(
      new Set(printed),
    );
    for (const address of [...cited, data?.['url'], data?.['image']] as string[])
      expect(leads(address), `${file}: ${address}`).toBe(true);
    expect(data?.['datePublished']).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(String(data?.['dateModified']) >= String(data?.['datePublished'])).toBe(true);
    expect(meta(page, 'article:published_time')).toBe(data?.['datePublished']);
  }
});

test('a chart says that it is a data set, with each of its files', () => {
  const charts = pagesOf('charts');
  expect(charts.length).toBeGreaterThan(5);
  for (const file of charts) {
    const [data] = readData(openPage(file));
    expect(data?.['@type'], file).toBe('Dataset');
    expect(String(data?.['description']).length, file).toBeGreaterThan(50);
    const files = data?.['distribution'] as Node[];
    expect(files.map((entry) => entry['encodingFormat'])).toEqual([
      'text/csv',
      'application/json',
      'image/svg+xml',
      'image/png',
    ]);
    for (const entry of files)
      expect(leads(String(entry['contentUrl'])), `${file}: ${String(entry['contentUrl'])}`).toBe(
        true,
      );
  }
});

test('programs that keep references find title, author, day and publisher; nobody is invented', () => {
  for (const file of [...pagesOf('articles'), ...pagesOf('charts')]) {
    const page = openPage(file);
    expect(meta(page, 'citation_title'), file).toBeTruthy();
    expect(meta(page, 'citation_author'), file).toBe('Chain of Custody');
    expect(meta(page, 'citation_publisher'), file).toBe('Chain of Custody');
    expect(meta(page, 'citation_publication_date') ?? '2026/01/01', file).toMatch(
      /^\d{4}\/\d\d\/\d\d$/,
    );
    for (const link of page.querySelectorAll(
      'a[download][href$=".bib"], a[download][href$=".ris"], a[download][href$=".csl.json"]',
    ))
      expect(leads(link.getAttribute('href') ?? ''), `${file}: ${link.getAttribute('href')}`).toBe(
        true,
      );
    expect(page.querySelectorAll('a[download][href$=".bib"]').length, file).toBe(
      file.startsWith('articles/') ? 2 : 1,
    );
  }
});

test('a key of BibTeX means one work, in whichever files of the site it stands; one file has each source once', () => {
  const entries = ['articles', 'charts', 'data'].flatMap((folder) =>
    readdirSync(join(distFolder, folder))
      .filter((name) => name.endsWith('.bib'))
      .flatMap((name) =>
        readFileSync(join(distFolder, folder, name), 'utf8')
          .split(/^(?=@)/m)
          .filter(Boolean),
      ),
  );
  expect(entries.length).toBeGreaterThan(50);
  const works = new Map<string, Set<string>>();
  for (const entry of entries) {
    const key = /^@\w+\{([^,]+),/.exec(entry)?.[1] ?? '';
    works.set(key, (works.get(key) ?? new Set()).add(entry.trim()));
  }
  expect([...works].filter(([, written]) => written.size > 1)).toEqual([]);
  const all = readFileSync(join(distFolder, 'data/sources.bib'), 'utf8').match(/^@/gm) ?? [];
  const pages = pagesOf('sources').filter((file) => file !== 'sources/index.html');
  expect(all).toHaveLength(pages.length);
  expect(openPage('data/index.html').querySelectorAll('a[href$="data/sources.bib"]')).toHaveLength(
    1,
  );
});

test('a page claims to check no claim for search engines', () => {
  expect(listPages().filter((file) => readPage(file).includes('ClaimReview'))).toEqual([]);
});

test('the map lists every page once, and no frame', () => {
  const file = join(distFolder, 'sitemap.xml');
  if (!process.env.SITE_URL) {
    expect(existsSync(file)).toBe(false);
    expect(readFileSync(join(distFolder, 'robots.txt'), 'utf8')).not.toContain('Sitemap');
    return;
  }
  const listed = [...readFileSync(file, 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = '']) => address,
  );
  const canonical = listPages()
    .filter((path) => !path.startsWith('embed/') && path !== '404.html')
    .map((path) => openPage(path))
    .filter((page) => !page.querySelector('meta[name="robots"][content="noindex"]'))
    .map((page) => page.querySelector('link[rel="canonical"]')?.getAttribute('href'));
  expect(listed.sort()).toEqual(canonical.sort());
});

test('a button copies a citation, and there is none without script', async ({ browser }) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto('/numbers/machine-guns/');
  const words = (await page.locator('p.cite').first().textContent()) ?? '';
  // What is drawn, and fonts that come, while it is pressed would move it from under the mouse.
  await drawAll(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.getByRole('button', { name: 'Copy' }).first().click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    words.replace(/\s+/g, ' ').trim(),
  );
  await context.close();
  const bare = await browser.newContext({ javaScriptEnabled: false });
  const still = await bare.newPage();
  await still.goto('/numbers/machine-guns/');
  await expect(still.locator('p.cite')).toBeVisible();
  expect(await still.locator('button', { hasText: 'Copy' }).count()).toBe(0);
  await bare.close();
});
