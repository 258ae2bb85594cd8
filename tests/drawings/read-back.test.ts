import { csvParse } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChartNumber } from '../../src/charts/chart-number.ts';
import type { ChartTable } from '../../src/charts/chart-table.ts';
import { getNumber, type EvidenceRecord, type RecordedNumber, type WithId } from '../../src/evidence/record.ts';
import { typeset } from '../../src/evidence/typeset.ts';
import { formatChartCsv, getChartData, type ChartData } from '../../src/drawings/chart-data.ts';
import { findChartProblems } from '../../src/drawings/chart-problems.ts';
import { formatChartSvg, getPicture } from '../../src/drawings/whole-svg.ts';
import { findChartData } from '../../src/drawings/chart-problems.ts';
import { readContent } from '../../src/library/read-content.ts';
import { formatChartJson } from '../../src/publish/chart-json.ts';
import { chartSchema, type Chart } from '../../src/schema/chart.ts';
import type { Place, TimelineEvent } from '../../src/schema/event.ts';
import { quantitySchema, type Quantity } from '../../src/schema/quantity.ts';
import { completeSource } from '../../src/evidence/held-source.ts';
import { sourceSchema } from '../../src/schema/source.ts';
import { hedges } from '../../src/schema/value.ts';
import { printDrawing } from './print-drawing.ts';
import { readPrintedBars, readFile, readLabel, readMap, readRange, readSvgs, readTimeline, type PrintedSvg } from './read-back.ts';
import { readDots, readMarks } from './read-drawing.ts';
import { tries } from '../how-much.ts';
import { readPath } from './read-path.ts';

const withSpaces = (text: string) => text.replaceAll('\u00a0', ' ');
const textsOf = (svgs: PrintedSvg[], style?: string) => svgs.flatMap(({ texts }) => texts.flatMap((text) => (style === undefined || text.style === style ? withSpaces(text.text) : [])));

/** Returns the middle of a day, month or year as a decimal year, by counting days. */
function toInstant(date: string): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  const days = (from: number, to: number) => (to - from) / 86_400_000;
  const [begin, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  const from = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const to = day !== undefined ? from + 86_400_000 : month !== undefined ? Date.UTC(year, month, 1) : end;
  return year + days(begin, (from + to) / 2) / days(begin, end);
}

/**
 * The label shows what the record says: value, hedge, and the unit's sign unless the heading has
 * it.
 */
function expectLabel(label: string, number: Pick<RecordedNumber, 'value' | 'words' | 'hedge' | 'unit' | 'ref'>, { bare = false } = {}): void {
  if (number.value === undefined) {
    expect(withSpaces(label), number.ref).toContain(number.words);
    return;
  }
  const read = readLabel(withSpaces(label));
  expect(read.values, `${number.ref}: ${label}`).toEqual([number.value].flat());
  expect(read.hedge, `${number.ref}: ${label}`).toBe(number.hedge);
  const sign = number.unit.kind === 'count' || (bare && number.unit.kind === 'percent') ? undefined : number.unit.kind;
  expect(read.sign, `${number.ref}: ${label}`).toBe(sign);
}

/** Converts an SVG to the type that the older readers expect. */
const toPart = ({ paths, ...svg }: PrintedSvg) => ({ ...svg, paths: paths.map(({ dash, ...path }) => ({ ...path, ...(dash.length === 2 && { dash: dash as [number, number] }) })) }) as never;

type Reading = (data: ChartData, svgs: PrintedSvg[], record: EvidenceRecord) => void;
const numbersOf = (record: EvidenceRecord, numbers: (ChartNumber | undefined)[]) => numbers.flatMap((number) => (number ? [{ ...getNumber(record, number.ref), label: number.label }] : []));
const isFine = (value: RecordedNumber['value']): value is number => typeof value === 'number';

