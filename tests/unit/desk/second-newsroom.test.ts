/**
 * Builds the site of another newsroom under another name: none of its pages or files contains a
 * word of this one.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { content as own, findWords } from '../newsroom-words.ts';
import { addCode } from './small-site.ts';

const root = mkdtempSync(join(tmpdir(), 'second-newsroom-'));
const dist = join(root, 'dist');
afterAll(() => rmSync(root, { recursive: true, force: true }));

const page = (title: string) =>
  `---\ntitle: ${title}\nsummary: What ${title} says.\n---\n\nIts words.\n`;
const quantity = (tag: string, title: string, value: number) =>
  `tag: ${tag}\ntitle: ${title}\ncounts: ${title}, as somebody counted them.\nsubject: post\nunit: { kind: count, one: letter, many: letters, also: [brev] }\nstatements:\n  - { id: bugle-2019, source: bugle-2019, value: ${value}, published: 2019-05-02 }\n`;

const files: Record<string, string> = {
  'site.yaml': `name: The Lost Post
description: How letters were lost on the way.
contact: desk@example.org
model_crawlers: refused
subjects: { post: What was lost on the way }
lead: lost-letters
lead_numbers: [letters-lost, letters-found, letters-sent]
`,
  'articles/lost-letters.mdx': `---
title: Letters were lost on the way
summary: Two towns, and what was lost between them.
date: 2020-01-02
formerly: [the-old-name]
findings:
  - "[40 letters](num:letters-lost) were lost."
  - Nobody looked for them.
---

[40 letters](num:letters-lost) were lost, wrote [The Bugle](source:bugle-2019), of [900 letters](num:letters-sent).

## What was found

<Quote source="bugle-2019">they lay under the stairs</Quote>

<Chart id="letters" />

<Chart id="towns" />

<Claim id="all-found" />

As [Posten](source:posten-2019) has it: “[30 brev](num:letters-found) ble *funnet igjen*”, and “رسائل ضائعة” stands above it.

> vi fant dem [under trappen](source:posten-2019)

<Term id="postmark">Postmarks</Term> tell when. Later [30 letters](num:letters-found) were found.
`,
  'sources/bugle-2019.yaml': `title: Letters in the dark
publisher: The Bugle
published: 2019-05-02
kind: reporting
url: https://example.org/letters
read_as: whole-page
archived: none-known
archived_reason: None was looked for.
quotes:
  - { text: they lay under the stairs, by: A. Sorter }
`,
  'sources/posten-2019.yaml': `title: Tapte brev
publisher: Posten
published: 2019-05-04
language: nb
kind: reporting
url: https://example.org/brev
read_as: whole-page
archived: none-known
archived_reason: None was looked for.
quotes:
  - { text: 30 brev ble funnet igjen i mai }
  - { text: vi fant dem under trappen }
  - { text: رسائل ضائعة منذ عام, language: ar }
note: The head of the office said “vi fant dem” to its reporter.
`,
  'quantities/letters-lost.yaml': quantity('E-01', 'Letters lost', 40),
  'quantities/letters-found.yaml': quantity('E-02', 'Letters found', 30),
  'quantities/letters-sent.yaml': quantity('E-03', 'Letters sent', 900),
  'charts/letters.yaml': `kind: range
title: Most of the lost letters were found
subtitle: Letters, by who counted them
description: Two marks on one axis from zero, close to each other, each named beside it with who printed the number.
sources: "[The Bugle](source:bugle-2019)"
rows:
  - { numbers: [letters-lost], label: lost }
  - { numbers: [letters-found], label: found }
`,
  'charts/towns.yaml': `kind: map
title: Where the letters were to go
subtitle: Towns of the record
description: A map with two points for two towns, each with its name, and the borders of the country in which they lie.
sources: Coordinates are from general knowledge.
`,
  'claims/all-found.yaml': `made_in: bugle-2019
claim: All letters were found.
verdict: contradicted
finding: The record has [30 letters](num:letters-found). [Posten](source:posten-2019) says “ble *funnet* igjen i mai”.
against: [{ source: bugle-2019 }]
would_change: A list of all of them.
numbers: [letters-found]
`,
  'events.yaml':
    '- { id: found, date: 2019-05-02, title: Letters are found, summary: "They lay under the stairs, “رسائل ضائعة” on them.", lane: ground, sources: [bugle-2019, posten-2019], places: [bergen], major: true }\n',
  'places.yaml':
    '- { id: bergen, name: Bergen, country: Norway, latitude: 60.39, longitude: 5.32 }\n- { id: oslo, name: Oslo, country: Norway, latitude: 59.91, longitude: 10.75 }\n',
  'glossary.yaml':
    '- { id: postmark, term: postmark, meaning: A stamp that says when and where. }\n',
  'corrections.yaml': '[]\n',
  ...Object.fromEntries(own.pages.map(({ slug }) => [`pages/${slug}.mdx`, page(slug)])),
};

/** Files that readers get as text, and drawings. */
const isText = (path: string) => /\.(?:html|xml|json|csv|svg|txt|css|js)$/.test(path);

