/**
 * `npm run verify` names, file by file, where a folder or an address differs from what was built.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compareReleases, compareSums } from '../../../src/desk/build/compare-release.ts';
import {
  formatSums,
  hashFolder,
  parseSums,
  releaseName,
  sealSite,
  sumsName,
} from '../../../src/desk/build/seal.ts';
import { some } from '../../how-much.ts';

const house = join(import.meta.dirname, '../../..');
const work = mkdtempSync(join(tmpdir(), 'verify-'));
const root = join(work, 'project');
const dist = join(root, 'dist');
const served = join(work, 'served');
const files = {
  'index.html': '<h1>Home</h1>',
  '404.html': '<h1>Nothing here</h1>',
  'articles/one/index.html': '<h1>One</h1>',
  'articles/two/index.html': '<h1>Two</h1>',
  'data/naïve table.csv': 'a,b\r\n1,2\r\n',
  _headers: '/*\n  X: y\n',
};

function git(...args: string[]): void {
  const env = {
    ...process.env,
    GIT_COMMITTER_DATE: '2026-11-20T12:00:00Z',
    GIT_AUTHOR_DATE: '2026-11-20T12:00:00Z',
  };
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
    cwd: root,
    env,
    stdio: 'ignore',
  });
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Runs the command in the project, as a person who has built the site would. */
async function verify(
  ...args: string[]
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(
    process.execPath,
    [join(house, 'src/desk/build/verify-release.ts'), ...args],
    { cwd: root },
  );
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

beforeAll(() => {
  mkdirSync(root, { recursive: true });
  git('init', '-q');
  write(root, '.gitignore', 'dist\n');
  git('add', '.');
  git('commit', '-qm', 'One');
});
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});
beforeEach(() => {
  for (const folder of [dist, served]) rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) write(dist, path, text);
  sealSite(root, dist);
  cpSync(dist, served, { recursive: true });
});

const faults: [string, () => void, string[]][] = [
  ['a changed file', () => write(served, 'index.html', '<h1>Other</h1>'), ['index.html differs']],
  [
    'an added file',
    () => write(served, 'articles/three/index.html', 'x'),
    ['articles/three/index.html is new'],
  ],
  [
    'a missing file',
    () => rmSync(join(served, 'articles/two/index.html')),
    ['articles/two/index.html is missing'],
  ],
  [
    'two files in each other’s place',
    () => {
      renameSync(join(served, 'articles/one'), join(served, 'articles/x'));
      renameSync(join(served, 'articles/two'), join(served, 'articles/one'));
      renameSync(join(served, 'articles/x'), join(served, 'articles/two'));
    },
    [
      'articles/one/index.html holds the bytes of articles/two/index.html',
      'articles/two/index.html holds the bytes of articles/one/index.html',
    ],
  ],
  [
    'a name that is written otherwise',
    () => renameSync(join(served, '404.html'), join(served, '404.HTML')),
    ['404.HTML is new', '404.html is missing'],
  ],
];

/** Writes compressed copies, as `npm run server-files` does. */
function writeCopies(): void {
  for (const path of Object.keys(files).filter((path) => path.includes('.'))) {
    const bytes = readFileSync(join(served, path));
    writeFileSync(join(served, `${path}.gz`), gzipSync(bytes));
    writeFileSync(join(served, `${path}.br`), brotliCompressSync(bytes));
  }
}

const copyFaults: [string, () => void, string[]][] = [
  [
    'a copy of another text',
    () => writeFileSync(join(served, 'index.html.br'), brotliCompressSync('<h1>Other</h1>')),
    ['index.html is another where it is sent compressed (br)'],
  ],
  [
    'a copy that cannot be opened',
    () => write(served, 'articles/one/index.html.gz', 'x'),
    ['articles/one/index.html is another where it is sent compressed (gzip)'],
  ],
  [
    'a copy of nothing',
    () => writeFileSync(join(served, 'new.html.gz'), gzipSync('x')),
    ['new.html.gz is new: the build did not write it'],
  ],
  [
    'copies of a file that is gone',
    () => rmSync(join(served, '404.html')),
    [
      '404.html is missing',
      '404.html.br is new: the build did not write it',
      '404.html.gz is new: the build did not write it',
    ],
  ],
];

describe('a folder', () => {
  it('that holds what was built passes, with the sums that sha256sum reads', async () => {
    const { code, out } = await verify(served);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(
        /holds what was built: 7 files, of commit [0-9a-f]{7}, 2026-11-20\.\n$/,
      ),
    ]);
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', sumsName], { cwd: served });
  });

  it.each(some(faults))('with %s is refused', async (_name, damage, lines) => {
    damage();
    const { code, err } = await verify(served);
    expect(code).toBe(1);
    expect(lines.filter((line) => !err.includes(`  ${line}`))).toEqual([]);
    expect(err.split('\n').filter((line) => line.startsWith('  '))).toHaveLength(lines.length);
  });

  it('with compressed copies, as servers of one’s own have them, passes', async () => {
    writeCopies();
    expect(await verify(served)).toMatchObject({ code: 0, err: '' });
  });

  it.each(some(copyFaults))('with %s is refused', async (_name, damage, lines) => {
    writeCopies();
    damage();
    const { code, err } = await verify(served);
    expect(code).toBe(1);
    expect(err.split('\n').filter((line) => line.startsWith('  '))).toEqual(
      lines.map((line) => `  ${line}`),
    );
  });

  it.each(some(faults.slice(0, 4), 1))(
    'with copies and %s is refused',
    async (_name, damage, lines) => {
      writeCopies();
      damage();
      const { err } = await verify(served);
      expect(lines.filter((line) => !err.includes(`  ${line}`))).toEqual([]);
    },
  );

  it('with its own sums changed to fit is still compared with those of the build', async () => {
    write(served, 'index.html', '<h1>Other</h1>');
    writeFileSync(join(served, sumsName), formatSums(hashFolder(served)));
    expect((await verify(served)).err).toContain('  index.html differs');
  });

  it('of an older release is called older, of a newer one newer', async () => {
    const old = join(work, 'old');
    cpSync(dist, old, { recursive: true });
    write(root, 'new.txt', 'x');
    git('add', '.');
    execFileSync(
      'git',
      ['-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-qm', 'Two'],
      {
        cwd: root,
        env: { ...process.env, GIT_COMMITTER_DATE: '2026-11-22T12:00:00Z' },
      },
    );
    write(dist, 'index.html', '<h1>News</h1>');
    sealSite(root, dist);
    const { code, err } = await verify(old);
    expect(code).toBe(1);
    expect(err).toMatch(/This is an older release, of commit [0-9a-f]{7}, 2026-11-20\./);
    expect(err).toContain('  index.html differs');
    expect((await verify(dist, '--sums', join(old, sumsName))).err).toMatch(
      /This is a newer release, of commit [0-9a-f]{7}, 2026-11-22\./,
    );
    rmSync(old, { recursive: true });
  });
});