/** One reader for each kind: the types require one for every kind. */
const readings: Record<ChartTable['kind'], Reading> = {
  bars({ table }, svgs, record) {
    if (table.kind !== 'bars') return;
    const rows = table.groups.flatMap((group) => group.rows);
    const read = svgs.flatMap((svg) => readPrintedBars(svg));
    const said = table.measures.flatMap((_, index) => numbersOf(record, rows.map((row) => row.numbers[index])).filter(({ value }) => isFine(value) && value > 0));
    expect(read.map(({ label }) => withSpaces(label)).sort()).toEqual(said.map(({ label }) => withSpaces(typeset(label))).sort());
    for (const number of said) {
      const bars = read.filter(({ label }) => withSpaces(label) === withSpaces(typeset(number.label)));
      for (const { label } of bars) expectLabel(label, number, { bare: true });
      const mark = Math.max(1, ...[...textsOf(svgs).join(' ').matchAll(/one mark is ([\d.,]+(?: (?:thousand|million|billion|trillion))?)/gu)].map(([, text = '']) => readLabel(text).values[0] ?? 1));
      // A value is drawn at least 0.3 units long, and a mark is at least half a unit wide.
      expect(Math.min(...bars.map(({ value }) => Math.abs(value - Number(number.value)))), number.ref).toBeLessThanOrEqual(Math.max(0.65 * mark, 1));
    }
    for (const number of numbersOf(record, rows.flatMap((row) => row.numbers)).filter(({ value }) => value === 0)) expectLabel(number.label, number, { bare: true });
  },
  shares({ table }, svgs, record) {
    if (table.kind !== 'shares') return;
    const numbers = numbersOf(record, table.rows.flatMap((row) => row.numbers));
    const labels = textsOf(svgs, 'strong').filter((text) => readLabel(text).values.length > 0);
    for (const number of numbers) {
      expect(labels).toContain(withSpaces(typeset(number.label)));
      expectLabel(number.label, number, { bare: true });
    }
    // On a phone, the outlines of hollow marks are half as wide as the marks, so each end of a part
    // can be read only to half a mark.
    for (const [index, { role }] of table.parts.entries()) {
      if (table.parts.filter((part) => part.role === role).length > 1) continue;
      const recorded = numbersOf(record, table.rows.map((row) => row.numbers[index])).reduce((sum, { value }) => sum + Number(value), 0);
      const drawn = svgs.reduce((sum, svg) => sum + readMarks(toPart(svg), role, [0, svg.height]), 0);
      expect(Math.abs(drawn - recorded), role).toBeLessThan((role === 'context' ? 1.1 : 0.6) * table.rows.length + 0.3);
    }
  },
  units({ table, drawings }, svgs, record) {
    if (table.kind !== 'units') return;
    const numerals = textsOf(svgs, 'numeral');
    for (const number of numbersOf(record, table.rows.flatMap((row) => row.numbers))) {
      const label = withSpaces(typeset(number.label));
      expect(numerals.some((text) => text === label || text.split(' or ').includes(label)), label).toBe(true);
      expectLabel(number.label, number);
    }
    const recorded = table.rows.reduce((sum, row) => sum + (getNumber(record, row.numbers[0].ref).value as number | undefined ?? 0), 0);
    for (const { parts } of drawings) {
      const [{ pitch } = { pitch: 1 }] = parts.flatMap((part) => part.patterns);
      const dots = [...new Set(parts.flatMap((part) => part.patterns.map(({ role }) => role)))].reduce((sum, role) => sum + readDots(parts, role, pitch), 0);
      // A value below one dot is still drawn as one.
      expect(Math.abs(dots * table.dot - recorded)).toBeLessThanOrEqual(table.rows.length * table.dot);
    }
  },
  range({ table, chart }, svgs, record) {
    if (table.kind !== 'range' || chart.kind !== 'range') return;
    const [svg] = svgs;
    if (!svg) throw new Error('Nothing is drawn.');
    const rows = chart.rows.map(({ numbers: [ref = ''] }) => getNumber(record, ref));
    const drawn = rows.filter(({ value }) => value !== undefined);
    const read = readRange(svg);
    expect(read).toHaveLength(drawn.length);
    const width = svg.width - 80;
    const most = Math.max(...read.map(({ high }) => high));
    drawn.forEach(({ value, ref }, index) => {
      const [low = 0, high = low] = [value].flat() as number[];
      for (const [is, said] of [[read[index]?.low ?? Number.NaN, low], [read[index]?.high ?? Number.NaN, high]] as const) {
        if (chart.scale === 'log') expect(Math.abs(Math.log10(is) - Math.log10(said)), ref).toBeLessThan(0.02);
        else expect(Math.abs(is - said), ref).toBeLessThanOrEqual((most / width) * 0.6);
      }
    });
    // Long labels may be broken into lines; all their words are there, in order.
    const words = textsOf([svg]).join(' ');
    for (const number of rows) {
      const label = withSpaces(typeset(table.rows[rows.indexOf(number)]?.numbers[0].label ?? ''));
      expect(words).toContain(label);
      expectLabel(label, number);
    }
  },
  relay({ table }, svgs, record) {
    if (table.kind !== 'relay') return;
    const statements = record.quantities.get(table.rows[0]?.number.recordId ?? '')?.statements ?? [];
    const numerals = textsOf(svgs, 'numeral').join(' ');
    for (const [index, { number }] of table.rows.entries()) {
      expect(numerals).toContain(withSpaces(typeset(number.label)));
      expectLabel(number.label, { ...getNumber(record, number.ref), ...(statements[index]?.hedge ? {} : { hedge: undefined }) });
    }
    const count = (kind: string) => svgs.flatMap(({ paths }) => paths).filter((path) => path.kind === kind).flatMap(({ d }) => readPath(d)).length;
    expect(count('ring') + count('knot') + count('dot')).toBe(statements.length);
  },
  route({ table, chart }, svgs, record) {
    if (table.kind !== 'route' || chart.kind !== 'route') return;
    const words = textsOf(svgs).join(' ');
    for (const { event } of chart.stops) {
      const date = record.events?.find(({ id }) => id === event)?.date;
      if (date?.length !== 10) continue;
      // Both day and month are printed, in either order.
      expect(words).toContain(String(Number(date.slice(8))));
      expect(words).toContain(date.slice(0, 4));
    }
    if (table.days) expectLabel(table.days.label, getNumber(record, table.days.ref));
  },
  timeline({ chart }, svgs, { events = [] }) {
    if (chart.kind !== 'timeline') return;
    const shown = events.filter(({ date }) => Number(date.slice(0, 4)) >= (chart.from ?? 0) && Number(date.slice(0, 4)) <= (chart.to ?? 9999));
    for (const lane of ['ground', 'record'] as const) {
      const read = svgs.flatMap(readTimeline).filter((mark) => mark.lane === lane).map(({ years }) => years).sort((a, b) => a - b);
      const said = shown.filter((event) => event.lane === lane).map(({ date }) => toInstant(date)).sort((a, b) => a - b);
      expect(read, lane).toHaveLength(said.length);
      // A tenth of a unit of the drawing, in the narrowest year.
      read.forEach((years, index) => expect(Math.abs(years - (said[index] ?? Number.NaN)), `${lane} ${said[index]}`).toBeLessThan(0.008));
    }
    const words = textsOf(svgs).join(' ');
    for (const { title, date } of shown.filter(({ major }) => major)) {
      for (const word of title.split(' ')) expect(words).toContain(word);
      if (date.length > 4) expect(words, date).toContain(new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, Number(date.slice(5, 7)) - 1, 1)));
    }
  },
  map({ chart }, svgs, { places = [], map }) {
    if (chart.kind !== 'map') return;
    const [svg] = svgs;
    if (!svg) throw new Error('Nothing is drawn.');
    const chosen = places.filter(({ id }) => !chart.places || chart.places.includes(id));
    const named = chosen.filter(({ name }) => textsOf([svg]).includes(withSpaces(typeset(name))));
    const read = readMap(svg, named.map(({ name, latitude, longitude }) => ({ name: typeset(name), latitude, longitude })), Math.round(((map?.always.west ?? 0) + (map?.always.east ?? 0)) / 2));
    if (named.length < 2) return;
    expect(read).toHaveLength(named.length);
    for (const { name, latitude, longitude } of named) {
      const nearest = Math.min(...read.map((point) => Math.max(Math.abs(point.latitude - latitude), Math.abs(point.longitude - longitude))));
      expect(nearest, name).toBeLessThan(0.06);
    }
  },
};

