/**
 * `npm run bench`: what `npm run check` costs from its start to its end, beside what bare YAML parsing of the same files costs in
 * the same run. Prints seconds, those of the processor, peak memory and the ratio; judges nothing, because machines differ.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { parse } from 'yaml';
import { createProgress } from '../../src/desk/progress.ts';
import { checkContent } from '../../src/desk/run-rules.ts';
import { makeContent, type Size } from './make-content.ts';

const sizes: Record<string, Size> = {
  '1,000 quantities, 5,000 statements': { sources: 500, quantities: 1000, statementsPerQuantity: 5, articles: 3 },
  '300 articles': { sources: 200, quantities: 300, statementsPerQuantity: 3, articles: 300 },
};

/** `total` counts from the start of Node; `seconds` and `processor` count the work alone. */
type Cost = { total: number; seconds: number; processor: number; peakMegabytes: number; findings: number };

function measure(work: () => number): Cost {
  const [start, used] = [performance.now(), process.cpuUsage()];
  const findings = work();
  const { user, system } = process.cpuUsage(used);
  const end = performance.now();
  return {
    total: end / 1000,
    seconds: (end - start) / 1000,
    processor: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    findings,
  };
}

/** What Node is given for the check. */
function readFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { scripts: { check: string } };
  return scripts.check.split(' ').filter((word) => word.startsWith('--'));
}

function parseBare(root: string): number {
  for (const folder of ['sources', 'quantities']) {
    for (const file of readdirSync(join(root, 'content', folder))) parse(readFileSync(join(root, 'content', folder, file), 'utf8'));
  }
  return 0;
}

const [mode, root] = process.argv.slice(2);
if (mode && root) {
  process.stdout.write(JSON.stringify(measure(() => (mode === 'check' ? checkContent(root).findings.length : parseBare(root)))));
} else {
  const progress = createProgress('Checking');
  const lines: string[] = [];
  for (const [index, [name, size]] of Object.entries(sizes).entries()) {
    progress?.show(index, Object.keys(sizes).length, name);
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    makeContent(folder, size);
    const run = (kind: string) =>
      JSON.parse(spawnSync(process.execPath, [...readFlags(), import.meta.filename, kind, folder], { encoding: 'utf8' }).stdout) as Cost;
    const [check, bare] = [run('check'), run('bare')];
    const ratio = (check.seconds / bare.seconds).toFixed(1);
    lines.push(
      `${name}: check ${check.total.toFixed(2)} s (${check.processor.toFixed(2)} s of the processor for the work itself), ${check.peakMegabytes.toFixed(0)} MB at its peak, ${check.findings} findings; bare parsing of its YAML ${bare.seconds.toFixed(2)} s; ratio ${ratio}`,
    );
    rmSync(folder, { recursive: true, force: true });
  }
  progress?.end();
  process.stdout.write(`${lines.join('\n')}\n`);
}
