import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '../../../src/library/read-content.ts';
import { typesetContent } from '../../../src/library/texts/typeset-content.ts';

const house = join(import.meta.dirname, '../../..');

describe('content that is read again after a save', () => {
  const root = mkdtempSync(join(tmpdir(), 'again-'));
  const file = 'content/quantities/mosul-humvees.yaml';
  beforeAll(() =>
    cpSync(join(house, 'tests/content/_base/content'), join(root, 'content'), { recursive: true }),
  );
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const read = () => {
    const { content, findings } = readContent(root);
    const set = typesetContent(content);
    const titles = (of: typeof content) =>
      new Map(of.quantities.map(({ source, value }) => [source.path, value.title]));
    return { content, findings, asTyped: titles(content), printed: titles(set), set };
  };

  it('has the saved words, as typed and typeset, and keeps what was not saved', () => {
    const before = read();
    const path = join(root, file);
    const good = readFileSync(path, 'utf8');
    writeFileSync(path, good.replace(/^title: .*$/m, "title: The desk's other title"));
    const after = read();
    expect(after.asTyped.get(file)).toBe("The desk's other title");
    expect(after.printed.get(file)).toBe('The desk’s other title');
    expect(after.content.sources.map(({ value }) => value)).toEqual(
      before.content.sources.map(({ value }) => value),
    );
    for (const [index, { value }] of after.set.sources.entries())
      expect(value).toBe(before.set.sources[index]?.value);
    writeFileSync(path, good);
    expect(read().asTyped).toEqual(before.asTyped);
  });

  it('reports a mistake each time, and no longer when it is mended', () => {
    const path = join(root, file);
    const good = readFileSync(path, 'utf8');
    writeFileSync(path, good.replace('title:', 'titel:'));
    const [once, again] = [read().findings, read().findings];
    expect(once.filter((finding) => finding.file === file)).not.toEqual([]);
    expect(again).toEqual(once);
    writeFileSync(path, good);
    expect(read().findings.filter((finding) => finding.file === file)).toEqual([]);
  });

  it('keeps apart what two folders hold at the same path', () => {
    const other = mkdtempSync(join(tmpdir(), 'other-'));
    cpSync(join(root, 'content'), join(other, 'content'), { recursive: true });
    read();
    const path = join(other, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^title: .*$/m, 'title: Elsewhere'));
    const found = readContent(other).content.quantities.find(({ source }) => source.path === file);
    rmSync(other, { recursive: true, force: true });
    expect(found?.value.title).toBe('Elsewhere');
    expect(read().asTyped.get(file)).not.toBe('Elsewhere');
  });
});
