import { describe, expect, it } from 'vitest';
import { addUses, keepUsedRules, readUses, type Uses } from '../../../src/publish/used-rules.ts';
import { readStylesheet } from '../../../src/publish/read-stylesheet.ts';

/** Returns the rules of this stylesheet that a page of this HTML keeps. */
function keep(
  css: string,
  html: string,
  beside: { scripts?: string; styles?: string } = {},
): string {
  const stylesheet = readStylesheet(css);
  return keepUsedRules(stylesheet, readUses(html, stylesheet), {
    scripts: '',
    styles: '',
    ...beside,
  });
}

describe('a rule', () => {
  it('stays where each part of its selector fits an element, and goes where one fits none', () => {
    const css = '.a .b{top:0}.a>.c{top:0}p.a{top:0}p.b{top:0}#x i{top:0}*{top:0}';
    expect(keep(css, '<p class="a"></p><i class="b" id="x"></i>')).toBe(
      '.a .b{top:0}p.a{top:0}#x i{top:0}*{top:0}',
    );
  });

  it('loses those of its selectors that fit nothing', () => {
    expect(keep('p,q,h1 b,h2 b{top:0}', '<p><b>a</b></p><h2>b</h2>')).toBe('p,h2 b{top:0}');
  });

  it('stays for every state: of pointer, address, opening, paper, dark and high contrast', () => {
    const css =
      'a:hover,a:target::before,details[open]>p,p[hidden]{top:0}' +
      '@media print{p{top:0}q{top:0}}@media (prefers-color-scheme:dark){@supports (top:0){p{top:0}}}@media (forced-colors:active){q{top:0}}';
    expect(keep(css, '<a></a><details><p></p></details>')).toBe(
      'a:hover,a:target::before,details[open]>p,p[hidden]{top:0}' +
        '@media print{p{top:0}}@media (prefers-color-scheme:dark){@supports (top:0){p{top:0}}}',
    );
  });

  it('stays where one of the selectors in brackets may fit, and is not judged by what it excludes', () => {
    const css =
      'p:is(.a,.b){top:0}p:is(.y,.z){top:0}p:has(>q){top:0}p:has(>i){top:0}p:not(.z){top:0}li:nth-child(2 of .z){top:0}';
    expect(keep(css, '<p class="b"><i></i></p><li></li>')).toBe(
      'p:is(.a,.b){top:0}p:has(>i){top:0}p:not(.z){top:0}li:nth-child(2 of .z){top:0}',
    );
  });

  it('reads attributes by their name and by their value', () => {
    const css =
      '[data-a]{top:0}[data-a="1"]{top:0}[data-a="2"]{top:0}[data-b]{top:0}[data-a^="x"]{top:0}[lang=de]{top:0}';
    expect(keep(css, "<p data-a='1' title='data-b'><i lang=de></i>")).toBe(
      '[data-a]{top:0}[data-a="1"]{top:0}[data-a^="x"]{top:0}[lang=de]{top:0}',
    );
  });

  it('reads classes as utilities write them', () => {
    expect(
      keep(
        '.\\32 xl\\:grid{top:0}.w-\\[1\\.5em\\]{top:0}.\\[\\&_p\\]\\:b{top:0}.z\\:b{top:0}',
        '<p class="2xl:grid w-[1.5em] [&_p]:b">',
      ),
    ).toBe('.\\32 xl\\:grid{top:0}.w-\\[1\\.5em\\]{top:0}.\\[\\&_p\\]\\:b{top:0}');
  });

  it('stays where a script may set its class or make its element', () => {
    const scripts = 'const a=document.createElement("dialog");a.className=`lit open-${1}`';
    expect(keep('dialog.lit{top:0}.unlit{top:0}', '<p></p>', { scripts })).toBe(
      'dialog.lit{top:0}',
    );
  });

  it('stays for elements that have no tag in the page', () => {
    expect(keep('html{top:0}tbody tr{top:0}thead{top:0}', '<table><tr></tr></table>')).toBe(
      'html{top:0}tbody tr{top:0}',
    );
  });
});

describe('what stands beside rules', () => {
  it('a variable stays where something reads it, itself or through another, a script or paper', () => {
    const css =
      ':root{--a:1;--b:var(--c);--c:2;--d:3;--e:4;--f:5;--g:6}p{top:var(--b);--h:1}q{top:var(--a)}';
    expect(keep(css, '<p></p>', { scripts: '"var(--d)"', styles: 'p{left:var( --e )}' })).toBe(
      ':root{--b:var(--c);--c:2;--d:3;--e:4}p{top:var(--b)}',
    );
  });

  it('all else stays: fonts, keyframes, pages of paper, what stands before rules', () => {
    const css =
      '@charset "utf-8";@font-face{font-family:b;src:local(B)}@keyframes a{0%{top:0}}@page{margin:0}';
    expect(keep(css, '<p>')).toBe(css);
  });
});

it('keeps what any page of a kind uses', () => {
  const stylesheet = readStylesheet('.a{top:0}.b{top:0}.c{top:0}');
  const uses: Uses = { elements: new Set(), reads: new Set() };
  for (const html of ['<p class="a">', '<p class="c">']) addUses(uses, readUses(html, stylesheet));
  expect(keepUsedRules(stylesheet, uses, { scripts: '', styles: '' })).toBe('.a{top:0}.c{top:0}');
});
