import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { readContent } from '../../src/library/read-content.ts';
import { listSiteAddresses } from '../../src/library/site-addresses.ts';
import { distFolder, listPages, readPage, toAddress } from './site-pages.ts';

/** Every internal link, fragment and file of a built site that leads nowhere, or out of the folder it stands in. */
function findBrokenLinks(folder: string, base: string): string[] {
  const pages = new Map(listPages(folder).map((file) => [toAddress(file), parse(readPage(file, folder))]));
  const ids = new Map([...pages].map(([address, page]) => [address, new Set(page.querySelectorAll('[id]').map((element) => element.id))]));
  const broken: string[] = [];
  for (const [address, page] of pages) {
    for (const element of page.querySelectorAll('[href], [src]')) {
      const target = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
      if (/^(?:https?:|mailto:)/.test(target)) continue;
      const [path = '', fragment] = target.split('#');
      if (path !== '' && !path.startsWith(base)) broken.push(`${address}: ${target} leaves ${base}`);
      const inside = path === '' ? address : `/${path.slice(base.length)}`;
      const isPage = pages.has(inside);
      if (!isPage && !existsSync(join(folder, inside))) broken.push(`${address}: ${target} is not there`);
      if (isPage && fragment && !ids.get(inside)?.has(fragment)) broken.push(`${address}: ${target} has no such place`);
    }
  }
  return broken;
}

test('every internal link and fragment leads somewhere', () => {
  expect(listPages().length).toBeGreaterThan(250);
  expect(findBrokenLinks(distFolder, '/')).toEqual([]);
});

test('every address and place that the check lets an article link is there', () => {
  const { content } = readContent(join(distFolder, '..'));
  const missing = [...listSiteAddresses(content)].flatMap(([address, places]) => {
    const file = `${address.slice(1)}${address.endsWith('/') ? 'index.html' : ''}`;
    if (!existsSync(join(distFolder, file))) return [address];
    const ids = new Set(
      places.size === 0
        ? []
        : parse(readPage(file))
            .querySelectorAll('[id]')
            .map((element) => element.id),
    );
    return [...places].filter((place) => !ids.has(place)).map((place) => `${address}#${place}`);
  });
  expect(missing).toEqual([]);
});

test('so it does when the site stands in a folder', () => {
  test.setTimeout(180_000);
  const out = join(distFolder, '../.build/in-a-folder');
  execFileSync(process.execPath, ['src/desk/build.ts', '--out', out], {
    cwd: join(distFolder, '..'),
    env: { ...process.env, BASE_PATH: '/reports/custody/', SITE_URL: 'https://example.org' },
    stdio: 'pipe',
  });
  expect(findBrokenLinks(out, '/reports/custody/')).toEqual([]);
  expect(readPage('index.html', out)).toContain('<link rel="canonical" href="https://example.org/reports/custody/"');
  rmSync(out, { recursive: true, force: true });
});

test('no page links a copy that its publisher did not authorise', () => {
  const page = readPage('sources/ibtimes-2015/index.html');
  expect(page).toContain('named, not linked');
  expect(parse(page).querySelectorAll('a[href*="therealstrategy"]')).toHaveLength(0);
});

test('no line break in a template slipped a space before a comma, full stop or bracket', () => {
  const faults = listPages().flatMap((file) => {
    const page = parse(readPage(file)).querySelector('body');
    for (const element of page?.querySelectorAll('svg, .address') ?? []) element.remove();
    // Words of another language have marks of their own: a word stands for them.
    for (const element of page?.querySelectorAll('[lang]') ?? []) element.set_content('words');
    const text = page?.text.replace(/\s+/g, ' ') ?? '';
    return [...text.matchAll(/.{0,20}(?:\S [,.;:](?= |$)|\( | \)|“ | ”).{0,12}/g)].map((match) => `${file}: ${match[0]}`);
  });
  expect(faults).toEqual([]);
});
