/**
 * `npm run bench`, second part: compares the build of a hundred charts, each with page, table, SVG,
 * CSV and JSON, with bare Astro pages into which the same drawings were pasted. All are built in
 * turn, several times, so that a busy machine slows both sides, and medians are compared. PNGs are
 * timed separately, once. A site of one chart shows what each side costs apart from its charts.
 * Prints seconds and ratios. It sets no limits, because machines differ.
 * `node tests/bench/charts.ts 9` builds nine times.
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
import { basename, dirname, join } from 'node:path';
import { createProgress } from '../../src/desk/build/progress.ts';
import { makeCharts } from './make-charts.ts';

const count = 100;
const rounds = Number(process.argv[2] ?? 5);
const house = join(import.meta.dirname, '../..');
const astro = join(
  dirname(createRequire(import.meta.url).resolve('astro/package.json')),
  'bin/astro.mjs',
);
const concurrency = Number(
  /pagesAtOnce = (\d+)/.exec(readFileSync(join(house, 'astro.config.mjs'), 'utf8'))?.[1],
);
const workshop = mkdtempSync(join(tmpdir(), 'bench-charts-'));

/** Makes a separate project with our packages. */
function makeProject(name: string): string {
  const root = join(workshop, name);
  mkdirSync(join(root, 'src/pages/charts'), { recursive: true });
  for (const file of ['package.json', 'tsconfig.json']) cpSync(join(house, file), join(root, file));
  symlinkSync(join(house, 'node_modules'), join(root, 'node_modules'), 'junction');
  return root;
}

/** Makes our site with only its chart pages; without `png`, it has no PNGs. */
function makeOurs(name: string, charts: number, png = false): string {
  const root = makeProject(name);
  for (const path of ['src', 'public', 'astro.config.mjs'])
    cpSync(join(house, path), join(root, path), { recursive: true });
  rmSync(join(root, 'src/pages'), { recursive: true });
  cpSync(join(house, 'src/pages/charts'), join(root, 'src/pages/charts'), { recursive: true });
  rmSync(join(root, 'src/pages/charts/index.astro'));
  if (!png) rmSync(join(root, 'src/pages/charts/[id].png.ts'));
  cpSync(join(house, 'tests/content/_base/content'), join(root, 'content'), { recursive: true });
  makeCharts(root, charts);
  return root;
}

/**
 * Makes bare pages with the drawings of the site in `ours`: one file for each, or one route for
 * all.
 */
function makeBare(name: string, ours: string, route: boolean): string {
  const root = makeProject(name);
  // Builds as many pages in parallel as our own configuration; all else is Astro's default.
  writeFileSync(
    join(root, 'astro.config.mjs'),
    `export default { build: { concurrency: ${concurrency} } };\n`,
  );
  const drawings: Record<string, string> = {};
  for (const id of readdirSync(join(ours, 'dist/charts'), { withFileTypes: true }).flatMap(
    (entry) => (entry.isDirectory() ? entry.name : []),
  )) {
    const page = readFileSync(join(ours, 'dist/charts', id, 'index.html'), 'utf8');
    const figure = page.slice(page.indexOf('<figure'), page.indexOf('<figcaption'));
    drawings[id] = [...figure.matchAll(/<svg.*?<\/svg>/gs)].map(([svg]) => svg).join('\n');
  }
  const toPage = (head: string, body: string) =>
    `---\n${head}---\n<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8" /><title>Chart</title></head>\n<body>\n${body}\n</body>\n</html>\n`;
  if (route) {
    writeFileSync(join(root, 'src/drawings.json'), JSON.stringify(drawings));
    const head = `import drawings from '../../drawings.json';\nexport const getStaticPaths = () => Object.keys(drawings).map((id) => ({ params: { id } }));\nconst svg = drawings[Astro.params.id];\n`;
    writeFileSync(
      join(root, 'src/pages/charts/[id].astro'),
      toPage(head, '<Fragment set:html={svg} />'),
    );
  } else
    for (const [id, svg] of Object.entries(drawings))
      writeFileSync(join(root, 'src/pages/charts', `${id}.astro`), toPage('', svg));
  return root;
}

