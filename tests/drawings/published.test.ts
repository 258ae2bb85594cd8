import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { geoDistance, geoStream, type GeoPermissibleObjects } from 'd3';
import { describe, expect, it } from 'vitest';
import { layoutBars } from '../../src/charts/bars/layout.ts';
import { layoutMap } from '../../src/charts/map/layout.ts';
import { toAxisTable } from '../../src/charts/range/axis-table.ts';
import { layoutAxis } from '../../src/charts/range/layout.ts';
import { layoutRelay } from '../../src/charts/relay/layout.ts';
import { layoutRoute } from '../../src/charts/route/layout.ts';
import { layoutShares } from '../../src/charts/shares/layout.ts';
import { layoutTimeline } from '../../src/charts/timeline/layout.ts';
import { layoutUnits } from '../../src/charts/units/layout.ts';
import { frames, type Frame } from '../../src/charts/drawing.ts';
import type { ChartTable, ChartTableOf } from '../../src/charts/chart-table.ts';
import type { Chart } from '../../src/schema/chart.ts';
import { getNumber } from '../../src/evidence/record.ts';
import { listChartIds } from '../../src/library/markup/article-text.ts';
import { getChartData, type ChartData } from '../../src/drawings/chart-data.ts';
import { linkMarks } from '../../src/drawings/chart-kinds.ts';
import { getGeography } from '../../src/drawings/geography.ts';
import { findChartProblems } from '../../src/drawings/chart-problems.ts';
import { readContent } from '../../src/library/read-content.ts';
import { printDrawing } from './print-drawing.ts';
import { readBars, readDots, readMarks } from './read-drawing.ts';
import { tableCharts } from './table-charts.ts';
import { readPath } from './read-path.ts';

const { content } = readContent(process.cwd());
const { charts, record } = content;

const bound = charts.flatMap(({ id, value, table }) => (table ? [] : { id, chart: value }));

type Compare<T> = (table: T, frame: Frame['name'], chart: Chart) => void;

/** One comparison for each kind: the types require a comparison with the record for every kind. */
const compare = {
  bars(table, frame) {
    const layout = layoutBars(table, frames[frame]);
    const read = layout.parts.flatMap((part, index) => readBars(part, layout).map((bar) => ({ ...bar, part: index })));
    for (const bar of layout.bars) {
      const drawn = read.find(({ part, x, y }) => part === bar.part && x === bar.x && y === bar.y);
      expect(Math.abs((drawn?.value ?? Number.NaN) - Number(getNumber(record, bar.ref).value)), bar.ref).toBeLessThan(0.15 * bar.mark);
    }
    expect(read).toHaveLength(layout.bars.length);
  },
  shares(table, frame) {
    const layout = layoutShares(table, frames[frame]);
    for (const part of layout.parts) {
      for (const role of new Set(layout.shares.map((share) => share.role))) {
        const recorded = layout.shares.filter((share) => share.role === role).reduce((sum, { ref }) => sum + Number(getNumber(record, ref).value), 0);
        expect(readMarks(part, role, [0, part.height]), role).toBeCloseTo(recorded, 0);
      }
    }
  },
  range(table, frame) {
    const { marks, invert } = layoutAxis(toAxisTable(table), frames[frame]);
    const drawn = table.rows.filter(({ numbers: [first] }) => getNumber(record, first.ref).value !== undefined);
    expect(marks).toHaveLength(drawn.length);
    const top = Math.max(...marks.map((mark) => invert(mark.high)));
    drawn.forEach(({ numbers }, index) => {
      for (const { ref } of numbers) expect(Math.abs(invert(marks[index]?.low ?? Number.NaN) - Number(getNumber(record, ref).value)), ref).toBeLessThan(top / 500);
    });
  },
  relay(table, frame) {
    const { knots, parts } = layoutRelay(table, frames[frame]);
    const statements = record.quantities.get(knots[0]?.ref.split('/')[0] ?? '')?.statements ?? [];
    expect(knots.map((knot) => knot.ref.split('/')[1])).toEqual(statements.map(({ id: statementId }) => statementId));
    const texts = parts.flatMap((part) => part.texts.map(({ text }) => text));
    for (const { value } of statements) expect(texts).toContain(value?.toLocaleString('en-GB'));
    const count = (kind: string) => parts.flatMap((part) => part.paths).filter((path) => path.kind === kind).flatMap(({ d }) => readPath(d)).length;
    expect(count('ring')).toBe(statements.filter(({ repeats }) => !repeats?.statement || repeats.basis === 'inferred').length);
    expect(count('ring') + count('knot') + count('dot')).toBe(statements.length);
  },
  route(table, frame, chart) {
    if (chart.kind !== 'route') throw new Error('A route is drawn from a route.');
    const { stops, legs, marks, parts } = layoutRoute(table, frames[frame]);
    expect(stops.map(({ event }) => event)).toEqual(chart.stops.map(({ event = '' }) => event));
    expect(legs.map(({ known }) => known)).toEqual(chart.legs.map(({ unknown }) => unknown === undefined));
    if (chart.number !== undefined) expect(marks).toBe(Number(getNumber(record, chart.number).value));
    const words = parts.flatMap((part) => part.texts.map(({ text }) => text)).join(' ');
    for (const { title } of table.stops) for (const word of title.split(' ')) expect(words).toContain(word);
    expect(parts.flatMap((part) => part.paths).some(({ kind, dash }) => kind === 'thread' && dash)).toBe(legs.some(({ known }) => !known));
  },
  timeline(table, frame) {
    const { marks, parts, warnings } = layoutTimeline(table, frames[frame]);
    expect(warnings).toEqual([]);
    expect(marks.map((mark) => [mark.id, mark.lane]).sort()).toEqual((record.events ?? []).map((event) => [event.id, event.lane]).sort());
    const words = parts.flatMap((part) => part.texts.map(({ text }) => text)).join(' ');
    for (const { title } of (record.events ?? []).filter(({ major }) => major))
      for (const word of title.split(' ')) expect(words).toContain(word);
  },
  map(table, frame) {
    const { points, outside, parts } = layoutMap(table, frames[frame]);
    expect([...points.map((point) => point.id), ...outside].sort()).toEqual((record.places ?? []).map((place) => place.id).sort());
    const texts = parts.flatMap((part) => part.texts.map(({ text }) => text));
    for (const place of record.places ?? []) expect(texts.includes(place.name), place.name).toBe(!outside.includes(place.id));
  },
  units(table, frame) {
    const layout = layoutUnits(table, frames[frame]);
    const drawn = readDots(layout.parts, 'main', layout.pitch) + readDots(layout.parts, 'disputed', layout.pitch);
    const recorded = table.rows.reduce((sum, row) => sum + Number(getNumber(record, row.numbers[0].ref).value ?? 0), 0);
    expect(drawn * table.dot).toBeCloseTo(recorded, 0);
  },
} satisfies { [K in ChartTable['kind']]: Compare<ChartTableOf<K>> };

