import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixContent, fixText, formatChanges } from '../../../src/desk/check/fix.ts';
import { formatAnnotation } from '../../../src/desk/check/format-findings.ts';
import { checkContent } from '../../../src/desk/check/run-rules.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fix-'));
  cpSync(join(import.meta.dirname, '../../content/_base'), root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const article = 'content/articles/sample.mdx';
const source = 'content/sources/reuters-van-buren.yaml';
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const edit = (path: string, change: (text: string) => string) =>
  writeFileSync(join(root, path), change(read(path)));
const listRules = () => checkContent(root).findings.map(({ rule }) => rule);
const mdx = (text: string) =>
  fixText('content/articles/x.mdx', `---\ntitle: A\n---\n\n${text}`).text.split('---\n\n')[1];
const yaml = (text: string) => fixText('content/sources/x.yaml', text).text;

describe('npm run check -- --fix', () => {
  it('mends all that it knows, until the check finds none of it, and then nothing more', () => {
    const good = [article, source].map(read);
    edit(article, (text) =>
      text
        .replace('source="reuters-van-buren"', 'source=“reuters-van-buren”')
        .replace('2,300 Humvees', '2,300\u00a0Hum\u200bvees')
        .replace(
          'wrote',
          'as [a page](https://example.org/a?id=1&utm_source=x&fbclid=y#top) said, wrote',
        )
        .replace(/$/gm, ' ')
        .replaceAll('\n', '\r\n'),
    );
    edit(
      source,
      (text) =>
        `\uFEFF${text.replace('Peter Van', 'Peter\u00a0Van').replace('/reuters', '/reuters?utm_medium=mail')}`,
    );
    expect(listRules()).toContain('smart-quote');
    const changes = fixContent(root);
    expect(read(article)).toBe(
      good[0]?.replace('wrote', 'as [a page](https://example.org/a?id=1#top) said, wrote'),
    );
    expect(read(source)).toBe(good[1]);
    expect(listRules()).toEqual([]);
    expect(new Set(changes.map(({ file }) => file))).toEqual(new Set([article, source]));
    expect(fixContent(root)).toEqual([]);
    expect(readdirSync(join(root, 'content/articles'))).toEqual(['sample.mdx']);
  });

  it('touches nothing in good content', () => {
    cpSync('content', join(root, 'content'), { recursive: true });
    const times = () =>
      readdirSync(join(root, 'content/sources')).map(
        (name) => statSync(join(root, 'content/sources', name)).mtimeMs,
      );
    const before = times();
    expect(fixContent(root)).toEqual([]);
    expect(times()).toEqual(before);
  });

  it('shows what it changed, where, with a dot for what nobody sees', () => {
    edit(article, (text) => text.replace('Iraq lost', 'Iraq\u200b lost'));
    expect(formatChanges(fixContent(root))).toBe(
      [
        'content/articles/sample.mdx:10  fixed: invisible characters',
        '  - Iraq· lost [2,300 Humvees](num:mosul-humvees), wrote [Reuters](source:reuters-van-buren).',
        '  + Iraq lost [2,300 Humvees](num:mosul-humvees), wrote [Reuters](source:reuters-van-buren).\n',
      ].join('\n'),
    );
  });

  it('straightens quotation marks in author tags alone', () => {
    expect(mdx('<Note title=“a ‘good’ one”>He said “yes”.</Note>\n')).toBe(
      '<Note title="a ‘good’ one">He said “yes”.</Note>\n',
    );
    expect(mdx('<Chart id=‘a’ /> and <Chart id=“b" />\n')).toBe(
      '<Chart id="a" /> and <Chart id="b" />\n',
    );
    expect(mdx('<Note title="the “good” one">a = “b”</Note>\n')).toBe(
      '<Note title="the “good” one">a = “b”</Note>\n',
    );
  });

  it('leaves alone what has a meaning', () => {
    expect(mdx('A line that breaks  \nhere.\n')).toBe('A line that breaks  \nhere.\n');
    expect(mdx('\u202ehidden\n')).toBe('\u202ehidden\n');
    expect(mdx('A lost \ufffd letter\n')).toBe('A lost \ufffd letter\n');
    expect(mdx('می\u200cخواهم\n')).toBe('می\u200cخواهم\n');
    expect(mdx('The text https://example.org/?utm_source=x.\n')).toBe(
      'The text https://example.org/?utm_source=x.\n',
    );
    expect(yaml('note: |\n  kept  \n  line\n')).toBe('note: |\n  kept  \n  line\n');
    expect(yaml('title: One:\u00a0two\n')).toBe('title: One:\u00a0two\n');
    expect(yaml('title: One\u00a0#two\n')).toBe('title: One\u00a0#two\n');
  });

  it('mends records as well', () => {
    expect(yaml('\uFEFFtitle: A  \nurl: "https://example.org/?utm_id=1"\n')).toBe(
      'title: A\nurl: "https://example.org/"\n',
    );
  });

  const entry = '- id: pkc\n  term: PKC\n  meaning: A gun.\n';
  it.each([
    [`[]\n${entry}`, entry],
    [`# Words.\n[ ]\n\n${entry}`, `# Words.\n\n${entry}`],
    [`{}\n${entry}`, entry],
    [`null\n${entry}`, entry],
    [`[\n]\n${entry}`, entry],
    [`${entry}[]\n`, entry],
    [`[]${entry}`, entry],
    ['quotes: []\n  - text: some words\n', 'quotes:\n  - text: some words\n'],
    ['unit: {}\n  kind: count\n', 'unit:\n  kind: count\n'],
    ['a:\n  - b: []\n    - c\n', 'a:\n  - b:\n    - c\n'],
  ])(
    'takes the brackets of an empty list away where entries stand below: %j',
    (written, wanted) => {
      expect(yaml(written)).toBe(wanted);
      expect(yaml(wanted)).toBe(wanted);
    },
  );

  it.each([
    '[]\n',
    'quotes: []\ntitle: A\n',
    'quotes: [] # none\n',
    'note: >-\n  []\n  - a\n',
    '- []\n- a\n',
  ])('leaves an empty list alone: %j', (written) => {
    expect(yaml(written)).toBe(written);
  });

  it('says where brackets were, in front matter too', () => {
    const { text, changes } = fixText(
      'content/articles/x.mdx',
      '---\ntitle: A\nfindings: []\n  - One.\n---\n\nWords.\n',
    );
    expect(text).toBe('---\ntitle: A\nfindings:\n  - One.\n---\n\nWords.\n');
    expect(changes).toMatchObject([
      { line: 3, what: ['no brackets of an empty list'], before: 'findings: []' },
    ]);
  });

  it.each([
    ['wording: “at least 40”\n', 'wording: at least 40\n'],
    ['wording: "“at least: 40”"\n', 'wording: "at least: 40"\n'],
    [`quotes:\n  - text: '"at least 40"'\n`, 'quotes:\n  - text: at least 40\n'],
    [
      'quotes:\n  - text: >-\n      „mindestens\n      40“\n',
      'quotes:\n  - text: >-\n      mindestens\n      40\n',
    ],
    ['a:\n  in_english: "‘at least 40’"\n', 'a:\n  in_english: at least 40\n'],
  ])('takes a wording out of its marks: %j', (written, wanted) => {
    expect(yaml(written)).toBe(wanted);
  });

  it.each([
    'wording: "“lost” and “captured”"\n',
    'title: "“Lost”"\n',
    'replies:\n  - text: "“No.”"\n',
  ])('leaves marks that belong there: %j', (written) => {
    expect(yaml(written)).toBe(written);
  });

  it('keeps who may read a file, follows no link and leaves bytes that are no text', () => {
    chmodSync(join(root, article), 0o640);
    edit(article, (text) => `${text} \n`);
    writeFileSync(join(root, 'outside.mdx'), 'a \n');
    symlinkSync(join(root, 'outside.mdx'), join(root, 'content/articles/link.mdx'));
    const bytes = Buffer.from([0x61, 0xff, 0x20, 0x0a]);
    writeFileSync(join(root, 'content/articles/bytes.mdx'), bytes);
    fixContent(root);
    expect(statSync(join(root, article)).mode & 0o777).toBe(0o640);
    expect(read('outside.mdx')).toBe('a \n');
    expect(readFileSync(join(root, 'content/articles/bytes.mdx')).equals(bytes)).toBe(true);
  });

  const run = (args: string[], env = {}) =>
    spawnSync(process.execPath, ['src/desk/check/check.ts', '--root', root, ...args], {
      encoding: 'utf8',
      env: { ...process.env, GITHUB_ACTIONS: '', ...env },
    });

  it('mends the lines that it can where others would say something else', () => {
    const { text } = fixText(
      'content/sources/a.yaml',
      'title: A page  \nnote: >-\n  One line  \n  and another.  \nurl: https://example.org  \n',
    );
    expect(text).toBe(
      'title: A page\nnote: >-\n  One line  \n  and another.  \nurl: https://example.org\n',
    );
  });

  it('is a way to call the check, whose exit code tells what is left', () => {
    edit(article, (text) => text.replace('Iraq lost', 'Iraq\u00a0lost').replace('2,300', '2,400'));
    const { status, stdout } = run(['--fix']);
    expect(status).toBe(1);
    expect(stdout).toContain('content/articles/sample.mdx:10  fixed: ordinary spaces');
    expect(stdout).toContain('1 error, 0 warnings');
  });

  it('leaves JSON to be read by tools', () => {
    edit(article, (text) => text.replace('Iraq lost', 'Iraq\u00a0lost').replace('2,300', '2,400'));
    const { status, stdout, stderr } = run(['--fix', '--json'], { GITHUB_ACTIONS: 'true' });
    expect(status).toBe(1);
    expect(stderr).toContain('fixed: ordinary spaces');
    const findings = JSON.parse(stdout) as Record<string, unknown>[];
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      rule: 'number-differs',
      level: 'error',
      file: article,
      line: 10,
      column: 12,
    });
    expect(Object.keys(findings[0] ?? {}).sort()).toEqual([
      'column',
      'file',
      'fix',
      'length',
      'level',
      'line',
      'message',
      'rule',
    ]);
    expect(run(['--json']).stderr).toBe('');
  });

  it('annotates a pull request', () => {
    edit(article, (text) => text.replace('2,300', '2,400'));
    const { stdout } = run([], { GITHUB_ACTIONS: 'true' });
    expect(stdout).toMatch(
      /^::error file=content\/articles\/sample\.mdx,line=10,col=12,title=number-differs::[^\n]+$/m,
    );
    expect(run([]).stdout).not.toContain('::error');
  });

  it('escapes what would end an annotation, or begin another', () => {
    const finding = {
      rule: 'link',
      level: 'warning',
      file: 'content/a:b,c%.mdx',
      line: 2,
      column: 3,
      length: 1,
      message: '100 %: a, b.',
      fix: 'Write\r\n::error::x',
    } as const;
    expect(formatAnnotation(finding)).toBe(
      '::warning file=content/a%3Ab%2Cc%25.mdx,line=2,col=3,title=link::100 %25: a, b. Write%0D%0A::error::x',
    );
  });
});