describe('a second newsroom', () => {
  let outcome: ReturnType<typeof spawnSync>;
  beforeAll(() => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, 'content', path)), { recursive: true });
      writeFileSync(join(root, 'content', path), text);
    }
    addCode(root);
    const env = {
      ...process.env,
      NO_COLOR: '1',
      ASTRO_TELEMETRY_DISABLED: '1',
      SOURCE_DATE_EPOCH: '1790000000',
    };
    outcome = spawnSync(process.execPath, ['src/desk/build/build.ts'], {
      cwd: root,
      encoding: 'utf8',
      env,
    });
  }, 300_000);

  it('is built', () => {
    expect(outcome.status, `${String(outcome.stdout)}${String(outcome.stderr)}`).toBe(0);
  });

  it('shows its own name, subjects and countries, and no word of this one', () => {
    const paths = (readdirSync(dist, { recursive: true }) as string[]).filter(isText);
    expect(paths.length).toBeGreaterThan(25);
    const read = (path: string) => readFileSync(join(dist, path), 'utf8');
    expect(
      paths.flatMap((path) => findWords(read(path)).map((word) => `${path}: ${word}`)),
    ).toEqual([]);
    const pages = paths.filter((path) => path.endsWith('.html') && !path.startsWith('embed'));
    for (const path of pages) expect(read(path), path).toContain('The Lost Post');
    expect(read('numbers/index.html')).toContain('What was lost on the way');
    expect(read('charts/towns/index.html')).toContain('Norway');
  });

  it('marks what it quotes in another language: across links, set apart with >, and in records', () => {
    const listMarked = (path: string) =>
      parse(readFileSync(join(dist, path, 'index.html'), 'utf8'))
        .querySelectorAll('main [lang]')
        .map((element: HTMLElement) => {
          const code = [element.getAttribute('lang'), element.getAttribute('dir')]
            .filter(Boolean)
            .join(' ');
          return `${element.tagName.toLowerCase()} ${code}: ${element.text.replace(/[\s\u00a0]+/g, ' ')}`;
        });
    const article = listMarked('articles/lost-letters');
    const expected = [
      'span nb: 30 brev',
      'span nb:  ble ',
      'span nb: funnet igjen',
      'span ar rtl: رسائل ضائعة',
    ];
    expect(article).toEqual(
      expect.arrayContaining([...expected, 'blockquote nb: vi fant dem under trappen']),
    );
    expect(listMarked('claims/all-found')).toEqual(
      expect.arrayContaining(['span nb: ble ', 'span nb: funnet', 'span nb:  igjen i mai']),
    );
    expect(listMarked('timeline')).toContain('span ar rtl: رسائل ضائعة');
    const unmarked = /(?:funnet|igjen|fant dem|رسائل|under trappen)/;
    for (const path of [
      'articles/lost-letters',
      'claims/all-found',
      'timeline',
      'claims',
      'sources/posten-2019',
      'sources',
    ]) {
      const rest = parse(readFileSync(join(dist, path, 'index.html'), 'utf8')).querySelector(
        'main',
      );
      for (const element of rest?.querySelectorAll('[lang]') ?? []) element.remove();
      expect(unmarked.exec(rest?.text ?? '')?.[0], path).toBeUndefined();
    }
  });

  it('leads from the old address of an article to the new one', () => {
    const page = readFileSync(join(dist, 'articles/the-old-name/index.html'), 'utf8');
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=/articles/lost-letters/">');
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).toMatch(/<a href="\/articles\/lost-letters\/"/);
  });

  it('is followed by three feeds, each with the whole text of the article and no tag of ours', () => {
    for (const file of ['rss.xml', 'atom.xml', 'feed.json']) {
      const feed = readFileSync(join(dist, file), 'utf8');
      for (const words of [
        'The Lost Post',
        'wrote',
        '/numbers/letters-lost/',
        '/sources/bugle-2019/',
        'they lay under the stairs',
        '/charts/letters.png',
      ])
        expect(feed, file).toContain(words);
      expect(feed, file).not.toMatch(/num:|source:|mdxJsx|\bundefined\b|<Chart|\[object/);
    }
  });

  it('asks crawlers of models to stay away, and says that it has no history', () => {
    expect(readFileSync(join(dist, 'robots.txt'), 'utf8')).toContain('User-agent: GPTBot');
    expect(readFileSync(join(dist, 'changes/index.html'), 'utf8')).toContain(
      'made without its history',
    );
  });
});
