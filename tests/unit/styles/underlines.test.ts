/**
 * WebKit does not support a thickness in the shorthand of text-decoration, and draws no underline
 * at all if the shorthand also has a variable.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(css|astro|client\.ts)$/.test(name),
);

function findShorthands(css: string): string[] {
  return [...css.replace(/\/\*.*?\*\//gs, '').matchAll(/text-decoration\s*:\s*([^;}]+)/g)].flatMap(
    ([whole, value = '']) =>
      /^(none|underline|inherit)(\s*!important)?$/.test(value.trim()) ? [] : whole,
  );
}

it('finds a shorthand of several values, and of a variable', () => {
  expect(
    findShorthands(
      'a { text-decoration: underline 1px var(--color-rule2) } b { text-decoration:\n underline dashed; } i { text-decoration: var(--x) }',
    ),
  ).toHaveLength(3);
  expect(
    findShorthands(
      'a { text-decoration: none; text-decoration-line: underline; text-decoration-color: red } b { text-decoration: underline }',
    ),
  ).toEqual([]);
});

it('reads the stylesheets', () => {
  expect(
    files.filter((name) =>
      readFileSync(join(root, name), 'utf8').includes('text-decoration-thickness'),
    ).length,
  ).toBeGreaterThan(3);
});

it.each(files)('%s sets each part of an underline by itself', (name) => {
  expect(findShorthands(readFileSync(join(root, name), 'utf8'))).toEqual([]);
});
