/**
 * One policy in four forms: in pages, in `_headers`, and in the configuration of nginx and Caddy.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatCaddy } from '../../../src/desk/hosts/caddy.ts';
import {
  formatHeadersFile,
  headersLimits,
  judgeHeadersFile,
} from '../../../src/desk/hosts/headers-file.ts';
import { listHostRules, type HostRule } from '../../../src/desk/hosts/host-rules.ts';
import { formatNginx } from '../../../src/desk/hosts/nginx.ts';
import { headersOfAll, nameStyle, writeFilePolicy, writePolicy } from '../../../src/site/policy.ts';

const folder = mkdtempSync(join(tmpdir(), 'hosts-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const page = (css: string) =>
  `<meta http-equiv="Content-Security-Policy" content="${writePolicy([nameStyle(css)])}"><style>${css}</style>`;
const files: Record<string, string> = {
  'index.html': page('home'),
  '404.html': page('missing'),
  'articles/index.html': page('list'),
  'articles/one/index.html': page('text'),
  'charts/a/index.html': page('chart'),
  'charts/a.csv': 'a,b',
  'embed/a/index.html': page('frame'),
  'take-away/a.html': `<meta http-equiv="Content-Security-Policy" content="${writeFilePolicy([nameStyle('one file')])}"><style>one file</style>`,
  'take-away/a.plain.html': '<h1>Text</h1>',
  'take-away/a.zip': 'PK',
  '_astro/x.js': '',
  'rss.xml': '<rss/>',
  SHA256SUMS: '',
  _headers: 'is none of its own rules',
};
const addresses = Object.keys(files)
  .filter((file) => file !== '_headers')
  .flatMap((file) => [`/${file}`, `/${file}`.replace(/index\.html$/, '')]);

let rules: HostRule[] = [];
beforeAll(() => {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  rules = listHostRules(folder);
});

const covers = (path: string, address: string) =>
  path.endsWith('*') ? address.startsWith(path.slice(0, -1)) : path === address;

/**
 * Reads the file as both hosts do: all matching rules apply, and values of the same header are
 * joined.
 */
function readHeadersFile(text: string, address: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const block of text.trim().split(/\n\n/)) {
    const [path = '', ...lines] = block.split('\n');
    if (!covers(path, address)) continue;
    for (const line of lines) {
      const [, name = '', value = ''] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
      found[name] = found[name] === undefined ? value : `${found[name]}, ${value}`;
    }
  }
  return found;
}