describe.each(bound)('the published chart $id', ({ id, chart }) => {
  it('can be drawn', () => {
    expect(findChartProblems(record, id, chart)).toEqual([]);
  });

  it.each(['phone', 'tablet', 'desktop'] as const)('draws what the record says, on a %s', (frame) => {
    const { table, layoutTablet } = getChartData(record, id, chart);
    // A tablet shows the phone's drawing if its own has no room for its words.
    if (frame === 'tablet' && !layoutTablet()) return;
    (compare[table.kind] as Compare<ChartTable>)(table, frame, chart);
  });
});

it('most published charts have a drawing for tablets', () => {
  const drawn = bound.filter(({ id, chart }) => getChartData(record, id, chart).layoutTablet());
  expect(drawn.length).toBeGreaterThan(bound.length / 2);
});

function readTableChart(id: string, yaml: string, csv: string) {
  const root = mkdtempSync(join(tmpdir(), 'table-charts-'));
  cpSync('tests/content/_base', root, { recursive: true });
  mkdirSync(join(root, 'content/charts'));
  writeFileSync(join(root, `content/charts/${id}.yaml`), yaml);
  writeFileSync(join(root, `content/charts/${id}.csv`), csv);
  const { content: own } = readContent(root);
  rmSync(root, { recursive: true });
  const [file] = own.charts;
  if (!file) throw new Error(`${id} cannot be read.`);
  return { id, file, sources: own.record, values: tableCharts[id]?.values ?? [] };
}

/** Samples, and all charts that the site publishes. */
const withTables = [
  ...Object.entries(tableCharts).map(([id, { yaml, csv }]) => readTableChart(id, yaml, csv)),
  ...charts.flatMap((file) => (file.table ? { id: file.id, file, sources: record, values: file.table.rows.map((row) => row.values) } : [])),
];

describe.each(withTables)('the chart $id, with a table of its own', ({ id, file, sources, values }) => {
  const { table } = getChartData(sources, id, file.value, file.table?.rows);

  it('can be drawn', () => {
    expect(findChartProblems(sources, id, file.value, file.table?.rows)).toEqual([]);
  });

  it.each(['phone', 'tablet', 'desktop'] as const)('draws what its table says, on a %s', (frame) => {
    const ascending = (numbers: number[]) => numbers.toSorted((a, b) => a - b);
    if (table.kind === 'bars') {
      const layout = layoutBars(table, frames[frame]);
      const drawn = ascending(layout.parts.flatMap((part) => readBars(part, layout)).map((bar) => bar.value));
      const said = ascending(values.flat().filter((value) => value !== undefined));
      expect(drawn).toHaveLength(said.length);
      drawn.forEach((value, index) => expect(Math.abs(value - (said[index] ?? Number.NaN))).toBeLessThan(0.15 * (layout.bars[0]?.mark ?? 0)));
    } else {
      if (table.kind !== 'shares') throw new Error('Only bars and shares have tables of their own.');
      const layout = layoutShares(table, frames[frame]);
      for (const [index, { role }] of table.parts.entries()) {
        const said = values.reduce((sum, row) => sum + (row[index] ?? 0), 0);
        const drawn = layout.parts.reduce((sum, part) => sum + readMarks(part, role, [0, part.height]), 0);
        expect(drawn, role).toBeCloseTo(said, 0);
      }
    }
  });
});

