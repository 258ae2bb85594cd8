/**
 * `npm run bench`: what the check costs, beside what bare YAML parsing of the same files costs in the same run.
 * Prints seconds, peak memory and the ratio; judges nothing, because machines differ.
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

type Cost = { seconds: number; peakMegabytes: number; findings: number };

function measure(work: () => number): Cost {
  const start = performance.now();
  const findings = work();
  return { seconds: (performance.now() - start) / 1000, peakMegabytes: process.resourceUsage().maxRSS / 1024, findings };
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
      JSON.parse(spawnSync(process.execPath, [import.meta.filename, kind, folder], { encoding: 'utf8' }).stdout) as Cost;
    const [check, bare] = [run('check'), run('bare')];
    const ratio = (check.seconds / bare.seconds).toFixed(1);
    lines.push(
      `${name}: check ${check.seconds.toFixed(2)} s, ${check.peakMegabytes.toFixed(0)} MB, ${check.findings} findings; bare parsing of its YAML ${bare.seconds.toFixed(2)} s; ratio ${ratio}`,
    );
    rmSync(folder, { recursive: true, force: true });
  }
  progress?.end();
  process.stdout.write(`${lines.join('\n')}\n`);
}
