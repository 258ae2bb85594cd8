import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChecker } from '../../../src/desk/dev/check-beside.ts';

describe('the check of an editor’s server', () => {
  const root = mkdtempSync(join(tmpdir(), 'beside-'));
  const file = 'content/quantities/mosul-humvees.yaml';
  beforeAll(() =>
    cpSync(join(import.meta.dirname, '../../content/_base/content'), join(root, 'content'), {
      recursive: true,
    }),
  );
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('says what holds after the last change, and runs once for all who ask', async () => {
    const said: string[] = [];
    const { noteChange, getTold } = startChecker(root, (message) => said.push(message));
    const first = await getTold();
    expect(first.outline.read).toContain(file);
    expect(await getTold()).toBe(first);
    const good = readFileSync(join(root, file), 'utf8');
    writeFileSync(join(root, file), good.replace('title:', 'titel:'));
    noteChange();
    const [second, again] = await Promise.all([getTold(), getTold()]);
    expect(again).toBe(second);
    expect(second.outline.read).not.toContain(file);
    expect(second.known.has(file)).toBe(true);
    expect(second.findings).toContainEqual(expect.objectContaining({ file, words: 'titel' }));
    writeFileSync(join(root, file), good);
    noteChange();
    const third = await getTold();
    expect(third.report).toBe(first.report);
    expect(said).toEqual([]);
  });
});
