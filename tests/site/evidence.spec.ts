/**
 * Fairness to those from whom the pages differ: changes in context, words that name, what was not
 * seen, and who was asked.
 */
import { expect, test } from '@playwright/test';
import { join } from 'node:path';
import type { HTMLElement } from 'node-html-parser';
import { listFirstSaid } from '../../src/evidence/first-said.ts';
import { countMarks } from '../../src/evidence/marks.ts';
import { listSharedChanges, sayCompany } from '../../src/evidence/say-change.ts';
import { typeset } from '../../src/evidence/typeset.ts';
import { readContent } from '../../src/library/read-content.ts';
import { addressNotSeen } from '../../src/schema/source.ts';
import { distFolder, listPages, openPage } from './site-pages.ts';

const { content } = readContent(join(distFolder, '..'));
const { record } = content;
const quantities = [...record.quantities.values()];
const open = (path: string): HTMLElement => openPage(`${path}/index.html`);
const textOf = (element: HTMLElement | null | undefined) =>
  element?.text.replace(/\s+/g, ' ').trim() ?? '';
/** Typesets a text, and replaces each space with a plain one. */
const show = (text: string) => typeset(text).replace(/\s+/g, ' ').trim();

test('a record tells each change once, in its company, with every printing that made it, the oldest first', () => {
  const changed = quantities.filter(
    (quantity) => listSharedChanges(quantity, record.sources).length > 0,
  );
  expect(changed.length).toBeGreaterThan(10);
  for (const quantity of changed) {
    const page = open(`numbers/${quantity.id}`);
    const told = page.querySelectorAll('.changes > li').map((item) => ({
      company: textOf(item.querySelectorAll('p')[1]),
      makers: item
        .querySelectorAll('p')[2]
        ?.querySelectorAll('a')
        .map((link) => link.getAttribute('href')),
    }));
    const firstOfEach = (makers: { id: string; source: string }[]) =>
      makers.filter(
        ({ source }, index) => makers.findIndex((other) => other.source === source) === index,
      );
    expect(told, quantity.id).toEqual(
      listSharedChanges(quantity, record.sources).map((shared) => ({
        company: show(sayCompany(shared)),
        makers: firstOfEach(shared.makers).map(({ id }) => `#${id}`),
      })),
    );
    // Every mark has its context.
    for (const mark of page.querySelectorAll('.custody .drift'))
      expect(textOf(mark.nextElementSibling)).toMatch(/^\d+ of \d+ printings? read /);
  }
});

test('a claim about a number that changed tells in what company', () => {
  const { value } = content.claims.find(({ id }) => id === 'm1a2-tanks') ?? {};
  const quantity = record.quantities.get('tanks-lost');
  const own =
    quantity &&
    listSharedChanges(quantity, record.sources).filter(({ makers }) =>
      makers.some(({ source }) => source === value?.made_in),
    );
  expect(own?.length).toBeGreaterThan(0);
  const words = textOf(open('claims/m1a2-tanks'));
  for (const shared of own ?? []) expect(words).toContain(show(sayCompany(shared)));
});

test('a statement prints the words that name whom it repeats, its translation, and that its source was not seen', () => {
  const seen = { names: 0, translations: 0, unseen: 0 };
  const missing: string[] = [];
  for (const { id, statements = [] } of quantities) {
    const page = open(`numbers/${id}`);
    for (const statement of statements) {
      const row = page.querySelector(`#${statement.id}`);
      const note = (what: keyof typeof seen, isThere: boolean) => {
        seen[what] += 1;
        if (!isThere) missing.push(`${id}/${statement.id}: ${what}`);
      };
      const { repeats, in_english: english, wording } = statement;
      if (repeats?.names !== undefined)
        note(
          'names',
          row?.querySelectorAll('small q').map(textOf).includes(show(repeats.names)) ?? false,
        );
      if (english !== undefined && wording !== undefined)
        note('translations', textOf(row).includes(`in our translation ${show(english)}`));
      const isUnseen = record.sources.get(statement.source)?.read_as === 'not-seen';
      const marks = row?.querySelectorAll('.not-seen').length;
      if (isUnseen) note('unseen', marks === 1);
      else if (marks !== 0) missing.push(`${id}/${statement.id}: nothing unseen`);
    }
  }
  expect(missing).toEqual([]);
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
});

