import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { shortenClasses } from '../../../src/desk/build/shorten-classes.ts';
import { SiteFiles } from '../../../src/desk/build/site-files.ts';

const root = mkdtempSync(join(tmpdir(), 'classes-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const read = (path: string) => readFileSync(join(root, path), 'utf8');

it('shortens utilities to names that nothing has, and leaves what is written by hand, what a script sets and what has no rule', () => {
  write('src/styles/a.css', '/* .told */ .prose { top: 0; @variant lg { & .note { top: 0; } } }');
  write('site/_astro/a.css', '.prose{top:0}.note,.set-later,.lg\\:pt-4,.told{top:0}');
  write('site/_astro/a.js', 'e.className="set-later"');
  const page = (names: string) => `<p class="prose note set-later hook a ${names}">told</p>`;
  write('site/a/index.html', page('lg:pt-4 told'));
  const site = new SiteFiles(join(root, 'site'));
  const short = shortenClasses(site, join(root, 'src'));
  site.save();
  expect([...short.keys()]).toEqual(['lg:pt-4', 'told']);
  expect(read('site/_astro/a.css')).toBe('.prose{top:0}.note,.set-later,.b,.c{top:0}');
  expect(read('site/a/index.html')).toBe(page('b c'));
});

it('does nothing where nothing was written', () => {
  expect(() => {
    shortenClasses(new SiteFiles(join(root, 'none')), join(root, 'src'));
  }).not.toThrow();
});
