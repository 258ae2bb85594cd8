import { expect, it } from 'vitest';
import {
  listClasses,
  nameShortly,
  shortenCss,
  shortenHtml,
} from '../../../src/publish/short-classes.ts';

const css =
  '.pt-4{padding:1.5rem .pt-4}@media print{.prose .text-\\[a\\.b\\]:hover,.\\32 xl\\:pt-4>a{top:0}}.x:not(.pt-4) a[href=".pt-4"]{top:1px}@font-face{src:url(a.pt-4)}';

it('lists the classes of selectors as pages write them, and no part of a value', () => {
  expect([...listClasses(css)]).toEqual(['pt-4', 'prose', 'text-[a.b]', '2xl:pt-4', 'x']);
});

it('names them in turn, each once', () => {
  const many = Array.from({ length: 800 }, (_, index) => `u-${String(index).padStart(3, '0')}`);
  const short = nameShortly(many);
  expect(['u-000', 'u-025', 'u-026', 'u-701', 'u-702'].map((name) => short.get(name))).toEqual([
    '_a',
    '_z',
    '_aa',
    '_zz',
    '_aaa',
  ]);
  expect(new Set(short.values()).size).toBe(800);
});

const short = nameShortly(['2xl:pt-4', 'a>b', 'pt-4', 'text-[a.b]']);

it('shortens selectors alone', () => {
  expect(shortenCss(css, short)).toBe(
    '._c{padding:1.5rem .pt-4}@media print{.prose ._d:hover,._a>a{top:0}}.x:not(._c) a[href=".pt-4"]{top:1px}@font-face{src:url(a.pt-4)}',
  );
});

it('shortens class attributes alone, not what a text, a script or another attribute says', () => {
  expect(
    shortenHtml(
      '<p title="a class=pt-4" class="prose pt-4 2xl:pt-4"> class="pt-4" <b class="a&gt;b">pt-4</b></p><script>"<p class=\\"pt-4\\">"</script>',
      short,
    ),
  ).toBe(
    '<p title="a class=pt-4" class="prose _c _a"> class="pt-4" <b class="_b">pt-4</b></p><script>"<p class=\\"pt-4\\">"</script>',
  );
});
