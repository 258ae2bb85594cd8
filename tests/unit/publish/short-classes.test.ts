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
  expect(['u-000', 'u-025', 'u-026', 'u-700', 'u-701'].map((name) => short.get(name))).toEqual([
    'a',
    'z',
    'aa',
    'zz',
    'aaa',
  ]);
  expect(new Set(short.values()).size).toBe(800);
});

it('gives no name that another class has, or that blockers of advertisements hide', () => {
  const names = Array.from({ length: 30 }, (_, index) => `u-${index}`);
  const short = [...nameShortly(names, new Set(['b', 'aa'])).values()];
  expect(short.slice(0, 3)).toEqual(['a', 'c', 'd']);
  expect(short.slice(25)).toEqual(['ab', 'ac', 'ae', 'af', 'ag']);
});

const short = nameShortly(['2xl:pt-4', 'a>b', 'pt-4', 'text-[a.b]']);

it('shortens selectors alone', () => {
  expect(shortenCss(css, short)).toBe(
    '.c{padding:1.5rem .pt-4}@media print{.prose .d:hover,.a>a{top:0}}.x:not(.c) a[href=".pt-4"]{top:1px}@font-face{src:url(a.pt-4)}',
  );
});

it('shortens class attributes alone, not what a text, a script or another attribute says', () => {
  expect(
    shortenHtml(
      '<p title="a class=pt-4" class="prose pt-4 2xl:pt-4"> class="pt-4" <b class="a&gt;b">pt-4</b></p><script>"<p class=\\"pt-4\\">"</script>',
      short,
    ),
  ).toBe(
    '<p title="a class=pt-4" class="prose c a"> class="pt-4" <b class="b">pt-4</b></p><script>"<p class=\\"pt-4\\">"</script>',
  );
});
