/**
 * `npm run check`: tells an editor everything that is wrong with the content, at once. Exit 1 on errors. With --json for tools, a
 * list of findings as `schema/finding.ts` describes them; with --fix it mends first what needs no judgement.
 */
import { parseArgs } from 'node:util';
import { keepCompiledCode } from './compiled-code.ts';

const { values } = parseArgs({
  options: {
    fix: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    root: { type: 'string', default: process.cwd() },
  },
});
// Before the modules that do the work are loaded.
keepCompiledCode();
if (values.fix) {
  const { fixContent, formatChanges } = await import('./fix.ts');
  const changes = fixContent(values.root);
  // With --json, what a tool reads stays JSON.
  (values.json ? process.stderr : process.stdout).write(changes.length > 0 ? `${formatChanges(changes)}\n` : '');
}
const { runCheck } = await import('./run-check.ts');
process.exitCode = runCheck(values.root, values.json) ? 0 : 1;
