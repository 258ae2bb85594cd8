/**
 * Downloadable files of an article: they are complete, need no other file, and are what they claim.
 */
import { expect, test } from '@playwright/test';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import { unzipSync } from 'fflate';
import { HtmlValidate } from 'html-validate';
import { parse, type HTMLElement } from 'node-html-parser';
import { nameStyle, writeFilePolicy } from '../../src/site/policy.ts';
import { formatTakeAwayPath, listTakeAwayForms } from '../../src/site/take-away-paths.ts';
import { distFolder, listPages, readPage } from './site-pages.ts';

const slugs = listPages().flatMap(
  (file) => /^articles\/([^/]+)\/index\.html$/.exec(file)?.[1] ?? [],
);
const pathOf = (...of: Parameters<typeof formatTakeAwayPath>) => formatTakeAwayPath(...of).slice(1);
const words = (element: HTMLElement | null) => element?.text.replace(/\s+/g, ' ').trim() ?? '';
const known = Boolean(process.env.SITE_URL);

test('each article is offered in its evidence and on the page of data, nowhere else', () => {
  expect(slugs.length).toBeGreaterThanOrEqual(3);
  const offered = new Map<string, string[]>();
  for (const page of listPages())
    for (const link of parse(readPage(page)).querySelectorAll('a[href*="/take-away/"]')) {
      const address = link.getAttribute('href') ?? '';
      offered.set(address, [...(offered.get(address) ?? []), page]);
      if (page.startsWith('articles/')) expect(link.closest('details.evidence')).not.toBeNull();
    }
  const wanted = slugs.flatMap((slug) =>
    listTakeAwayForms().map((form): [string, string[]] => [
      formatTakeAwayPath(slug, form),
      [`articles/${slug}/index.html`, 'data/index.html'],
    ]),
  );
  expect([...offered].sort()).toEqual(wanted.sort());
  const lies = readdirSync(join(distFolder, 'take-away')).map((name) => `/take-away/${name}`);
  expect(lies.sort()).toEqual([...offered.keys()].sort());
});

test('an article in one file opens from a disk without a network, asks for nothing and says all of its page', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled, offline: true });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url().slice(0, 120)));
    page.on('console', (message) => asked.push(message.text()));
    for (const slug of slugs) {
      const address = pathToFileURL(join(distFolder, pathOf(slug, 'html'))).href;
      await page.goto(address);
      expect(asked.splice(0)).toEqual([address]);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('.numbers-table tbody tr').last()).toBeVisible();
      await expect(page.locator('.source-list li').last()).toBeVisible();
      for (const figure of await page.locator('figure.chart').all()) {
        await expect(figure.locator('.drawing:visible svg').first()).toBeVisible();
        await expect(figure.locator('table')).toBeVisible();
      }
    }
    await context.close();
  }
});

