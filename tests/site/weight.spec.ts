import { expect, test } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { distFolder, listPages, readPage, toAddress } from './site-pages.ts';

const weigh = (path: string) => brotliCompressSync(readFileSync(join(distFolder, path))).length;
const weighQuickly = (path: string) =>
  brotliCompressSync(readFileSync(join(distFolder, path)), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5 },
  }).length;
const stylesheets = readdirSync(join(distFolder, '_astro')).filter((name) => name.endsWith('.css'));

test('the print stylesheet has at most 2 kB compressed, that of typefaces 1 kB', () => {
  expect(stylesheets).toHaveLength(2);
  for (const name of stylesheets)
    expect(weigh(`_astro/${name}`), name).toBeLessThanOrEqual(
      name.startsWith('print.') ? 2 * 1024 : 1024,
    );
});

/**
 * Returns the limit in bytes, with styles. The first 14 kB arrive in one round trip. Articles, in
 * which every mark is a link, and the longest lists may need a second.
 */
function limitOf(page: string): number {
  // The search page lists everything.
  if (page.startsWith('articles/') || page === 'search/index.html') return 29_000;
  // A first answer holds ten packets of 1,460 bytes, which must include its headers.
  return /^(?:timeline|sources|weak-sources|claims)\/index\.html$/.test(page) ? 20_000 : 14 * 1024;
}

test('a page comes with all that its first words need, under its limit compressed, and waits for no file', () => {
  const pages = listPages();
  expect(
    pages.filter((file) => /^articles\/.+\/index\.html$/.test(file)).length,
  ).toBeGreaterThanOrEqual(3);
  const faults = pages.flatMap((page) => {
    const html = readPage(page);
    // Stylesheets come after all words: see stylesheets.spec.ts.
    const words = html.slice(0, html.search(/(?:<link rel="stylesheet"[^>]*>\s*)+<\/body>/));
    const waits = [
      ...(words.match(/<link rel="(?:stylesheet|preload|modulepreload)"|@import/g) ?? []),
      // The browser defers a module until the page is parsed.
      ...(html.match(/<script(?! type="module"| type="application\/(?:ld\+)?json")[^>]*>/g) ?? []),
    ];
    // Few pages need the best compression, which takes ten times as long, to be under their limit.
    const weight = weighQuickly(page) < limitOf(page) ? 0 : weigh(page);
    return words.length > 1000 && waits.length === 0 && weight < limitOf(page)
      ? []
      : [{ page, words: words.length, waits, weight }];
  });
  expect(faults).toEqual([]);
});

test('a first visit to an article asks for no italics before its reader comes to some', async ({
  browser,
}) => {
  const articles = listPages().filter((file) => /^articles\/.+\/index\.html$/.test(file));
  let asksForLess = 0;
  for (const file of articles) {
    // Of its own, because files of an earlier page would come from the cache.
    const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
    const page = await context.newPage();
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).pathname));
    await page.goto(toAddress(file));
    await page.evaluate(() => document.fonts.ready);
    const hasItalics = await page.evaluate(() =>
      [...document.querySelectorAll('main *')].some(
        (element) =>
          element.checkVisibility({ contentVisibilityAuto: true }) &&
          getComputedStyle(element).fontStyle === 'italic',
      ),
    );
    const files = [...asked].filter((path) => path.startsWith('/_astro/'));
    expect(files.filter((path) => path.endsWith('.woff2')).length, file).toBeGreaterThan(0);
    const bytes = files.reduce(
      (sum, path) =>
        sum + (path.endsWith('.woff2') ? readFileSync(join(distFolder, path)).length : weigh(path)),
      0,
    );
    expect(bytes, `${file}: ${files.join(' ')}`).toBeLessThanOrEqual(hasItalics ? 37_000 : 28_000);
    if (!hasItalics) asksForLess += 1;
    await context.close();
  }
  expect(asksForLess).toBeGreaterThan(0);
});

/** Scripts of the search, which no other page has. */
const isOfSearch = (name: string) => name.startsWith('search');
const listScripts = () =>
  readdirSync(join(distFolder, '_astro')).filter((name) => name.endsWith('.js'));

test('a first visit to a record, a list or the map on a phone asks for no italics', async ({
  browser,
}) => {
  const addresses = ['/numbers/mosul-humvees/', '/numbers/', '/sources/', '/timeline/', '/places/'];
  for (const address of addresses) {
    const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    const fonts = asked.filter((url) => url.endsWith('.woff2'));
    expect(fonts.length, address).toBeGreaterThan(0);
    expect(
      fonts.filter((url) => url.includes('-italic-')),
      address,
    ).toEqual([]);
    await context.close();
  }
});

test('all scripts but those of the search stay under 6 kB compressed, and no other page asks for the search', () => {
  const scripts = listScripts().filter((name) => !isOfSearch(name));
  const asking = listPages().filter((page) =>
    /<script[^>]*src="[^"]*\/search|search\.json/.test(readPage(page)),
  );
  expect(asking).toEqual(['search/index.html']);
  expect(scripts.reduce((total, name) => total + weigh(`_astro/${name}`), 0)).toBeLessThanOrEqual(
    6 * 1024,
  );
});

test('no script of a page waits for a file that is there only to be run', () => {
  const asked = new Set(
    listPages().flatMap((file) =>
      [...readPage(file).matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, path = '']) => path),
    ),
  );
  expect(asked.size).toBeGreaterThanOrEqual(4);
  // A script that two others share becomes a file of its own, which comes a round trip later.
  const detours = [...asked].filter((path) =>
    /\bimport\s*["']/.test(readFileSync(join(distFolder, path), 'utf8')),
  );
  expect(detours).toEqual([]);
});

test('the search costs at most 60 kB compressed, its index included', () => {
  const scripts = listScripts().filter(isOfSearch);
  expect(scripts.length).toBeGreaterThanOrEqual(2);
  const total =
    weigh('search.json') + scripts.reduce((sum, name) => sum + weigh(`_astro/${name}`), 0);
  expect(total).toBeLessThanOrEqual(60 * 1024);
});

test('the fonts of English pages stay under 47 kB in all, and no other alphabet has a file above 12 kB', () => {
  const fonts = readdirSync(join(distFolder, '_astro')).filter((name) => name.endsWith('.woff2'));
  const sizeOf = (name: string) => readFileSync(join(distFolder, '_astro', name)).length;
  // Browsers load the files of other alphabets only if a page has one of their letters.
  const latin = fonts.filter(
    (name) => /-(?:latin|latin-ext|common)\.[^.]+\.woff2$/.test(name) && !name.includes('-noto-'),
  );
  expect(latin.length).toBeGreaterThanOrEqual(3);
  expect(latin.reduce((total, name) => total + sizeOf(name), 0)).toBeLessThanOrEqual(47_000);
  for (const name of fonts.filter((font) => !latin.includes(font)))
    expect(sizeOf(name), name).toBeLessThanOrEqual(12 * 1024);
});
