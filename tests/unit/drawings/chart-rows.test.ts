import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { layoutBars } from '../../../src/charts/bars/layout.ts';
import { choosePrintedColumns } from '../../../src/charts/table-columns.ts';
import { frames } from '../../../src/charts/drawing.ts';
import { checkContent } from '../../../src/desk/check/run-rules.ts';
import {
  draftDescription,
  formatChartCsv,
  getChartData,
} from '../../../src/drawings/chart-data.ts';
import { renderChartPng } from '../../../src/drawings/chart-picture.ts';
import { formatChartSvg, getPicture } from '../../../src/drawings/whole-svg.ts';
import { formatChartJson } from '../../../src/publish/chart-json.ts';
import { readBars } from '../../drawings/read-drawing.ts';

/** The examples of the editor's guide, added to the small good site of the check's tests. */
const guide = readFileSync('content/README.md', 'utf8');
const start = guide.indexOf('### Numbers that no record holds');
const section = guide.slice(start, guide.indexOf('\n## ', start));
const [yaml = ''] = [...section.matchAll(/```yaml\n(.*?)```/gs)].map((match) => match[1] ?? '');
const [csv = ''] = [...section.matchAll(/```csv\n(.*?)```/gs)].map((match) => match[1] ?? '');
const words = `title: Most parcels went north
subtitle: Parcels, June 2014
description: Bars of countable marks; the longest stands for the parcels that went to the north of the country, others are shorter.
sources: "[Reuters](source:reuters-van-buren)"
`;

const workshop = mkdtempSync(join(tmpdir(), 'rows-'));
afterAll(() => rmSync(workshop, { recursive: true, force: true }));

function check(name: string, chart: string, table: string) {
  const root = join(workshop, name);
  cpSync('tests/content/_base', root, { recursive: true });
  mkdirSync(join(root, 'content/charts'), { recursive: true });
  writeFileSync(join(root, 'content/charts/parcels.yaml'), chart);
  writeFileSync(join(root, 'content/charts/parcels.csv'), table);
  return checkContent(root);
}

describe('a chart with a table of its own', () => {
  const { content, findings } = check(
    'guide',
    yaml.replaceAll('gazette-2014', 'reuters-van-buren'),
    csv.replaceAll('gazette-2014', 'reuters-van-buren'),
  );
  const [file] = content.charts;
  if (!file) throw new Error('The example cannot be read.');
  const data = getChartData(content.record, 'parcels', file.value, file.table?.rows);
  const values = csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[1]);
  const printed = values.map((value) => (value === '–' ? undefined : Number(value)));

  it('is the example of the guide, which has no finding', () => {
    expect(findings).toEqual([]);
    expect(printed.length).toBeGreaterThan(2);
  });

  it.each(['phone', 'desktop'] as const)('draws its rows, on a %s', (frame) => {
    if (data.table.kind !== 'bars') throw new Error('The example draws bars.');
    const layout = layoutBars(data.table, frames[frame]);
    expect(layout.warnings).toEqual([]);
    const read = layout.parts.flatMap((part) => readBars(part, layout));
    const expected = printed.filter((value) => value !== undefined);
    expect(read.map(({ value }) => Math.round(value)).sort()).toEqual(
      expected.map(Math.round).sort(),
    );
  });

  it('has the same rows in table, CSV and JSON, with their source and without a record', () => {
    expect(data.rows.map(({ cells }) => cells.value)).toEqual(printed);
    expect(data.records).toEqual([]);
    expect(choosePrintedColumns(data.rows).columns.map(({ id }) => id)).not.toContain('record');
    expect(data.rows.find(({ cells }) => cells.value === printed[0])?.sourceNames).toEqual([
      'Reuters',
    ]);
    const lines = formatChartCsv(data).trim().split('\r\n').slice(1);
    expect(lines).toHaveLength(printed.length);
    for (const line of lines) expect(line).toMatch(/reuters-van-buren,$|not printed,,$/);
    const json = JSON.parse(
      formatChartJson(content.record, data, 'https://example.org/charts/parcels.json'),
    ) as {
      rows: { value: number | null }[];
      sources: { id: string }[];
    };
    expect(json.rows.map(({ value }) => value)).toEqual(printed.map((value) => value ?? null));
    expect(json.sources.map(({ id }) => id)).toEqual(['reuters-van-buren']);
  });

  it('is drafted with its numbers freed, not bound', () => {
    const draft = draftDescription(content.record, 'parcels', file.value, file.table?.rows);
    expect(draft).toContain(`<Plain>at least ${printed[0]}</Plain>`);
    expect(draft).not.toContain('](num:');
  });

  it('is given away as SVG and PNG', async () => {
    const picture = getPicture(data, 'Chain of Custody', 'https://example.org/charts/parcels/');
    const svg = formatChartSvg(picture);
    expect(svg).toContain('The North has most of the parcels');
    for (const { cells } of data.rows) expect(svg).toContain(`>${cells.label}<`);
    expect((await sharp(await renderChartPng(picture)).metadata()).width).toBe(picture.width * 2);
  });
});

describe('shares with a table of their own', () => {
  const chart = `kind: shares
table: csv
${words}unit: { kind: percent, one: per cent, many: per cent }
base: 400 parcels
read_in: [reuters-van-buren]
parts:
  - { id: east, label: from the east }
  - { id: west, label: from the west, role: context }
`;
  it('are drawn, a dash as a part that was not printed', () => {
    const { content, findings } = check(
      'shares',
      chart,
      'label,east,west,qualifier,note\nNorth,60.5,39.5,about,weighed\nSouth,20,–,,\n',
    );
    expect(findings).toEqual([]);
    const [file] = content.charts;
    if (!file) throw new Error('The chart cannot be read.');
    const { rows } = getChartData(content.record, 'parcels', file.value, file.table?.rows);
    expect(
      rows.map(({ cells, valueText }) => [
        cells.label,
        cells.measure,
        cells.value,
        cells.qualifier,
        cells.base,
        valueText,
      ]),
    ).toEqual([
      ['North', 'from the east', 60.5, 'about', '400 parcels', '60.5%'],
      ['North', 'from the west', 39.5, 'about', '400 parcels', '39.5%'],
      ['South', 'from the east', 20, '', '400 parcels', '20%'],
      ['South', 'from the west', undefined, undefined, undefined, '–'],
    ]);
  });
});

it('keeps a text that looks like a formula, and guards it in the file given away', () => {
  const chart = `kind: bars\ntable: csv\n${words}unit: { kind: count, one: parcel, many: parcels }\nread_in: [reuters-van-buren]\nmeasures:\n  - { id: parcels, label: Parcels }\n`;
  const { content, findings } = check(
    'formula',
    chart,
    '\ufefflabel,value\r\n"=1+1, or ""two""",12\r\nSouth,3\r\n',
  );
  expect(findings).toEqual([]);
  const [file] = content.charts;
  if (!file) throw new Error('The chart cannot be read.');
  const data = getChartData(content.record, 'parcels', file.value, file.table?.rows);
  expect(data.rows[0]?.cells.label).toBe('=1+1, or "two"');
  expect(formatChartCsv(data)).toContain(`"'=1+1, or ""two""",Parcels,12,`);
});
