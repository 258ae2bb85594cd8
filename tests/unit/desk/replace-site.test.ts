import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { releaseLock, takeLock } from '../../../src/desk/build/build-lock.ts';
import { bringBackSite, judgeTarget, replaceSite } from '../../../src/desk/build/replace-site.ts';

let root: string;
let target: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'replace-'));
  target = join(root, 'dist');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function makeSite(folder: string, words: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), words);
  return folder;
}
const readSite = () => readFileSync(join(target, 'index.html'), 'utf8');

describe('replaceSite', () => {
  it('puts a new site where none was, and in the place of the last', () => {
    replaceSite(makeSite(join(root, 'a'), 'first'), target);
    expect(readSite()).toBe('first');
    writeFileSync(join(target, 'gone.html'), 'of the first');
    replaceSite(makeSite(join(root, 'b'), 'second'), target);
    expect(readSite()).toBe('second');
    expect(readdirSync(root)).toEqual(['dist']);
    expect(readdirSync(target)).toEqual(['index.html']);
  });

  it('leaves the last site when there is no new one', () => {
    makeSite(target, 'last');
    expect(() => {
      replaceSite(join(root, 'missing'), target);
    }).toThrow('ENOENT');
    expect(readSite()).toBe('last');
    expect(readdirSync(root)).toEqual(['dist']);
  });

  it('keeps a link to the folder that is served', () => {
    makeSite(join(root, 'served'), 'last');
    symlinkSync(join(root, 'served'), target, 'junction');
    replaceSite(makeSite(join(root, 'a'), 'new'), target);
    expect(lstatSync(target).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(root, 'served/index.html'), 'utf8')).toBe('new');
  });
});

describe('bringBackSite', () => {
  it('brings the last site back when a build was killed before the new one stood in its place', () => {
    makeSite(`${target}.old`, 'last');
    bringBackSite(target);
    expect(readSite()).toBe('last');
  });

  it('changes nothing when a site is there', () => {
    makeSite(`${target}.old`, 'last');
    makeSite(target, 'new');
    bringBackSite(target);
    expect(readSite()).toBe('new');
  });
});

describe('judgeTarget', () => {
  it('takes a place that is free, an empty folder and a site', () => {
    expect(judgeTarget(target)).toBeUndefined();
    mkdirSync(target);
    expect(judgeTarget(target)).toBeUndefined();
    makeSite(target, 'last');
    expect(judgeTarget(target)).toBeUndefined();
  });

  it('refuses a file, and a folder with work in it', () => {
    writeFileSync(target, 'a file');
    expect(judgeTarget(target)).toContain('is a file, and the site’s folder belongs there.');
    mkdirSync(join(root, 'content'));
    expect(judgeTarget(root)).toContain('is a folder with something else than a site in it.');
  });
});

describe('takeLock', () => {
  it('lets one in at a time', () => {
    const lock = join(root, 'lock');
    expect(takeLock(lock)).toBe(true);
    expect(takeLock(lock)).toBe(false);
    releaseLock(lock);
    expect(takeLock(lock)).toBe(true);
  });

  it('takes over from a process that is gone, and from a lock that was never finished', () => {
    const lock = join(root, 'lock');
    for (const owner of ['999999', '', 'nobody', '-1', '0']) {
      writeFileSync(lock, owner);
      expect(takeLock(lock), owner).toBe(true);
      expect(readFileSync(lock, 'utf8').split(' ')[0]).toBe(String(process.pid));
    }
  });

  it('says so when it cannot be written, and leaves nothing', () => {
    expect(() => takeLock(join(root, 'nowhere/lock'))).toThrow('ENOENT');
    expect(existsSync(join(root, 'nowhere'))).toBe(false);
  });
});
