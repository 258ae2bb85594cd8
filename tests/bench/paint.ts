/**
 * `npm run bench:paint`: compares a first visit with pages that have next to nothing, in the same
 * run. Serves the built site over HTTP/2 with TLS and brotli, and has Lighthouse load pages as a
 * phone does, once with a slow network that it only computes (simulated) and once with real
 * throttling (applied). Prints medians and the difference from a lean article. It sets no limits,
 * because machines differ. `npm run bench:paint -- --runs 5 / /numbers/` loads other pages, more
 * often.
 *
 * npx downloads Lighthouse, which is larger than all that the site needs; `--lighthouse` names the
 * file of an installed one. CHROMIUM_PATH names a browser.
 */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { parse } from 'node-html-parser';
import { browserFlags, findBrowser } from '../site/find-browser.ts';
import { mediaTypes } from '../site/static-host.ts';
import { distFolder, listPages, readPage, toAddress } from '../site/site-pages.ts';

const lighthouse = 'lighthouse@13.5.0';

const wrap = (title: string, body: string) =>
  '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
  '<meta name="viewport" content="width=device-width, initial-scale=1">' +
  `<title>${title}</title><meta name="description" content="${title}"></head>` +
  `<body><main>${body}</main></body></html>`;

/** Makes the least that an article costs: 800 words of our longest, a drawing and its table. */
function makeLeanArticle(): string {
  const longest = listHeaviest('articles/')[0] ?? '';
  const paragraphs = parse(readPage(longest)).querySelectorAll('.prose > p');
  let words = 0;
  const texts: string[] = [];
  for (const paragraph of paragraphs) {
    if (words >= 800) break;
    words += paragraph.structuredText.split(/\s+/).length;
    texts.push(`<p>${paragraph.structuredText.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`);
  }
  const chart = parse(readPage(listHeaviest('charts/').at(-1) ?? ''));
  const drawing = chart.querySelector('.drawing-phone svg')?.toString() ?? '';
  const table = chart.querySelector('table')?.toString() ?? '';
  const style =
    '<style>body{font:1.2rem/1.5 Georgia,serif;margin:0 auto;padding:1rem;max-width:40rem}' +
    'svg{width:100%;height:auto}</style>';
  return wrap(
    'A lean article',
    `${style}<h1>A lean article</h1>${texts.join('')}${drawing}${table}`,
  );
}

/** Lists pages below a folder, the heaviest first. */
function listHeaviest(prefix: string): string[] {
  const pages = listPages().filter(
    (file) => file.startsWith(prefix) && file !== `${prefix}index.html`,
  );
  const weights = new Map(pages.map((file) => [file, weigh(readPage(file))]));
  return pages.sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
}

const weigh = (bytes: Buffer | string) => brotliCompressSync(bytes).length;

const peers: Record<string, string> = {
  '/peer/hello/': wrap('Hello', '<p>Hello, world.</p>'),
  '/peer/lean/': makeLeanArticle(),
};

function findFile(pathname: string): Buffer | undefined {
  const peer = peers[pathname];
  if (peer !== undefined) return Buffer.from(peer);
  const path = join(
    distFolder,
    decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname),
  );
  return existsSync(path) && statSync(path).isFile() ? readFileSync(path) : undefined;
}

/** Serves as a good host does, compressing each answer only once. */
async function serve(folder: string): Promise<{ address: string; stop: () => void }> {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-days', '2'];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...subject],
    { stdio: 'ignore' },
  );
  const kept = new Map<string, Buffer>();
  const server = createSecureServer(
    { key: readFileSync(key), cert: readFileSync(cert) },
    (request, response) => {
      const { pathname } = new URL(request.url, 'https://localhost');
      const body = findFile(pathname);
      const type =
        mediaTypes[pathname.endsWith('/') ? '.html' : extname(pathname)] ??
        'application/octet-stream';
      if (!body) return response.writeHead(404).end();
      if (/woff2|png|webp/.test(type))
        return response.writeHead(200, { 'content-type': type }).end(body);
      const packed = kept.get(pathname) ?? brotliCompressSync(body);
      kept.set(pathname, packed);
      return response
        .writeHead(200, { 'content-type': type, 'content-encoding': 'br' })
        .end(packed);
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `https://127.0.0.1:${port}`, stop: () => server.close() };
}

