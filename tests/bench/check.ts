/**
 * `npm run bench`: compares `npm run check`, from the start of Node to its exit, with the bare
 * parsers on the same files, started in the same way. Both run in turn, several times, and the best
 * run of each counts, so that a busy machine spoils neither. Prints wall-clock and processor
 * seconds, peak memory and the ratio. It sets no limits, because machines differ.
 * `node tests/bench/check.ts 9` runs each nine times.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProgress } from '../../src/desk/build/progress.ts';
import { copyContent } from './copy-content.ts';
import { makeContent, type Size } from './make-content.ts';

const rounds = Number(process.argv[2] ?? 4);
const house = join(import.meta.dirname, '../..');

/** `make` fills an empty folder. Without it, the repository's own content is checked in place. */
type Content = { name: string; make?: (root: string) => void };

const made = (name: string, size: Size): Content => ({
  name,
  make: (root) => makeContent(root, size),
});
const contents: Content[] = [
  { name: 'Our own content' },
  {
    name: 'Our own records and articles, these copied until they are 300',
    make: (root) => copyContent(house, root, 300),
  },
  made('300 short articles', {
    sources: 200,
    quantities: 300,
    statementsPerQuantity: 3,
    articles: 300,
  }),
  made('1,000 quantities with 5,000 statements', {
    sources: 500,
    quantities: 1000,
    statementsPerQuantity: 5,
    articles: 3,
  }),
];

type Cost = { seconds: number; processor: number; peakMegabytes: number; output: string };

function run(words: string[], environment: NodeJS.ProcessEnv = {}): Cost {
  const start = performance.now();
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [`--import=${join(import.meta.dirname, 'tell-cost.mjs')}`, ...words],
    {
      cwd: house,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      env: { ...process.env, ...environment },
    },
  );
  const seconds = (performance.now() - start) / 1000;
  return {
    seconds,
    output: stdout,
    ...(JSON.parse(stderr.slice(stderr.lastIndexOf('\n'))) as Pick<
      Cost,
      'processor' | 'peakMegabytes'
    >),
  };
}

/** Reads from package.json the arguments that the check gives to Node. */
function readCommand(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(house, 'package.json'), 'utf8')) as {
    scripts: { check: string };
  };
  return scripts.check.split(' ').slice(1);
}

/** Takes the lowest seconds and the highest memory. */
function takeBest(costs: Cost[]): Omit<Cost, 'output'> {
  return {
    seconds: Math.min(...costs.map(({ seconds }) => seconds)),
    processor: Math.min(...costs.map(({ processor }) => processor)),
    peakMegabytes: Math.max(...costs.map(({ peakMegabytes }) => peakMegabytes)),
  };
}

const say = ({ seconds, processor }: Omit<Cost, 'output'>) =>
  `${seconds.toFixed(2)} s (${processor.toFixed(2)} s of the processor)`;

function measure({ name, make }: Content): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const root = make ? folder : house;
  make?.(folder);
  const command = [...readCommand(), '--json', '--root', root];
  const bare = [
    ...readCommand().filter((word) => word.startsWith('--')),
    join(import.meta.dirname, 'parse-bare.ts'),
    root,
  ];
  const costs = Array.from({ length: rounds }, () => ({ check: run(command), bare: run(bare) }));
  const cold = run(command, { NODE_DISABLE_COMPILE_CACHE: '1' });
  rmSync(folder, { recursive: true, force: true });
  const [best, least] = [
    takeBest(costs.map(({ check }) => check)),
    takeBest(costs.map((cost) => cost.bare)),
  ];
  const findings = (JSON.parse(cold.output) as unknown[]).length;
  return [
    `${name}: check ${say(best)}, ${best.peakMegabytes.toFixed(0)} MB at its peak, ${findings} findings`,
    `  where no compiled code is kept ${say(cold)}; bare parsing ${say(least)}; ratio ${(best.seconds / least.seconds).toFixed(1)}`,
  ].join('\n');
}

const progress = createProgress('Checking');
const lines = contents.map((content, index) => {
  progress?.show(index, contents.length, content.name);
  return measure(content);
});
progress?.end();
process.stdout.write(`${lines.join('\n')}\n`);