/** Drawings and downloads show what the record says. */
function readAllBack(data: ChartData, record: EvidenceRecord, chart: Chart): void {
  for (const drawing of data.drawings) readings[data.table.kind](data, readSvgs(printDrawing(drawing)), record);

  const picture = getPicture(data, 'A site', 'https://example.org/charts/sample/');
  const file = readFile(formatChartSvg(picture));
  for (const part of data.drawings[1].parts) {
    for (const { d } of part.paths) expect(file.strokes).toContain(d);
    for (const { text } of part.texts) expect(file.texts).toContain(text);
  }

  const rows = csvParse(formatChartCsv(data));
  const json = JSON.parse(formatChartJson(record, { id: data.id, chart, rows: data.rows }, '/charts/sample/')) as { rows: Record<string, unknown>[] };
  expect(rows).toHaveLength(json.rows.length);
  data.rows.forEach((row, index) => {
    const [csv = {}, given = {}] = [rows[index], json.rows[index]];
    if (row.number?.ref && !row.entry) {
      const number = getNumber(record, row.number.ref);
      expect([csv.record, given.record]).toEqual([row.number.ref, row.number.ref]);
      if (isFine(number.value)) {
        expect(csv.value).toMatch(/^-?\d+(?:\.\d+)?$/);
        expect([Number(csv.value), given.value], number.ref).toEqual([number.value, number.value]);
      } else if (number.value) expect([csv.value, given.value].map((text) => readLabel(String(text)).values)).toEqual([number.value, number.value]);
      else expect([csv.value, given.value]).toEqual([number.words, number.words]);
      expect(csv.qualifier?.replaceAll(' ', '-')).toBe(number.hedge ?? '');
      expectLabel([csv.qualifier, row.valueText].filter(Boolean).join(' '), number);
    }
    if (row.entry?.kind === 'event') {
      const event = record.events?.find(({ id }) => id === csv.event);
      expect([csv.date, given.date]).toEqual([event?.date, event?.date]);
    }
    if (row.entry?.kind === 'place') {
      const place = record.places?.find(({ id }) => id === csv.id);
      expect([csv.latitude, csv.longitude].map(Number)).toEqual([place?.latitude, place?.longitude]);
      expect([given.latitude, given.longitude]).toEqual([place?.latitude, place?.longitude]);
    }
  });
}

