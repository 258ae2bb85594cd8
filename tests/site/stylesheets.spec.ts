import { expect, test } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { distFolder, listPages, readPage } from './site-pages.ts';

/** Classes that each stylesheet has rules for, by its address. Paper has one of its own, which every page has. */
const styled: ReadonlyMap<string, Set<string>> = new Map(
  readdirSync(join(distFolder, '_astro'))
    .filter((name) => name.endsWith('.css') && !name.startsWith('print.'))
    .map((name) => {
      const css = readFileSync(join(distFolder, '_astro', name), 'utf8').replace(/url\([^)]*\)/g, '');
      return [`/_astro/${name}`, new Set([...css.matchAll(/\.([a-z][\w-]*)/gi)].map(([, found = '']) => found))] as const;
    }),
);

test('the stylesheet of a page has rules for every class of the page that any of them has rules for', () => {
  expect(styled.size).toBeGreaterThan(1);
  const all = new Set([...styled.values()].flatMap((classes) => [...classes]));
  const missing = new Map<string, string>();
  for (const file of listPages()) {
    const page = parse(readPage(file));
    const links = page.querySelectorAll('link[rel="stylesheet"]');
    const [sheet, print, ...others] = links.map((link) => link.getAttribute('href') ?? '');
    expect(others, file).toEqual([]);
    expect(
      links.map((link) => link.getAttribute('media')),
      file,
    ).toEqual([undefined, 'print']);
    expect(print, file).toMatch(/\/print\.[^/]+\.css$/);
    const own = styled.get(sheet ?? '');
    for (const name of page.querySelectorAll('[class]').flatMap((element) => [...element.classList.values()])) {
      if (all.has(name) && !own?.has(name)) missing.set(`.${name}`, file);
    }
  }
  expect([...missing]).toEqual([]);
});

/** Classes of a stylesheet's selectors, as pages write them: `.\\32 xl\\:grid` is 2xl:grid. */
function listStyled(css: string): Set<string> {
  const selectors = css.replace(/\/\*.*?\*\//gs, '').replace(/url\([^)]*\)|"[^"]*"|'[^']*'/g, '');
  const names = [...selectors.matchAll(/\.((?!\d)(?:\\3\d ?|\\.|[\w-])+)/g)].map(([, name = '']) => name);
  return new Set(names.map((name) => name.replace(/\\3(\d) ?/g, '$1').replace(/\\(.)/g, '$1')));
}

/** Classes of author tags and of corrections: content may ask for each of them, and ours does not. */
const components = join(distFolder, '../src/components');
const ofContent = [...readdirSync(join(components, 'author')).map((name) => `author/${name}`), 'custody/CorrectionList.astro']
  .filter((name) => name.endsWith('.astro'))
  .flatMap((name) => [...readFileSync(join(components, name), 'utf8').matchAll(/class="([^"]*)"/g)])
  .flatMap(([, names = '']) => names.split(/\s+/));
/** What content may ask for besides: columns of a table, kinds and roles of drawings. */
const mayBeAsked = [...ofContent, 'at-end', 'at-centre', 'c-dots', 'c-empty', 'disputed', 'no-underline', 'drawing-cut'];
/** The role that a drawing has without a rule, and parts that tests and scripts find by their class. */
const withoutRule = ['main', 'verdict', 'record', 'claims-table', 'giant', 'changes', 'lead-number', 'not-seen', 'marks', 'chart-title'];

test('no class is without a rule, no rule without a class, and no utility is made for pages of another stylesheet', () => {
  const sheets = new Map(
    readdirSync(join(distFolder, '_astro'))
      .filter((name) => name.endsWith('.css'))
      .map((name) => [`/_astro/${name}`, listStyled(readFileSync(join(distFolder, '_astro', name), 'utf8'))]),
  );
  const source = join(distFolder, '../src');
  const written = new Set(
    readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.css'))
      .flatMap((name) => [...listStyled(readFileSync(join(source, name), 'utf8'))]),
  );
  const used = new Map<string, Set<string>>();
  for (const file of listPages()) {
    const page = parse(readPage(file));
    const [sheet = ''] = page.querySelectorAll('link[rel="stylesheet"]').map((link) => link.getAttribute('href') ?? '');
    const names = used.get(sheet) ?? new Set();
    for (const element of page.querySelectorAll('[class]')) for (const name of element.classList.values()) names.add(name);
    used.set(sheet, names);
  }
  const everywhere = new Set([...used.values()].flatMap((names) => [...names]));
  const styledAnywhere = new Set([...sheets.values()].flatMap((names) => [...names]));
  expect([...everywhere].filter((name) => !styledAnywhere.has(name) && !withoutRule.includes(name))).toEqual([]);
  expect([...styledAnywhere].filter((name) => !everywhere.has(name) && !mayBeAsked.includes(name))).toEqual([]);
  for (const [sheet, names] of used) {
    const utilities = [...(sheets.get(sheet) ?? [])].filter((name) => !written.has(name));
    expect(utilities.length, sheet).toBeGreaterThan(10);
    expect(
      utilities.filter((name) => !names.has(name) && !mayBeAsked.includes(name)),
      sheet,
    ).toEqual([]);
  }
});
