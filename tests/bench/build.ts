/**
 * `npm run bench`, third part: compares `npm run build` with a bare Astro site of MDX with the same
 * words, at 10, 100 and 1,000 articles. Articles draw from pools of at most 1,000 quantities, 500
 * sources and 100 charts; each of these has its own pages, files and share picture, which the bare
 * site does not have. Our site is built four times: first, again, with nothing changed, and after
 * one article changed. Prints wall-clock seconds, seconds of all processors, memory, and the cost
 * of a page compared with the bare site. It sets no limits, because machines differ.
 * `node tests/bench/build.ts 5000` builds other sizes.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProgress } from '../../src/desk/build/progress.ts';
import { keptFolder } from '../../src/library/kept-files.ts';
import { makeCharts } from './make-charts.ts';
import { makeContent } from './make-content.ts';

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10, 100, 1000];
const house = join(import.meta.dirname, '../..');
const astro = join(
  dirname(createRequire(import.meta.url).resolve('astro/package.json')),
  'bin/astro.mjs',
);
const workshop = mkdtempSync(join(tmpdir(), 'bench-build-'));
const progress = createProgress('Building');

/** Makes a separate project with our packages. */
function makeProject(name: string): string {
  const root = join(workshop, name);
  mkdirSync(join(root, 'src'), { recursive: true });
  for (const file of ['package.json', 'tsconfig.json']) cpSync(join(house, file), join(root, file));
  symlinkSync(join(house, 'node_modules'), join(root, 'node_modules'), 'junction');
  return root;
}

function makeOurs(articles: number): string {
  const root = makeProject(`ours-${articles}`);
  for (const path of ['src', 'public', 'astro.config.mjs'])
    cpSync(join(house, path), join(root, path), { recursive: true });
  const base = join(house, 'tests/content/_base/content');
  mkdirSync(join(root, 'content'));
  for (const folder of ['sources', 'breakdowns']) mkdirSync(join(root, 'content', folder));
  cpSync(
    join(base, 'sources/reuters-van-buren.yaml'),
    join(root, 'content/sources/reuters-van-buren.yaml'),
  );
  const charts = Math.min(100, articles);
  makeContent(root, {
    sources: Math.min(500, 5 * articles),
    quantities: Math.min(1000, 10 * articles),
    statementsPerQuantity: 3,
    articles,
    charts,
  });
  makeCharts(root, charts);
  mkdirSync(join(root, 'content/pages'));
  for (const page of ['about', 'accessibility', 'methodology', 'privacy'])
    writeFileSync(
      join(root, 'content/pages', `${page}.mdx`),
      `---\ntitle: The page ${page}\nsummary: What the page ${page} says.\n---\n\nIts words.\n`,
    );
  return root;
}

/**
 * Writes the articles as Astro alone reads MDX: links lead to addresses, and our tags are removed.
 */
function makeBare(articles: number, ours: string): string {
  const root = makeProject(`bare-${articles}`);
  writeFileSync(
    join(root, 'astro.config.mjs'),
    "import { defineConfig } from 'astro/config';\nimport mdx from '@astrojs/mdx';\nexport default defineConfig({ integrations: [mdx()] });\n",
  );
  mkdirSync(join(root, 'src/pages/articles'), { recursive: true });
  const folder = join(ours, 'content/articles');
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), 'utf8')
      .replace(/\]\((num|source):/g, ']($1/')
      .replace(/^<Chart .*$/m, '');
    writeFileSync(join(root, 'src/pages/articles', name), text);
  }
  return root;
}

type Cost = { clock: number; processors: number; megabytes: number; pages: number };

/**
 * Builds a site, which must have at least `least` pages. Memory is the sum of the peaks of all
 * processes, so it is slightly too high.
 */
