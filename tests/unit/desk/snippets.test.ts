import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/desk/check/run-rules.ts';
import { fillDefaults, listSnippets } from '../../../src/desk/papers/snippets.ts';
import { authorTags, getAuthorTag } from '../../../src/schema/author-tags.ts';
import { draw, putPicture } from '../../content/make-pictures.ts';
import type { Finding } from '../../../src/schema/finding.ts';

const snippets = listSnippets(authorTags);
const bodies = {
  ...Object.fromEntries(
    Object.entries(snippets).map(([name, snippet]) => [name, fillDefaults(snippet, '2026-11-20')]),
  ),
  Bad: '<Chart id="nowhere" />',
};

/** Findings about a copy of the content with an article for each snippet. */
let findings: Finding[] = [];
const root = mkdtempSync(join(tmpdir(), 'snippets-'));
const slug = (name: string) => `snippet-${name.toLowerCase()}`;
beforeAll(async () => {
  cpSync('content', join(root, 'content'), { recursive: true });
  putPicture(root, 'river-crossing.jpg', await draw().jpeg().toBuffer());
  const write = (path: string, text: string) => writeFileSync(join(root, 'content', path), text);
  // Records that the examples name.
  write(
    'sources/gazette-2014.yaml',
    'title: Parcels\npublisher: The Gazette\nkind: reporting\nurl: https://example.org/\nread_as: whole-page\narchived: none-known\narchived_reason: None was looked for.\nquotes:\n  - text: counted twice, and by two people\n  - text: 40 parcels in one night\n    by: The postmaster\n',
  );
  write(
    'quantities/parcels-lost.yaml',
    'tag: E-9001\ntitle: Parcels lost\ncounts: Parcels that were lost.\nsubject: audits\nunit: { kind: count, one: parcel, many: parcels }\nstatements:\n  - { id: gazette-2014, source: gazette-2014, value: 40 }\n',
  );
  write(
    'charts/parcels-by-place.yaml',
    'kind: range\ntitle: Parcels were lost\nsubtitle: Parcels\ndescription: A drawing of one mark on one axis, described at such length that the check has nothing to say about it.\nsources: "[Parcels](source:gazette-2014)"\nrows:\n  - { numbers: [parcels-lost] }\n',
  );
  for (const claim of ['parcels-vanished', 'nobody-counted'])
    write(
      `claims/${claim}.yaml`,
      `made_in: gazette-2014\nclaim: Somebody said ${claim}.\nverdict: opinion\nfinding: It is an opinion.\n`,
    );
  write(
    'glossary.yaml',
    `${readFileSync('content/glossary.yaml', 'utf8')}- { id: waybill, term: waybill, meaning: A list. }\n`,
  );
  const matter = (name: string) => [
    '---',
    `title: A new article about ${name}`,
    'summary: What it says.',
    'date: 2026-11-20',
    'draft: true',
    'findings: [One, Another]',
    '---',
  ];
  for (const [name, body] of Object.entries(bodies)) {
    const words =
      name === 'Bad' || getAuthorTag(name)?.place === 'block'
        ? ['Some words.', '', body]
        : [`Some words ${body}`];
    const text = name === 'Article' ? body : [...matter(name), '', ...words, ''].join('\n');
    writeFileSync(join(root, `content/articles/${slug(name)}.mdx`), text);
  }
  ({ findings } = checkContent(root));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const about = (name: string) =>
  findings.filter(({ file }) => file === `content/articles/${slug(name)}.mdx`);

describe('the snippets', () => {
  it('has one for each author tag', () => {
    expect(Object.keys(snippets)).toEqual([
      'Article',
      'Number',
      'Citation',
      ...Object.keys(authorTags),
    ]);
  });

  it.each(Object.keys(snippets))('%s passes the check with its defaults', (name) => {
    expect(bodies[name as keyof typeof bodies]).not.toContain('$');
    expect(about(name)).toEqual([]);
  });

  it('are tried by a check that finds a wrong one', () => {
    expect(about('Bad').map(({ rule }) => rule)).toEqual(['unknown-chart']);
  });

  it('offer each attribute and the words inside as fields to fill in', () => {
    expect(snippets.Note?.body).toEqual([
      '<Note title="${1:What a waybill is}">${2:A list that travels with the goods.}</Note>',
    ]);
  });
});
