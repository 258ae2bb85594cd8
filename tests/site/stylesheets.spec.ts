import { expect, test } from '@playwright/test';
import { parse as parseCss, walk } from 'css-tree';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findLostRules } from './lost-rules.ts';
import { ask, distFolder, kindsOfPage, listPages, readPage, openPage } from './site-pages.ts';

/**
 * The complete stylesheets from which pages got their rules, and which page uses which: the build
 * keeps them next to its fonts.
 */
const stylesFolder = join(distFolder, '../.build/styles');
const whole: ReadonlyMap<string, string> = new Map(
  readdirSync(stylesFolder)
    .filter((name) => name.endsWith('.css'))
    .map((name) => [name, readFileSync(join(stylesFolder, name), 'utf8')]),
);
const stylesheetsOf = JSON.parse(readFileSync(join(stylesFolder, 'pages.json'), 'utf8')) as Record<
  string,
  string[]
>;
const files = readdirSync(join(distFolder, '_astro'))
  .filter((name) => name.endsWith('.css'))
  .sort();
const readPaper = () =>
  files
    .filter((name) => name.startsWith('print.'))
    .map((name) => readFileSync(join(distFolder, '_astro', name), 'utf8'))
    .join('\n');

test('each page carries its styles in one piece, made from one stylesheet; typefaces and paper have a file', () => {
  expect(whole.size).toBe(3);
  expect(files).toEqual([expect.stringMatching(/^fonts\./), expect.stringMatching(/^print\./)]);
  const carried = listPages().map((file) => {
    const page = openPage(file);
    // The rules of texts name our fonts.
    const isText = /@font-face\{[^}]*url\(/.test(page.querySelector('style')?.text ?? '');
    const links = page.querySelectorAll('link[rel="stylesheet"]');
    const body = page.querySelector('body')?.innerHTML.trimEnd();
    return {
      file,
      isText,
      styles: page.querySelectorAll('style').length,
      stylesheets: stylesheetsOf[file]?.length,
      links: links.map((link) => [
        link.getAttribute('media'),
        /([^/]+)\.[^/.]+\.css$/.exec(link.getAttribute('href') ?? '')?.[1],
      ]),
      // What comes before a stylesheet is painted without waiting for it, so all words do.
      isLast: body?.endsWith(links.map(String).join('')),
    };
  });
  expect(carried).toEqual(
    carried.map(({ file, isText }) => ({
      file,
      isText: isText || /^articles\/.+\//.test(file),
      styles: 1,
      stylesheets: 1,
      links: [...(isText ? [] : [[undefined, 'fonts']]), ['print', 'print']],
      isLast: true,
    })),
  );
});

test('pages of one kind carry the same styles, so that few fingerprints stand for all', () => {
  const kinds = new Map<string, Set<string>>();
  for (const file of listPages()) {
    const [room = '', ...below] = file.split('/');
    const kind = below.length > 1 ? `${room}/*` : file;
    kinds.set(
      kind,
      (kinds.get(kind) ?? new Set()).add(/<style>(.*?)<\/style>/s.exec(readPage(file))?.[1] ?? ''),
    );
  }
  for (const [kind, styles] of kinds) expect(styles.size, kind).toBe(1);
});

for (const address of kindsOfPage) {
  test(
    `${address} carries every rule of its stylesheet that fits an element of it`,
    ask(address),
    async ({ page }) => {
      await page.goto(address);
      const file = address.endsWith('/') ? `${address.slice(1)}index.html` : address.slice(1);
      const css = (stylesheetsOf[file] ?? []).map((name) => whole.get(name) ?? '').join('');
      const { asked, lost } = await page.evaluate(findLostRules, { css, paper: readPaper() });
      expect(asked).toBeGreaterThan(50);
      expect(lost).toEqual([]);
    },
  );
}

test('finds a rule, a declaration and a variable that a page lost', async ({ page }) => {
  await page.setContent(
    '<style>p{color:red}@media print{a:hover{top:0}}b{left:0}:root{--y:1}i{top:var(--x)}</style><p class="n">a</p><a>b</a><b>c</b><i>d</i>',
  );
  const css =
    'p{color:red}.n,.m{top:0}@media print{a:hover,.m{top:0}}@media screen{a{top:1px}}b{left:0;top:2px}:root{--x:2}i{top:var(--x)}';
  const { lost } = await page.evaluate(findLostRules, { css, paper: '' });
  expect(lost).toEqual(['.n', '@media screen a', 'b', '--x']);
});

/** The long names of utilities, by their short names. */
const longNames = new Map(
  Object.entries(
    JSON.parse(readFileSync(join(stylesFolder, 'short-names.json'), 'utf8')) as Record<
      string,
      string
    >,
  ).map(([name, short]) => [short, name]),
);
const nameInFull = (name: string) => longNames.get(name) ?? name;

/**
 * Lists classes of a stylesheet's selectors, as templates write them: `.\\32 xl\\:grid` is
 * 2xl:grid.
 */
function listStyled(css: string): Set<string> {
  const selectors = css.replace(/\/\*.*?\*\//gs, '').replace(/url\([^)]*\)|"[^"]*"|'[^']*'/g, '');
  const names = [...selectors.matchAll(/\.((?!\d)(?:\\3\d ?|\\.|[\w-])+)/g)].map(
    ([, name = '']) => name,
  );
  return new Set(
    names.map((name) => nameInFull(name.replace(/\\3(\d) ?/g, '$1').replace(/\\(.)/g, '$1'))),
  );
}

/** Classes of author tags and of corrections: content may use any of them, but ours does not. */
const components = join(distFolder, '../src/components');
const ofContent = [
  ...readdirSync(join(components, 'author')).map((name) => `author/${name}`),
  'custody/CorrectionList.astro',
]
  .filter((name) => name.endsWith('.astro'))
  .flatMap((name) => [...readFileSync(join(components, name), 'utf8').matchAll(/class="([^"]*)"/g)])
  .flatMap(([, names = '']) => names.split(/\s+/));
/** Other classes that content may use: columns of a table, kinds and roles of drawings. */
const mayBeAsked = [
  ...ofContent,
  'text-end',
  'footnotes',
  // For articles that were wrong or are not published yet.
  'py-1',
  'my-3.5',
  'text-center',
  'c-dots',
  'c-empty',
  'disputed',
  'no-underline',
  'overflow-hidden!',
  // Of long tables, by their height.
  'max-sm:later-200',
  'max-sm:later-400',
  'max-sm:later-800',
  // Of a short number: the home page may have one.
  'xs:whitespace-nowrap',
];
/** The role of a drawing that has no rule, and classes by which tests and scripts find elements. */
const withoutRule = [
  'record-title',
  'search',
  'toc',
  'drift',
  'found-row',
  'closing',
  'main',
  'verdict',
  'record',
  'claims-table',
  'giant',
  'changes',
  'lead-number',
  'not-seen',
  'marks',
  'chart-title',
  'chart-description',
  'found-words',
  'gap',
  'home',
  'lead',
  'narrow',
  'record-numbers',
  'rope',
  'strip',
  'thread',
  'cord',
  'evidence',
  'facts',
  'kind',
  'ledger',
  'legend',
  'value',
];

test('no class is without a rule, no rule without a class, and no utility is made for pages of another stylesheet', () => {
  const stylesheets = new Map([...whole].map(([name, css]) => [name, listStyled(css)]));
  const onPaper = listStyled(readPaper());
  const source = join(distFolder, '../src');
  const written = new Set(
    readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.css'))
      .flatMap((name) => [...listStyled(readFileSync(join(source, name), 'utf8'))]),
  );
  const used = new Map<string, Set<string>>();
  for (const file of listPages()) {
    const page = openPage(file);
    const [stylesheet = ''] = stylesheetsOf[file] ?? [];
    const names = used.get(stylesheet) ?? new Set();
    for (const element of page.querySelectorAll('[class]'))
      for (const name of element.classList.values()) names.add(nameInFull(name));
    used.set(stylesheet, names);
  }
  const everywhere = new Set([...used.values()].flatMap((names) => [...names]));
  const styledAnywhere = new Set([onPaper, ...stylesheets.values()].flatMap((names) => [...names]));
  expect(
    [...everywhere].filter((name) => !styledAnywhere.has(name) && !withoutRule.includes(name)),
  ).toEqual([]);
  expect(
    [...styledAnywhere].filter((name) => !everywhere.has(name) && !mayBeAsked.includes(name)),
  ).toEqual([]);
  for (const [stylesheet, names] of used) {
    const utilities = [...(stylesheets.get(stylesheet) ?? [])].filter((name) => !written.has(name));
    expect(utilities.length, stylesheet).toBeGreaterThan(10);
    expect(
      utilities.filter((name) => !names.has(name) && !mayBeAsked.includes(name)),
      stylesheet,
    ).toEqual([]);
  }
});

/**
 * What the stylesheet checker of the W3C (in vnu 26.9.27) does not know and reports as an error:
 * names, and beginnings of names. Drawings may have the last two as attributes.
 */
const unread = {
  properties:
    /^(?:anchor-|animation-(?:composition|range|timeline|trigger)|container|corner-.*shape|field-sizing|interactivity|interest-|interpolate-size|line-clamp|margin-trim|mask-border|math-|object-view-box|offset|overlay|position-|reading-|scroll-(?:initial-target|marker-group|target-group|timeline)|shape-(?:image|margin|outside)|text-box|text-decoration-inset|timeline-|transition-behavior|view-|[dxy]$|[cr][xy]?$|paint-order|vector-effect)/,
  selectors:
    /^(?:state|target-current|target-within|highlight|part|scroll-button|scroll-marker|view-transition)/,
  units: /^(?:cq|dvm)/,
  functions: /^(?:anchor-size|calc-size|if)$/,
};
const readAtRules = /^(?:font-face|keyframes|layer|media|page|(?:bottom|top)-\w+|supports)$/;

function listUnread(css: string): string[] {
  const found: string[] = [];
  walk(parseCss(css, { parseCustomProperty: true }), (node) => {
    if (node.type === 'Atrule' && !readAtRules.test(node.name)) found.push(`@${node.name}`);
    if (node.type === 'Declaration' && unread.properties.test(node.property))
      found.push(node.property);
    if (
      (node.type === 'PseudoClassSelector' || node.type === 'PseudoElementSelector') &&
      unread.selectors.test(node.name)
    )
      found.push(`:${node.name}`);
    if (node.type === 'Dimension' && unread.units.test(node.unit)) found.push(node.unit);
    if (node.type === 'Function' && unread.functions.test(node.name)) found.push(`${node.name}()`);
  });
  return [...new Set(found)];
}

test('pages use no feature of stylesheets that validators cannot read', () => {
  expect(
    listUnread(
      '@container (min-width:1px){a{top:0}}@property --a{syntax:"*"}@view-transition{navigation:auto}a:target-current{container-type:size;--b:1cqw;width:calc(1cqi + 1px);paint-order:stroke;top:0}',
    ),
  ).toEqual([
    '@container',
    '@property',
    '@view-transition',
    ':target-current',
    'container-type',
    'cqw',
    'cqi',
    'paint-order',
  ]);
  const stylesheets = new Set(
    listPages().map((file) => /<style>(.*?)<\/style>/s.exec(readPage(file))?.[1] ?? ''),
  ).add(readPaper());
  for (const css of stylesheets) expect(listUnread(css)).toEqual([]);
});
