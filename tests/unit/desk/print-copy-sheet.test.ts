import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeCopySheet } from '../../../src/desk/papers/print-copy-sheet.ts';
import { checkContent } from '../../../src/desk/check/run-rules.ts';
import { readCopySheet } from '../../../src/desk/papers/copy-sheet-facts.ts';
import { layoutCopySheet } from '../../../src/desk/papers/copy-sheet-layout.ts';
import { formatPageMarkdown } from '../../../src/desk/papers/desk-page.ts';

const base = join(import.meta.dirname, '../../content/_base');
const articlePath = 'content/articles/sample.mdx';
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'copysheet-'));
  cpSync(base, root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const edit = (path: string, change: (text: string) => string) =>
  writeFileSync(join(root, path), change(read(path)));
const sheet = (ending: 'md' | 'html' = 'md') => read(`copysheets/sample.${ending}`);
/** Reads the cells of the table below a heading, row by row. */
const readTable = (title: string) => {
  const page = parse(sheet('html'));
  const heading = page.querySelectorAll('h2').find((candidate) => candidate.text === title);
  let next = heading?.nextElementSibling;
  while (next && next.tagName !== 'H2' && !next.querySelector('table'))
    next = next.nextElementSibling;
  return (
    next
      ?.querySelectorAll('tr')
      .map((row) => row.querySelectorAll('th, td').map((cell) => cell.text)) ?? []
  );
};

describe('npm run copysheet', () => {
  it('lists the articles when none is named', () => {
    expect(writeCopySheet(root, undefined)).toEqual({
      code: 0,
      report: 'Name one of these: npm run copysheet <article>\n  sample  A sample of an article\n',
    });
  });

  it('names the nearest article when there is none of that name', () => {
    expect(writeCopySheet(root, 'sampel')).toEqual({
      code: 1,
      report: 'There is no article called "sampel".\nDid you mean "sample"?\n',
    });
    expect(writeCopySheet(root, 'something-else').report).toContain(
      '  sample  A sample of an article',
    );
    expect(existsSync(join(root, 'copysheets'))).toBe(false);
  });

  it.each([
    ['draft: true', 'draft'],
    ['draft: true\nembargo: 2030-01-02', 'draft, under embargo until 2 January 2030'],
    ['embargo: 2030-01-02T06:00Z', 'under embargo until 2 January 2030, 06:00 UTC'],
  ])('says that readers are not shown an article with %j', (line, said) => {
    edit(articlePath, (text) => text.replace('\nfindings:', `\n${line}\nfindings:`));
    expect(writeCopySheet(root, undefined).report).toContain(
      `  sample  A sample of an article (${said})\n`,
    );
    expect(writeCopySheet(root, 'sample').report).toContain(`. Readers are not shown it: ${said}.`);
    expect(sheet()).toContain(`**${said}, not published**`);
  });

  it('says that an article is dated in the future', () => {
    vi.stubEnv('SOURCE_DATE_EPOCH', '1700000000');
    expect(writeCopySheet(root, 'sample').report).toContain(
      'Readers are not shown it: dated in the future, 20 November 2026.',
    );
    vi.unstubAllEnvs();
  });

  it('takes the file’s name too', () => {
    expect(writeCopySheet(root, articlePath).report).toBe(
      'Wrote copysheets/sample.html and copysheets/sample.md: 1 number, 1 quotation.\n',
    );
  });

  it('puts every number beside its record and every quotation beside its source', () => {
    writeCopySheet(root, 'sample');
    const [head, number] = readTable('Numbers beside their records');
    const cells = Object.fromEntries((head ?? []).map((name, index) => [name, number?.[index]]));
    expect(cells).toMatchObject({ Line: '10', 'In the text': '2,300 Humvees' });
    expect(cells['In the record']).toContain('mosul-humvees');
    expect(cells['Who said it']).toContain('Abadi');
    const [, quotation] = readTable('Quotations beside their sources');
    expect(quotation?.slice(0, 3)).toEqual(['☐', '12', '“at least 40 M1A1 main battle tanks”']);
    expect(quotation?.at(-2)).toBe('at least 40 M1A1 main battle tanks');
    expect(readTable('Sources').flat().join(' ')).toContain('none known');
  });

  it('works for a draft with mistakes, and puts the findings first', () => {
    edit(articlePath, (text) =>
      text
        .replace('---\n', '---\ndraft: true\n')
        .replace('2,300 Humvees', '2,500 Humvees')
        .concat(
          '\nThere were <Plain>two</Plain> accounts. He called it “a word kept nowhere at all”.\n\n<Opinion by="Somebody">It was no accident.</Opinion>\n',
        ),
    );
    expect(writeCopySheet(root, 'sample').report).toContain(
      'The check has 2 errors, 0 warnings; they come first.',
    );
    const text = sheet();
    expect(text).toContain('· **draft, not published**');
    expect(text).toContain('number-differs');
    expect(text).toContain('The text has another value: 2500.');
    expect(readTable('Freed numbers')[1]).toEqual(['☐', '15', 'two', 'There were two accounts.']);
    expect(readTable('Quotations beside their sources')[2]).toContain('none');
    expect(readTable('Opinion and analysis')[1]).toEqual([
      '17',
      'Opinion',
      'Somebody',
      'It was no accident.',
    ]);
  });

  it('lists pictures with their descriptions', () => {
    edit(
      articlePath,
      (text) =>
        `${text}\n<Picture file="bridge.jpg" alt="Two trucks wait at a bridge." credit="A. Name">The bridge.</Picture>\n\n<Picture file="rule.png" decorative />\n`,
    );
    writeCopySheet(root, 'sample');
    expect(readTable('Pictures').slice(1)).toEqual([
      ['14', 'bridge.jpg', 'Two trucks wait at a bridge.', 'The bridge.', 'A. Name'],
      ['16', 'rule.png', 'decorative', '', ''],
    ]);
  });

  it('says why there is no sheet of an article that cannot be read', () => {
    edit(articlePath, (text) => text.replace('title:', 'titel:'));
    const { code, report } = writeCopySheet(root, 'sample');
    expect(code).toBe(1);
    expect(report).toContain('There is no field called "titel" here.');
    expect(report).toContain('there is no sheet of it yet');
  });

  it('lists the corrections of that article, with old and new words', () => {
    writeFileSync(
      join(root, 'content/corrections.yaml'),
      '- { date: 2026-11-25, kind: error, article: sample, old: the old, new: the new, why: It was wrong. }\n',
    );
    writeCopySheet(root, 'sample');
    expect(readTable('Corrections')[1]).toEqual([
      '25 November 2026',
      'Error',
      'the old',
      'the new',
      'It was wrong.',
    ]);
    expect(sheet()).toContain('~~the old~~ | **the new**');
  });

  const real = join(import.meta.dirname, '../../..');
  const { content, findings } = checkContent(real);
  it('has articles with numbers to list', () => {
    expect(
      content.articles.flatMap(({ source }) => [...source.text.matchAll(/\]\(num:/g)]).length,
    ).toBeGreaterThan(20);
  });

  it.each(
    content.articles.flatMap((article) =>
      article.matter && article.tree
        ? [{ ...article, matter: article.matter, tree: article.tree }]
        : [],
    ),
  )('lists every number link, chart and claim of $slug', (article) => {
    const copy = readCopySheet(content, article, findings);
    const links = [...article.source.text.matchAll(/\]\(num:([^)\s]+)\)/g)].map(
      (match) => match[1],
    );
    expect(copy.numbers.filter(({ file }) => file === copy.file).map(({ ref }) => ref)).toEqual(
      links,
    );
    expect(copy.numbers.filter(({ custody }) => !custody)).toEqual([]);
    expect(copy.charts.map(({ id }) => id)).toEqual([
      ...new Set(
        [...article.source.text.matchAll(/<Chart id="([^"]+)"/g)].map((match) => match[1]),
      ),
    ]);
    expect(copy.charts.filter(({ table }) => !table?.rows.length)).toEqual([]);
    const alone = [...article.source.text.matchAll(/<Claim /g)].length;
    const listed = [...article.source.text.matchAll(/<Claims ids="([^"]*)"/g)].flatMap(
      ([, ids = '']) => ids.split(','),
    );
    expect(copy.claims.length).toBe(alone + listed.length);
    expect(copy.freed.filter(({ context, words }) => !context.includes(words))).toEqual([]);
    const markdown = formatPageMarkdown(layoutCopySheet(copy));
    expect(markdown).not.toMatch(/undefined|\[object|NaN/);
  });
});
