import { describe, expect, it } from 'vitest';
import type { DrawingPart } from '../../../src/charts/drawing.ts';
import { findMisplacedTexts } from '../../../src/charts/misplaced-texts.ts';
import { layoutSmall } from '../../../src/charts/kinds.ts';
import { smallSize } from '../../../src/charts/small-pen.ts';
import { getChartData } from '../../../src/drawings/chart-data.ts';
import { readContent } from '../../../src/library/read-content.ts';
import { typesetTable } from '../../../src/drawings/chart-kinds.ts';
import {
  barsSamples,
  makeNumber,
  makeRange,
  makeRelay,
  makeRoute,
  makeShares,
  makeUnits,
  rangeSamples,
  relaySamples,
  routeSamples,
  sharesSamples,
  unitsSamples,
} from '../../drawings/samples.ts';
import { readDots } from '../../drawings/read-drawing.ts';
import { readBoxes, readDiscs, readLevels, readPath } from '../../drawings/read-path.ts';

const { content } = readContent(process.cwd());
const published = content.charts.flatMap(({ id, value, table }) => {
  const part = layoutSmall(
    typesetTable(getChartData(content.record, id, value, table?.rows).table),
  );
  return part ? [{ id, part }] : [];
});

function draw(table: Parameters<typeof layoutSmall>[0]): DrawingPart {
  const part = layoutSmall(table);
  if (!part) throw new Error('This kind has no small drawing.');
  return part;
}

const textsOf = (part: DrawingPart) => part.texts.map(({ text }) => text);
const countShapes = (part: DrawingPart, kind: string) =>
  part.paths.filter((path) => path.kind === kind).flatMap(({ d }) => readPath(d)).length;

describe('the small drawings of the site', () => {
  it('exist for every chart but a map', () => {
    expect(published.map(({ id }) => id)).toEqual(
      content.charts.flatMap(({ id, value }) => (value.kind === 'map' ? [] : [id])),
    );
  });

  it.each(published)('$id: every letter is large, inside, and over nothing else', ({ part }) => {
    expect(findMisplacedTexts(part)).toEqual([]);
    for (const { size } of part.texts)
      expect(size * (300 / smallSize.width)).toBeGreaterThanOrEqual(15);
    for (const { d } of part.paths) expect(d).not.toMatch(/NaN|Infinity|undefined|\.\d\d/);
  });
});