test('first said answers for each printed value', () => {
  for (const quantity of quantities.filter(({ statements = [] }) => statements.length > 0)) {
    const firsts = listFirstSaid(quantity, record.sources);
    const fact = open(`numbers/${quantity.id}`)
      .querySelectorAll('.facts dl > div')
      .find((item) => textOf(item.querySelector('dt')) === 'First said');
    expect(
      fact?.querySelectorAll('dd > p > a').map((link) => link.getAttribute('href')),
      quantity.id,
    ).toEqual(firsts.map(({ statement }) => `#${statement.id}`));
  }
});

test('a source that cannot be linked is named, and linked from no page', () => {
  const unlinked = [...record.sources.values()].flatMap(({ url, linked }) =>
    url !== undefined && linked === false ? [url] : [],
  );
  expect(unlinked.length).toBeGreaterThan(0);
  const links = listPages().flatMap((file) =>
    openPage(file)
      .querySelectorAll('a')
      .map((link) => link.getAttribute('href') ?? ''),
  );
  expect(links.filter((href) => unlinked.includes(href))).toEqual([]);
  for (const { id, url } of record.sources.values())
    if (url === undefined) expect(textOf(open(`sources/${id}`)), id).toContain(addressNotSeen);
});

test('an article ends with what could be read of its sources, each once, and with who was approached', () => {
  for (const { slug, matter } of content.articles.filter(
    ({ withheld }) => withheld === undefined,
  )) {
    const page = open(`articles/${slug}`);
    const box = page.querySelector('#what-we-could-read')?.parentNode as HTMLElement | undefined;
    const listed = box?.querySelectorAll('a').map((link) => link.getAttribute('href')) ?? [];
    const cited = page
      .querySelectorAll('.source-list > li > a')
      .map((link) => link.getAttribute('href'));
    expect([...listed].sort(), slug).toEqual([...cited].sort());
    expect(textOf(box)).toContain(`Of the ${cited.length} sources`);
    const asked = page.querySelector('#who-was-approached')?.parentNode as HTMLElement | undefined;
    if ((matter?.value.approached ?? []).length === 0)
      expect(textOf(asked)).toContain('Nobody named in this article was approached');
    for (const { who } of matter?.value.approached ?? [])
      expect(textOf(asked)).toContain(show(who));
  }
});

test('nobody is asked to write where the site names no address, and no page shows a word of the desk', () => {
  const asks = /\b(?:tell us|(?:write|reply) to us|contact us|may reply)\b/i;
  const contact = content.site?.value.contact;
  const unwanted = [/\bDossier\b/, ...(contact === undefined ? [asks] : [])];
  const found = listPages().flatMap((file) => {
    const words = textOf(openPage(file).querySelector('main'));
    return unwanted.flatMap((kind) => (kind.exec(words) ?? []).map((said) => `${file}: ${said}`));
  });
  expect(found).toEqual([]);
  const silent = ['about', 'corrections', 'claims'].filter(
    (path) => !textOf(open(path)).includes(contact ?? 'names no address to write to yet'),
  );
  expect(silent).toEqual([]);
});

test('the methodology counts the marks of every publisher beside the statements read of it', () => {
  const rows = open('methodology')
    .querySelectorAll('.marks tbody tr')
    .map((row) => row.querySelectorAll('th, td').slice(0, 4).map(textOf));
  const counted = countMarks(record).filter(({ compared }) => compared > 0);
  expect(rows).toEqual(
    counted.map(({ publisher, read, compared, marked }) => [
      show(publisher),
      ...[read, compared, marked].map(String),
    ]),
  );
});

test('who pays for a body that counts is told where it is the measure', () => {
  const paid = (content.glossary?.value ?? []).filter(({ funding }) => funding !== undefined);
  expect(paid.length).toBeGreaterThan(0);
  for (const { id, term } of paid) {
    const told = `a[href$="/glossary/#${id}"]`;
    const own = [...record.quantities.values(), ...record.breakdowns.values()].filter(
      (entry) => entry.counted_by === term,
    );
    expect(own.length).toBeGreaterThan(0);
    for (const entry of own)
      expect(
        textOf(open(`numbers/${entry.id}`).querySelector(`.facts dd:has(${told})`)),
        entry.id,
      ).toMatch(/ paid /);
    expect(textOf(open('claims').querySelector(`.count-note:has(${told})`))).toMatch(/ paid /);
  }
});
