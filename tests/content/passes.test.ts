import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { checkContent } from '../../src/desk/check/run-rules.ts';
import type { Finding } from '../../src/schema/finding.ts';

/**
 * Sentences as people write them, one on each line. Those in `silent.txt` cause no finding. Those
 * in `found.txt` have numbers that need a record; after a tab they name these numbers, separated by
 * bars. If you meet a false alarm, add its sentence.
 */
const here = import.meta.dirname;
const readLines = (name: string) => readFileSync(join(here, 'passes', name), 'utf8').trim().split('\n');
const silent = readLines('silent.txt');
const found = readLines('found.txt').map((line) => {
  const [sentence = '', numbers = ''] = line.split('\t');
  return { sentence, numbers: numbers.split(' | ') };
});

vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.parse('2026-11-20T12:00Z') / 1000));
const workshop = mkdtempSync(join(tmpdir(), 'passes-'));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(workshop, { recursive: true, force: true });
});

const article = (sentences: readonly string[]) => `---
title: Sentences as people write them
summary: Every paragraph is a sentence of its own.
date: 2026-11-20
findings:
  - The first finding.
  - The second finding.
---

${sentences.join('\n\n')}
`;
const events = (sentences: readonly string[]) =>
  sentences.map((sentence, index) => `- id: event-${index}\n  date: 2014-06-10\n  title: Something happens\n  summary: ${JSON.stringify(sentence)}\n  lane: ground\n  sources: [reuters-van-buren]\n`).join('');

/**
 * Returns the findings on each sentence, in a paragraph of an article and in a text of a record.
 */
function check(sentences: readonly string[]): { inArticle: Finding[][]; inRecord: Finding[][] } {
  const root = mkdtempSync(join(workshop, 'site-'));
  cpSync(join(here, '_base'), root, { recursive: true });
  const paths = ['content/articles/sentences.mdx', 'content/events.yaml'] as const;
  const texts = [article(sentences), events(sentences)] as const;
  paths.forEach((path, index) => writeFileSync(join(root, path), texts[index] ?? ''));
  const { findings } = checkContent(root);
  const [inArticle = [], inRecord = []] = paths.map((path, index) => {
    const lines = (texts[index] ?? '').split('\n');
    return sentences.map((sentence) => {
      const written = index === 0 ? sentence : JSON.stringify(sentence);
      const line = lines.findIndex((one) => one === sentence || one.endsWith(`: ${written}`)) + 1;
      return findings.filter((finding) => finding.file === path && finding.line === line);
    });
  });
  // Findings may only be about sentences.
  const told = [...inArticle, ...inRecord].flat().length;
  expect(findings.filter(({ file }) => paths.some((path) => path === file))).toHaveLength(told);
  return { inArticle, inRecord };
}

describe('sentences that count nothing', () => {
  const results = check(silent);

  it('are many, and each is another', () => {
    expect(silent.length).toBeGreaterThanOrEqual(200);
    expect(new Set(silent).size).toBe(silent.length);
  });

  it.each(silent.map((sentence, index) => ({ sentence, index })))('pass in silence: $sentence', ({ index }) => {
    for (const findings of [results.inArticle[index], results.inRecord[index]]) expect(findings?.map(({ message }) => message)).toEqual([]);
  });
});

describe('sentences with numbers that no record binds', () => {
  // The check stops reporting after this many mistakes.
  const few = 25;
  const parts = Array.from({ length: Math.ceil(found.length / few) }, (_, part) => check(found.slice(part * few, (part + 1) * few).map(({ sentence }) => sentence)));
  const results = { inArticle: parts.flatMap(({ inArticle }) => inArticle), inRecord: parts.flatMap(({ inRecord }) => inRecord) };

  it.each(found.map((entry, index) => ({ ...entry, index })))('are found: $sentence', ({ sentence, numbers, index }) => {
    for (const findings of [results.inArticle[index], results.inRecord[index]]) {
      expect(findings?.map(({ rule }) => rule)).toEqual(numbers.map(() => 'number-unbound'));
      expect(findings?.map(({ message }) => /^.*? has no record\./.exec(message)?.[0])).toEqual(numbers.map((number) => `The number "${number}" has no record.`));
      for (const finding of findings ?? []) expect(sentence).toContain(/"(.*)"/.exec(finding.message)?.[1]);
    }
  });
});
