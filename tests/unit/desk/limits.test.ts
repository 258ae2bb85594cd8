import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from './check-roots.ts';

/** Content that would crash a parser, fill the memory, hang forever or lead out of the folder. */

type Make = (content: string) => void;
type Case = { name: string; make: Make; rule: string; file: string };

const put = (path: string, text: string | Buffer): Make => {
  return (content) => {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  };
};
const replaceBy = (path: string, make: (path: string) => void): Make => {
  return (content) => {
    rmSync(join(content, path), { recursive: true, force: true });
    make(join(content, path));
  };
};
const makeFolder = (path: string) => mkdirSync(path);
const makePipe = (path: string) => expect(spawnSync('mkfifo', [path]).status).toBe(0);

const article = 'articles/second.mdx';
const head =
  '---\ntitle: Sample article\nsummary: A summary.\ndate: 2026-11-20\nfindings:\n  - The first.\n  - The second.\n---\n\n';
const text = (name: string, rule: string, body: string | Buffer): Case => ({
  name,
  make: put(
    article,
    typeof body === 'string' ? head + body : Buffer.concat([Buffer.from(head), body]),
  ),
  rule,
  file: article,
});
const source = 'sources/second.yaml';
const yaml = (name: string, rule: string, body: string): Case => ({
  name,
  make: put(source, body),
  rule,
  file: source,
});
const levels = (count: number, line: (level: number) => string) =>
  Array.from({ length: count }, (_, level) => line(level)).join('\n');
const chart = [
  'kind: bars',
  'title: A chart of parcels',
  'subtitle: Parcels',
  'description: Ranked bars of countable marks, one for each place; what they stand for is in the table below the drawing.',
  'sources: "[Reuters](source:reuters-van-buren)"',
  'measures: [{ id: parcels, label: Parcels }]',
  'table: csv',
  'unit: { kind: count, one: parcel, many: parcels }',
  'read_in: [reuters-van-buren]\n',
].join('\n');
const table = (name: string, rule: string, csv: string): Case => ({
  name,
  make: (content) => {
    put('charts/sample.yaml', chart)(content);
    put('charts/sample.csv', csv)(content);
  },
  rule,
  file: 'charts/sample.csv',
});
const bomb = [
  'a: &a [x,x,x,x,x,x,x,x,x]',
  ...['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key, at) => {
    const last = 'abcdefg'[at] ?? '';
    return `${key}: &${key} [${Array.from({ length: 9 }, () => `*${last}`).join(',')}]`;
  }),
  'title: *h',
  '',
].join('\n');

