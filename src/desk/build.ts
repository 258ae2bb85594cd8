/**
 * `npm run build`: check, build into a new folder, verify, and only then put it in the place of the last site.
 * Whatever goes wrong, the last good `dist` stays as it was, and the exit code tells the truth.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readContentTime } from '../library/content-time.ts';
import { listExpectedFiles } from '../library/expected-pages.ts';
import { readContent } from '../library/read-content.ts';
import { runCheck } from './check.ts';
import { createProgress } from './progress.ts';
import { runAstro } from './run-astro.ts';
import { verifyBuild } from './verify-build.ts';

/** Another build is under way: try again later. */
const exitBusy = 75;

async function build(root: string, target: string): Promise<number> {
  const workshop = join(root, '.build');
  mkdirSync(workshop, { recursive: true });
  if (!lock(workshop)) {
    process.stderr.write('Another build of this folder is under way. Wait for it to end, then build again.\n');
    return exitBusy;
  }
  const fresh = join(workshop, 'site');
  try {
    // One time for the check, for Astro and for what verifies its work.
    const time = readContentTime(root);
    if (time !== undefined) process.env.SOURCE_DATE_EPOCH = String(time);
    if (!runCheck(root)) return 1;
    rmSync(fresh, { recursive: true, force: true });
    const { code, log } = await runAstro(['build', '--root', root, '--outDir', fresh], {}, followPages(root));
    const problems = await verifyBuild({ root, folder: fresh, code, log });
    if (problems.length > 0) {
      process.stderr.write(
        `${log}\nThe site was not built, and nothing was published:\n${problems.map((problem) => `  ${problem}\n`).join('')}`,
      );
      return 1;
    }
    replaceFolder(fresh, target);
    process.stdout.write(`Built ${countFiles(target)} files into ${target}.\n`);
    return 0;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(join(workshop, 'lock'), { force: true });
  }
}

/** Shows which page Astro writes, of how many; its log has a line for each. */
function followPages(root: string): (text: string) => void {
  const progress = createProgress('Building');
  if (!progress) return () => undefined;
  const total = listExpectedFiles(readContent(root).content).length;
  let done = 0;
  progress.show(0, total, 'compiling');
  return (text) => {
    for (const [, page] of text.matchAll(/[├└]─ (\S+)/g)) progress.show(Math.min((done += 1), total - 1), total, page);
    if (/Complete!/.test(text)) progress.end();
  };
}

/** True when the lock was free, or held by a process that is gone. */
function lock(workshop: string): boolean {
  const path = join(workshop, 'lock');
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const owner = Number(readFileSync(path, 'utf8'));
    if (isRunning(owner)) return false;
    rmSync(path, { force: true });
    return lock(workshop);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Puts `fresh` where `target` is. The old site is moved aside first and comes back when the new one cannot take its place. */
function replaceFolder(fresh: string, target: string): void {
  const aside = `${target}.old`;
  mkdirSync(dirname(target), { recursive: true });
  rmSync(aside, { recursive: true, force: true });
  if (existsSync(target)) renameSync(target, aside);
  try {
    moveFolder(fresh, target);
  } catch (error) {
    rmSync(target, { recursive: true, force: true });
    if (existsSync(aside)) renameSync(aside, target);
    throw error;
  }
  rmSync(aside, { recursive: true, force: true });
}

/** Renames, or copies where the two folders lie on different disks. */
function moveFolder(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
  }
}

function countFiles(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });
  const root = process.cwd();
  process.exitCode = await build(root, resolve(root, values.out));
}