test('an article in one file has each word, drawing and table of its page, and the notes of its numbers', () => {
  for (const slug of slugs) {
    const page = parse(readPage(`articles/${slug}/index.html`)).querySelector('article');
    const text = readPage(pathOf(slug, 'html'));
    const file = parse(text);
    const article = file.querySelector('article');
    for (const script of page?.querySelectorAll('script') ?? []) script.remove();
    const own = new Set(
      file
        .querySelectorAll('article :is(p, li, td, th, h1, h2, h3, blockquote, dd, summary, svg)')
        .map(words),
    );
    const lost = (
      page?.querySelectorAll(':is(p, li, td, th, h1, h2, h3, blockquote, dd, summary, svg)') ?? []
    )
      .map(words)
      .filter((part) => !own.has(part));
    expect(lost, slug).toEqual([]);
    for (const part of ['svg path', 'svg text', 'table', 'tr', 'figure', '.margin-note'])
      expect(article?.querySelectorAll(part).length, `${slug}: ${part}`).toBe(
        page?.querySelectorAll(part).length,
      );
    const drawn = (root: HTMLElement | null) =>
      root?.querySelectorAll('svg path').map((path) => path.getAttribute('d'));
    expect(drawn(article)).toEqual(drawn(page));
    const links = file.querySelectorAll('link').map((link) => link.toString());
    expect(links.filter((link) => !link.includes('rel="canonical"'))).toEqual([
      expect.stringMatching(/^<link rel="icon" href="data:image\/svg\+xml;base64,[\w+/=]+">$/),
    ]);
    expect(file.querySelectorAll('script, iframe').map(String)).toEqual([]);
    expect(file.querySelectorAll('details:not([open])')).toEqual([]);
    expect(text).not.toMatch(/url\((?!["']?#|["']?data:)/);
    for (const source of file.querySelectorAll('[src], [srcset]'))
      expect(source.getAttribute('src'), slug).toMatch(/^data:image\//);
    const ids = new Set(file.querySelectorAll('[id]').map(({ id }) => id));
    expect(ids.size).toBe(file.querySelectorAll('[id]').length);
    const foreign = known ? /^https?:\/\// : /^https?:\/\/(?!localhost|example\.)/;
    const astray = file
      .querySelectorAll('a[href], svg [href]')
      .map((link) => link.getAttribute('href') ?? '')
      .filter((address) =>
        address.startsWith('#') ? !ids.has(address.slice(1)) : !foreign.test(address),
      );
    expect(astray, slug).toEqual([]);
    // If no table has a row for it, the number is one of a chart, whose table is next to it.
    const numbers = file.querySelectorAll('.prose > p a.number');
    expect(numbers.length).toBeGreaterThan(3);
    expect(
      numbers.map(String).filter((number) => !/ href="#number-\d+"/.test(number)),
      slug,
    ).toEqual([]);
  }
});

test('an article in one file names its version, its original and its terms, and its policy lets nothing in', () => {
  for (const slug of slugs) {
    const file = parse(readPage(pathOf(slug, 'html')));
    const styles = file.querySelectorAll('style').map((style) => nameStyle(style.text));
    expect(styles).toHaveLength(2);
    const policy = file.querySelector('meta[http-equiv]')?.getAttribute('content');
    expect(policy).toBe(writeFilePolicy(styles));
    expect(policy).toMatch(/^default-src 'none'; img-src data:; style-src 'sha256-\S+ 'sha256-/);
    const said = words(file.querySelector('main'));
    expect(said).toContain('This is version ');
    expect(said).toContain('CC BY 4.0');
    if (known) expect(said.split(`/articles/${slug}/`).length).toBeGreaterThan(3);
  }
});

test('the text to print again is clean HTML with its terms and the address of the original', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    // These two follow the style of other sites.
    rules: { 'doctype-style': 'off', 'long-title': 'off' },
  });
  for (const slug of slugs) {
    const html = readPage(pathOf(slug, 'plain.html'));
    expect(html).not.toMatch(
      /<[^>]*\s(?:class|id|style|data-[\w-]+|on\w+)=|<(?:script|style|img|span|div)\b/,
    );
    const { results } = await validator.validateString(html);
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    const page = parse(html);
    const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href');
    expect(canonical ?? '', slug).toMatch(known ? new RegExp(`/articles/${slug}/$`) : /^$/);
    for (const link of page.querySelectorAll('a'))
      expect(link.getAttribute('href')).toMatch(/^https?:/);
    const text = words(page.querySelector('article'));
    const prose = parse(readPage(`articles/${slug}/index.html`)).querySelectorAll('.prose > p');
    expect(prose.length).toBeGreaterThan(5);
    for (const paragraph of prose) {
      for (const beside of paragraph.querySelectorAll('.margin-note')) beside.remove();
      expect(text.replaceAll('\u00a0', ' ')).toContain(words(paragraph).replaceAll('\u00a0', ' '));
    }
    expect(text).toContain('Text, charts and data are under CC BY 4.0');
    expect(text).toContain('belong to those who wrote them');
    const markdown = readPage(pathOf(slug, 'md'));
    expect(markdown).toMatch(/^# \S.*\n\n/);
    expect(markdown).toContain('\n## Terms\n');
    expect(markdown).not.toMatch(/<(?!https?:)[a-z]|\]\((?:num|source):|\]\(\//);
    expect(markdown.match(/^\|[ :|-]+\|$/gm)?.length ?? 0).toBe(
      page.querySelectorAll('table').length,
    );
  }
});

test('the zip of the evidence is complete, valid and what its sums say', () => {
  const schema = JSON.parse(
    readFileSync(join(distFolder, '../tests/unit/publish/data-package-schema.json'), 'utf8'),
  ) as object;
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const everything = JSON.parse(readFileSync(join(distFolder, 'data/statements.json'), 'utf8')) as {
    record: string;
  }[];
  for (const slug of slugs) {
    const bytes = readFileSync(join(distFolder, pathOf(slug, 'zip')));
    const files = new Map(
      Object.entries(unzipSync(bytes)).map(([path, file]) => {
        expect(path.startsWith(`${slug}/`), path).toBe(true);
        return [path.slice(slug.length + 1), file];
      }),
    );
    const read = (path: string) => Buffer.from(files.get(path) ?? []).toString('utf8');
    const json = <T>(path: string) => JSON.parse(read(path)) as T;
    const sums = read('SHA256SUMS').trim().split('\n');
    expect(sums).toEqual(
      [...files].flatMap(([path, file]) =>
        path === 'SHA256SUMS' ? [] : [`${hash(file)}  ${path}`],
      ),
    );
    const page = parse(readPage(`articles/${slug}/index.html`));
    const charts = page.querySelectorAll('figure.chart').map(({ id }) => id);
    expect(charts.length).toBeGreaterThan(0);
    for (const id of charts)
      for (const form of ['svg', 'csv', 'json'])
        expect(hash(files.get(`charts/${id}.${form}`) ?? new Uint8Array()), `${id}.${form}`).toBe(
          hash(readFileSync(join(distFolder, `charts/${id}.${form}`))),
        );
    for (const picture of parse(read('text.html')).querySelectorAll('img'))
      expect([...files.keys()]).toContain(picture.getAttribute('src'));
    const descriptor = json<{ resources: { name: string; bytes: number; hash: string }[] }>(
      'data/datapackage.json',
    );
    expect(validate(descriptor), JSON.stringify(validate.errors)).toBe(true);
    for (const { name, bytes: size, hash: sum } of descriptor.resources) {
      const csv = files.get(`data/${name}.csv`) ?? new Uint8Array();
      expect([csv.length, `sha256:${hash(csv)}`]).toEqual([size, sum]);
    }
    const sources = new Set(json<{ id: string }[]>('data/sources.json').map(({ id }) => id));
    const statements = json<{ record: string; source: string }[]>('data/statements.json');
    expect(statements.length).toBeGreaterThan(0);
    const records = new Set(statements.map(({ record }) => record));
    expect(statements).toEqual(everything.filter(({ record }) => records.has(record)));
    expect(statements.filter(({ source }) => !sources.has(source))).toEqual([]);
    const cited = json<{ id: string; type: string; title: string }[]>('sources.csl.json');
    expect(new Set(cited.map(({ id }) => id))).toEqual(sources);
    expect(read('sources.bib').match(/^@\w+\{/gm)).toHaveLength(sources.size);
    const printed = page
      .querySelectorAll('.source-list a[href*="/sources/"]')
      .map((link) => link.getAttribute('href')?.split('/').at(-2) ?? '');
    expect(printed.filter((id) => !sources.has(id))).toEqual([]);
    for (const path of [
      'text.md',
      'data/claims.json',
      'data/corrections.csv',
      'LICENCE.txt',
      'README.txt',
    ])
      expect(read(path).length, path).toBeGreaterThan(1);
  }
});
