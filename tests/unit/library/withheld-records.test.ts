import type { Content } from '../../../src/library/content.ts';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getPublishedLock } from '../../../src/library/texts/published-articles.ts';
import { readContent } from '../../../src/library/read-content.ts';
import {
  dropWithheld,
  listWithheldRecords,
  sayWithheldRecords,
} from '../../../src/library/withheld.ts';
import { formatPublishedLock } from '../../../src/publish/published-lock.ts';
import { getRecordSchema, type JsonSchema } from '../../../src/schema/json-schema.ts';
import type { Field } from '../../../src/schema/meaning.ts';
import { getFields, recordKinds, type RecordName } from '../../../src/schema/records.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'withheld-'));
  cpSync(join(import.meta.dirname, '../../content/_base'), root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, 'content', path)), { recursive: true });
  writeFileSync(join(root, 'content', path), text);
};
const read = (): Content => readContent(root, Date.parse('2026-11-20T12:00Z') / 1000).content;
const listHeld = () => [...listWithheldRecords(read())].sort();

const article = (slug: string, body: string, matter = '') =>
  write(
    `articles/${slug}.mdx`,
    `---\ntitle: An article of its own\nsummary: Two sentences below the headline. They hold no number.\ndate: 2026-11-20\n${matter}findings:\n  - The first finding.\n  - The second finding.\n---\n\n${body}\n`,
  );
const source = (id: string) =>
  write(
    `sources/${id}.yaml`,
    `title: A page called ${id}\npublisher: Somebody\nkind: reporting\nurl: https://example.org/${id}\nread_as: whole-page\narchived: none-known\narchived_reason: None was looked for.\n`,
  );
const quantity = (id: string, from: string, more = '') =>
  write(
    `quantities/${id}.yaml`,
    `tag: E-${80 + id.length}\ntitle: The ${id}\ncounts: What the ${id} count.\nsubject: losses\nunit: { kind: count, one: ${id}, many: ${id} }\n${more}statements:\n  - { id: first, source: ${from}, value: 30 }\n`,
  );
const chart = (id: string, number: string) =>
  write(
    `charts/${id}.yaml`,
    `kind: range\ntitle: A chart called ${id}\nsubtitle: What it draws\ndescription: A drawing of one mark on one axis, described at such length that the check has nothing to say about it.\nsources: "[Somebody](source:own-page)"\nrows:\n  - { numbers: [${number}] }\n`,
  );
const events = (...entries: string[]) => write('events.yaml', entries.join('') || '[]\n');
const event = (id: string, sources: string, more = '') =>
  `- { id: ${id}, date: 2015-06-02, title: An event called ${id}, summary: It happened., lane: record, sources: [${sources}]${more} }\n`;

/** Writes a withheld article with everything that an article can link to. */
function plant(matter = 'draft: true\n', body?: string) {
  source('own-page');
  source('cited-page');
  quantity('gates', 'own-page', 'also_cited: [cited-page]\n');
  chart('own-chart', 'gates/first');
  write(
    'claims/own-claim.yaml',
    'made_in: own-page\nclaim: It lost [30 gates](num:gates).\nverdict: supported\nfinding: It did.\nfor: [{ source: cited-page }]\n',
  );
  write(
    'glossary.yaml',
    '- { id: own-term, term: gate, meaning: An opening in a wall. }\n- { id: old-term, term: wall, meaning: What has gates. }\n',
  );
  write(
    'places.yaml',
    '- { id: own-place, name: Here, country: Iraq, latitude: 36.3, longitude: 43.1 }\n- { id: old-place, name: There, country: Iraq, latitude: 35.3, longitude: 43.1 }\n',
  );
  events(
    event('own-event', 'own-page', ', places: [own-place]'),
    event('old-event', 'reuters-van-buren', ', places: [old-place]'),
  );
  article(
    'kept-back',
    body ??
      'It lost <Term id="own-term">gates</Term>.\n\n<Chart id="own-chart" />\n\n<Claim id="own-claim" />',
    matter,
  );
}
const everything = [
  'charts/own-chart',
  'claims/own-claim',
  'events/own-event',
  'numbers/gates',
  'places/own-place',
  'sources/cited-page',
  'sources/own-page',
  'terms/own-term',
];

