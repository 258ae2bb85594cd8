import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../src/library/read-content.ts';
import type { WithId } from '../../../src/evidence/record.ts';
import type { Source } from '../../../src/schema/source.ts';
import { listExpectedFiles } from '../../../src/site/expected-pages.ts';
import { findPublishers } from '../../../src/site/publisher-pages.ts';

const make = (
  id: string,
  publisher: string,
  published?: string,
  kind: Source['kind'] = 'reporting',
): WithId<Source> => ({ id, publisher, published, kind, title: id, read_as: 'whole-page' });
const find = (...sources: WithId<Source>[]) =>
  findPublishers(new Map(sources.map((source) => [source.id, source])));

describe('publishers with a page', () => {
  it('have three sources, the oldest first, one without a date last', () => {
    const found = find(
      make('c', 'Gazette'),
      make('b', 'Gazette', '2015-06'),
      make('a', 'Gazette', '2014'),
      make('d', 'Courier'),
      make('e', 'Courier'),
    );
    expect(found.map(({ id, sources }) => [id, sources.map((source) => source.id)])).toEqual([
      ['gazette', ['a', 'b', 'c']],
    ]);
  });

  it('are never whoever told or gave the desk something', () => {
    const held = ['a', 'b', 'c'].map((id) => make(id, 'Ministry', undefined, 'held-document'));
    expect(find(...held)).toEqual([]);
  });

  it('have an address each, in every script, where two names are spelt alike too', () => {
    const named = (name: string) => [1, 2, 3].map((count) => make(`${name}-${count}`, name));
    const found = find(
      ...named('Al-Ahram'),
      ...named('Al Ahram'),
      ...named('الأهرام'),
      ...named('—'),
    );
    expect(new Set(found.map(({ id }) => id)).size).toBe(4);
    for (const { id } of found) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  it('of the content are promised pages, and every one with three sources has one', () => {
    const { content } = readContent(process.cwd());
    const lines = content.sources.map(
      ({ source }) => /^publisher: (.*)$/m.exec(readFileSync(source.path, 'utf8'))?.[1] ?? '',
    );
    const many = [
      ...Map.groupBy(lines.filter(Boolean), (line) => line.replace(/^["']|["']$/g, '')),
    ].filter(([, all]) => all.length > 2);
    expect(many.length).toBeGreaterThan(10);
    const files = listExpectedFiles(content).filter(
      (file) => /^publishers\/./.test(file) && file !== 'publishers/index.html',
    );
    expect(files).toHaveLength(many.length);
  });
});
