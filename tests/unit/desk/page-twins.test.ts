import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { standingTitles } from '../../../src/desk/rules/page-twins.ts';

it('knows the titles of all pages that every site has', () => {
  const titles = globSync('src/pages/**/*.astro').flatMap((path) => {
    const [, title] = /<\w+Layout\s+title="([^"]+)"/.exec(readFileSync(path, 'utf8')) ?? [];
    return title ?? [];
  });
  expect(titles.length).toBeGreaterThan(10);
  expect([...standingTitles]).toEqual(titles.sort());
});