describe('records that are kept back', () => {
  it.each(['draft: true\n', 'embargo: 2026-12-01T06:00Z\n'])(
    'are all to which the article alone leads: %j',
    (matter) => {
      plant(matter);
      expect(listHeld()).toEqual(everything);
      expect(sayWithheldRecords(read())).toBe(
        '1 number, 2 sources, 1 chart, 1 claim, 1 event, 1 place and 1 term',
      );
      const shown = dropWithheld(read());
      const { sources, quantities, breakdowns, charts, claims, record } = shown;
      const values = [...sources, ...quantities, ...breakdowns, ...charts, ...claims].map(
        (file) => [file.id, file.value],
      );
      const maps = [record.sources, record.quantities, record.breakdowns].map((map) => [...map]);
      const printed = JSON.stringify([
        values,
        maps,
        record.events,
        record.places,
        shown.glossary?.value,
      ]);
      expect(printed).toContain('mosul-humvees');
      expect(printed).not.toMatch(/own-(?!site)|cited-page|"gates"/);
      expect(shown.events?.value.map(({ id }) => id)).toEqual(['old-event']);
      expect(shown.places?.value.map(({ id }) => id)).toEqual(['old-place']);
    },
  );

  it('are none once the article is shown, and none where no article is kept back', () => {
    plant('');
    expect(listHeld()).toEqual([]);
    expect(dropWithheld(read()).charts.length).toBe(1);
  });

  it.each([
    [
      'an article that is shown',
      () => article('shown', 'See [the chart](/charts/own-chart/).'),
      everything.filter((name) => /own-claim|own-term|event|own-place|cited/.test(name)),
    ],
    [
      'a page',
      () =>
        write(
          'pages/about.mdx',
          '---\ntitle: About\nsummary: What it is.\n---\n\nSee <Term id="own-term">gate</Term>.\n',
        ),
      everything.filter((name) => name !== 'terms/own-term'),
    ],
    [
      'a record that stands for itself',
      () => chart('another', 'gates/first'),
      ['charts/own-chart', 'claims/own-claim', 'terms/own-term'],
    ],
  ])('are not what %s leads to', (_, lead, held) => {
    plant();
    lead();
    const left = listHeld();
    for (const name of ['charts/own-chart', 'claims/own-claim', 'terms/own-term'])
      expect(left.includes(name), name).toBe(held.includes(name));
    // The number and its sources are shown as soon as something that is shown draws the number.
    const drawn = _ !== 'a page';
    expect(left.includes('numbers/gates')).toBe(!drawn);
    expect(left.includes('sources/own-page')).toBe(!drawn);
    expect(left.includes('events/own-event')).toBe(!drawn);
    expect(left.includes('places/own-place')).toBe(!drawn);
  });

  it('are named in the front matter, in quotations, in lists of claims and behind another record too', () => {
    for (const [matter, body] of [
      ['draft: true\nabout: [own-page]\n', 'Words.'],
      ['draft: true\nlead_number: gates\n', 'Words.'],
      ['draft: true\n', '<Quote source="own-page">some words of it</Quote>'],
      ['draft: true\n', '<Claims ids="own-claim" />'],
      ['draft: true\n', 'It lost [30 gates](num:gates/first).'],
      ['draft: true\n', 'As [they][a] wrote.\n\n[a]: /sources/own-page/'],
    ] as const) {
      plant(matter, body);
      rmSync(join(root, 'content/charts/own-chart.yaml'));
      if (!body.includes('claim')) rmSync(join(root, 'content/claims/own-claim.yaml'));
      if (matter.includes('about') || body.includes('own-page'))
        rmSync(join(root, 'content/quantities/gates.yaml'));
      expect(listHeld(), body + matter).toContain('sources/own-page');
      expect(listHeld(), body + matter).toContain('events/own-event');
    }
  });

  it('are none that readers were once shown', () => {
    plant('');
    write('published.lock.json', formatPublishedLock(getPublishedLock(read())));
    plant('draft: true\n');
    expect(listHeld()).toEqual([]);
    rmSync(join(root, 'content/published.lock.json'));
    expect(getPublishedLock(read()).records).not.toContain('charts/own-chart');
  });

  it('are found by every field that names a record, whichever record it stands in', () => {
    const names = new Set<string>();
    const visit = (schema: JsonSchema | undefined, field: Field | undefined, path: string) => {
      if (!schema) return;
      const { pattern } = schema as { pattern?: string };
      if (pattern?.startsWith('^[a-z0-9]+(-[a-z0-9]+)*') && !field?.meaning?.names) names.add(path);
      for (const inner of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])])
        visit(inner, field, path);
      for (const inner of [schema.items].flat()) visit(inner, field?.each, path);
      for (const [name, inner] of Object.entries(schema.properties ?? {}))
        visit(inner, field?.fields?.get(name), `${path}.${name}`);
      if (typeof schema.additionalProperties === 'object')
        visit(schema.additionalProperties, field?.each, path);
    };
    for (const kind of Object.keys(recordKinds) as RecordName[])
      visit(getRecordSchema(kind), getFields(kind), kind);
    // Ids of records and of their parts, of articles and their former slugs, of columns, and of
    // subjects, which are headings.
    const own =
      /\.id$|^correction\.article$|^article\.formerly$|\.repeats\.statement$|\.bracket\.measure$|\.subject$/;
    expect([...names].filter((path) => !own.test(path))).toEqual([]);
    expect(names.size).toBeGreaterThan(8);
  });
});
