import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeCopySheet } from '../../../src/desk/papers/print-copy-sheet.ts';
import { checkContent } from '../../../src/desk/check/run-rules.ts';
import { compareContent } from '../../../src/desk/papers/compare-content.ts';
import { formatNumberJson } from '../../../src/publish/number-json.ts';
import { layoutReview } from '../../../src/desk/papers/review-layout.ts';
import { formatPageMarkdown } from '../../../src/desk/papers/desk-page.ts';
import { fillRoot, privateWords } from './held-site.ts';

const base = join(import.meta.dirname, '../../content/_base');
const workshop = mkdtempSync(join(tmpdir(), 'held-'));
afterAll(() => rmSync(workshop, { recursive: true, force: true }));
const makeRoot = (name: string) => {
  const root = join(workshop, name);
  cpSync(base, root, { recursive: true });
  return root;
};
const root = makeRoot('site');
fillRoot(root);
const before = checkContent(makeRoot('before'));
const after = checkContent(root);

describe('an interview, a letter, a call and a document of the desk', () => {
  it('pass the check without a word, and carry numbers, quotations and citations', () => {
    expect(after.findings).toEqual([]);
    expect(
      after.content.record.quantities.get('vehicles')?.statements?.map(({ speaker }) => speaker),
    ).toEqual(['an officer of the army', 'A. Name, spokeswoman of the sample', undefined]);
  });

  it('are compared: a quotation in other words is none', () => {
    const other = makeRoot('other');
    fillRoot(other);
    const path = join(other, 'content/articles/sample.mdx');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('never counted them twice', 'never counted them at all'),
    );
    expect(checkContent(other).findings.map(({ rule }) => rule)).toEqual(['quotation-differs']);
  });

  it('give the copy sheet, the summary of a change and JSON what readers see, and no note to editors', () => {
    writeCopySheet(root, 'sample');
    const sheets = readdirSync(join(root, 'copysheets')).map((name) =>
      readFileSync(join(root, 'copysheets', name), 'utf8'),
    );
    const review = formatPageMarkdown(layoutReview(compareContent(before, after), 'A change'));
    const json = formatNumberJson(after.content.record, 'vehicles', 'https://example.org/');
    for (const text of [...sheets, review, json])
      for (const words of privateWords)
        expect(text.toLowerCase()).not.toContain(words.toLowerCase());
    for (const text of [...sheets, review, json]) {
      expect(text).toContain('Interview with an officer of the army');
      expect(text).toContain('otes and recording held by the desk');
      expect(text).not.toContain('address not seen');
    }
    expect(sheets.join()).toContain('Soldiers may not speak to the press without leave.');
    expect(review).toContain('New sources: 4, without archived copy: none');
    const talk = (JSON.parse(json) as { statements: { source: object }[] }).statements[0]?.source;
    expect(talk).toEqual({
      id: 'officer',
      title: 'Interview with an officer of the army',
      kind: 'interview',
      date: '2026-05-12',
      person: 'an officer of the army',
      terms: 'name withheld',
      held: 'Notes and recording held by the desk',
    });
  });
});
