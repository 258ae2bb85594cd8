import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/desk/check/run-rules.ts';
import { some } from '../../how-much.ts';

/**
 * One mistake is reported once, without what is unknown, missing or unused only because of it.
 * Tested on the repository's own content, in which much is connected.
 */
const root = mkdtempSync(join(tmpdir(), 'consequences-'));
cpSync(join(import.meta.dirname, '../../../content'), join(root, 'content'), { recursive: true });
afterAll(() => rmSync(root, { recursive: true, force: true }));

const check = () =>
  checkContent(root, 1_800_000_000).findings.filter(({ level }) => level === 'error');

describe('a field whose name is mistyped', () => {
  const names = [
    'sources/wsws-2015',
    'sources/legion-magazine',
    'quantities/machine-guns',
    'quantities/humvee-package',
    'breakdowns/weapons-origin',
    'charts/weapon-origins',
    'claims/humvees-worth-a-billion',
    'places',
    'events',
    'glossary',
  ];
  it.each(some(names))('in content/%s.yaml is told there alone', (name) => {
    const path = join(root, `content/${name}.yaml`);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/^(- )?([a-z_]+):/m, '$1$2x:'));
    const files = new Set(check().map(({ file }) => file));
    writeFileSync(path, text);
    expect([...files]).toEqual([`content/${name}.yaml`]);
  });
});

describe('what is missing', () => {
  it.each(
    some(
      [
        'sources',
        'quantities',
        'articles',
        'places.yaml',
        'events.yaml',
        'glossary.yaml',
        'corrections.yaml',
        'site.yaml',
      ],
      3,
    ),
  )('content/%s is told by its name alone', (name) => {
    renameSync(join(root, 'content', name), join(root, name));
    const found = check().map(({ file, rule }) => `${file} ${rule}`);
    renameSync(join(root, name), join(root, 'content', name));
    expect(found).toEqual([`content/${name} file-missing`]);
  });

  it.each(some(['breakdowns', 'charts', 'claims'], 1))('content/%s ends in findings', (name) => {
    renameSync(join(root, 'content', name), join(root, name));
    const { length } = check();
    renameSync(join(root, name), join(root, 'content', name));
    expect(length).toBeGreaterThan(0);
  });

  it('the number that shares are shares of is told where it is named, though a chart draws them', () => {
    const path = join(root, 'content/breakdowns/weapons-origin.yaml');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/^base: .+$/m, 'base: no-such-number'));
    const files = check().map(({ file, rule }) => `${file} ${rule}`);
    writeFileSync(path, text);
    expect(files).toEqual(['content/breakdowns/weapons-origin.yaml unknown-number']);
  });
});