function build(root: string, what: string, words: string[], least: number): Cost {
  progress?.show(0, 1, what);
  // Not in the site's folder: a build after which a file there is another is not remembered.
  const file = join(workshop, 'costs');
  rmSync(file, { force: true });
  const tell = `--import=${pathToFileURL(join(import.meta.dirname, 'tell-cost.mjs')).href}`;
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    COST_FILE: file,
    NODE_OPTIONS: tell,
    SOURCE_DATE_EPOCH: '1795176000',
  };
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: root,
    encoding: 'utf8',
    env,
    maxBuffer: 1e9,
  });
  const clock = (performance.now() - start) / 1000;
  if (status !== 0)
    throw new Error(`The build of ${what} ended with ${status}.\n${stdout}\n${stderr}`);
  const pages = (readdirSync(join(root, 'dist'), { recursive: true }) as string[]).filter((path) =>
    path.endsWith('.html'),
  ).length;
  if (pages < least) throw new Error(`The build of ${what} wrote ${pages} pages.\n${stdout}`);
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const costs = lines.map(
    (line) => JSON.parse(line) as { processor: number; peakMegabytes: number },
  );
  const sum = (key: 'processor' | 'peakMegabytes') =>
    costs.reduce((total, cost) => total + cost[key], 0);
  return { clock, processors: sum('processor'), megabytes: sum('peakMegabytes'), pages };
}

const say = ({ clock, processors, megabytes, pages }: Cost) =>
  `${clock.toFixed(1)} s (${processors.toFixed(1)} s of all processors), ${megabytes.toFixed(0)} MB, ${pages} pages, ${((1000 * processors) / pages).toFixed(1)} ms a page`;

const perPage = (ours: Cost, bare: Cost) =>
  (ours.processors / ours.pages / (bare.processors / bare.pages)).toFixed(2);

/** Compares the cost of one further page with the bare site, from two sizes of each. */
function perFurtherPage(ours: Cost, bare: Cost, before: { ours: Cost; bare: Cost }): string {
  const of = (now: Cost, then: Cost) =>
    (now.processors - then.processors) / (now.pages - then.pages);
  const [own, theirs] = [of(ours, before.ours), of(bare, before.bare)];
  return `a page more costs ${(1000 * own).toFixed(1)} ms, the bare site ${(1000 * theirs).toFixed(1)}: ${(own / theirs).toFixed(2)} times`;
}

try {
  let before: { ours: Cost; bare: Cost } | undefined;
  for (const articles of sizes) {
    const ours = makeOurs(articles);
    const command = ['src/desk/build/build.ts'];
    const bare = build(
      makeBare(articles, ours),
      `bare Astro, ${articles} articles`,
      [astro, 'build'],
      articles,
    );
    const first = build(ours, `${articles} articles`, command, 2 * articles);
    const again = [...command, '--again'];
    const second = build(ours, `${articles} articles again`, again, 2 * articles);
    const unchanged = build(ours, `${articles} articles, none changed`, command, 2 * articles);
    const kept = new Set(readdirSync(join(ours, keptFolder)));
    const changed = join(ours, 'content/articles/article-1.mdx');
    writeFileSync(changed, readFileSync(changed, 'utf8').replace('of the bench', 'of this bench'));
    const third = build(ours, `${articles} articles, one changed`, command, 2 * articles);
    const drawn = readdirSync(join(ours, keptFolder)).filter((name) => !kept.has(name)).length;
    progress?.end();
    const lines = [
      `${articles} articles:`,
      `  bare Astro MDX: ${say(bare)}`,
      `  first build: ${say(first)}; a page costs ${perPage(first, bare)} times as much`,
      ...(before ? [`    ${perFurtherPage(first, bare, before)}`] : []),
      `  again: ${say(second)}; ${perPage(second, bare)} times`,
      `  nothing changed: ${unchanged.clock.toFixed(1)} s (${unchanged.processors.toFixed(1)} s of all processors)`,
      `  after one changed article: ${say(third)}; drawn: ${drawn}`,
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    before = { ours: first, bare };
    for (const name of readdirSync(workshop))
      rmSync(join(workshop, name), { recursive: true, force: true });
  }
} finally {
  rmSync(workshop, { recursive: true, force: true });
}