const cases: Case[] = [
  text(
    'a list of 25 levels',
    'nesting',
    levels(25, (level) => `${'  '.repeat(level)}- a`),
  ),
  text(
    'a list of 300 levels',
    'nesting',
    levels(300, (level) => `${'  '.repeat(level)}- a`),
  ),
  text('300 list marks on a line', 'nesting', `${'- '.repeat(300)}a`),
  text('10,000 quotation marks', 'nesting', `${'>'.repeat(10_000)}\n`),
  text('5,000 tags on a line', 'nesting', '<div>'.repeat(3000)),
  text('5,000 tags on lines', 'nesting', `${'<div>\n'.repeat(5000)}${'</div>\n'.repeat(5000)}`),
  text(
    '25 notes inside each other',
    'nesting',
    `${'<Note>\n\n'.repeat(25)}a\n\n${'</Note>\n\n'.repeat(25)}`,
  ),
  text('emphasis without end', 'nesting', '*a **b '.repeat(1000) + '** c*'.repeat(1000)),
  text('brackets', 'nesting', `${'['.repeat(5000)}a${']'.repeat(5000)}`),
  text('code in brackets', 'nesting', `{${'('.repeat(5000)}a${')'.repeat(5000)}}`),
  text('100,000 references', 'file-text', '&amp;\n'.repeat(70_000)),
  text('2,000 references with room between them', 'file-text', '&amp;\n\n'.repeat(2000)),
  text('a line of 30,000 characters', 'file-text', 'word '.repeat(6000)),
  text('a paragraph of 480,000 characters', 'file-text', '1 1 1 1 1 1 1 1\n'.repeat(30_000)),
  text(
    '20,000 unknown numbers',
    'unknown-number',
    levels(10_000, (level) => `[a${level}](num:x${level})\n`),
  ),
  text('50,000 loose numbers', 'number-unbound', '1 1 1 1 1 1 1 1\n\n'.repeat(6000)),
  text('unclosed quotation marks', 'file-text', '“a '.repeat(50_000)),
  text('5,000 mistakes in the markup', 'angle-in-text', 'Fewer <50.\n\n'.repeat(5000)),
  text(
    '90 notes that nobody closes',
    'unclosed-tag',
    `A <Note>b.\n\n${'a\n\n'.repeat(1500)}`.repeat(90),
  ),
  text(
    '15,000 tags in curly quotation marks',
    'smart-quote',
    '<Note title=“a”>b</Note>\n\n'.repeat(15_000),
  ),
  text('20,000 pairs of braces', 'brace-in-text', '{a b}\n\n'.repeat(20_000)),
  text('invalid UTF-8', 'file-text', Buffer.from([0x41, 0xff, 0xfe, 0x0a])),
  text('a NUL byte', 'file-text', 'a\0b\n'),
  text('5 MB', 'file-text', 'a\n'.repeat(2_500_000)),
  yaml('an alias bomb', 'yaml', bomb),
  yaml('100,000 aliases', 'yaml', `a: &a [x]\nb:\n${'  - *a\n'.repeat(60_000)}`),
  yaml('9,000 open brackets', 'yaml', `title: ${'['.repeat(9000)}`),
  yaml(
    'fields inside each other',
    'yaml',
    levels(600, (level) => `${' '.repeat(level)}a:`),
  ),
  yaml('9,000 lists on a line', 'yaml', `${'- '.repeat(9000)}a\n`),
  yaml(
    '40,000 unknown fields',
    'schema',
    levels(40_000, (level) => `k${level}: 1`),
  ),
  yaml(
    '40,000 times the same field',
    'yaml',
    levels(40_000, () => 'k: 1'),
  ),
  yaml(
    '5,000 colons',
    'yaml',
    levels(5000, (level) => `k${level}: a: b`),
  ),
  yaml(
    '5,000 quotation marks that nobody closes',
    'yaml',
    levels(5000, (level) => `k${level}: "a`),
  ),
  yaml(
    '5,000 fields without a colon',
    'yaml',
    levels(5000, (level) => `k${level}: a\nread_as copy`),
  ),
  yaml('a NUL byte in a record', 'file-text', 'title: a\0b\n'),
  yaml('5 MB of YAML', 'file-text', 'a: 1\n'.repeat(1_000_000)),
  table(
    'a table of 40,000 rows',
    'chart-table',
    `label,value\n${levels(40_000, (row) => `a${row},${row}`)}`,
  ),
  table('a table of 30 MB', 'file-text', `label,value\n${'abc,1\n'.repeat(5_000_000)}`),
  table('a table of 9,000 columns', 'chart-table', `${'a,'.repeat(9000)}\n${'1,'.repeat(9000)}\n`),
  table(
    'a quotation mark that swallows the rest',
    'chart-table',
    `label,value\n"${'a,1\n'.repeat(50_000)}`,
  ),
  {
    name: 'a lock of brackets',
    make: put('published.lock.json', '['.repeat(400_000)),
    rule: 'published-lock',
    file: 'published.lock.json',
  },
  ...['articles/x.mdx', 'sources/x.yaml', 'site.yaml', 'published.lock.json'].flatMap(
    (file): Case[] => {
      const rule =
        file === 'published.lock.json'
          ? 'published-lock'
          : file === 'site.yaml'
            ? 'file-text'
            : 'file-name';
      return [
        { name: `a folder called ${file}`, make: replaceBy(file, makeFolder), rule, file },
        { name: `a pipe called ${file}`, make: replaceBy(file, makePipe), rule, file },
        {
          name: `a link out of content called ${file}`,
          make: replaceBy(file, (path) => symlinkSync('/etc/hostname', path)),
          rule,
          file,
        },
        {
          name: `a link to nowhere called ${file}`,
          make: replaceBy(file, (path) => symlinkSync('/nowhere', path)),
          rule,
          file,
        },
      ];
    },
  ),
  {
    name: 'a link that leads to itself',
    make: replaceBy(article, (path) => symlinkSync('second.mdx', path)),
    rule: 'file-name',
    file: article,
  },
  {
    name: 'a folder that is a link',
    make: replaceBy('claims', (path) => symlinkSync('..', path)),
    rule: 'file-name',
    file: 'claims',
  },
  {
    name: 'a folder that is a file',
    make: replaceBy('articles', (path) => writeFileSync(path, '')),
    rule: 'file-name',
    file: 'articles',
  },
  {
    name: 'a folder that nobody reads',
    make: (content) => mkdirSync(join(content, 'article')),
    rule: 'file-name',
    file: 'article',
  },
  {
    name: 'a file that nobody reads',
    make: put('note.docx', 'PK'),
    rule: 'file-name',
    file: 'note.docx',
  },
  {
    name: 'content that is a file',
    make: replaceBy('.', (path) => writeFileSync(path, '')),
    rule: 'file-name',
    file: '.',
  },
  {
    name: 'no content',
    make: replaceBy('.', () => undefined),
    rule: 'file-missing',
    file: 'site.yaml',
  },
  {
    name: 'an unreadable article',
    make: (content) => chmodSync(join(content, 'articles/sample.mdx'), 0),
    rule: 'file-text',
    file: 'articles/sample.mdx',
  },
  {
    name: 'an unreadable folder',
    make: (content) => chmodSync(join(content, 'articles'), 0),
    rule: 'file-name',
    file: 'articles',
  },
];