type Figures = {
  first: number;
  largest: number;
  blocking: number;
  shift: number;
  bytes: number;
  scores: string;
};
type Report = {
  audits: Record<string, { numericValue?: number }>;
  categories: Record<string, { score: number | null }>;
};

async function look(
  url: string,
  method: 'simulate' | 'devtools',
  command: readonly string[],
): Promise<Figures> {
  const [program = 'npx', ...before] = command;
  const flags = ['--headless=new', '--ignore-certificate-errors', ...browserFlags].join(' ');
  const { stdout } = await promisify(execFile)(
    program,
    [
      ...before,
      url,
      '--output=json',
      '--quiet',
      `--throttling-method=${method}`,
      `--chrome-flags=${flags}`,
    ],
    {
      maxBuffer: 1e8,
      env: { ...process.env, CHROME_PATH: findBrowser() ?? process.env.CHROME_PATH },
    },
  );
  const { audits, categories } = JSON.parse(stdout) as Report;
  const value = (name: string) => audits[name]?.numericValue ?? Number.NaN;
  const names = ['performance', 'accessibility', 'best-practices', 'seo'];
  return {
    first: value('first-contentful-paint'),
    largest: value('largest-contentful-paint'),
    blocking: value('total-blocking-time'),
    shift: value('cumulative-layout-shift'),
    bytes: value('total-byte-weight'),
    scores: names
      .map((name) => Math.round((categories[name]?.score ?? Number.NaN) * 100))
      .join(' '),
  };
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

function takeMedians(runs: readonly Figures[]): Figures {
  const of = (name: Exclude<keyof Figures, 'scores'>) => median(runs.map((run) => run[name]));
  const scores = runs.map((run) => run.scores).sort()[runs.length >> 1] ?? '';
  return {
    first: of('first'),
    largest: of('largest'),
    blocking: of('blocking'),
    shift: of('shift'),
    bytes: of('bytes'),
    scores,
  };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '3' }, lighthouse: { type: 'string' } },
});
const command = values.lighthouse ? ['node', values.lighthouse] : ['npx', '--yes', lighthouse];
const heaviest = ['articles/', 'numbers/', 'sources/', 'claims/', 'charts/'].map((prefix) =>
  toAddress(listHeaviest(prefix)[0] ?? ''),
);
const lists = [
  '/',
  '/articles/',
  '/numbers/',
  '/sources/',
  '/claims/',
  '/charts/',
  '/timeline/',
  '/places/',
  '/methodology/',
];
const pages = positionals.length > 0 ? positionals : [...heaviest, ...lists];

const folder = mkdtempSync(join(tmpdir(), 'paint-'));
const { address, stop } = await serve(folder);
try {
  for (const method of ['simulate', 'devtools'] as const) {
    console.log(method === 'simulate' ? '\nsimulated' : '\napplied');
    const runs = new Map<string, Figures[]>();
    // Pages take turns in each round, so that a busy machine slows all of them.
    for (let round = 0; round < Number(values.runs); round += 1)
      for (const path of ['/peer/hello/', '/peer/lean/', ...pages])
        runs.set(path, [
          ...(runs.get(path) ?? []),
          await look(`${address}${path}`, method, command),
        ]);
    const lean = takeMedians(runs.get('/peer/lean/') ?? []);
    for (const [path, all] of runs) {
      const { first, largest, blocking, shift, bytes, scores } = takeMedians(all);
      const over = (ms: number, than: number) =>
        `${Math.round(ms)} (${ms >= than ? '+' : ''}${Math.round(ms - than)})`;
      const html = weigh(findFile(path) ?? '');
      console.log(
        [
          path.padEnd(52),
          `first ${over(first, lean.first)}`.padEnd(20),
          `largest ${over(largest, lean.largest)}`.padEnd(22),
          `blocking ${Math.round(blocking)}`.padEnd(14),
          `shift ${shift.toFixed(3)}`,
          `page ${(html / 1000).toFixed(1)} kB, in all ${(bytes / 1000).toFixed(1)}`.padEnd(30),
          scores,
        ].join('  '),
      );
    }
  }
} finally {
  stop();
  rmSync(folder, { recursive: true, force: true });
}
