/** `npm run verify`: compares a folder or an address with what was built, file by file. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { spacedPlural } from '../../evidence/plural.ts';
import { ofHosts } from '../hosts/host-rules.ts';
import { runCommand } from '../run-command.ts';
import { dropCopies, encodings, type Encoding, type WrongCopy } from './compressed-copies.ts';
import { compareReleases, compareSums, formatDifferences } from './compare-release.ts';
import {
  hash,
  hashFolder,
  parseRelease,
  parseSums,
  releaseName,
  sumsName,
  type Release,
  type Sums,
} from './seal.ts';

/** How many files are requested from an address at the same time. */
const requests = 8;

type Found = {
  sums: Sums;
  release: Release | undefined;
  /** Files whose compressed copy holds something else. */
  wrong: readonly WrongCopy[];
  /** Sentences on what could not be read. */
  failures: string[];
};

async function verify(target: string | undefined, sumsPath: string): Promise<number> {
  if (target === undefined)
    return refuse('Say what to verify: a folder, or the address of the site.', usage);
  const address = /^https?:\/\//i.test(target) ? URL.parse(target) : undefined;
  if (address === null)
    return refuse(`${target} is no address. Write it as https://example.org/reports/.`);
  const folder = resolve(target);
  if (!address && !(existsSync(folder) && statSync(folder).isDirectory()))
    return refuse(`${target} is neither a folder nor an address that begins with https://.`);
  if (!existsSync(sumsPath))
    return refuse(
      `There is no ${sumsPath} to compare with. Run npm run build, or name the sums of a release with --sums.`,
    );
  const built = parseSums(readFileSync(sumsPath, 'utf8'));
  if (!built)
    return refuse(`${sumsPath} is no list of sums as sha256sum writes it. Build the site again.`);
  const release = readRelease(join(sumsPath, '..', releaseName), built);
  const found = address ? await fetchSite(address, built) : readSite(folder, built);
  const expected = address
    ? new Map([...built].filter(([path]) => !ofHosts.includes(path)))
    : built;
  if (found.failures.length > 0)
    return refuse(
      `${target} could not be read whole:`,
      found.failures.map((line) => `  ${line}\n`).join(''),
    );
  const differences = compareSums(expected, found.sums, found.wrong);
  const age = compareReleases(release, found.release);
  if (differences.length === 0) {
    process.stdout.write(
      `${target} holds what was built: ${spacedPlural(expected.size, 'file')}${sayRelease(release)}.\n`,
    );
    return 0;
  }
  process.stderr.write(
    `${target} does not hold what was built${sayRelease(release)}.\n` +
      (age
        ? `This is ${age === 'other' ? 'another' : `a${age === 'older' ? 'n' : ''} ${age}`} release${sayRelease(found.release)}.\n`
        : '') +
      formatDifferences(differences)
        .map((line) => `  ${line}\n`)
        .join(''),
  );
  return 1;
}

function readSite(folder: string, built: Sums): Found {
  const path = join(folder, releaseName);
  const { sums, wrong } = dropCopies(folder, hashFolder(folder), built);
  return { sums, wrong, release: readRelease(path, sums), failures: [] };
}

/** Undefined if there is no file, or if the sums do not match it. */
function readRelease(path: string, sums: Sums): Release | undefined {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  return sums.get(releaseName) === hash(bytes) ? parseRelease(bytes.toString('utf8')) : undefined;
}

/** Fetches every file of `built`, and those that only the sums at the address name. */
async function fetchSite(address: URL, built: Sums): Promise<Found> {
  const base = new URL(address);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  const sums = new Map<string, string>();
  const failures: string[] = [];
  const wrong: WrongCopy[] = [];
  const own = await fetchFile(base, sumsName).catch(() => undefined);
  const named = own && parseSums(Buffer.from(own).toString('utf8'));
  const paths = [...new Set([...built.keys(), ...(named?.keys() ?? [])])].filter(
    (path) => !ofHosts.includes(path),
  );
  let release: Release | undefined;
  const ask = async (path: string) => {
    try {
      const uncompressed = await fetchFile(base, path);
      if (uncompressed === undefined) return;
      sums.set(path, hash(uncompressed));
      if (path === releaseName) release = parseRelease(Buffer.from(uncompressed).toString('utf8'));
      // A server may send its own compressed copies to browsers that accept them.
      for (const encoding of Object.values(encodings)) {
        const sent = await fetchFile(base, path, encoding);
        if (sent && hash(sent) !== hash(uncompressed)) wrong.push({ path, encoding });
      }
    } catch (error) {
      failures.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  // If a host does not answer at all, do not ask it a thousand times.
  const [first, ...rest] = paths;
  if (first !== undefined) await ask(first);
  const work = Array.from({ length: failures.length > 0 ? 0 : requests }, async () => {
    for (let path = rest.pop(); path !== undefined; path = rest.pop()) await ask(path);
  });
  await Promise.all(work);
  return { sums, wrong, release, failures: failures.slice(0, 10) };
}

/**
 * Fetches a file as readers do, a page at the address of its folder. Undefined if there is none.
 * Throws if the host does not answer.
 */
async function fetchFile(
  base: URL,
  path: string,
  encoding: Encoding | 'identity' = 'identity',
): Promise<Uint8Array | undefined> {
  const asked = new URL(
    path
      .replace(/(^|\/)index\.html$/, '$1')
      .split('/')
      .map(encodeURIComponent)
      .join('/'),
    base,
  );
  const answer = await fetch(asked, {
    signal: AbortSignal.timeout(30_000),
    headers: { 'cache-control': 'no-cache', 'accept-encoding': encoding },
  }).catch((error: unknown) => {
    const { cause, message } = error as Error;
    throw new Error(
      `${asked.host} does not answer (${cause instanceof Error ? cause.message : message}).`,
    );
  });
  if (answer.status === 404 && path !== '404.html') return undefined;
  if (!answer.ok && answer.status !== 404)
    throw new Error(`${asked.href} answers ${answer.status}.`);
  if (new URL(answer.url).host !== asked.host)
    throw new Error(`${asked.href} leads to another host, ${new URL(answer.url).host}.`);
  return new Uint8Array(await answer.arrayBuffer());
}

function sayRelease(release: Release | undefined): string {
  if (!release?.commit) return '';
  const day =
    release.time === undefined
      ? ''
      : `, ${new Date(release.time * 1000).toISOString().slice(0, 10)}`;
  return `, of commit ${release.commit.slice(0, 7)}${release.changed ? ' with changes' : ''}${day}`;
}

function refuse(problem: string, more = ''): number {
  process.stderr.write(`${problem}\n${more}`);
  return 1;
}

const usage = `npm run verify -- dist                    whether the folder holds what was built
npm run verify -- https://example.org/    whether readers are given what was built
  --sums <file>                           compare with this list of sums (dist/${sumsName})
`;

if (import.meta.main)
  await runCommand(usage, () => {
    const { values, positionals } = parseArgs({
      options: { sums: { type: 'string', default: join('dist', sumsName) } },
      allowPositionals: true,
    });
    return verify(positionals[0], values.sums);
  });
