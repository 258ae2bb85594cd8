/**
 * `npm run publish:lock`: records what is published now, in content/published.lock.json. The deploy
 * workflow runs it after the site is online. It refuses while the check has errors, so a changed
 * number without a correction never gets in.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { getPublishedLock } from '../../library/texts/published-articles.ts';
import { publishedLockPath } from '../../library/read-published-lock.ts';
import { formatPublishedLock, listLockChanges } from '../../publish/published-lock.ts';
import { formatFindings } from '../check/format-findings.ts';
import { isTakenByNpm, runCommand } from '../run-command.ts';
import { checkContent } from '../check/run-rules.ts';

export type PublishOutcome = { code: 0 | 1; report: string };

/**
 * Writes the lock below `root`, unless it would be the same or `dryRun` is set. The report says
 * what changed, or why not.
 */
export function publishLock(root: string, dryRun = false): PublishOutcome {
  const { content, findings } = checkContent(root);
  const errors = findings.filter((finding) => finding.level === 'error');
  if (errors.length > 0) {
    const count = `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`;
    return {
      code: 1,
      report: `${formatFindings(errors, root)}\n${count}: ${publishedLockPath} was not written.\n`,
    };
  }
  const now = getPublishedLock(content);
  const text = formatPublishedLock(now);
  const path = join(root, publishedLockPath);
  if (existsSync(path) && readFileSync(path, 'utf8').replaceAll('\r\n', '\n') === text)
    return { code: 0, report: 'Nothing changed since readers were last shown the site.\n' };
  const changes = listLockChanges(content.published?.value, now);
  if (!dryRun) writeFileSync(path, text);
  const verb = dryRun ? 'Would write' : 'Wrote';
  return {
    code: 0,
    report: [...changes, `${verb} ${publishedLockPath}.`].map((line) => `${line}\n`).join(''),
  };
}

const usage = `npm run publish:lock                keeps what readers are shown from now on, after a deployment
npm run publish:lock -- --dry-run   says what would be kept, and writes nothing
`;

if (import.meta.main)
  await runCommand(usage, () => {
    const { values } = parseArgs({
      options: {
        'dry-run': { type: 'boolean', default: false },
        root: { type: 'string', default: process.cwd() },
      },
    });
    const dryRun = values['dry-run'] || isTakenByNpm('dry-run');
    const { code, report } = publishLock(values.root, dryRun);
    (code === 0 ? process.stdout : process.stderr).write(report);
    return code;
  });
