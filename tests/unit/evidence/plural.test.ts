import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { plural } from '../../../src/evidence/plural.ts';

it.each([
  [0, '0\u00a0minutes'],
  [1, '1\u00a0minute'],
  [2, '2\u00a0minutes'],
])('says %i with its noun', (count, words) => {
  expect(plural(count, 'minute')).toBe(words);
});

it('takes a plural of another form', () => {
  expect([0, 1, 2].map((count) => plural(count, 'quantity', 'quantities'))).toEqual([
    '0\u00a0quantities',
    '1\u00a0quantity',
    '2\u00a0quantities',
  ]);
});

/**
 * These messages always count more than one: they are about limits, or about things that are many.
 */
const beyondLimits =
  /has \$\{days\} days|files into|inner\.length \+ 1|; (?:this kind|at most)|more than|at most|characters|bytes|Between/;
const nouns =
  'minute|number|source|statement|record|publisher|printing|article|claim|chart|place|event|row|cell|day|error|warning|file|quotation|hour|correction|page|finding|term|picture';

it('stands wherever code prints a count beside a noun that is one of several', () => {
  const root = join(import.meta.dirname, '../../../src');
  const files = (readdirSync(root, { recursive: true }) as string[]).filter((path) =>
    /\.(?:astro|ts)$/.test(path),
  );
  const printed = new RegExp(String.raw`\}(?:\\u00a0| |&nbsp;)(?:\w+ )?(?:${nouns})s\b`);
  const counts =
    /\$\{[^}]*(?:length|count|size|minutes|days|sum|total|number\b)[^}]*\}|\{[^}'"]*\.length\}/i;
  const bare = files.flatMap((path) =>
    readFileSync(join(root, path), 'utf8')
      .split('\n')
      .filter(
        (line) =>
          printed.test(line) &&
          counts.test(line) &&
          !/plural\(|=== 1/.test(line) &&
          !beyondLimits.test(line),
      )
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(bare).toEqual([]);
});