/**
 * Wall-clock seconds, and those of all processors together: a busy machine changes the first much
 * and the second hardly.
 */
type Cost = { clock: number; processors: number };

const tellProcessors = `data:text/javascript,${encodeURIComponent("process.once('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write(`processors ${user + system}`); })")}`;

// Two builds before the rounds, five in each round, one with PNGs.
const builds = 3 + 5 * rounds;
let built = 0;
const progress = createProgress('Building');

/** Measures a build into a new folder, with the settings of the site's own build. */
function build(root: string, charts = count): Cost {
  progress?.show(built, builds, basename(root));
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const start = performance.now();
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  const args = ['--import', tellProcessors, astro, 'build', '--root', root];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env,
  });
  const clock = (performance.now() - start) / 1000;
  const pages = status === 0 ? readdirSync(join(root, 'dist/charts')).length : 0;
  if (pages < charts)
    throw new Error(`The build of ${root} wrote ${pages} charts.\n${stdout}\n${stderr}`);
  built += 1;
  return { clock, processors: Number(/processors (\d+)/.exec(stderr)?.[1]) / 1e6 };
}

type Side = 'ours' | 'bare' | 'route' | 'one' | 'bareOne';

/** Builds every side once in each round. */
function buildInTurn(sides: Record<Side, { root: string; charts: number }>): Record<Side, Cost[]> {
  const costs: Record<Side, Cost[]> = { ours: [], bare: [], route: [], one: [], bareOne: [] };
  for (let round = 0; round < rounds; round++)
    for (const [side, { root, charts }] of Object.entries(sides))
      costs[side as Side].push(build(root, charts));
  return costs;
}

function getMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN) +
      (sorted[Math.ceil((sorted.length - 1) / 2)] ?? Number.NaN)) /
    2
  );
}

/** Returns what is printed for one of the two measures. */
function report(costs: Record<Side, Cost[]>, measure: keyof Cost): string[] {
  const list = (side: Side) => costs[side].map((cost) => cost[measure]);
  const median = (side: Side) => getMedian(list(side));
  const say = (side: Side) =>
    `${median(side).toFixed(2)} s (${Math.min(...list(side)).toFixed(2)} to ${Math.max(...list(side)).toFixed(2)})`;
  // Ratios compare builds of one round, because a busy machine slowed both.
  const ratios = list('ours').map((value, round) => value / (list('bare')[round] ?? Number.NaN));
  return [
    `  ${count} charts with page, table, SVG, CSV and JSON: ${say('ours')}; one chart: ${say('one')}`,
    `  bare Astro pages with the same drawings pasted in: ${say('bare')}; one page: ${say('bareOne')}; all by one route: ${say('route')}`,
    `  ratio of the whole builds: ${(median('ours') / median('bare')).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}), by one route ${(median('ours') / median('route')).toFixed(2)}`,
    `  ratio of what ${count - 1} more charts cost: ${((median('ours') - median('one')) / (median('bare') - median('bareOne'))).toFixed(2)}`,
  ];
}

try {
  const one = makeOurs('one', 1);
  const ours = makeOurs('ours', count);
  // The bare pages are made from our drawings.
  build(one, 1);
  build(ours);
  const costs = buildInTurn({
    ours: { root: ours, charts: count },
    bare: { root: makeBare('bare', ours, false), charts: count },
    route: { root: makeBare('route', ours, true), charts: count },
    one: { root: one, charts: 1 },
    bareOne: { root: makeBare('bare-one', one, false), charts: 1 },
  });
  const pictures = build(makeOurs('pictures', count, true));
  const more = (measure: keyof Cost) =>
    (pictures[measure] - getMedian(costs.ours.map((cost) => cost[measure]))).toFixed(1);
  const lines = [
    `medians of ${rounds} rounds, by the clock:`,
    ...report(costs, 'clock'),
    'and of all processors together:',
    ...report(costs, 'processors'),
    `PNGs, by one build: ${more('clock')} s more by the clock, ${more('processors')} s of all processors`,
  ];
  progress?.end();
  process.stdout.write(`${lines.join('\n')}\n`);
} finally {
  rmSync(workshop, { recursive: true, force: true });
}
