import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  formatFailure,
  isShownUnread,
  listUnread,
  readOutline,
  sortForPage,
  type ShownFinding,
} from '../../../src/desk/dev/page-findings.ts';
import { readContent } from '../../../src/library/read-content.ts';

const { content } = readContent(join(import.meta.dirname, '../../..'));
const find = (file: string): ShownFinding => ({
  rule: 'schema',
  level: 'error',
  file,
  line: 1,
  column: 1,
  length: 1,
  message: 'A.',
  fix: 'B.',
  words: '',
});
const files = [
  'content/articles/what-was-lost-at-mosul.mdx',
  'content/charts/losses-mosul-iraq.yaml',
  'content/charts/weapon-origins.yaml',
  'content/quantities/machine-guns.yaml',
  'content/breakdowns/weapons-origin.yaml',
  'content/claims/m1a2-tanks.yaml',
  'content/events.yaml',
  'content/pages/methodology.mdx',
  'content/site.yaml',
];

describe('sortForPage', () => {
  it.each([
    ['/articles/what-was-lost-at-mosul/', files.slice(0, 2)],
    ['/articles/', []],
    ['/numbers/machine-guns/', ['content/quantities/machine-guns.yaml']],
    ['/numbers/weapons-origin/', ['content/breakdowns/weapons-origin.yaml']],
    ['/charts/weapon-origins/', ['content/charts/weapon-origins.yaml']],
    ['/embed/weapon-origins/', ['content/charts/weapon-origins.yaml']],
    ['/claims/m1a2-tanks/', ['content/claims/m1a2-tanks.yaml']],
    ['/timeline/', ['content/events.yaml']],
    ['/methodology/', ['content/pages/methodology.mdx']],
    ['/', ['content/site.yaml']],
    ['/nowhere/at/all/', []],
  ])('gives %s what is found in the files it is made of', (address, own) => {
    const sorted = sortForPage(address, readOutline(content), files.map(find));
    expect(sorted.own.map(({ file }) => file)).toEqual(own);
    expect(sorted.others).toHaveLength(files.length - own.length);
  });
});

describe('formatFailure', () => {
  it('points to the terminal where no finding explains it', () => {
    const none = { own: [], others: [], file: undefined };
    expect(formatFailure(none)).toContain('The terminal in which the site runs says more.');
    expect(formatFailure({ ...none, others: [find('content/site.yaml')] })).toContain(
      'The mistakes below',
    );
  });
});

describe('a page whose file could not be read', () => {
  const { read, parts } = readOutline(content);
  const without = (file: string) => ({ read: read.filter((path) => path !== file), parts });

  it.each([
    ['/timeline/', 'content/events.yaml', true],
    ['/glossary/', 'content/glossary.yaml', true],
    ['/', 'content/site.yaml', false],
    ['/claims/m1a2-tanks/', 'content/claims/m1a2-tanks.yaml', false],
    ['/articles/what-was-lost-at-mosul/', 'content/articles/what-was-lost-at-mosul.mdx', false],
  ])('%s is not shown as if nothing were amiss', (address, file, waits) => {
    expect(isShownUnread(address)).toBe(waits);
    expect(listUnread(address, without(file), () => true)).toEqual([file]);
    expect(listUnread(address, { read, parts }, () => true)).toEqual([]);
  });
});
