/** The crawler of a built site finds each way in which an address can leave it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, expect, it } from 'vitest';
import { findEscapes } from '../../site/find-escapes.ts';

const site = 'https://example.org/some/base/';
const good: Record<string, string> = {
  'index.html': `<link rel="canonical" href="${site}"><meta property="og:image" content="${site}a.png"><style>@font-face{src:url(/some/base/f.woff2)}</style><a href="/some/base/a/#place">a</a><form data-index="/some/base/search.json"></form><img src="/some/base/a.png" srcset="/some/base/a.png 1w, /some/base/b.png 2w"><script type="application/ld+json">{"url":"${site}a/"}</script><a href="https://elsewhere.example/x">out</a><svg><path id="u"/><use href="#u"/></svg>`,
  'a/index.html': '<p id="place"><a href="#place">here</a>',
  'a.png': '',
  'b.png': '',
  'f.woff2': '',
  'search.json': '[]',
  'rss.xml': `<rss><link>${site}</link><guid>${site}a/#place</guid></rss>`,
  'feed.json': `{"items":[{"url":"${site}a/"}]}`,
  'sitemap.xml': `<urlset><loc>${site}a/</loc></urlset>`,
  'robots.txt': `Sitemap: ${site}sitemap.xml\n`,
  'site.webmanifest':
    '{"start_url":"/some/base/","scope":"/some/base/","icons":[{"src":"/some/base/a.png"}]}',
  'data/datapackage.json': `{"homepage":"${site}","resources":[{"path":"a.csv"}]}`,
  'data/a.csv': 'a\r\n',
  '_astro/x.css': 'a{background:url(../a.png)}b{mask:url("/some/base/a.png")}',
  '_astro/x.js': 'import("./y.js")',
  'charts/a.svg': `<svg><a href="${site}a/"><path/></a></svg>`,
  'articles/a.bib': `@misc{a, url = {${site}a/}}`,
  'take-away/a.md': `[a](${site}a/#place).`,
  _headers: '/some/base/*\n  X: y\n\n/some/base/rss.xml\n  X: y\n',
};
let folder = '';

function find(change: Record<string, string> = {}, zipped = ''): string[] {
  folder = mkdtempSync(join(tmpdir(), 'escapes-'));
  for (const [file, text] of Object.entries({ ...good, ...change })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  if (zipped)
    writeFileSync(
      join(folder, 'a.zip'),
      zipSync({ 'a/text.md': new TextEncoder().encode(zipped) }),
    );
  return findEscapes(folder, site);
}
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('finds nothing in a site whose addresses are all its own', () => {
  expect(find({}, `${site}a/`)).toEqual([]);
});

const broken: [string, string, string, string][] = [
  ['a link', 'index.html', '"/some/base/a/#place"', '"/a/"'],
  ['a folder for a page', 'index.html', '/some/base/a/#place', '/some/base/a'],
  ['a fragment', 'index.html', '/some/base/a/#place', '/some/base/a/#nowhere'],
  ['a fragment of its own page', 'a/index.html', '"#place"', '"#nowhere"'],
  ['a srcset', 'index.html', '/some/base/b.png 2w', '/b.png 2w'],
  ['a picture', 'index.html', 'src="/some/base/a.png"', 'src="//other.example/a.png"'],
  ['a font of a page', 'index.html', 'url(/some/base/f.woff2)', 'url(/f.woff2)'],
  ['the address of the search index', 'index.html', '/some/base/search.json', '/search.json'],
  ['a canonical address', 'index.html', `href="${site}"`, 'href="https://example.org/"'],
  ['a share picture', 'index.html', `content="${site}a.png"`, 'content="/some/base/a.png"'],
  ['a data block', 'index.html', `{"url":"${site}a/"}`, '{"url":"/some/base/a/"}'],
  ['a data block, whole', 'index.html', `{"url":"${site}a/"}`, '{"url":"https://example.org/a/"}'],
  ['a feed', 'rss.xml', `<link>${site}</link>`, '<link>/some/base/</link>'],
  ['an entry of a feed', 'rss.xml', `${site}a/#place`, 'https://example.org/a/#place'],
  ['a JSON feed', 'feed.json', `${site}a/`, 'https://example.org/a/'],
  ['the map', 'sitemap.xml', `${site}a/`, `${site}gone/`],
  ['robots.txt', 'robots.txt', site, 'https://example.org/'],
  ['the manifest', 'site.webmanifest', '"scope":"/some/base/"', '"scope":"/"'],
  ['an icon', 'site.webmanifest', '"src":"/some/base/a.png"', '"src":"/a.png"'],
  ['a table of the data package', 'data/datapackage.json', 'a.csv', 'b.csv'],
  ['the home of the data package', 'data/datapackage.json', site, 'https://example.org/'],
  ['a picture of a stylesheet', '_astro/x.css', '/some/base/a.png', '/a.png'],
  ['a script', '_astro/x.js', './y.js', '/_astro/y.js'],
  ['a drawing', 'charts/a.svg', `${site}a/`, 'https://example.org/a/'],
  ['a citation', 'articles/a.bib', `${site}a/`, `${site}b/`],
  ['a text to take away', 'take-away/a.md', `${site}a/`, 'https://example.org/a/'],
  ['a rule of headers', '_headers', '/some/base/rss.xml', '/rss.xml'],
];

it.each(broken)('finds %s that leaves it or leads nowhere', (_name, file, from, to) => {
  expect(good[file]).toContain(from);
  const faults = find({ [file]: (good[file] ?? '').replace(from, to) });
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.filter((fault) => !fault.startsWith(`${file}: `))).toEqual([]);
});

it('looks into archives', () => {
  expect(find({}, 'https://example.org/a/')).toEqual([
    'a.zip!a/text.md: https://example.org/a/ leaves /some/base/',
  ]);
});
