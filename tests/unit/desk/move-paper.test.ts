import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { movePaper } from '../../../src/desk/build/move-paper.ts';
import { SiteFiles } from '../../../src/desk/build/site-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'paper-'));
const assets = join(folder, '_astro');
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
};
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const move = (path = folder) => {
  const site = new SiteFiles(path);
  movePaper(site);
  site.save();
};
const page = '<link rel="stylesheet" media="print" href="/a/_astro/print.old.css">';

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(assets, { recursive: true });
  write('index.html', page);
  write('_astro/print.old.css', 'a{top:0}');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('moves the rules of paper behind those of the print stylesheet, each once, and nothing else', () => {
  write('_astro/a.css', 'p{top:0}@media print{.x{top:1px}.y{top:2px}}@media screen{i{top:0}}b{}');
  write('_astro/b.css', '@media print{.y{top:2px}.z{top:3px}}@media (monochrome){i{top:0}}');
  move();
  expect(read('_astro/a.css')).toBe('p{top:0}@media screen{i{top:0}}b{}');
  expect(read('_astro/b.css')).toBe('@media (monochrome){i{top:0}}');
  const [paper = ''] = readdirSync(assets).filter((name) => name.startsWith('print.'));
  expect(read(`_astro/${paper}`)).toBe('a{top:0}.x{top:1px}.y{top:2px}.z{top:3px}');
});

it('gives the stylesheet another name, which pages link', () => {
  write('_astro/a.css', '@media print{.x{top:1px}}');
  move();
  const names = readdirSync(assets).filter((name) => name.startsWith('print.'));
  expect(names).toHaveLength(1);
  expect(names).not.toContain('print.old.css');
  expect(read('index.html')).toBe(page.replace('print.old.css', `${names[0]}`));
});

it('leaves a site alone that says nothing of paper, or has no stylesheet for it', () => {
  write('_astro/a.css', 'p{top:0}');
  move();
  expect(readdirSync(assets).sort()).toEqual(['a.css', 'print.old.css']);
  rmSync(join(assets, 'print.old.css'));
  write('_astro/a.css', '@media print{.x{top:1px}}');
  move();
  expect(read('_astro/a.css')).toContain('@media print');
  move(join(folder, 'nowhere'));
});