const { content } = readContent(process.cwd());

describe('what is published', () => {
  it('has a chart of every kind', () => {
    expect([...new Set(content.charts.map(({ value }) => value.kind))].sort()).toEqual(Object.keys(readings).sort());
  });

  it.each(content.charts)('reads back as the record has it: $id', (file) => {
    const data = findChartData(content.record, file);
    if (!data) throw new Error('It cannot be drawn.');
    readAllBack(data, content.record, file.value);
  });
});

/* Values that nobody expected. */

const words = {
  title: 'A finding of the test', subtitle: 'What is measured, where and when', sources: 'The gazette.',
  description: 'A drawing of numbers that were made up at random, described at such length that the schema is content with it.',
};
const source = completeSource(sourceSchema.parse({
  title: 'Gazette', publisher: 'Gazette', kind: 'reporting', url: 'https://gazette.example/', published: '2014-06-02', read_as: 'whole-page', archived: 'none-known', archived_reason: 'Not looked for.',
}));
type Said = { value?: number | [number, number]; hedge?: (typeof hedges)[number] };

function makeRecord(kind: string, said: Said[], more: Partial<EvidenceRecord> = {}): EvidenceRecord {
  const quantities = said.map((one, index): [string, WithId<Quantity>] => [
    `number-${index}`,
    { id: `number-${index}`, ...quantitySchema.parse({ tag: `E-${100 + index}`, title: `Number ${String.fromCharCode(65 + index)}`, counts: 'Things of the test.', subject: 'losses', unit: { kind, one: 'thing', many: 'things' }, statements: [{ id: 'gazette', source: 'gazette', ...one }] }) } as WithId<Quantity>,
  ]);
  return { sources: new Map([['gazette', { ...source, id: 'gazette' }]]), quantities: new Map(quantities), breakdowns: new Map(), ...more };
}

