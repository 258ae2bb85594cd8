import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { inlineStyles } from '../../../src/desk/build/inline-styles.ts';
import { SiteFiles } from '../../../src/desk/build/site-files.ts';
import { judgePage } from '../../../src/desk/build/verify-build.ts';
import { nameStyle, policy, writePolicy } from '../../../src/site/policy.ts';

const root = mkdtempSync(join(tmpdir(), 'styles-'));
const folder = join(root, 'site');
const aside = join(root, 'styles');
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const inline = (path = folder) => {
  const site = new SiteFiles(path);
  const problems = inlineStyles(site, aside);
  site.save();
  return problems;
};
const link = (name: string, more = '') =>
  `<link rel="stylesheet"${more} href="/base/_astro/${name}.css">`;
const page = (body: string, links = link('site')) =>
  `<head><meta http-equiv="Content-Security-Policy" content="${policy}">${links}</head>${body}${link('fonts')}${link('print', ' media="print"')}`;

beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  write('_astro/site.css', ':root{--a:1;--b:2}p{top:0}.x{top:1px}.y{top:2px}');
  write('_astro/print.css', 'p{top:var(--a)}');
  write('_astro/fonts.css', '@font-face{font-family:a;src:url(a.woff2)}');
  write('a/index.html', page('<p class="z"></p>'));
  write('a/one/index.html', page('<p class="x"></p>'));
  write('a/two/index.html', page('<i class="y"></i>'));
});

it('puts the rules of its kind into each page, under a fingerprint that its policy names, and leaves typefaces and paper their files', () => {
  expect(inline()).toEqual([]);
  const own = ':root{--a:1}p{top:0}';
  const ofKind = `${own}.x{top:1px}.y{top:2px}`;
  expect(read('a/index.html')).toBe(
    page('<p class="z"></p>', `<style>${own}</style>`).replace(
      policy,
      writePolicy([nameStyle(own)]),
    ),
  );
  for (const file of ['a/one/index.html', 'a/two/index.html']) {
    expect(read(file)).toContain(`<style>${ofKind}</style>`);
    expect(read(file)).toContain(nameStyle(ofKind));
    expect(judgePage(file, read(file))).toEqual([]);
  }
  expect(readdirSync(join(folder, '_astro'))).toEqual(['fonts.css', 'print.css']);
  expect(readdirSync(aside).sort()).toEqual(['pages.json', 'short-names.json', 'site.css']);
});

it('keeps what the scripts of a page make, and what these import, and not what others make', () => {
  const script = (name: string) => `<script type="module" src="/base/_astro/${name}.js"></script>`;
  write('_astro/own.js', 'import("./imported.js");e.className="y"');
  write('_astro/imported.js', 'import"./own.js";e.className="x"');
  write('_astro/other.js', 'e.className="z"');
  write('_astro/site.css', '.x{top:1px}.y{top:2px}.z{top:3px}');
  write('a/index.html', page(script('own')));
  write('a/one/index.html', page('<p></p>'));
  write('a/two/index.html', page(script('other')));
  expect(inline()).toEqual([]);
  expect(read('a/index.html')).toContain('<style>.x{top:1px}.y{top:2px}</style>');
  expect(read('a/one/index.html')).toContain('<style>.z{top:3px}</style>');
});

it('joins several stylesheets of a page in their order', () => {
  write('_astro/first.css', 'p{left:0}');
  write('a/index.html', page('<p></p>', link('first') + link('site')));
  expect(inline()).toEqual([]);
  expect(read('a/index.html')).toContain('<style>p{left:0}:root{--a:1}p{top:0}</style></head>');
});

it('says which page has no policy, and which stylesheet would end its own element', () => {
  write('a/index.html', page('<p></p>').replace(policy, ''));
  write('_astro/odd.css', 'p{content:"</style>"}');
  write('b.html', page('<p></p>', link('odd')));
  expect(inline()).toEqual([
    'a/index.html has no policy of its own, and its styles would be blocked or unguarded.',
    'The stylesheet of b.html holds an end tag of HTML and cannot stand in the page.',
  ]);
});

it('does nothing where nothing was written', () => {
  expect(inline(join(root, 'none'))).toEqual([]);
  expect(existsSync(aside)).toBe(false);
});

it('is judged: a style that differs from its fingerprint is found', () => {
  inline();
  const changed = read('a/index.html').replace('top:0', 'top:3px');
  expect(judgePage('a/index.html', changed)).toEqual([
    expect.stringMatching(
      /^a\/index\.html.* holds a style that its content security policy does not name\.$/,
    ),
  ]);
});
