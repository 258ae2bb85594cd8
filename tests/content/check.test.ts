import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { formatFindings, formatSummary } from '../../src/desk/check/format-findings.ts';
import { checkContent } from '../../src/desk/check/run-rules.ts';
import type { Finding } from '../../src/schema/finding.ts';
import { ruleTexts } from '../../src/schema/rules.ts';
import { cases, makeSite, noon } from './make-site.ts';
import { rows } from './rows.ts';

/** For each case of make-site.ts, `expected.txt` has the whole text that an editor sees. `_time` is SOURCE_DATE_EPOCH. */
const here = import.meta.dirname;
vi.stubEnv('SOURCE_DATE_EPOCH', noon);
const workshop = mkdtempSync(join(tmpdir(), 'check-'));
// Hundreds of small sites take long to remove where the disk is busy.
afterAll(() => rmSync(workshop, { recursive: true, force: true }), 120_000);

async function checkCase(rule: string, name: string): Promise<{ root: string; findings: Finding[] }> {
  const root = join(workshop, rule, name);
  vi.stubEnv('SOURCE_DATE_EPOCH', await makeSite(rule, name, root));
  return { root, findings: checkContent(root).findings };
}

/** What follows from another mistake is known by what it is about. */
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
    await expect(`${formatFindings(findings, root)}\n${formatSummary(findings, 1)}\n`).toMatchFileSnapshot(join(here, rule, name, 'expected.txt'));
  });

  it('has a case for every rule, and no case for a rule that is not there', () => {
    const rules = Object.keys(ruleTexts);
    expect(rules.filter((rule) => !cases.some((entry) => entry.rule === rule))).toEqual([]);
    expect(cases.filter(({ rule }) => !rules.includes(rule)).map(({ rule }) => rule)).toEqual([]);
    expect(cases.filter(({ rule, name }) => !existsSync(join(here, rule, name, 'expected.txt')))).toEqual([]);
  });

  it('answers for every row of the list of mistakes', () => {
    expect(Array.from({ length: 98 }, (_, index) => String(index + 1)).filter((number) => !rows.some(({ row }) => row === number))).toEqual([]);
    expect(rows.filter(({ cases: named, tests, none }) => !named?.length && !tests?.length && !none)).toEqual([]);
    expect(rows.flatMap(({ cases: named = [] }) => named).filter((path) => !existsSync(join(here, path, 'expected.txt')))).toEqual([]);
    expect(rows.flatMap(({ tests = [] }) => tests).filter((path) => !existsSync(join(here, '../..', path)))).toEqual([]);
  });

  it('explains every rule in plain sentences', () => {
    for (const { meaning, cure } of Object.values(ruleTexts)) {
      expect(meaning).toMatch(/^[A-Z][^\n]+[.…>]$/);
      expect(cure).toMatch(/^[A-Z][^\n]+[.…>]$/);
    }
  });
});
