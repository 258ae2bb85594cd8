/** The content that `npm run bench` makes passes the check; otherwise it would measure nothing. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkContent } from '../../src/desk/check/run-rules.ts';
import { makeCharts } from '../bench/make-charts.ts';
import { makeContent, nameInLetters } from '../bench/make-content.ts';

it('holds no mistake, also in the names of a thousand articles', () => {
  const root = mkdtempSync(join(tmpdir(), 'bench-content-'));
  const source = 'sources/reuters-van-buren.yaml';
  for (const folder of ['sources', 'breakdowns', 'pages'])
    mkdirSync(join(root, 'content', folder), { recursive: true });
  cpSync(
    join(import.meta.dirname, '_base/content', source),
    join(root, 'content', source),
  );
  const size = { sources: 20, quantities: 60, statementsPerQuantity: 3 };
  makeContent(root, { ...size, articles: 40, charts: 40 });
  makeCharts(root, 40);
  const { content, findings } = checkContent(root);
  rmSync(root, { recursive: true, force: true });
  const errors = findings.filter(({ level, file }) => level === 'error' && !file.includes('pages'));
  expect(errors.map(({ rule, file, message }) => [rule, file, message])).toEqual([]);
  expect(content.articles).toHaveLength(40);
  const names = Array.from({ length: 1000 }, (_, index) => nameInLetters(index));
  expect(new Set(names).size).toBe(1000);
  expect(names.filter((name) => /^(?:TK|TODO|TBD|TBC|XXX)$/i.test(name))).toEqual([]);
});
