import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const house = join(import.meta.dirname, '../..');
const plan = readFileSync(join(house, 'src/README.md'), 'utf8');
const section = /## Where things are changed\n(.*?)\n## /s.exec(plan)?.[1] ?? '';
const [table = '', walks = ''] = section.split('Three ways through the house');
const rows = table.split('\n').filter((line) => /^\| (?!what you change|-)/.test(line));

/** Lists paths in code marks, below src or the project. */
const listPaths = (text: string) =>
  [...text.matchAll(/`([\w[\]./-]+\/[\w[\]./-]*)`/g)].flatMap(([, path = '']) =>
    path === 'src/' ? [] : path,
  );
const isThere = (path: string) =>
  existsSync(join(house, 'src', path)) || existsSync(join(house, path));

describe('the plan of the house', () => {
  it('says where each of the things that are often changed is, in files that are there', () => {
    expect(rows.length).toBeGreaterThanOrEqual(20);
    expect(rows.filter((row) => listPaths(row).length === 0)).toEqual([]);
    expect(listPaths(section).filter((path) => !isThere(path))).toEqual([]);
  });

  it('leads a number, a chart and a finding through at most ten files each', () => {
    const ways = walks.split('\n- ').slice(1).map(listPaths);
    expect(ways).toHaveLength(3);
    for (const way of ways) {
      expect(way.length).toBeGreaterThan(5);
      expect(way.length).toBeLessThanOrEqual(10);
    }
  });
});
