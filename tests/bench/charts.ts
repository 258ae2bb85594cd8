/**
 * `npm run bench`, second part: what a hundred charts cost to build, with page, table, SVG, CSV and JSON each, beside bare
 * Astro pages into which the same drawings were pasted, in the same run. PNGs are timed apart.
 * A site of one chart says what each costs before its charts. Prints seconds and ratios; judges nothing, because machines
 * differ.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createProgress } from '../../src/desk/progress.ts';
import { makeCharts } from './make-charts.ts';

const count = 100;
const house = join(import.meta.dirname, '../..');
const astro = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin/astro.mjs');
const workshop = mkdtempSync(join(tmpdir(), 'bench-charts-'));

/** A project of its own with our packages. */
function makeProject(name: string): string {
  const root = join(workshop, name);
  mkdirSync(join(root, 'src/pages/charts'), { recursive: true });
  for (const file of ['package.json', 'tsconfig.json']) cpSync(join(house, file), join(root, file));
  symlinkSync(join(house, 'node_modules'), join(root, 'node_modules'), 'junction');
  return root;
}

/** Our site with its chart pages only; without `png`, that file is left out. */
function makeOurs(name: string, charts: number, png = false): string {
  const root = makeProject(name);
  for (const path of ['src', 'public', 'astro.config.mjs']) cpSync(join(house, path), join(root, path), { recursive: true });
  rmSync(join(root, 'src/pages'), { recursive: true });
  cpSync(join(house, 'src/pages/charts'), join(root, 'src/pages/charts'), { recursive: true });
  rmSync(join(root, 'src/pages/charts/index.astro'));
  if (!png) rmSync(join(root, 'src/pages/charts/[id].png.ts'));
  cpSync(join(house, 'tests/content/_base/content'), join(root, 'content'), { recursive: true });
  makeCharts(root, charts);
  return root;
}

/** Bare pages with the drawings that the site in `ours` has: a file each, or one route that reads them. */
function makeBare(name: string, ours: string, route: boolean): string {
  const root = makeProject(name);
  writeFileSync(join(root, 'astro.config.mjs'), 'export default {};\n');
  const drawings: Record<string, string> = {};
  for (const id of readdirSync(join(ours, 'dist/charts'), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entry.name : [],
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
    writeFileSync(join(root, 'src/pages/charts/[id].astro'), toPage(head, '<Fragment set:html={svg} />'));
  } else for (const [id, svg] of Object.entries(drawings)) writeFileSync(join(root, 'src/pages/charts', `${id}.astro`), toPage('', svg));
  return root;
}

const builds = 6;
let built = 0;
const progress = createProgress('Building');

function build(root: string, charts = count): number {
  progress?.show(built, builds, basename(root));
  const start = performance.now();
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [astro, 'build', '--root', root], { cwd: root, encoding: 'utf8', env });
  const pages = status === 0 ? readdirSync(join(root, 'dist/charts')).length : 0;
  if (pages < charts) throw new Error(`The build of ${root} wrote ${pages} charts.\n${stdout}\n${stderr}`);
  built += 1;
  return (performance.now() - start) / 1000;
}

try {
  const one = makeOurs('one', 1);
  const ours = makeOurs('ours', count);
  const cost = { one: build(one, 1), all: build(ours) };
  const bare = { one: build(makeBare('bare-one', one, false), 1), all: build(makeBare('bare', ours, false)) };
  const route = build(makeBare('route', ours, true));
  const pictures = build(makeOurs('pictures', count, true)) - cost.all;
  progress?.end();
  const say = (seconds: number) => `${seconds.toFixed(1)} s`;
  const lines = [
    `${count} charts with page, table, SVG, CSV and JSON: ${say(cost.all)}; one chart: ${say(cost.one)}`,
    `bare Astro pages with the same drawings pasted in: ${say(bare.all)}; one page: ${say(bare.one)}; all by one route: ${say(route)}`,
    `ratio of the whole builds: ${(cost.all / bare.all).toFixed(1)}, by one route ${(cost.all / route).toFixed(1)}`,
    `ratio of what ${count - 1} more charts cost: ${((cost.all - cost.one) / (bare.all - bare.one)).toFixed(1)}`,
    `PNGs: ${say(pictures)} more`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
} finally {
  rmSync(workshop, { recursive: true, force: true });
}
