/**
 * Checks and fixes every small site of a folder, one for each rule and case. Prints what was found
 * and fixed, without the words of messages. The file `_time` of a site holds its SOURCE_DATE_EPOCH.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixContent } from '../../src/desk/check/fix.ts';
import { checkContent } from '../../src/desk/check/run-rules.ts';

const [workshop = ''] = process.argv.slice(2);
const folders = (path: string) => readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []));

/** Returns one fingerprint for the content of all files below a folder. */
function digest(root: string): string {
  const hash = createHash('sha256');
  for (const path of (readdirSync(root, { recursive: true }) as string[]).sort()) {
    hash.update(path);
    try {
      hash.update(readFileSync(join(root, path)));
    } catch {
      // A folder, or a file that was made unreadable on purpose.
    }
  }
  return hash.digest('hex');
}

const sites = folders(workshop).flatMap((rule) => folders(join(workshop, rule)).map((name) => `${rule}/${name}`));
const told = sites.map((site) => {
  const root = join(workshop, site);
  process.env.SOURCE_DATE_EPOCH = readFileSync(join(root, '_time'), 'utf8');
  const places = checkContent(root).findings.map(({ rule, level, file, line, column, length }) => [rule, level, file, line, column, length].join(' '));
  const changes = fixContent(root).map(({ file, line = 0, what }) => `${file} ${line} ${what.join(', ')}`);
  return [site, { places, changes, mended: digest(root) }] as const;
});
process.stdout.write(JSON.stringify(Object.fromEntries(told)));