function readNginx(text: string, address: string): Record<string, string> {
  const maps = new Map(
    [...text.matchAll(/^map \$uri \$(\w+) \{\n(.*?)^\}/gms)].map(([, name = '', body = '']) => {
      const lines = [...body.matchAll(/^ {2}("?)(.+?)\1 "([^"]*)";$/gm)].map(
        ([, , key = '', value = '']) => ({ key, value }),
      );
      const fits = lines.find(
        ({ key }) => key.startsWith('~') && new RegExp(key.slice(1)).test(address),
      );
      return [`$${name}`, (fits ?? lines.find(({ key }) => key === 'default'))?.value ?? ''];
    }),
  );
  const added = [...text.matchAll(/^ {2}add_header (\S+) ("([^"]*)"|\$\w+) always;$/gm)];
  return Object.fromEntries(
    added
      .map(([, name = '', raw = '', fixed]) => [name, fixed ?? maps.get(raw) ?? '?'])
      .filter(([, value]) => value !== ''),
  );
}

function readCaddy(text: string, address: string): Record<string, string> {
  const [route = ''] = /^\troute \{\n.*?^\t\}/ms.exec(text) ?? [];
  const found: Record<string, string> = {};
  for (const [, path, body = ''] of route.matchAll(/^\t\theader(?: (\S+))? \{\n(.*?)^\t\t\}/gms)) {
    if (path !== undefined && !covers(path, address)) continue;
    for (const [, name = '', value = ''] of body.matchAll(/^\t\t\t([\w-]+) "(.*)"$/gm))
      found[name] = value;
  }
  return found;
}

describe.each(['/', '/some/base/'])('the headers of a site at %s', (base) => {
  it('are the same in every form, and each address has those of one room and of everything', () => {
    const served = { rules, host: 'example.org', base, folder: '/srv/site' };
    const [forHosts, nginx, caddy] = [
      formatHeadersFile(rules, base),
      formatNginx(served),
      formatCaddy(served),
    ];
    expect(addresses.length).toBeGreaterThan(12);
    for (const address of addresses) {
      const own = rules.filter(({ path }) => covers(path, address));
      expect(own, address).toHaveLength(1);
      const wanted = { ...headersOfAll, ...own[0]?.headers };
      const asked = `${base}${address.slice(1)}`;
      expect(readHeadersFile(forHosts, asked), asked).toEqual(wanted);
      expect(readNginx(nginx, asked), asked).toEqual(wanted);
      expect(readCaddy(caddy, asked), asked).toEqual(wanted);
    }
    // Missing files are answered with the page 404.html.
    const missing = { ...headersOfAll, ...rules.find(({ path }) => path === '/404.html')?.headers };
    expect(readNginx(nginx, `${base}nothing`)).toEqual(missing);
  });
});

const headersOf = (address: string) =>
  rules.find(({ path }) => covers(path, address))?.headers ?? {};

it('allows each page the styles that it says itself, and no other room’s', () => {
  for (const [file, html] of Object.entries(files).filter(([name]) => name.endsWith('.html'))) {
    const [said = ''] = /'sha256-[^']+'/.exec(html) ?? [];
    const sent = headersOf(`/${file}`)['Content-Security-Policy'] ?? '';
    expect(sent).toContain(said);
    const own = / content="([^"]+)"/.exec(html)?.[1] ?? '';
    for (const part of own.split('; ').filter((part) => !/^style-src|^$/.test(part)))
      expect(sent.split('; ')).toContain(part);
  }
  expect(headersOf('/articles/one/')['Content-Security-Policy']).not.toContain(nameStyle('chart'));
});

it('lets files to take away load nothing of the site, wherever they are opened', () => {
  for (const address of ['/take-away/a.html', '/take-away/a.plain.html'])
    expect(headersOf(address)['Content-Security-Policy']).toBe(
      `${writeFilePolicy([nameStyle('one file')])}; frame-ancestors 'none'`,
    );
  expect(writeFilePolicy([])).not.toContain("'self'");
});

it('lets other sites frame embeds alone, read data, and keep only what has its fingerprint in its name', () => {
  const framed = addresses.filter(
    (address) => !headersOf(address)['Content-Security-Policy']?.includes("frame-ancestors 'none'"),
  );
  expect(framed).toEqual(['/embed/a/index.html', '/embed/a/']);
  for (const address of framed) expect(headersOf(address)).not.toHaveProperty('X-Frame-Options');
  for (const address of ['/charts/a.csv', '/rss.xml', '/embed/a/', '/take-away/a.zip'])
    expect(headersOf(address)).toMatchObject({
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  for (const address of ['/', '/_astro/x.js'])
    expect(headersOf(address)).not.toHaveProperty('Access-Control-Allow-Origin');
  const kept = addresses.filter((address) =>
    headersOf(address)['Cache-Control']?.includes('immutable'),
  );
  expect([...new Set(kept)]).toEqual(['/_astro/x.js']);
});

it('has no finding of an outside judge but that of scripts from the site itself', () => {
  const findings = rules.flatMap(({ headers }) =>
    new CspEvaluator(new CspParser(headers['Content-Security-Policy'] ?? '').csp)
      .evaluate()
      .map(({ directive, value }) => `${directive} ${value}`),
  );
  expect([...new Set(findings)]).toEqual(["script-src 'self'"]);
  // The evaluator does find faults.
  expect(
    new CspEvaluator(new CspParser("script-src 'unsafe-inline'").csp).evaluate().length,
  ).toBeGreaterThan(1);
});

it('says what a host would not read', () => {
  expect(judgeHeadersFile(formatHeadersFile(rules, '/'))).toEqual([]);
  const many = Array.from({ length: headersLimits.rules }, (_, index) => ({
    path: `/file-${index}`,
    headers: { A: 'b' },
  }));
  const long = [{ path: '/long/*', headers: { A: 'b'.repeat(headersLimits.line) } }];
  expect(judgeHeadersFile(formatHeadersFile(many, '/'))).toEqual([
    expect.stringMatching(/^_headers has 101 rules, and Cloudflare reads 100: /),
  ]);
  expect(judgeHeadersFile(formatHeadersFile(long, '/'))).toEqual([
    expect.stringMatching(/^_headers has a line of 2005 characters, /),
  ]);
});
