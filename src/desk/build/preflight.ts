/**
 * Finds what is wrong with the machine rather than with the content. Runs first, and names what
 * must change. It reads no file and runs one command, git. In each folder that will be written to,
 * it makes an empty folder and removes it again.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmdirSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What is wrong, as a sentence, and how to fix it. */
export type MachineProblem = { message: string; fix: string };

type Surroundings = {
  /** Folder of the project. */
  root: string;
  /** Folders that the command writes to, whether they exist or not. */
  writes: string[];
  env: Readonly<Record<string, string | undefined>>;
};

/**
 * Characters that Vite, Astro or npm misread in a path: as a query, an escape or a pattern. Each
 * was tried.
 */
const unbearable = /[#?%"*\\]/;

/** Free bytes that a build needs on the disk, beside the present site. */
const neededSpace = 200 * 1024 * 1024;

/**
 * Finds everything on this machine that prevents a command from working. Empty if nothing does.
 * Never throws.
 */
export function findMachineProblems({ root, writes, env }: Surroundings): MachineProblem[] {
  const problems = [judgeRoot(root), judgeSite(env.SITE_URL), judgeBase(env.BASE_PATH), judgeGit()];
  // Two folders that do not exist yet may have the same parent.
  const folders = new Set(writes.map(findExisting));
  return [...problems, ...[...folders].map(judgeFolder), judgeSpace(root)].flatMap(
    (problem) => problem ?? [],
  );
}

/** The problems as a command prints them. */
export function formatMachineProblems(problems: MachineProblem[]): string {
  return problems.map(({ message, fix }) => `  ${message}\n  ${fix}\n`).join('\n');
}

function judgeRoot(root: string): MachineProblem | undefined {
  const found = unbearable.exec(root)?.[0];
  if (found === undefined) return undefined;
  return {
    message: `The folder of the project has "${found}" in its path, which the tools that build the site cannot read: ${root}`,
    fix: `Move or rename the folder so that its path has no "${found}".`,
  };
}

/** SITE_URL holds protocol and host. The folder belongs in BASE_PATH. */
function judgeSite(given: string | undefined): MachineProblem | undefined {
  if (!given) return undefined;
  const refuse = (what: string, fix: string) => ({ message: `SITE_URL=${given} ${what}.`, fix });
  const example = 'Write protocol and host, SITE_URL=https://example.org';
  const bare = takeOffMarks(given);
  if (bare === '') return refuse('is empty', `${example}, or leave it out`);
  if (given !== bare) return refuse(saySurplus(given), `Write SITE_URL=${bare}`);
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(given)) {
    const meant = URL.parse(`https://${given.replace(/^(?:https?)?:?\/{0,2}/i, '')}`);
    return refuse(
      'has no protocol',
      meant?.username === '' && isHost(meant.hostname) && meant.hostname.includes('.')
        ? `Write SITE_URL=${meant.origin}`
        : example,
    );
  }
  const url = URL.parse(given);
  if (!url || !/^https?:$/.test(url.protocol) || !isHost(url.hostname) || given.includes('\\'))
    return refuse('is no address of a site', example);
  if (url.username !== '' || url.password !== '')
    return refuse('holds a name or password', `Write SITE_URL=${url.origin}`);
  if (url.search !== '' || given.includes('?'))
    return refuse('has a query, what follows the "?"', `Write SITE_URL=${url.origin}`);
  if (url.hash !== '' || given.includes('#'))
    return refuse('has a fragment, what follows the "#"', `Write SITE_URL=${url.origin}`);
  if (url.pathname !== '/')
    return refuse('has a path', `Write SITE_URL=${url.origin} and BASE_PATH=${url.pathname}`);
  return undefined;
}

