import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { getChartData } from '../../../src/drawings/chart-data.ts';
import { readContent } from '../../../src/library/read-content.ts';
import { printedFields, setContent, setRecord } from '../../../src/library/texts/set-content.ts';
import { getRecordSchema, type JsonSchema } from '../../../src/schema/json-schema.ts';
import { recordKinds, type RecordName } from '../../../src/schema/records.ts';

const show = (text: string) => text.replaceAll('\u00a0', '~');

/** Fields that hold text which is compared, looked up or addressed: none of it is set. */
const data = new Set([
  ...['id', 'tag', 'ref', 'kind', 'lane', 'role', 'fate', 'subject', 'verdict', 'hedge', 'operation', 'basis', 'scale', 'table', 'measure'],
  ...['date', 'updated', 'embargo', 'published', 'said', 'when', 'as_of', 'language', 'dossier', 'read_as'],
  ...[
    'url',
    'original_url',
    'archived',
    'contact',
    'repository',
    'made_in',
    'source',
    'wording_from',
    'article',
    'statement',
    'quantity',
    'number',
  ],
  ...[
    'about',
    'lead',
    'lead_number',
    'lead_numbers',
    'lead_chart',
    'lead_events',
    'numbers',
    'places',
    'event',
    'related',
    'also_cited',
    'read_in',
  ],
  ...['rounded', 'objects', 'models', 'aliases', 'of', 'values', 'quotes', 'at'],
  // Of a breakdown an id; what a chart's shares are shares of is set where it is drawn and where its table is printed.
  'base',
]);

/** Names of all fields that may hold text, those within `quotes` and `values` left out. */
function listTextFields(schema: JsonSchema, name = ''): string[] {
  if (name === 'quotes' || name === 'values') return [name];
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  const items = [schema.items ?? []].flat();
  return [
    ...(schema.type === 'string' ? [name] : []),
    ...[...variants, ...items].flatMap((inner) => listTextFields(inner, name)),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => listTextFields(inner, key)),
  ];
}

describe('setContent', () => {
  it('knows of every text of every record whether it is printed', () => {
    const names = (Object.keys(recordKinds) as RecordName[]).flatMap((kind) => listTextFields(getRecordSchema(kind)));
    expect(new Set(names).size).toBeGreaterThan(60);
    expect([...new Set(names)].filter((name) => !printedFields.has(name) && !data.has(name))).toEqual([]);
    expect([...printedFields].filter((name) => !names.includes(name))).toEqual([]);
  });

  it('sets words, and keeps ids, addresses, dates and wordings that quotations are compared with', () => {
    const record = {
      id: '2014-2017',
      title: `Iraq's 40 tanks`,
      url: 'https://example.org/2014-2017/',
      numbers: ['2014-2017'],
      sources: ['2014-2017'],
      not_counted: ['tanks - "M1A1"'],
      values: { title: '2014-2017' },
      quotes: [{ text: `Iraq's` }],
      unit: { kind: 'count', one: 'tank', many: `tank's` },
      rows: [{ label: '7.62 mm' }],
      said: 2014,
    };
    expect(JSON.parse(show(JSON.stringify(setRecord(record))))).toEqual({
      ...record,
      title: 'Iraq’s 40~tanks',
      not_counted: ['tanks~– “M1A1”'],
      unit: { kind: 'count', one: 'tank', many: 'tank’s' },
      rows: [{ label: '7.62~mm' }],
    });
  });

  const { content } = readContent(join(import.meta.dirname, '../../..'));
  const set = setContent(content);

  it('leaves the content that it was given, and the text of articles, as they are', () => {
    expect(set.articles.map(({ tree }) => tree)).toEqual(content.articles.map(({ tree }) => tree));
    expect(readContent(join(import.meta.dirname, '../../..')).content.record).toEqual(content.record);
  });

  it('gives every number the value, hedge, tag and sources that it had', () => {
    const bare = (value: unknown) => JSON.stringify(value).replace(/[“”‘’–\u00a0"' \\-]/g, '');
    expect([...set.record.quantities.keys()]).toEqual([...content.record.quantities.keys()]);
    for (const [id, quantity] of content.record.quantities) expect(bare(set.record.quantities.get(id))).toBe(bare(quantity));
    for (const [id, breakdown] of content.record.breakdowns) expect(bare(set.record.breakdowns.get(id))).toBe(bare(breakdown));
  });
});

describe('a chart', () => {
  const { content } = readContent(join(import.meta.dirname, '../../..'));

  it('draws set words and gives plain ones away', () => {
    const drawn = content.charts.flatMap(({ id, value, table }) => {
      const { drawings, rows } = getChartData(content.record, id, value, table?.rows);
      expect(JSON.stringify(rows)).not.toContain('\u00a0');
      return drawings.flatMap(({ parts }) => parts.flatMap(({ texts }) => texts.map(({ text }) => text)));
    });
    expect(drawn.filter((text) => text.includes('\u00a0')).length).toBeGreaterThan(10);
    expect(drawn.filter((text) => /["']/.test(text))).toEqual([]);
  });
});