describe.each(charts)('the marks of $id', ({ id, value, table: rows }) => {
  const data = getChartData(record, id, value, rows?.rows);
  const links = linkMarks(data.table);

  it('are links, each of the record in both drawings, with value or title and source', () => {
    for (const { parts } of data.drawings) {
      const keys = new Set(parts.flatMap((part) => (part.targets ?? []).map(({ key }) => key)));
      const undrawn = [...links.keys()].filter((key) => !keys.has(key));
      expect([...keys].filter((key) => !links.has(key))).toEqual([]);
      // Only what the drawing does not show has no link: a number in words, a place outside the
      // frame.
      const outside = data.table.kind === 'map' ? layoutMap(data.table, frames.desktop).outside : [];
      const inWords = data.rows.flatMap(({ number }) => (number && number.value === undefined && !number.range ? number.ref : []));
      const again = data.table.kind === 'range' ? data.table.rows.flatMap(({ numbers: [, ...others] }) => others.map(({ ref }) => ref)) : [];
      expect(undrawn.filter((key) => ![...outside, ...inWords, ...again].includes(key))).toEqual([]);
    }
    for (const { path, name } of links.values()) {
      expect(path).toMatch(/^\/(numbers|sources|timeline|places)\/[^ ]*$/);
      expect(name).toMatch(/\S[;,] \S/);
    }
  });

  it('lie inside their drawing, none over the whole of another', () => {
    for (const { width, height, targets = [] } of data.drawings.flatMap(({ parts }) => parts)) {
      const boxes = targets.flatMap(({ boxes: own }) => own);
      for (const { left, top, right, bottom } of boxes) {
        expect(right - left).toBeGreaterThan(0);
        expect(bottom - top).toBeGreaterThan(0);
        expect([left >= -12, top >= -12, right <= width + 12, bottom <= height + 12]).toEqual([true, true, true, true]);
      }
      for (const one of boxes)
        for (const other of boxes)
          if (one !== other) expect(other.left >= one.left && other.right <= one.right && other.top >= one.top && other.bottom <= one.bottom).toBe(false);
    }
  });
});

const printLinked = ({ drawings, table }: ChartData) => drawings.map((drawing) => printDrawing(drawing, linkMarks(table))).join('');
const printBare = ({ drawings }: ChartData) =>
  drawings.map(({ parts, ...drawing }) => printDrawing({ ...drawing, parts: parts.map(({ targets: _, ...part }) => part) })).join('');
const weigh = (text: string) => brotliCompressSync(text).length;

const articles = content.articles.flatMap(({ slug, tree }) => (tree && listChartIds(tree).length > 0 ? [{ slug, ids: listChartIds(tree) }] : []));

it.each(articles)('keeps the drawings of $slug together within 8 kB, and the addresses and names of their marks within 4 kB', ({ ids }) => {
  const all = charts.filter(({ id }) => ids.includes(id)).map(({ id, value, table }) => getChartData(record, id, value, table?.rows));
  const bare = weigh(all.map(printBare).join(''));
  expect(bare).toBeLessThan(8 * 1024);
  expect(weigh(all.map(printLinked).join('')) - bare).toBeLessThan(4 * 1024);
});

it.each(charts)('keeps both drawings of $id within 4 kB, within 6 kB with the coasts of a map, and its links within 3 kB', ({ id, value, table }) => {
  const data = getChartData(record, id, value, table?.rows);
  const bare = weigh(printBare(data));
  expect(bare).toBeLessThan((value.kind === 'map' ? 6 : 4) * 1024);
  expect(weigh(printLinked(data)) - bare).toBeLessThan(3 * 1024);
});

function listPoints(shape: GeoPermissibleObjects): [number, number][] {
  const points: [number, number][] = [];
  const ignore = () => undefined;
  geoStream(shape, { point: (x, y) => points.push([x, y]), lineStart: ignore, lineEnd: ignore, polygonStart: ignore, polygonEnd: ignore });
  return points;
}

it('finds what the titles of timeline and map say', () => {
  const { events = [], places = [] } = record;
  const fall = events.find(({ id }) => id === 'fall-of-mosul')?.date ?? '';
  const said = events.filter(({ lane }) => lane === 'record');
  expect(said.filter(({ date }) => date > fall).length / said.length).toBeGreaterThan(0.85);
  // Kilometres along the globe to the nearest point of a river, or of the country beyond the
  // border.
  const { rivers, countries } = getGeography(record);
  const borders = countries.filter(({ name }) => name === 'Turkey').map(({ shape }) => shape);
  const lines = [...rivers.map(({ shape }) => shape), ...borders];
  const points = lines.flatMap(listPoints);
  const far = places.filter(({ country, longitude, latitude }) => {
    const kilometres = Math.min(...points.map((point) => geoDistance(point, [longitude, latitude]) * 6371));
    return ['Iraq', 'Syria'].includes(country) && kilometres > 100;
  });
  expect(far.map(({ name }) => name)).toEqual(['Palmyra']);
});