/** Numbers as newspapers print them: few significant digits, and any size. */
const digits = fc.integer({ min: 1, max: 99_999 });
const amount = (least: number, most: number) => fc.tuple(digits, fc.integer({ min: least, max: most })).map(([number, exponent]) => Number(`${number}e${exponent}`));
const hedge = fc.option(fc.constantFrom(...hedges), { nil: undefined });
const currencies = fc.constantFrom('usd', 'eur', 'gbp', 'iqd', 'jpy');
const drawIt = (record: EvidenceRecord, chart: unknown) => {
  const parsed = chartSchema.parse({ ...words, ...(chart as object) });
  const problems = findChartProblems(record, 'sample', parsed);
  // The only problems may be those of too little room, which are reported.
  fc.pre(problems.every(({ message }) => /no room|does not fit|overlap|lies on|leaves? the|too long|more than|needs more/.test(message)));
  fc.pre(problems.length === 0);
  readAllBack(getChartData(record, 'sample', parsed), record, parsed);
};
const runs = { numRuns: tries(100), seed: 20261128 };

describe('whatever the record holds', () => {
  it('reads back from bars, of counts and of money', () => {
    const of = fc.oneof(
      fc.tuple(fc.constant('count'), fc.array(amount(-7, 5), { minLength: 1, maxLength: 6 })),
      fc.tuple(currencies, fc.array(amount(-2, 9), { minLength: 1, maxLength: 6 })),
      fc.tuple(fc.constant('percent'), fc.array(amount(-7, -3), { minLength: 1, maxLength: 6 })),
    );
    fc.assert(fc.property(of, hedge, ([kind, values], hedged) => {
      const record = makeRecord(kind, values.map((value) => ({ value, ...(hedged && { hedge: hedged }) })));
      drawIt(record, { kind: 'bars', measures: [{ id: 'things', label: 'Things' }], groups: [{ rows: values.map((_, index) => ({ values: { things: `number-${index}` } })) }] });
    }), runs);
  });

  it('reads back from shares', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 0, max: 50_000 })), { minLength: 1, maxLength: 4 }), (rows) => {
      const record = makeRecord('percent', rows.flatMap(([a, b]) => [{ value: a / 1000 }, { value: b / 1000 }]));
      drawIt(record, {
        kind: 'shares', parts: [{ id: 'here', label: 'here' }, { id: 'there', label: 'there', role: 'context' }],
        rows: rows.map((_, index) => ({ label: `Whole ${String.fromCharCode(65 + index)}`, values: { here: `number-${2 * index}`, there: `number-${2 * index + 1}` } })),
      });
    }), runs);
  });

  it('reads back from a range, ranges and hedges too, on either axis', () => {
    const of = fc.oneof(fc.tuple(fc.constant('count'), fc.constant([-3, 6] as const)), fc.tuple(currencies, fc.constant([-2, 9] as const)), fc.tuple(fc.constant('percent'), fc.constant([-5, -3] as const)));
    const row = ([least, most]: readonly [number, number]) => fc.record({ value: fc.oneof(amount(least, most), fc.tuple(amount(least, most), amount(least, most)).filter(([a, b]) => a < b)), hedge });
    const tables = of.chain(([kind, size]) => fc.tuple(fc.constant(kind), fc.array(row(size), { minLength: 1, maxLength: 6 })));
    fc.assert(fc.property(tables, fc.constantFrom('linear', 'log'), ([kind, said], scale) => {
      const record = makeRecord(kind, said.map(({ value, hedge: own }) => ({ value, ...(own && { hedge: own }) })));
      drawIt(record, { kind: 'range', scale, rows: said.map((_, index) => ({ numbers: [`number-${index}`], label: `Row ${String.fromCharCode(65 + index)}` })) });
    }), runs);
  });

  it('reads back from units', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 90_000 }), hedge), { minLength: 1, maxLength: 4 }), (said) => {
      const record = makeRecord('count', said.map(([value, own]) => ({ value, ...(own && { hedge: own }) })));
      drawIt(record, { kind: 'units', rows: said.map((_, index) => ({ numbers: [`number-${index}`], label: `things ${String.fromCharCode(97 + index)}` })) });
    }), runs);
  });

  it('reads back from a relay', () => {
    const of = fc.tuple(fc.constantFrom('count', 'usd', 'gbp', 'percent'), fc.array(fc.record({ value: fc.oneof(amount(-5, 8), amount(-5, 8).map((value) => -value)), hedge }), { minLength: 2, maxLength: 6 }));
    fc.assert(fc.property(of, ([kind, said]) => {
      const record = makeRecord(kind, [{ value: 1 }]);
      const quantity = record.quantities.get('number-0');
      if (!quantity) throw new Error('The record has no quantity.');
      quantity.statements = said.map(({ value, hedge: own }, index) => ({ id: `s-${index}`, source: 'gazette', value, ...(own && { hedge: own }) }));
      drawIt(record, { kind: 'relay', quantity: 'number-0' });
    }), runs);
  });

  it('reads back from a timeline, whatever the dates', () => {
    const date = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.constantFrom(4, 7, 10));
    const event = fc.tuple(date, fc.boolean(), fc.boolean());
    fc.assert(fc.property(fc.integer({ min: 1950, max: 2060 }), fc.uniqueArray(event, { minLength: 1, maxLength: 14, selector: ([[year, month, day]]) => `${year}-${month}-${day}` }), (first, list) => {
      const pad = (part: number) => String(part).padStart(2, '0');
      const events = list.map(([[year, month, day, length], onGround, major], index): TimelineEvent => ({
        id: `event-${index}`, date: `${first + year}-${pad(month)}-${pad(day)}`.slice(0, length), title: `Thing ${String.fromCharCode(65 + index)}`, summary: 'It happened.', lane: onGround ? 'ground' : 'record', sources: ['gazette'], major,
      }));
      drawIt(makeRecord('count', [], { events }), { kind: 'timeline' });
    }), runs);
  });

  it('reads back from a map, wherever the places lie', () => {
    const place = fc.tuple(fc.integer({ min: 3560, max: 4860 }), fc.integer({ min: 2910, max: 3790 }));
    fc.assert(fc.property(fc.uniqueArray(place, { minLength: 2, maxLength: 10, selector: ([x, y]) => `${Math.round(x / 120)} ${Math.round(y / 120)}` }), (list) => {
      const places = list.map(([longitude, latitude], index): Place => ({ id: `place-${index}`, name: `Town ${String.fromCharCode(65 + index)}`, country: 'Iraq', latitude: latitude / 100, longitude: longitude / 100 }));
      const map = { countries: ['Iraq'], always: { west: 37, east: 44.6, south: 33.2, north: 37 }, limits: { west: 35.5, east: 48.7, south: 29, north: 38 } };
      drawIt(makeRecord('count', [], { places, map }), { kind: 'map' });
    }), { ...runs, numRuns: tries(12) });
  });
});
