/**
 * Whether the last build can stay as it is: everything that a site is made from is what it was, and
 * the folder holds what that build sealed. Our own site then takes 4 s instead of 14 (decision 22).
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommit, runGit } from '../../library/content-time.ts';
import { formatSums, hash, hashFolder, sumsName } from './seal.ts';

/** The folders that a site is made from, inside the project. Files beside them count too. */
const folders = ['src', 'content', 'public'];

/** What npm writes about the packages that are installed. */
const installed = 'node_modules/.package-lock.json';

const recordName = '.build/last-build';

/**
 * A digest of everything that a site is made from: files, packages, commit, settings, Node.
 * Undefined if a file cannot be read, or a link leads to files elsewhere, which may change unseen.
 */
export function describeInputs(root: string): string | undefined {
  const files = hashFiles(root);
  if (files === undefined) return undefined;
  const { SITE_URL, BASE_PATH, SOURCE_DATE_EPOCH } = process.env;
  const state = {
    settings: [SITE_URL, BASE_PATH, SOURCE_DATE_EPOCH],
    node: [process.version, process.platform, process.arch],
    commit: readCommit(root),
    // What readers were shown before is read from older commits.
    shallow: runGit(root, ['rev-parse', '--is-shallow-repository']),
  };
  return hash(Buffer.from(`${JSON.stringify(state)}${files}`));
}

/** Whether `target` is what the last build made from the same inputs. */
export function isBuilt(root: string, target: string, inputs: string | undefined): boolean {
  if (inputs === undefined) return false;
  try {
    const sums = readFileSync(join(target, sumsName), 'utf8');
    return (
      readFileSync(join(root, recordName), 'utf8') === formatRecord(inputs, sums) &&
      formatSums(hashFolder(target)) === sums
    );
  } catch {
    // There was no build, or the folder cannot be read: the build says why.
    return false;
  }
}

/**
 * Remembers that `target` was made from `inputs`, unless a file was changed while the site was
 * built.
 */
export function rememberBuild(root: string, target: string, inputs: string | undefined): void {
  if (inputs === undefined || describeInputs(root) !== inputs) return;
  const sums = readFileSync(join(target, sumsName), 'utf8');
  mkdirSync(join(root, recordName, '..'), { recursive: true });
  writeFileSync(join(root, recordName), formatRecord(inputs, sums));
}

const formatRecord = (inputs: string, sums: string) => `${inputs} ${hash(Buffer.from(sums))}\n`;

/** A digest of the paths and bytes of all files. Undefined if one cannot be read, or is a link. */
function hashFiles(root: string): string | undefined {
  try {
    const entries = [
      ...readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile()),
      ...folders.flatMap((folder) => listFiles(join(root, folder))),
    ];
    if (entries.some((entry) => !entry.isFile())) return undefined;
    const all = createHash('sha256');
    const paths = entries.map((entry) => join(entry.parentPath, entry.name));
    for (const path of [...paths.sort(), join(root, installed)]) {
      const bytes = existsSync(path) ? readFileSync(path) : Buffer.of();
      // The length ensures that two different lists never give the same bytes.
      all.update(`${path.slice(root.length)} ${bytes.length}\n`).update(bytes);
    }
    return all.digest('hex');
  } catch {
    // The check says which file it is.
    return undefined;
  }
}

const listFiles = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
        (entry) => !entry.isDirectory(),
      )
    : [];