const workshop = mkdtempSync(join(tmpdir(), 'limits-'));
// Permissions do not apply to root, so for root the check runs as nobody.
const isRoot = process.getuid?.() === 0;
chmodSync(workshop, 0o755);
const rootOf = (index: number) => join(workshop, String(index));
let outcomes: Outcome[];

beforeAll(() => {
  cases.forEach(({ make }, index) => {
    cpSync(join(import.meta.dirname, '../../content/_base'), rootOf(index), { recursive: true });
    make(join(rootOf(index), 'content'));
  });
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'check-roots.ts'), ...cases.map((_, index) => rootOf(index))],
    {
      encoding: 'utf8',
      timeout: 120_000,
      ...(isRoot && { uid: 65_534, gid: 65_534 }),
    },
  );
  outcomes = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Outcome);
  const stopped = cases[outcomes.length];
  if (stopped) throw new Error(`The check never ended with ${stopped.name}.\n${stderr}`);
}, 130_000);
afterAll(() => {
  cases.forEach((_, index) => spawnSync('chmod', ['-R', 'u+rwX', rootOf(index)]));
  rmSync(workshop, { recursive: true, force: true });
});

describe('what no check should see', () => {
  it.each(cases.map((entry, index) => ({ ...entry, index })))(
    'ends soon, in a finding: $name',
    ({ index, rule, file }) => {
      const { seconds = NaN, findings, characters = NaN } = outcomes[index] ?? {};
      expect(findings).toContainEqual(
        expect.objectContaining({ rule, file: join('content', file) }),
      );
      // At most 2 s on a quiet machine. A busy machine needs up to twice as many for the same work,
      // and a check that hangs takes forever.
      expect(seconds).toBeLessThan(10);
      expect(characters).toBeLessThan(100_000);
    },
  );
});
