/** `npm run dev` and `npm run preview`: run Astro's servers, which print their address. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createStackFilter } from './leave-out-stacks.ts';
import { startAgain } from './own-modules.ts';
import { findMachineProblems, formatMachineProblems } from '../build/preflight.ts';
import { bringBackSite } from '../build/replace-site.ts';
import { runAstro } from '../build/run-astro.ts';

const [command = 'preview', ...rest] = process.argv.slice(2);
const writes = command === 'preview' ? [] : [resolve('.build'), resolve('.astro')];
const problems = findMachineProblems({ root: process.cwd(), writes, env: process.env });
if (problems.length > 0) {
  process.stderr.write(
    `The site cannot be served on this machine as it is:\n${formatMachineProblems(problems)}`,
  );
  process.exitCode = 1;
} else if (command === 'preview' && !hasSite()) {
  process.stderr.write('There is no site in dist/ yet.\nBuild it first: npm run build\n');
  process.exitCode = 1;
} else {
  const filter = createStackFilter();
  // Several servers may run at the same time: an editor's, and that of the tests.
  const run = (args: string[]) =>
    runAstro([command, '--ignore-lock', ...args], (text, stream) => stream.write(filter(text)));
  let { code } = await run(rest);
  while (code === startAgain) {
    // They pass signals to the server that has ended.
    for (const signal of ['SIGINT', 'SIGTERM']) process.removeAllListeners(signal);
    ({ code } = await run(rest.filter((arg) => arg !== '--open')));
  }
  process.exitCode = code ?? 1;
}

function hasSite(): boolean {
  bringBackSite(resolve('dist'));
  return existsSync(resolve('dist/index.html'));
}
