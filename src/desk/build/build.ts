/**
 * `npm run build`: checks, builds into a new folder, verifies, and only then replaces the last
 * site. If anything goes wrong, the last good `dist` stays unchanged, and the exit code is not 0.
 *
 * If nothing has changed since the last build, the site stays as it is after the check.
 *
 * Astro starts first, and loads its packages while this process loads and runs the check. The rest
 * is loaded while Astro compiles.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { spacedPlural } from '../../evidence/plural.ts';
import { findTimeProblem, readContentTime } from '../../library/content-time.ts';
import type { Content } from '../../library/content.ts';
import { dropUnasked, keptFolder } from '../../library/kept-files.ts';
import { releaseLock, takeLock } from './build-lock.ts';
import { startCutting } from './cut-fonts.ts';
import { findMachineProblems, formatMachineProblems } from './preflight.ts';
import { createProgress } from './progress.ts';
import { bringBackSite, judgeTarget, replaceSite } from './replace-site.ts';
import { listWritten, startAstro, type StartedAstro } from './run-astro.ts';
import { runCommand } from '../run-command.ts';

/** The exit code if another build is running: try again later. */
const exitBusy = 75;

/** The cause, if the log of Astro says that the disk is full. */
function explainFull(log: string, folder: string): string[] {
  return /ENOSPC|No space left/.test(log) ? [explain('ENOSPC', folder)] : [];
}

/**
 * Builds `root` into `target`, which may stay as it is if nothing has changed, unless `isForced`.
 * Returns the exit code: 0 if the site may be published.
 */
async function build(root: string, target: string, isForced: boolean): Promise<number> {
  if (!existsSync(join(root, 'content')))
    return refuse([
      'There is no folder "content" here. Run the command in the folder of the project.',
    ]);
  const problems = findMachineProblems({
    root,
    writes: [join(root, '.build'), dirname(target)],
    env: process.env,
  });
  if (problems.length > 0) {
    process.stderr.write(
      `The site cannot be built on this machine as it is:\n${formatMachineProblems(problems)}`,
    );
    return 1;
  }
  const unfit = judgeTarget(target);
  if (unfit) return refuse([unfit]);
  const workshop = join(root, '.build');
  const lock = join(workshop, 'lock');
  // A killed build may have left Astro running. It must not write where this build does.
  const fresh = join(workshop, `site-${process.pid}`);
  mkdirSync(workshop, { recursive: true });
  if (!takeLock(lock)) {
    process.stderr.write(
      `Another build of this folder is under way. Wait for it to end, then build again. If there is none, delete ${lock}.\n`,
    );
    return exitBusy;
  }
  const fonts = startCutting(root);
  let astro: StartedAstro | undefined;
  try {
    bringBackSite(target);
    sweep(workshop);
    // The check, Astro and the verification must use the same time.
    const time = findTimeProblem() ? undefined : readContentTime(root);
    if (time !== undefined) process.env.SOURCE_DATE_EPOCH = String(time);
    astro = startAstro(['build', '--root', root, '--outDir', fresh], true);
    const { describeInputs, isBuilt, rememberBuild } = await import('./last-build.ts');
    const inputs = describeInputs(root);
    const { runCheck } = await import('../check/check.ts');
    const { dropWithheld, sayWithheldRecords } = await import('../../library/withheld.ts');
    const { content, isGood } = runCheck(root);
    if (!isGood) return 1;
    const keptBack = sayKeptBack(content, sayWithheldRecords(content));
    if (!isForced && isBuilt(root, target, inputs)) {
      process.stdout.write(
        `Nothing has changed since the last build: ${target} holds its ${spacedPlural(countFiles(target), 'file')}.\n${keptBack}`,
      );
      return 0;
    }
    const published = dropWithheld(content);
    await fonts.end;
    const end = astro.finish(await followPages(published));
    const { finishSite } = await import('./finish-site.ts');
    const { run, faults } = await finishSite({ root, folder: fresh, content, published, end });
    if (run.signal)
      return refuse(
        [`The build was stopped by ${run.signal}.`],
        128 + constants.signals[run.signal],
      );
    if (faults.length > 0) {
      process.stderr.write(run.log);
      return refuse([...explainFull(run.log, workshop), ...faults]);
    }
    replaceSite(fresh, target);
    dropUnasked(join(root, keptFolder));
    rememberBuild(root, target, inputs);
    process.stdout.write(`Built ${countFiles(target)} files into ${target}.\n${keptBack}`);
    return 0;
  } finally {
    await Promise.all([fonts.stop(), astro?.stop()]);
    rmSync(fresh, { recursive: true, force: true });
    releaseLock(lock);
  }
}