describe('an address', () => {
  let server: Server;
  let address: string;
  /** What the server sends for every file to clients that accept this encoding. */
  let sentAs: Record<string, Buffer> = {};
  beforeEach(() => {
    sentAs = {};
  });
  beforeAll(async () => {
    // As static hosts do: compressed, a folder by its address, and 404.html for a missing file.
    server = createServer((request, response) => {
      const form = /br|gzip/.exec(request.headers['accept-encoding'] ?? '')?.[0] ?? 'identity';
      const asked = decodeURIComponent(
        new URL(request.url ?? '/', 'http://localhost').pathname,
      ).replace(/^\/base\//, '');
      const path = join(served, asked === '' || asked.endsWith('/') ? `${asked}index.html` : asked);
      const isThere = existsSync(path) && !path.endsWith('_headers');
      const bytes = form in sentAs ? sentAs[form] : undefined;
      const uncompressed = bytes ?? readFileSync(isThere ? path : join(dist, '404.html'));
      response.writeHead(
        isThere ? 200 : 404,
        form === 'identity' ? {} : { 'content-encoding': form },
      );
      response.end(
        form === 'br'
          ? brotliCompressSync(uncompressed)
          : form === 'gzip'
            ? gzipSync(uncompressed)
            : uncompressed,
      );
    });
    server.listen(0);
    await once(server, 'listening');
    address = `http://localhost:${(server.address() as AddressInfo).port}/base`;
  });
  afterAll(() => {
    server.close();
  });

  it('that gives readers what was built passes; what only the host reads is not asked for', async () => {
    const { code, out, err } = await verify(address);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('holds what was built: 6 files');
  });

  it.each(some(faults.slice(0, 4)))('with %s is refused', async (_name, damage, lines) => {
    damage();
    // The host’s own list names the files that it added.
    writeFileSync(join(served, sumsName), formatSums(hashFolder(served)));
    const { code, err } = await verify(address);
    expect(code).toBe(1);
    expect(lines.filter((line) => !err.includes(`  ${line}`))).toEqual([]);
  });

  it.each(some(['br', 'gzip'], 1))(
    'that sends others where it sends %s is refused',
    async (form) => {
      sentAs = { [form]: Buffer.from('<h1>Other</h1>') };
      const { code, err } = await verify(address);
      expect(code).toBe(1);
      expect(err).toContain(`  index.html is another where it is sent compressed (${form})`);
    },
  );

  it('that does not answer is said to be silent, and nothing else', async () => {
    const { code, err } = await verify('http://localhost:9/');
    expect([code, err]).toEqual([1, expect.stringContaining('localhost:9 does not answer')]);
    expect(err).not.toContain('missing');
  });
});

describe('what cannot be compared', () => {
  const cases: [string[], string][] = [
    [[], 'Say what to verify'],
    [['nowhere'], 'nowhere is neither a folder nor an address'],
    [['https://'], 'https:// is no address'],
    [['dist', '--sums', 'none'], 'There is no none to compare with. Run npm run build'],
    [['dist', '--sums', '.gitignore'], '.gitignore is no list of sums'],
  ];
  it.each(some(cases))('%j is refused in a sentence', async (args, words) => {
    const { code, err } = await verify(...args);
    expect([code, err]).toEqual([1, expect.stringContaining(words)]);
    expect(err).not.toMatch(/\bat .*:\d+/);
  });
});

describe('sums', () => {
  it('read back as they were written; a line of anything else makes them none', () => {
    const sums = hashFolder(dist);
    expect(parseSums(formatSums(sums))).toEqual(sums);
    expect(sums.has(releaseName)).toBe(true);
    expect(sums.has(sumsName)).toBe(false);
    expect(parseSums('<h1>Nothing here</h1>')).toBeUndefined();
    expect(parseSums('')).toBeUndefined();
  });

  it('of equal sites do not differ', () => {
    const sums = hashFolder(dist);
    expect(compareSums(sums, new Map([...sums].reverse()))).toEqual([]);
    const release = { commit: 'a', changed: false, time: 1 };
    expect(compareReleases(release, release)).toBeUndefined();
    expect(compareReleases(release, { ...release, commit: 'b' })).toBe('other');
    expect(compareReleases(release, undefined)).toBeUndefined();
  });
});
