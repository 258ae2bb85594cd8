import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { some } from '../../how-much.ts';

const root = mkdtempSync(join(tmpdir(), 'build-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

beforeEach(() => {
  cpSync(join(import.meta.dirname, '../../content/_base'), root, { recursive: true });
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist/index.html'), 'the last good site');
});

const build = (args: string[] = [], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../../../src/desk/build/build.ts'), ...args],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    },
  );

describe('npm run build', () => {
  it('stops at a changed digit, says where, and leaves the last site as it was', () => {
    const article = join(root, 'content/articles/sample.mdx');
    writeFileSync(article, readFileSync(article, 'utf8').replace('2,300', '2,400'));
    const { status, stdout } = build();
    expect(status).toBe(1);
    expect(stdout).toContain('content/articles/sample.mdx:10:12  error  number-differs');
    expect(stdout).toContain('Nothing was published.');
    expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('the last good site');
    expect(existsSync(join(root, '.build/lock'))).toBe(false);
  });

  it.each(some(['abc', '-1', '1e30', '99999999999999', ' '], 1))(
    'says that SOURCE_DATE_EPOCH=%s is no time, without a stack trace',
    (time) => {
      const { status, stdout, stderr } = build([], { SOURCE_DATE_EPOCH: time });
      expect(status).toBe(1);
      expect(stdout).toContain(
        `The environment says SOURCE_DATE_EPOCH=${time}, which is not a time`,
      );
      expect(stdout + stderr).not.toMatch(/\n\s+at /);
    },
  );

  it('says which option it does not know, without a stack trace', () => {
    const { status, stderr } = build(['--ot', 'x']);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^Unknown option '--ot'\.\nnpm run build .*\nnpm run build -- --out .*\nnpm run build -- --again .*\n$/,
    );
  });

  it('leaves the last site when Astro fails, and says so', () => {
    // The folder has content and no pages, so Astro cannot build what the content requires.
    const { status, stderr } = build();
    expect(status).toBe(1);
    expect(stderr).toContain('nothing was published');
    expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('the last good site');
  });

  it('waits for nobody: a second build at the same time is told to come back', () => {
    mkdirSync(join(root, '.build'), { recursive: true });
    writeFileSync(join(root, '.build/lock'), String(process.pid));
    const { status, stderr } = build();
    expect(status).toBe(75);
    expect(stderr).toContain('Another build of this folder is under way');
    rmSync(join(root, '.build/lock'));
  });

  it('takes over a lock whose owner is gone', () => {
    writeFileSync(join(root, '.build/lock'), '999999');
    const article = join(root, 'content/articles/sample.mdx');
    writeFileSync(article, readFileSync(article, 'utf8').replace('2,300', '2,400'));
    expect(build().status).toBe(1);
  });

  it('never deletes what is no site', () => {
    rmSync(join(root, 'dist'), { recursive: true });
    writeFileSync(join(root, 'dist'), 'notes');
    const { status, stderr } = build();
    expect(status).toBe(1);
    expect(stderr).toContain(
      'dist is a file, and the site’s folder belongs there. Move it away, or choose another place with --out.',
    );
    expect(readFileSync(join(root, 'dist'), 'utf8')).toBe('notes');
    rmSync(join(root, 'dist'));
  });

  it('says where it is to be run', () => {
    const elsewhere = mkdtempSync(join(root, 'elsewhere-'));
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, '../../../src/desk/build/build.ts')],
      {
        cwd: elsewhere,
        encoding: 'utf8',
      },
    );
    expect(status).toBe(1);
    expect(stderr).toContain(
      'There is no folder "content" here. Run the command in the folder of the project.',
    );
    expect(existsSync(join(elsewhere, '.build'))).toBe(false);
  });
});
