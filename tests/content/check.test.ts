import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { formatFindings, formatSummary } from '../../src/desk/check/format-findings.ts';
import { checkContent } from '../../src/desk/check/run-rules.ts';
import type { Finding } from '../../src/schema/finding.ts';
import { ruleTexts } from '../../src/schema/rules.ts';
import { applyEdit, readCase, writeCase } from './case-file.ts';
import { cases, makeSite, noon, toPath } from './make-site.ts';
import { rows } from './rows.ts';

/** Each case of make-site.ts ends with the whole text that an editor sees. */
const here = import.meta.dirname;
vi.stubEnv('SOURCE_DATE_EPOCH', noon);
const workshop = mkdtempSync(join(tmpdir(), 'check-'));
// Removing hundreds of small sites takes long on a busy disk.
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(workshop, { recursive: true, force: true });
}, 120_000);

async function checkCase(rule: string, name: string): Promise<{ root: string; findings: Finding[] }> {
  const root = join(workshop, rule, name);
  vi.stubEnv('SOURCE_DATE_EPOCH', await makeSite(rule, name, root));
  return { root, findings: checkContent(root).findings };
}

/**
 * Findings of these rules name the missing record, so that what follows from it is not reported.
 */
const namesRecord = /^unknown-(?:source|number|article|chart|claim|place|event|term|subject|page)$/;

describe('the check', () => {
  it('finds nothing in the good site', () => {
    const root = join(workshop, 'good');
    cpSync(join(here, '_base'), root, { recursive: true });
    expect(checkContent(root).findings).toEqual([]);
  });

  it.each(cases)('tells an editor about $rule: $name', async ({ rule, name }) => {
    const { root, findings } = await checkCase(rule, name);
    expect(findings.map((finding) => finding.rule)).toContain(rule);
    for (const finding of findings) {
      expect(finding.level).toBe(ruleTexts[finding.rule].level);
      expect(finding.line).toBeGreaterThan(0);
      expect(finding.column).toBeGreaterThan(0);
      expect(finding.message).toMatch(/[.?!)]$/);
      expect(finding.fix).toMatch(/\S/);
      if (namesRecord.test(finding.rule)) expect(finding.about?.id).toBeTypeOf('string');
    }
    const told = `${formatFindings(findings, root)}\n${formatSummary(findings, 1)}\n`;
    const path = toPath(rule, name);
    await expect(writeCase(readCase(readFileSync(path, 'utf8')).written, told)).toMatchFileSnapshot(path);
  });

  it('has a case for every rule, and no case for a rule that is not there', () => {
    const rules = Object.keys(ruleTexts);
    expect(rules.filter((rule) => !cases.some((entry) => entry.rule === rule))).toEqual([]);
    expect(cases.filter(({ rule }) => !rules.includes(rule)).map(({ rule }) => rule)).toEqual([]);
    // Any file or folder beside a case's file has the name of the case.
    const beside = globSync('*/*', { cwd: here }).filter((path) => !/^(?:_|passes\/)/.test(path) && !path.endsWith('.txt'));
    expect(beside.filter((path) => !existsSync(join(here, `${path.replace(/\.ts$/, '')}.txt`)))).toEqual([]);
  });

  it('answers for every row of the list of mistakes', () => {
    expect(Array.from({ length: 98 }, (_, index) => String(index + 1)).filter((number) => !rows.some(({ row }) => row === number))).toEqual([]);
    expect(rows.filter(({ cases: named, tests, none }) => !named?.length && !tests?.length && !none)).toEqual([]);
    expect(rows.flatMap(({ cases: named = [] }) => named).filter((path) => !existsSync(join(here, `${path}.txt`)))).toEqual([]);
    expect(rows.flatMap(({ tests = [] }) => tests).filter((path) => !existsSync(join(here, '../..', path)))).toEqual([]);
  });

  it('explains every rule in plain sentences', () => {
    for (const { meaning, cure } of Object.values(ruleTexts)) {
      expect(meaning).toMatch(/^[A-Z][^\n]+[.…>]$/);
      expect(cure).toMatch(/^[A-Z][^\n]+[.…>]$/);
    }
  });
});

describe('a case', () => {
  const edit = (text: string, before?: string) => applyEdit(readCase(`content/a.yaml\n${text}`).edits[0] ?? { path: '', removed: false, changes: [] }, before);

  it('changes, adds and removes lines at several places, each named by lines that stand once', () => {
    expect(edit(' a\n-b\n+c\n...\n d\n+e', 'a\nb\nd\n')).toBe('a\nc\nd\ne\n');
    expect(edit('+a\n+  b')).toBe('a\n  b\n');
    expect(readCase('time: 12\ncontent/a.yaml: removed')).toMatchObject({ time: '12', edits: [{ path: 'content/a.yaml', removed: true }] });
  });

  it('refuses lines that stand nowhere or twice, and lines without a mark', () => {
    expect(() => edit('-b\n+c', 'a\n')).toThrow('stand 0 times');
    expect(() => edit('-a\n+c', 'a\na\n')).toThrow('stand 2 times');
    expect(() => edit('+c', 'a\n')).toThrow('not once');
    expect(() => edit('-a')).toThrow('is new');
    expect(() => edit('a')).toThrow('begins with neither');
    expect(() => readCase('a\ncontent/a.yaml')).toThrow('Before the first path');
  });
});
