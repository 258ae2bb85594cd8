/** What makes a build necessary: every change of what a site is made from, or of the site. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeInputs, isBuilt, rememberBuild } from '../../../src/desk/build/last-build.ts';
import { sealSite } from '../../../src/desk/build/seal.ts';

let root: string;
let target: string;

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
    cwd: root,
    stdio: 'ignore',
  });

/** Whether the site may stay as it is. */
const stays = () => isBuilt(root, target, describeInputs(root));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'last-build-'));
  target = join(root, 'dist');
  for (const path of ['src/pages/index.astro', 'content/site.yaml', 'public/icon.svg'])
    write(path, path);
  write('astro.config.mjs', 'export default {};');
  write('node_modules/.package-lock.json', '{}');
  write('dist/index.html', 'the site');
  sealSite(root, target);
  rememberBuild(root, target, describeInputs(root));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

describe('the last build', () => {
  it('stays if nothing has changed, also when a file was only touched', () => {
    expect(stays()).toBe(true);
    const now = new Date();
    utimesSync(join(root, 'content/site.yaml'), now, now);
    expect(stays()).toBe(true);
  });

  it.each([
    ['a page of code', 'src/pages/index.astro'],
    ['content', 'content/site.yaml'],
    ['a public file', 'public/icon.svg'],
    ['a setting', 'astro.config.mjs'],
    ['the installed packages', 'node_modules/.package-lock.json'],
    ['new content', 'content/articles/new.mdx'],
    ['a new hidden file', 'content/.hidden'],
    ['a new setting', '.env'],
    ['a page of the site', 'dist/index.html'],
    ['a new file in the site', 'dist/other.html'],
  ])('does not stay after a change of %s', (_, path) => {
    write(path, 'something else');
    expect(stays()).toBe(false);
  });

  it.each(['content/site.yaml', 'dist/index.html', 'dist/SHA256SUMS', '.build/last-build'])(
    'does not stay when %s is gone',
    (path) => {
      rmSync(join(root, path));
      expect(stays()).toBe(false);
    },
  );

  it.each(['SITE_URL', 'BASE_PATH', 'SOURCE_DATE_EPOCH'])(
    'does not stay with another %s',
    (name) => {
      vi.stubEnv(name, '1795176000');
      expect(stays()).toBe(false);
    },
  );

  it('does not stay after a commit, which the site names', () => {
    git('init', '-q');
    git('commit', '-q', '--allow-empty', '-m', 'One');
    rememberBuild(root, target, describeInputs(root));
    expect(stays()).toBe(true);
    git('commit', '-q', '--allow-empty', '-m', 'Two');
    expect(stays()).toBe(false);
  });

  it('does not stay when bytes have moved from one file to the next', () => {
    write('content/a', 'one');
    write('content/b', 'two');
    const before = describeInputs(root);
    write('content/a', 'onet');
    write('content/b', 'wo');
    expect(describeInputs(root)).not.toBe(before);
  });

  it('is not remembered if a file was changed while the site was built', () => {
    const before = describeInputs(root);
    write('content/site.yaml', 'something else');
    rmSync(join(root, '.build/last-build'));
    rememberBuild(root, target, before);
    expect(isBuilt(root, target, before)).toBe(false);
  });

  it('is not remembered if a link leads to content that may change unseen', () => {
    const elsewhere = join(root, 'elsewhere');
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, join(root, 'content/articles'));
    rememberBuild(root, target, describeInputs(root));
    expect(describeInputs(root)).toBeUndefined();
    expect(stays()).toBe(false);
  });
});
