import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { SiteFiles } from '../../../src/desk/build/site-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-files-'));
const onDisk = (path: string) => readFileSync(join(folder, path), 'utf8');
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'b'), { recursive: true });
  writeFileSync(join(folder, 'b/index.html'), 'as built');
  writeFileSync(join(folder, 'a.css'), 'p{}');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

// With room for nothing, every text goes to the disk at once.
describe.each([undefined, 0])('the files of a site with room for %s characters', (room) => {
  const open = () => new SiteFiles(folder, room);

  it('are listed in order, by their ending', () => {
    expect(open().list()).toEqual(['a.css', 'b/index.html']);
    expect(open().list('.html')).toEqual(['b/index.html']);
    expect([open().has('a.css'), open().has('b')]).toEqual([true, false]);
    expect(new SiteFiles(join(folder, 'none')).list()).toEqual([]);
  });

  it('are read as they were last written, and on the disk once they are saved', () => {
    const site = open();
    site.change('b/index.html', (text) => `${text} and changed`);
    site.change('b/index.html', (text) => `${text} twice`);
    site.write('c/d/new.html', 'new');
    expect(site.read('b/index.html')).toBe('as built and changed twice');
    expect(site.list('.html')).toEqual(['b/index.html', 'c/d/new.html']);
    site.save();
    expect(onDisk('b/index.html')).toBe('as built and changed twice');
    expect(onDisk('c/d/new.html')).toBe('new');
  });

  it('are gone when they are removed, also after a change', () => {
    const site = open();
    site.write('a.css', 'i{}');
    site.remove('a.css');
    site.save();
    expect(site.has('a.css')).toBe(false);
    expect(() => onDisk('a.css')).toThrow('ENOENT');
  });

  it('are not written if no text differs', () => {
    const site = open();
    site.write('a.css', 'p{}');
    writeFileSync(join(folder, 'a.css'), 'b{}');
    site.save();
    expect(onDisk('a.css')).toBe('b{}');
  });
});
