/**
 * Runs nginx and Caddy with the configuration written for them: their answers follow the policy.
 */
import { expect, test } from '@playwright/test';
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listHostRules, ruleOfAll } from '../../src/desk/hosts/host-rules.ts';
import { askedFirst, askedLater, distFolder } from './site-pages.ts';

const packages = { nginx: ['nginx-light', 'libnginx-mod-http-brotli-static'], caddy: ['caddy'] };
type Server = keyof typeof packages;

const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const isThere = (command: string) => !spawnSync(command, ['version'], { stdio: 'ignore' }).error;

/** Finds a server, or installs it as a package of Debian if we may. */
function findServer(name: Server): boolean {
  if (!isThere(name) && process.getuid?.() === 0) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', timeout: 120_000 });
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const arguments_ = ['install', '-y', '-qq', '--no-install-recommends', ...packages[name]];
    spawnSync('apt-get', arguments_, { stdio: 'ignore', timeout: 300_000, env });
  }
  return isThere(name);
}

async function findPort(): Promise<number> {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as AddressInfo;
  await new Promise((resolve) => taken.close(resolve));
  return port;
}

/**
 * Replaces each pattern, which must occur: the configuration for an owner changes only where a test
 * machine lacks something.
 */
function replaceAll(text: string, changes: [RegExp, string][]): string {
  return changes.reduce((before, [pattern, words]) => {
    const after = before.replace(pattern, words);
    expect(after, String(pattern)).not.toBe(before);
    return after;
  }, text);
}