describe('layoutSmall', () => {
  it.each(
    Object.entries({
      ...unitsSamples,
      ...barsSamples,
      ...sharesSamples,
      ...rangeSamples,
      ...relaySamples,
      ...routeSamples,
    }),
  )('is of one size, with its hedges: %s', (_, table) => {
    const part = draw(table);
    expect({ width: part.width, height: part.height }).toEqual(smallSize);
    if (table.kind === 'units') expect(textsOf(part)).toContain(table.rows[0]?.numbers[0].label);
  });

  it('draws as many dots as the numbers say, and blocks where dots are too many', () => {
    const few = draw(
      makeUnits([
        ['lorries', makeNumber(2300)],
        ['guns', makeNumber(52, { hedge: 'as many as' })],
        ['tanks', makeNumber(40)],
      ]),
    );
    expect(readDots([few], 'main', 3)).toBe(2392);
    expect(textsOf(few)).toEqual(expect.arrayContaining(['2,300', 'as many as 52']));
    const many = draw(
      makeUnits([
        ['rifles', makeNumber(74_000)],
        ['rifles', makeNumber(4000)],
      ]),
    );
    expect(countShapes(many, 'dot')).toBe(78);
    expect(textsOf(many)).toEqual(expect.arrayContaining(['74,000', '4,000']));
  });

  it('draws the longest bars and, apart, the one to notice', () => {
    const part = draw(barsSamples['groups, bracket, highlight and remainder'] ?? makeUnits([]));
    expect(textsOf(part)).toEqual(expect.arrayContaining(['Ashford', 'Brook', 'Crane', 'Dunmore']));
    expect(textsOf(part)).not.toContain('Not listed');
    expect(part.paths.filter(({ kind }) => kind === 'divider')).toHaveLength(1);
    const lengths = part.paths
      .filter(({ kind }) => kind === 'bar')
      .flatMap(({ d }) => readLevels(d).map(({ from, to }) => to - from));
    expect((lengths[1] ?? 0) / (lengths[0] ?? 1)).toBeCloseTo(6.96 / 20.24, 1);
  });

  it('divides each whole where its shares end, and says the first', () => {
    const part = draw(
      makeShares([
        ['Guns', 97, 3],
        ['Shells', 40],
      ]),
    );
    expect(textsOf(part)).toEqual(['Guns', '97 made here', 'Shells', '40 made here']);
    const ends = part.paths.flatMap(({ d }) => readBoxes(d).map(({ right }) => right));
    expect(ends.sort((a, b) => a - b)).toEqual(
      [0.4, 0.97, 1].map((share) => share * smallSize.width),
    );
  });

  it('places values on one axis from zero, hollow where they are not printed', () => {
    const part = draw(
      makeRange([
        { value: 250, role: 'context' },
        { value: 1000 },
        { value: 2000, hedge: 'more than' },
        {},
      ]),
    );
    expect(textsOf(part)).toEqual(['250', '1,000', 'more than 2,000']);
    const list = (wanted: string) =>
      part.paths
        .filter(({ kind }) => kind === wanted)
        .flatMap(({ d }) => readDiscs(d).map(({ x }) => x - 12));
    const [hollow] = list('outline');
    const [half, whole] = list('dot');
    expect((hollow ?? 0) / (whole ?? 1)).toBeCloseTo(0.125, 2);
    expect((half ?? 0) / (whole ?? 1)).toBeCloseTo(0.5, 2);
  });

  it('shows every printing of a relay, and its number where it is another than before', () => {
    const part = draw(
      makeRelay([
        { value: 4000 },
        { value: 4000, custody: 'kept', from: 0 },
        { value: 74_000, custody: 'changed', from: 1, changes: ['74,000 instead of 4,000'] },
        { value: 74_000, custody: 'kept', from: 2 },
      ]),
    );
    expect(textsOf(part).filter((text) => /^[\d,]+$/.test(text))).toEqual(['4,000', '74,000']);
    const shapes = part.paths.flatMap(({ kind, d }) => readPath(d).map(() => kind));
    expect(shapes.sort()).toEqual(['dot', 'knot', 'knot', 'ring', 'thread']);
  });

  it('marks every event of a timeline', () => {
    const row = (year: number, lane: 'ground' | 'record') => ({
      ...{
        id: `e-${year}`,
        date: { year, month: 6 },
        dateText: '',
        title: 'Something',
        lane,
        major: false,
        places: [],
        sources: [],
      },
    });
    const part = draw({
      kind: 'timeline',
      id: 'sample',
      rows: [row(2003, 'ground'), row(2014, 'ground'), row(2014, 'record'), row(2017, 'record')],
    });
    const count = (kind: string) =>
      part.paths.filter((path) => path.kind === kind).flatMap(({ d }) => readPath(d)).length;
    expect([count('square'), count('ring')]).toEqual([2, 2]);
    expect(textsOf(part)).toEqual(['2003', '2017']);
  });

  it('says that a leg is not known, and draws every day', () => {
    const part = draw(routeSamples['a leg that nobody could follow'] ?? makeUnits([]));
    expect(textsOf(part)).toEqual(
      expect.arrayContaining(['59', 'Not known', 'Stop 1', 'Stop 2', 'Stop 3']),
    );
    const [bar] = part.paths.filter(({ kind }) => kind === 'bar');
    const [mark = 0, gap = 0] = bar?.dash ?? [];
    expect(((readLevels(bar?.d ?? '')[0]?.to ?? 0) + gap) / (mark + gap)).toBeCloseTo(59, 1);
    const known = draw(makeRoute([{}, {}], [{ what: 'a crate', from: 'Ashford', to: 'Brook' }]));
    expect(known.paths.filter(({ kind, dash }) => kind === 'thread' && dash)).toEqual([]);
  });

  it('never draws a leg whole that was left out with a stop between', () => {
    const stops = [{}, {}, {}, {}];
    const leg = { what: 'a crate', from: 'Ashford', to: 'Brook' };
    const part = draw(makeRoute(stops, [leg, leg, { unknown: 'who' }]));
    expect(part.paths.filter(({ kind, dash }) => kind === 'thread' && dash)).toHaveLength(1);
  });
});