/** Says how much of the content is withheld from the site. `records` says it of the records. */
function sayKeptBack(content: Content, records: string): string {
  const count = content.articles.filter(({ withheld }) => withheld !== undefined).length;
  if (count === 0) return '';
  return `Kept back: ${count} ${count === 1 ? 'article' : 'articles'}${records === '' ? '' : `, and with ${count === 1 ? 'it' : 'them'} ${records}`}.\n`;
}

function refuse(problems: string[], code = 1): number {
  process.stderr.write(
    `\nThe site was not built, and nothing was published:\n${problems.map((problem) => `  ${problem}\n`).join('')}`,
  );
  return code;
}

/** Deletes the folders that killed builds left. */
function sweep(workshop: string): void {
  for (const name of readdirSync(workshop))
    if (name.startsWith('site'))
      rmSync(join(workshop, name), { recursive: true, force: true, maxRetries: 3 });
}

/** Explains an error of the system to the person who builds. */
function explain(code: string, path: string): string {
  const meanings: Record<string, string> = {
    ENOSPC: 'The disk is full. Make room, then build again.',
    EDQUOT: 'Your share of the disk is full. Make room, then build again.',
    EROFS: 'The disk is read-only. Build where you may write, or choose another place with --out.',
    EACCES: 'You may not write there. Change its permissions, or choose another place with --out.',
    EPERM: 'You may not write there. Change its permissions, or choose another place with --out.',
    EBUSY: 'It is in use, or a disk of its own. Choose a folder in it with --out.',
    ENOTDIR: 'There is a file where a folder is needed. Move it away.',
    EEXIST: 'There is a file where a folder is needed. Move it away.',
  };
  return `${path}: ${meanings[code] ?? `the system says ${code}.`}`;
}

/** Shows how many pages Astro has written. Its log has a line for each. */
async function followPages(published: Content): Promise<(text: string) => void> {
  const progress = createProgress('Building');
  if (!progress) return () => undefined;
  const { listExpectedFiles } = await import('../../site/expected-pages.ts');
  const total = listExpectedFiles(published).length;
  let done = 0;
  progress.show(0, total, 'compiling');
  return (text) => {
    for (const page of listWritten(text))
      progress.show(Math.min((done += 1), total - 1), total, page);
    if (text.includes('Complete!')) progress.end();
  };
}

function countFiles(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  ).length;
}

const usage = `npm run build                    checks the content and builds the site into dist/
npm run build -- --out <folder>  builds it there
npm run build -- --again         builds also if nothing has changed since the last build
`;

if (import.meta.main)
  await runCommand(usage, () => {
    const { values } = parseArgs({
      options: {
        out: { type: 'string', default: 'dist' },
        again: { type: 'boolean', default: false },
      },
    });
    const root = process.cwd();
    return build(root, resolve(root, values.out), values.again).catch((error: unknown) => {
      const { syscall, code, path = root } = error as NodeJS.ErrnoException;
      // Anything else is our own bug, and its stack shows where.
      if (!syscall || !code) throw error;
      return refuse([explain(code, path)]);
    });
  });
