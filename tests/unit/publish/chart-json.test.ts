import { describe, expect, it } from 'vitest';
import { getChartData } from '../../../src/drawings/chart-data.ts';
import { readContent } from '../../../src/library/read-content.ts';
import { formatChartJson } from '../../../src/publish/chart-json.ts';
import { toPlainText } from '../../../src/evidence/inline.ts';
import { getNumber } from '../../../src/evidence/record.ts';

type ChartJson = {
  [key: string]: unknown;
  sources: { id: string; url?: string }[];
  rows: {
    [key: string]: unknown;
    value?: number | string | null;
    record?: string;
    sources?: string[];
  }[];
};
const { charts, record } = readContent(process.cwd()).content;

describe.each(charts.map(({ id, value, table }) => ({ id, chart: value, table })))(
  'the JSON of $id',
  ({ id, chart, table }) => {
    const data = getChartData(record, id, chart, table?.rows);
    const text = formatChartJson(record, data, `https://custody.example/charts/${id}/`);
    const json = JSON.parse(text) as ChartJson;

    it('holds the record’s values, row by row', () => {
      expect(json.rows).toHaveLength(data.rows.length);
      if (chart.kind === 'timeline' || chart.kind === 'map') {
        const known = [...(record.events ?? []), ...(record.places ?? [])];
        for (const { event, id: place = event, title, place: name, ...row } of json.rows) {
          const entry = known.find((one) => one.id === place);
          expect(entry).toMatchObject(
            'lane' in row
              ? { date: row.date, sources: row.sources }
              : { latitude: row.latitude, longitude: row.longitude },
          );
          expect(toPlainText(entry && 'title' in entry ? entry.title : (entry?.name ?? ''))).toBe(
            title ?? name,
          );
        }
        return;
      }
      if (chart.kind === 'route') {
        const stops = json.rows.filter((_, index) => index % 2 === 0);
        expect(stops.map(({ title, event }) => [title, event])).toEqual(
          chart.stops.map(({ title, event }) => [toPlainText(title), event ?? null]),
        );
        for (const { date, event } of stops)
          expect(date).toBe(
            record.events?.find(({ id: eventId }) => eventId === event)?.date ?? null,
          );
        if (chart.number !== undefined)
          expect(stops.at(-1)?.days).toBe(getNumber(record, chart.number).value);
        return;
      }
      if (table) {
        expect(json.rows.map(({ value }) => value ?? undefined)).toEqual(
          table.rows.flatMap(({ values }) => values),
        );
        return;
      }
      for (const row of json.rows) {
        if (row.record === undefined) expect(row.value).toBeNull();
        else
          expect(row.value).toBe(
            getNumber(record, row.record).value ?? getNumber(record, row.record).words,
          );
      }
    });

    it('says what it is and where it is from, in plain words', () => {
      expect(Object.keys(json)).toEqual([
        ...[
          'id',
          'address',
          'licence',
          'kind',
          'title',
          'subtitle',
          'description',
          'note',
          'source_line',
          'sources',
          'rows',
        ],
      ]);
      expect(text.endsWith('}\n')).toBe(true);
      expect(text).not.toMatch(/\]\((?:num|source):|<Plain>|"wording"/);
      const named = new Set(json.sources.map((source) => source.id));
      for (const row of json.rows)
        for (const source of row.sources ?? []) expect(named).toContain(source);
      for (const { id: sourceId, url } of json.sources) {
        const source = record.sources.get(sourceId);
        expect(url).toBe(source?.linked === false ? undefined : source?.url);
      }
    });
  },
);
