import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { publishLock } from '../../../src/desk/papers/publish-lock.ts';
import { checkContent } from '../../../src/desk/check/run-rules.ts';

const base = join(import.meta.dirname, '../../content/_base');
const articlePath = 'content/articles/sample.mdx';
const recordPath = 'content/quantities/mosul-humvees.yaml';
let root: string;

// Without a time, each reading of the content would start git.
vi.stubEnv('SOURCE_DATE_EPOCH', '1800000000');
afterAll(() => {
  vi.unstubAllEnvs();
});

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'publish-lock-'));
  cpSync(base, root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const lockPath = () => join(root, 'content/published.lock.json');
const readLock = () => readFileSync(lockPath(), 'utf8');
const write = (path: string, text: string) => writeFileSync(join(root, path), text);
const edit = (path: string, from: string, to: string) => {
  const text = readFileSync(join(root, path), 'utf8');
  expect(text).toContain(from);
  write(path, text.replace(from, to));
};
const listRules = () => checkContent(root).findings.map((finding) => finding.rule);

/** Changes the number of Humvees in the record and in the article. */
function changeNumber(from: string, to: string) {
  edit(articlePath, `${from} Humvees`, `${to} Humvees`);
  edit(recordPath, `value: ${from.replace(',', '')}`, `value: ${to.replace(',', '')}`);
}

const entry = (now: string, numbers: string, article = 'sample') =>
  `- date: 2026-11-25\n  kind: error\n  article: ${article}\n  old: the old words\n  new: ${now}\n  why: It was wrong.\n  numbers: [${numbers}]\n`;

describe('publishLock', () => {
  it('writes what readers are shown, and says so', () => {
    expect(publishLock(root)).toEqual({
      code: 0,
      report: 'sample: published, with 1 number\nWrote content/published.lock.json.\n',
    });
    expect(JSON.parse(readLock()).articles.sample.numbers).toEqual({
      'mosul-humvees': '2,300 Humvees',
    });
    expect(listRules()).toEqual([]);
  });

  it('follows an article that is renamed twice, and names all its addresses', () => {
    const name = (at: number) => join(root, `content/articles/name-${at}.mdx`);
    const rename = (from: string, to: string) => {
      cpSync(from, to);
      rmSync(from);
    };
    publishLock(root);
    rename(join(root, articlePath), name(1));
    const listFixes = () =>
      checkContent(root).findings.flatMap(({ rule, fix }) =>
        rule === 'published-gone' ? [/"(.*?)"/.exec(fix)?.[1]] : [],
      );
    expect(listFixes()).toEqual(['formerly: [sample]']);
    edit('content/articles/name-1.mdx', 'title:', 'formerly: [sample]\ntitle:');
    edit('content/site.yaml', 'lead: sample', 'lead: name-1');
    expect(publishLock(root).report).toMatch(/^sample: is name-1 now\n/m);
    rename(name(1), name(2));
    expect(listFixes()).toEqual(['formerly: [sample, name-1]']);
    edit('content/articles/name-2.mdx', '[sample]', '[sample, name-1]');
    edit('content/site.yaml', 'lead: name-1', 'lead: name-2');
    expect(listFixes()).toEqual([]);
    edit('content/articles/name-2.mdx', '[sample, name-1]', '[name-1]');
    expect(publishLock(root).report).toContain('formerly: [sample, name-1]');
  });

  it('writes the same bytes again, and says that nothing changed', () => {
    publishLock(root);
    const first = readLock();
    expect(publishLock(root).report).toBe(
      'Nothing changed since readers were last shown the site.\n',
    );
    expect(readLock()).toBe(first);
    write('content/published.lock.json', first.replaceAll('\n', '\r\n'));
    expect(publishLock(root).report).toContain('Nothing changed');
  });

  it('writes nothing in a dry run', () => {
    expect(publishLock(root, true).report).toContain('Would write content/published.lock.json.');
    expect(existsSync(lockPath())).toBe(false);
  });

  it('refuses while the check has errors, prints them and leaves the file as it was', () => {
    publishLock(root);
    const first = readLock();
    changeNumber('2,300', '2,500');
    const { code, report } = publishLock(root);
    expect(code).toBe(1);
    expect(report).toContain('error  published-number');
    expect(report).toContain('1 error: content/published.lock.json was not written.');
    expect(readLock()).toBe(first);
  });

  it('keeps the old names of a renamed article, and the check asks for each of them from then on', () => {
    publishLock(root);
    const text = readFileSync(join(root, articlePath), 'utf8');
    rmSync(join(root, articlePath));
    write('content/articles/renamed.mdx', text);
    expect(listRules()).toContain('published-gone');
    edit('content/site.yaml', 'lead: sample', 'lead: renamed');
    write('content/articles/renamed.mdx', text.replace('---\n', '---\nformerly: [sample]\n'));
    expect(listRules()).toEqual([]);
    expect(publishLock(root).code).toBe(0);
    expect(JSON.parse(readLock()).articles.renamed.formerly).toEqual(['sample']);
    write('content/articles/renamed.mdx', text);
    expect(listRules()).toContain('published-gone');
  });

  it('refuses to overwrite a lock that cannot be read', () => {
    write('content/published.lock.json', '{');
    expect(publishLock(root).code).toBe(1);
    expect(readLock()).toBe('{');
  });

  it('leaves drafts out', () => {
    const text = readFileSync(join(root, articlePath), 'utf8');
    write(
      'content/articles/second.mdx',
      text
        .replace('---\n', '---\ndraft: true\n')
        .replace(/^title: .*$/m, 'title: Another article')
        .replace(/^summary: .*$/m, 'summary: Another sentence.'),
    );
    publishLock(root);
    expect(Object.keys(JSON.parse(readLock()).articles)).toEqual(['sample']);
  });
});

describe('a change of what was published', () => {
  beforeEach(() => void publishLock(root));

  it('passes with a correction of that article that names the number', () => {
    changeNumber('2,300', '2,500');
    expect(listRules()).toEqual(['published-number']);
    write('content/corrections.yaml', entry('2,500 Humvees', 'mosul-humvees'));
    expect(listRules()).toEqual([]);
    expect(publishLock(root).report).toBe(
      [
        'sample: mosul-humvees: 2,300 Humvees -> 2,500 Humvees',
        'sample: other words',
        'sample: 1 correction more',
        'Wrote content/published.lock.json.\n',
      ].join('\n'),
    );
    expect(listRules()).toEqual([]);
  });

  it('does not pass with a correction of another number', () => {
    changeNumber('2,300', '2,500');
    write('content/corrections.yaml', entry('2,500 Humvees', 'machine-guns/reuters-2015'));
    expect(listRules()).toEqual(['published-number']);
  });

  it('does not pass a second time with the same correction, were it edited or not', () => {
    changeNumber('2,300', '2,500');
    write('content/corrections.yaml', entry('2,500 Humvees', 'mosul-humvees'));
    publishLock(root);
    changeNumber('2,500', '2,600');
    expect(listRules()).toContain('published-number');
    write(
      'content/corrections.yaml',
      entry('2,600 Humvees', 'mosul-humvees').replace('2026-11-25', '2026-11-28'),
    );
    expect(listRules()).toEqual(['published-number']);
    write(
      'content/corrections.yaml',
      entry('2,500 Humvees', 'mosul-humvees').replace('the old words', 'at first') +
        entry('2,600 Humvees', 'mosul-humvees').replace('the old words', '2,500 Humvees'),
    );
    expect(listRules()).toEqual([]);
  });

  it('is copied into a correction that only lacks its day and its reason', () => {
    changeNumber('2,300', '2,500');
    const [finding] = checkContent(root).findings;
    const advice = finding?.fix.split('\n')[1] ?? '';
    write('content/corrections.yaml', `${advice}\n`);
    expect(listRules().sort()).toEqual(['published-number', 'schema', 'schema']);
    write(
      'content/corrections.yaml',
      `${advice.replace('YYYY-MM-DD', '2026-11-25').replace('…', 'A slip.')}\n`,
    );
    expect(listRules()).toEqual([]);
  });

  it('warns of other words, in the text or in a tag, and not of other line breaks', () => {
    edit(articlePath, 'Iraq lost', 'Iraq\nlost');
    expect(listRules()).toEqual([]);
    edit(articlePath, '<Quote source', '<Quote by="Mr Van Buren" source');
    expect(listRules()).toEqual(['published-words']);
    expect(publishLock(root).code).toBe(0);
    expect(listRules()).toEqual([]);
  });

  it('tells of a file that cannot be read once, not of what follows from it', () => {
    const first = readFileSync(join(root, articlePath), 'utf8');
    write('content/articles/second.mdx', first);
    publishLock(root);
    write('content/articles/second.mdx', first.replace('title:', 'titel:'));
    expect(new Set(listRules())).toEqual(new Set(['schema']));
    write('content/articles/second.mdx', '');
    expect(listRules()).toEqual(['file-text']);
    write('content/articles/second.mdx', first);
    edit('content/articles/second.mdx', '[2,300 Humvees](num:mosul-humvees)', 'vehicles');
    edit(articlePath, '[2,300 Humvees](num:mosul-humvees)', 'vehicles');
    edit(recordPath, 'value: 2300', 'value: 2,300');
    expect(listRules().filter((rule) => rule === 'published-number')).toEqual([]);
  });
});
