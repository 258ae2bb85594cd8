import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { getChartData } from '../../../src/drawings/chart-data.ts';
import { readContent } from '../../../src/library/read-content.ts';
import { typesetContent, typesetRecord } from '../../../src/library/texts/typeset-content.ts';

const show = (text: string) => text.replaceAll('\u00a0', '~');

describe('typesetContent', () => {
  it('sets words, and keeps ids, addresses, dates and wordings that quotations are compared with', () => {
    const quantity = {
      id: '2014-2017',
      tag: 'E-07',
      title: `Iraq's 40 tanks`,
      not_counted: ['tanks - "M1A1"'],
      unit: { kind: 'count', one: 'tank', many: `tank's` },
      statements: [{ id: '2014-2017', source: '2014-2017', value: 2014, wording: '7.62 mm' }],
      rounded: ['7.62 mm'],
    };
    const source = {
      title: `Iraq's 40 tanks`,
      url: 'https://example.org/2014-2017/',
      quotes: [{ text: `Iraq's`, by: '7.62 mm' }],
    };
    const event = { id: 'a', title: '7.62 mm', numbers: ['2014-2017'], sources: ['2014-2017'] };
    const chart = {
      kind: 'bars',
      groups: [{ rows: [{ label: '7.62 mm', values: { title: '2014-2017' } }] }],
    };
    const look = (value: unknown): unknown => JSON.parse(show(JSON.stringify(value)));
    expect(look(typesetRecord('quantity', quantity))).toEqual({
      ...quantity,
      title: 'Iraq’s 40~tanks',
      not_counted: ['tanks~– “M1A1”'],
      unit: { kind: 'count', one: 'tank', many: 'tank’s' },
      statements: [{ ...quantity.statements[0], wording: '7.62~mm' }],
    });
    expect(look(typesetRecord('source', source))).toEqual({ ...source, title: 'Iraq’s 40~tanks' });
    expect(look(typesetRecord('event', event))).toEqual({ ...event, title: '7.62~mm' });
    expect(look(typesetRecord('chart', chart))).toEqual({
      ...chart,
      groups: [{ rows: [{ label: '7.62~mm', values: { title: '2014-2017' } }] }],
    });
  });

  const { content } = readContent(join(import.meta.dirname, '../../..'));
  const set = typesetContent(content);

  it('leaves the content that it was given, and the text of articles, as they are', () => {
    expect(set.articles.map(({ tree }) => tree)).toEqual(content.articles.map(({ tree }) => tree));
    expect(readContent(join(import.meta.dirname, '../../..')).content.record).toEqual(
      content.record,
    );
  });

  it('gives every number the value, hedge, tag and sources that it had', () => {
    const bare = (value: unknown) => JSON.stringify(value).replace(/[“”‘’–\u00a0"' \\-]/g, '');
    expect([...set.record.quantities.keys()]).toEqual([...content.record.quantities.keys()]);
    for (const [id, quantity] of content.record.quantities)
      expect(bare(set.record.quantities.get(id))).toBe(bare(quantity));
    for (const [id, breakdown] of content.record.breakdowns)
      expect(bare(set.record.breakdowns.get(id))).toBe(bare(breakdown));
  });
});

describe('a chart', () => {
  const { content } = readContent(join(import.meta.dirname, '../../..'));

  it('draws typeset words and gives those typed away', () => {
    const drawn = content.charts.flatMap(({ id, value, table }) => {
      const { drawings, rows } = getChartData(content.record, id, value, table?.rows);
      expect(JSON.stringify(rows)).not.toContain('\u00a0');
      return drawings.flatMap(({ parts }) =>
        parts.flatMap(({ texts }) => texts.map(({ text }) => text)),
      );
    });
    expect(drawn.filter((text) => text.includes('\u00a0')).length).toBeGreaterThan(10);
    expect(drawn.filter((text) => /["']/.test(text))).toEqual([]);
  });
});