/** Removes spaces and quotation marks around a value, which some terminals include in it. */
const takeOffMarks = (given: string) => given.replace(/^[\s"'“”‘’]+|[\s"'“”‘’]+$/gu, '');
const saySurplus = (given: string) =>
  given === given.trim() ? 'has quotation marks in it' : 'has a space at its beginning or end';
const isHost = (name: string) =>
  /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?$/i.test(name) || name.startsWith('[');

/** BASE_PATH is the folder of the site on its host: "/", "/reports/". */
function judgeBase(given: string | undefined): MachineProblem | undefined {
  if (!given) return undefined;
  const refuse = (what: string, fix: string) => ({ message: `BASE_PATH=${given} ${what}.`, fix });
  const example = 'Write the folder alone, BASE_PATH=/reports/';
  const bare = takeOffMarks(given);
  if (given !== bare)
    return refuse(
      saySurplus(given),
      bare ? `Write BASE_PATH=${bare}` : `${example}, or leave it out`,
    );
  if (/^[a-z]:[/\\]/i.test(given))
    return refuse(
      'is a folder of this computer. Git Bash makes one of what begins with a slash',
      'Write MSYS_NO_PATHCONV=1 before the command, or use another terminal',
    );
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? URL.parse(given) : null;
  if (url)
    return refuse(
      'is a whole address',
      `Write SITE_URL=${url.origin} and BASE_PATH=${url.pathname}`,
    );
  if (given.includes('//'))
    return refuse('has two slashes in a row', `Write BASE_PATH=${given.replace(/\/+/g, '/')}`);
  if (/[?#]/.test(given))
    return refuse(
      'has a query or a fragment',
      `Write BASE_PATH=${given.replace(/[?#].*/s, '').replace(/^\/?/, '/')}`,
    );
  if (given.split('/').some((part) => /^(?:\.|%2e){1,2}$/i.test(part)))
    return refuse('has "." or ".." as a folder', example);
  const odd = /[^A-Za-z0-9/._~-]/u.exec(given)?.[0];
  if (odd !== undefined)
    return refuse(
      `has "${odd}" in it`,
      'Use letters, digits, hyphens, points and underscores, BASE_PATH=/reports/',
    );
  const [, host, folder] = /^((?:[a-z0-9-]+\.)+[a-z]{2,})(\/.*)$/i.exec(given) ?? [];
  if (host && folder)
    return refuse('has a host in it', `Write SITE_URL=https://${host} and BASE_PATH=${folder}`);
  if (!given.startsWith('/'))
    return refuse('does not begin with a slash', `Write BASE_PATH=/${given}`);
  return undefined;
}

/** Without git the time of the content is not known, so every embargo would hold silently. */
function judgeGit(): MachineProblem | undefined {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return undefined;
    return {
      message: 'There is no git on this machine.',
      fix: 'Install git: the site takes the time of its content from it.',
    };
  }
}

/** `folder`, or the nearest folder above it that exists. */
function findExisting(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : findExisting(dirname(folder));
}

function judgeFolder(existing: string): MachineProblem | undefined {
  try {
    // Permissions are not enough: a disk may be read-only, and root passes every test of them.
    rmdirSync(mkdtempSync(join(existing, '.preflight-')));
    return undefined;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // Anything else, such as a file in place of a folder, is reported by the code that meets it.
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(code)) return undefined;
    const readOnly = code === 'EROFS';
    return {
      message: readOnly
        ? `${existing} lies on a disk that is read-only.`
        : `You may not write to ${existing}.`,
      fix: readOnly
        ? 'Work on a disk that you can write to.'
        : 'Change its owner or permissions, or work in a folder of your own.',
    };
  }
}

function judgeSpace(root: string): MachineProblem | undefined {
  try {
    const { bavail, bsize } = statfsSync(root);
    const free = bavail * bsize;
    if (free >= neededSpace) return undefined;
    const inMegabytes = (bytes: number) => `${Math.floor(bytes / 1024 / 1024)} MB`;
    return {
      message: `The disk has ${inMegabytes(free)} free, and a build needs ${inMegabytes(neededSpace)}.`,
      fix: 'Make room, then try again.',
    };
  } catch {
    // This file system does not report its free space. A build says so itself when the disk is
    // full.
    return undefined;
  }
}