/** Starts the server with the written configuration, except certificates and privileged ports. */
function startServer(name: Server, folder: string, port: number): ChildProcess {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  if (name === 'caddy') {
    const text = replaceAll(read('Caddyfile'), [
      [/^example\.org \{/m, `http://127.0.0.1:${port} {`],
    ]);
    writeFileSync(join(folder, 'Caddyfile.test'), `{\n\tadmin off\n}\n${text}`);
    const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
    return spawn(
      'caddy',
      ['run', '--config', join(folder, 'Caddyfile.test'), '--adapter', 'caddyfile'],
      { stdio: 'ignore', env },
    );
  }
  const hasBrotli = existsSync(brotliModule);
  const text = replaceAll(read('nginx.conf'), [
    [/^server \{\n {2}listen 80;.*?^\}\n/ms, ''],
    [/ {2}listen 443 ssl http2;\n {2}listen \[::\]:443 ssl http2;/, `  listen 127.0.0.1:${port};`],
    [/ {2}ssl_certificate .*\n {2}ssl_certificate_key .*\n/, ''],
    ...(hasBrotli ? [[/# brotli_static on;/, 'brotli_static on;'] as [RegExp, string]] : []),
  ]);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${join(folder, kind)};`,
  );
  writeFileSync(
    join(folder, 'nginx.test'),
    `${hasBrotli ? `load_module ${brotliModule};\n` : ''}${process.getuid?.() === 0 ? 'user root;\n' : ''}daemon off;\n` +
      `pid ${join(folder, 'pid')};\nevents {}\nhttp {\n${temporary.join('\n')}\n${text}\n}\n`,
  );
  return spawn('nginx', ['-c', join(folder, 'nginx.test'), '-e', join(folder, 'error.log')], {
    stdio: 'ignore',
  });
}

async function waitFor(address: string): Promise<void> {
  await expect
    .poll(
      () =>
        fetch(address).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 15_000 },
    )
    .toBe(200);
}

/** Returns what `npm run verify` reports about it. */
function verify(target: string): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['src/desk/build/verify-release.ts', target],
    { cwd: join(distFolder, '..'), encoding: 'utf8' },
  );
  return stdout + stderr;
}

/** The server sends what was built, compressed or not, until somebody changes one copy. */
function expectVerified(name: Server, home: string, folder: string): void {
  expect(verify(home)).toContain('holds what was built');
  const ending = name === 'nginx' && !existsSync(brotliModule) ? 'gz' : 'br';
  const copy = join(folder, `about/index.html.${ending}`);
  const own = readFileSync(copy);
  writeFileSync(copy, readFileSync(join(folder, `articles/index.html.${ending}`)));
  const fault = `about/index.html is another where it is sent compressed (${ending === 'br' ? 'br' : 'gzip'})`;
  expect(verify(home)).toContain(fault);
  expect(verify(folder)).toContain(fault);
  writeFileSync(copy, own);
}

/** Returns an address to which the rule applies. */
function findAddress(path: string): string {
  if (!path.endsWith('/*')) return path;
  const room = path.slice(1, -2);
  const files = (
    readdirSync(join(distFolder, room), { recursive: true, withFileTypes: true }) as {
      name: string;
      parentPath: string;
      isFile(): boolean;
    }[]
  )
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(distFolder.length))
    .sort();
  return (files.find((file) => file.endsWith('.html')) ?? files[0] ?? path).replace(
    /index\.html$/,
    '',
  );
}

for (const name of ['nginx', 'caddy'] as const)
  for (const base of ['/', '/some/base/'])
    test(
      `${name} sends at ${base} what the policy says, compressed, and readers see no page blocked`,
      askedLater,
      async ({ browser }) => {
        test.setTimeout(600_000);
        test.skip(!findServer(name), `${name} is not installed, and cannot be installed here.`);
        const folder = mkdtempSync(join(tmpdir(), `${name}-`));
        const out = join(folder, 'server');
        mkdirSync(out);
        execFileSync(
          process.execPath,
          ['src/desk/hosts/server-files.ts', '--out', out, '--folder', join(out, 'site')],
          {
            cwd: join(distFolder, '..'),
            env: { ...process.env, SITE_URL: 'https://example.org', BASE_PATH: base },
            stdio: 'pipe',
          },
        );
        const port = await findPort();
        const server = startServer(name, out, port);
        try {
          const home = `http://127.0.0.1:${port}${base}`;
          await waitFor(home);
          const at = (address: string) => `${home}${address.slice(1)}`;
          const rules = listHostRules(distFolder);
          expect(rules.length).toBeGreaterThan(20);
          for (const { path, headers } of rules) {
            const address = findAddress(path);
            const answer = await fetch(at(address), {
              headers: { 'accept-encoding': 'br, gzip' },
              redirect: 'manual',
            });
            // Servers may redirect from the file of a page to its folder.
            if (address.endsWith('/index.html')) continue;
            expect(answer.status, address).toBe(200);
            for (const [header, value] of Object.entries({ ...ruleOfAll.headers, ...headers }))
              expect(answer.headers.get(header), `${address} ${header}`).toBe(value);
            for (const header of ['X-Frame-Options', 'Access-Control-Allow-Origin'])
              if (!(header in headers))
                expect(answer.headers.has(header), `${address} ${header}`).toBe(false);
            if (/(?:\/|\.html|\.xml|\.json)$/.test(address)) {
              expect(answer.headers.get('content-encoding'), address).toMatch(
                name === 'nginx' && !existsSync(brotliModule) ? 'gzip' : 'br',
              );
              expect(answer.headers.get('vary')?.toLowerCase(), address).toContain(
                'accept-encoding',
              );
            }
            const bytes = Buffer.from(await answer.arrayBuffer());
            expect(
              bytes.equals(
                readFileSync(
                  join(distFolder, address.endsWith('/') ? `${address}index.html` : address),
                ),
              ),
              address,
            ).toBe(true);
          }
          const missing = await fetch(at('/nothing/'));
          expect(missing.status).toBe(404);
          expect(await missing.text()).toBe(readFileSync(join(distFolder, '404.html'), 'utf8'));
          const ofMissing = {
            ...ruleOfAll.headers,
            ...rules.find(({ path }) => path === '/404.html')?.headers,
          };
          for (const [header, value] of Object.entries(ofMissing))
            expect(missing.headers.get(header), header).toBe(value);
          expect((await fetch(at('/_headers'))).status).toBe(404);
          // A browser that has a page asks whether it changed, and does not get it again.
          const first = await fetch(at('/rss.xml'));
          const again = await fetch(at('/rss.xml'), {
            headers: { 'if-none-match': first.headers.get('etag') ?? '' },
          });
          expect(again.status).toBe(304);
          expectVerified(name, home, join(out, 'site'));
          if (base !== '/') return;
          const page = await browser.newPage();
          const complaints: string[] = [];
          page.on('console', (message) => {
            if (message.type() === 'error' || message.type() === 'warning')
              complaints.push(`${page.url()}: ${message.text()}`);
          });
          page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
          for (const address of askedFirst) await page.goto(at(address));
          expect(complaints).toEqual([]);
          // Other sites may frame a chart and nothing else.
          const embed = [...askedFirst].find((address) => address.startsWith('/embed/')) ?? '';
          const other = await browser.newPage();
          await other.setContent(
            `<iframe src="${at(embed)}"></iframe><iframe src="${at('/about/')}"></iframe>`,
          );
          const listFrames = () =>
            other.frames().flatMap((frame) => (frame.parentFrame() ? [frame.url()] : []));
          await expect.poll(listFrames).toEqual([at(embed), 'chrome-error://chromewebdata/']);
          await other.close();
          await page.close();
        } finally {
          const end = new Promise((resolve) => server.once('exit', resolve));
          server.kill();
          await end;
          rmSync(folder, { recursive: true, force: true });
        }
      },
    );
