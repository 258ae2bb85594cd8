import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readContentTime } from '../../../src/library/content-time.ts';
import { blankFrontMatter, listPublishedTexts } from '../../../src/plugins/text-modules.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'texts-'));
  vi.stubEnv('SOURCE_DATE_EPOCH', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

const at = (moment: string) => Date.parse(moment) / 1000;

function write(path: string, text: string, changed?: number): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  if (changed) utimesSync(join(root, path), changed, changed);
}

function commit(moment: string): void {
  const date = `${at(moment)} +0300`;
  const env = {
    ...process.env,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
    GIT_CONFIG_GLOBAL: '',
    GIT_CONFIG_NOSYSTEM: '1',
  };
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: root,
      env,
      stdio: 'pipe',
    });
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '--allow-empty', '-m', 'A commit');
}

describe('readContentTime', () => {
  it('is what SOURCE_DATE_EPOCH says, above all else', () => {
    commit('2026-11-20T12:00Z');
    vi.stubEnv('SOURCE_DATE_EPOCH', '1234567890');
    expect(readContentTime(root)).toBe(1234567890);
    vi.stubEnv('SOURCE_DATE_EPOCH', 'today');
    expect(() => readContentTime(root)).toThrow('SOURCE_DATE_EPOCH=today, which is not a time');
  });

  it('is that of the commit, however much later its files were written', () => {
    write('content/articles/a.mdx', 'text', at('2027-01-01T00:00Z'));
    commit('2026-11-20T12:00Z');
    write('src/code.ts', 'code', at('2027-01-01T00:00Z'));
    expect(readContentTime(root)).toBe(at('2026-11-20T12:00Z'));
  });

  it('is that of the last change where content is not committed yet', () => {
    write('content/articles/a.mdx', 'text');
    write('content/articles/gone.mdx', 'text');
    commit('2026-11-20T12:00Z');
    write('content/articles/ä "b".mdx', 'new', at('2026-11-22T08:00Z'));
    rmSync(join(root, 'content/articles/gone.mdx'));
    expect(readContentTime(root)).toBe(at('2026-11-22T08:00Z'));
    write('content/articles/a.mdx', 'changed', at('2026-11-23T08:00Z'));
    expect(readContentTime(root)).toBe(at('2026-11-23T08:00Z'));
  });

  it('is not known without git', () => {
    expect(readContentTime(root)).toBeUndefined();
  });
});

describe('listPublishedTexts', () => {
  it('leaves out drafts, embargoed and future articles, and what it cannot read', () => {
    const matter = (...lines: string[]) => `---\n${lines.join('\n')}\n---\n\nWords.\n`;
    write('content/articles/shown.mdx', matter('title: A', 'date: 2026-11-20', 'draft: false'));
    write(
      'content/articles/windows.mdx',
      `\uFEFF${matter('title: A', 'date: 2026-11-20').replaceAll('\n', '\r\n')}`,
    );
    write('content/articles/lifted.mdx', matter('date: 2026-11-20', 'embargo: 2026-11-20T11:00Z'));
    write(
      'content/articles/draft.mdx',
      matter('draft: true', 'date: 2026-11-20').replaceAll('\n', '\r\n'),
    );
    write('content/articles/embargo.mdx', matter('date: 2026-11-20', 'embargo: 2026-11-20T13:00Z'));
    write('content/articles/future.mdx', matter('date: 2026-11-22'));
    write('content/articles/no-matter.mdx', 'Words.\n');
    write('content/articles/bad-yaml.mdx', matter('title: "', 'draft: true'));
    write('content/articles/notes.txt', 'Words.\n');
    write('content/pages/about.mdx', matter('title: About'));
    commit('2026-11-20T12:00Z');
    expect(listPublishedTexts(root)).toEqual([
      '/content/articles/lifted.mdx',
      '/content/articles/shown.mdx',
      '/content/articles/windows.mdx',
      '/content/pages/about.mdx',
    ]);
  });
});

describe('blankFrontMatter', () => {
  it('leaves every character of the text at its line and column', () => {
    expect(blankFrontMatter('---\ntitle: A\nlayout: ./x.astro\n---\n---\nWords.\n---\n')).toBe(
      '---\n        \n                 \n---\n---\nWords.\n---\n',
    );
    expect(blankFrontMatter('\uFEFF---\r\ntitle: A\r\n---\r\nWords.\r\n')).toBe(
      '---\n        \n---\nWords.\n',
    );
    expect(blankFrontMatter('Words.\n')).toBe('Words.\n');
  });
});
