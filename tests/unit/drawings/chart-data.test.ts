import { describe, expect, it } from 'vitest';
import { layoutBars } from '../../../src/charts/bars/layout.ts';
import { layoutUnits } from '../../../src/charts/units/layout.ts';
import { frames } from '../../../src/charts/drawing.ts';
import { dropNotStated } from '../../../src/evidence/dimensions.ts';
import type { EvidenceRecord } from '../../../src/evidence/record.ts';
import {
  draftDescription,
  formatChartCsv,
  getChartData,
} from '../../../src/drawings/chart-data.ts';
import { findChartProblems } from '../../../src/drawings/chart-problems.ts';
import { formatChartJson } from '../../../src/publish/chart-json.ts';
import { eventsSchema, placesSchema } from '../../../src/schema/event.ts';
import { breakdownSchema, quantitySchema } from '../../../src/schema/quantity.ts';
import { chartSchema, type Chart } from '../../../src/schema/chart.ts';
import { completeSource } from '../../../src/evidence/held-source.ts';
import { sourceSchema } from '../../../src/schema/source.ts';
import { readBars, readDots } from '../../drawings/read-drawing.ts';

const words = {
  title: 'Most were made in the north',
  subtitle: 'Documented guns, June 2014',
  description:
    'Bars of countable marks; the longest stands for the guns that were made in the north of the country.',
  sources: 'The gazette.',
};

/**
 * Makes a record with one breakdown of shares and two quantities. `north` is the first row's share.
 */
function makeRecord(north = 60.25, fewer = 4000): EvidenceRecord {
  const written = sourceSchema.parse({
    title: 'Gazette',
    publisher: 'Gazette, "City"',
    kind: 'reporting',
    url: 'https://gazette.example/',
    published: '2014-06-02',
    read_as: 'whole-page',
    archived: 'none-known',
    archived_reason: 'Not looked for.',
  });
  const count = { kind: 'count', one: 'gun', many: 'guns' };
  const guns = quantitySchema.parse({
    tag: 'E-02',
    title: 'Guns',
    counts: 'Guns.',
    subject: 'losses',
    unit: count,
    variants: { objects: ['lost'], places: ['Mosul'] },
    statements: [
      {
        id: 'gazette-2014',
        source: 'gazette',
        value: fewer,
        published: '2014-06-02',
        hedge: 'about',
        object: 'lost',
        place: 'Mosul',
      },
      { id: 'courier-2015', source: 'gazette', value: 74_000, published: '2015-06' },
      { id: 'words', source: 'gazette', words: 'hundreds' },
      { id: 'range', source: 'gazette', value: [1, 2] },
    ],
  });
  const base = quantitySchema.parse({
    tag: 'E-03',
    title: 'All guns',
    counts: 'Guns.',
    subject: 'sample',
    unit: count,
    statements: [{ id: 'gazette-2014', source: 'gazette', value: 200 }],
  });
  const sum = quantitySchema.parse({
    tag: 'E-04',
    title: 'Both',
    counts: 'Guns.',
    subject: 'origin',
    unit: { kind: 'percent', one: 'per cent', many: 'per cent' },
    derivation: {
      operation: 'sum',
      of: ['origin/north', 'origin/south'],
      decimals: 1,
      explanation: 'Both added up.',
    },
  });
  const origin = breakdownSchema.parse({
    tag: 'E-01',
    title: 'Origin',
    counts: 'Shares.',
    subject: 'origin',
    unit: { kind: 'percent', one: 'per cent', many: 'per cent' },
    base: 'all-guns',
    whole: 100,
    remainder: 'not listed',
    place: 'Iraq',
    as_of: '2014-07/2017-11',
    rows: [
      {
        id: 'north',
        label: 'North',
        printings: [
          { source: 'gazette', value: north },
          { source: 'rounding', value: Number(north.toFixed(1)) },
          { source: 'other', value: 99 },
        ],
      },
      { id: 'south', label: 'South', printings: [{ source: 'gazette', value: 12.3 }] },
    ],
  });
  return {
    fates: ['lost', 'found'],
    sources: new Map([['gazette', { ...completeSource(written), id: 'gazette' }]]),
    quantities: new Map([
      ['guns', { ...dropNotStated(guns), id: 'guns' }],
      ['all-guns', { ...dropNotStated(base), id: 'all-guns' }],
      ['both', { ...dropNotStated(sum), id: 'both' }],
    ]),
    breakdowns: new Map([['origin', { ...origin, id: 'origin' }]]),
  };
}

const bars: Chart = chartSchema.parse({
  kind: 'bars',
  ...words,
  measures: [{ id: 'guns', label: 'Guns' }],
  groups: [
    {
      bracket: { measure: 'guns', number: 'both', label: 'both' },
      rows: [{ values: { guns: 'origin/north' } }, { values: { guns: 'origin/south' } }],
    },
    { rows: [{ label: 'Not listed', values: { guns: 'origin/remainder' }, role: 'rest' }] },
  ],
});
const units: Chart = chartSchema.parse({
  kind: 'units',
  ...words,
  rows: [{ numbers: ['guns/courier-2015', 'guns/gazette-2014'] }],
});

function readCsv(csv: string): Record<string, string>[] {
  const [head = [], ...records] = csv
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field = '']) =>
        field.replace(/^"|"$/g, ''),
      ),
    );
  return records.map((record) =>
    Object.fromEntries(head.map((name, index) => [name, record[index] ?? ''])),
  );
}

describe('one record, three outputs', () => {
  it.each([60.25, 41.7])('gives drawing, table and CSV the share %d', (north) => {
    const data = getChartData(makeRecord(north), 'sample', bars);
    if (data.table.kind !== 'bars') throw new Error('not bars');
    const layout = layoutBars(data.table, frames.desktop);
    const [drawn] = layout.parts.flatMap((part) => readBars(part, layout));
    expect(drawn?.value).toBeCloseTo(north, 0);
    expect(layout.parts.flatMap((part) => part.texts.map(({ text }) => text))).toContain(
      String(north),
    );
    expect(data.rows[0]?.cells.value).toBe(north);
    expect(Number.parseFloat(data.rows[0]?.valueText ?? '')).toBe(north);
    expect(Number(readCsv(formatChartCsv(data))[0]?.value)).toBe(north);
  });

  it.each([4000, 5000])('gives drawing, table and CSV the count %d', (fewer) => {
    const data = getChartData(makeRecord(60, fewer), 'sample', units);
    if (data.table.kind !== 'units') throw new Error('not units');
    for (const frame of [frames.phone, frames.desktop]) {
      const layout = layoutUnits(data.table, frame);
      expect(readDots(layout.parts, 'main', layout.pitch)).toBe(fewer);
      expect(readDots(layout.parts, 'disputed', layout.pitch)).toBe(74_000 - fewer);
    }
    expect(data.rows.map((row) => row.cells.value)).toEqual([74_000, fewer]);
    expect(data.rows.map((row) => row.valueText.replace(',', ''))).toEqual([
      '74000',
      String(fewer),
    ]);
    expect(readCsv(formatChartCsv(data)).map((row) => Number(row.value))).toEqual([74_000, fewer]);
  });
});

describe('getChartData', () => {
  const data = getChartData(makeRecord(), 'sample', bars);

  it('prints the record’s precision beside the marks as in the table', () => {
    const texts = data.drawings[1].parts.flatMap((part) => part.texts.map(({ text }) => text));
    expect(texts).toEqual(expect.arrayContaining(['60.25', '12.3', 'per 100 of 200\u00a0guns']));
    expect(data.rows.map((row) => row.cells.value)).toEqual([60.25, 12.3, 72.6, 27.5]);
  });

  it('names only the sources that print the value, rounded or not', () => {
    expect(data.rows[0]?.cells.sources).toBe('gazette rounding');
  });

  it('marks the remainder and the sum as our arithmetic', () => {
    expect(data.rows.map((row) => row.cells.basis)).toEqual([
      'printed',
      'printed',
      'our arithmetic',
      'our arithmetic',
    ]);
  });

  it('carries hedge, object, place and date of a statement', () => {
    const [, fewer] = getChartData(makeRecord(), 'sample', units).rows;
    expect(fewer?.cells).toMatchObject({
      qualifier: 'about',
      fate: 'lost',
      place: 'Mosul',
      date: '2014-06-02',
      unit: 'guns',
      record: 'guns/gazette-2014',
    });
  });

  it('names every record once', () => {
    expect(data.records.map(({ recordId, tag }) => [recordId, tag])).toEqual([
      ['origin', 'E-01'],
      ['both', 'E-04'],
    ]);
  });

  it('drafts a description', () => {
    expect(draftDescription(makeRecord(), 'sample', units)).toContain(
      '[about 4,000](num:guns/gazette-2014)',
    );
  });
});

describe('events and places', () => {
  const record: EvidenceRecord = {
    ...makeRecord(),
    events: eventsSchema.parse([
      {
        id: 'counted',
        date: '2015-06',
        title: 'Guns are counted',
        summary: 'Counted.',
        lane: 'record',
        sources: ['gazette'],
        major: true,
      },
      {
        id: 'fall',
        date: '2014-06-10',
        title: 'The town falls',
        summary: 'Lost.',
        lane: 'ground',
        sources: ['gazette'],
        places: ['town'],
      },
    ]),
    map: {
      countries: ['Iraq'],
      always: { west: 37, east: 44.6, south: 33.2, north: 37 },
      limits: { west: 35.5, east: 48.7, south: 29, north: 38 },
    },
    places: placesSchema.parse([
      {
        id: 'town',
        name: 'Town',
        country: 'Iraq',
        latitude: 36.3,
        longitude: 43.1,
        note: 'Fell in June. Retaken later.',
      },
      { id: 'capital', name: 'Capital', country: 'United States', latitude: 38.9, longitude: -77 },
    ]),
  };
  const timeline = chartSchema.parse({ kind: 'timeline', ...words });
  const map = chartSchema.parse({ kind: 'map', ...words });
  const address = 'https://example.org/charts/sample/';

  it('gives table, CSV and JSON the same events, the earliest first', () => {
    const data = getChartData(record, 'sample', timeline);
    const [fall, counted] = readCsv(formatChartCsv(data));
    expect(fall).toMatchObject({
      date: '2014-06-10',
      title: 'The town falls',
      lane: 'On the ground',
      places: 'town',
      sources: 'gazette',
      event: 'fall',
    });
    expect(counted?.event).toBe('counted');
    const { rows, sources } = JSON.parse(formatChartJson(record, data, address)) as {
      rows: object[];
      sources: { id: string }[];
    };
    expect(rows[0]).toMatchObject({
      title: 'The town falls',
      lane: 'On the ground',
      places: ['town'],
      sources: ['gazette'],
      event: 'fall',
    });
    expect(sources.map(({ id }) => id)).toEqual(['gazette']);
    expect(data.rows[0]?.entry?.lists.places).toEqual([{ id: 'town', name: 'Town' }]);
  });

  it('gives table, CSV and JSON the same places, negative degrees as numbers', () => {
    const data = getChartData(record, 'sample', map);
    const [town, capital] = readCsv(formatChartCsv(data));
    expect(town).toMatchObject({
      place: 'Town',
      country: 'Iraq',
      latitude: '36.3',
      longitude: '43.1',
      events: 'fall',
      id: 'town',
    });
    expect(capital?.longitude).toBe('-77');
    const { rows } = JSON.parse(formatChartJson(record, data, address)) as { rows: object[] };
    expect(rows[0]).toEqual({
      place: 'Town',
      country: 'Iraq',
      latitude: 36.3,
      longitude: 43.1,
      events: ['fall'],
      id: 'town',
    });
    expect(data.drawings[1].parts[0]?.texts.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Town', 'Fell in June']),
    );
  });

  it('draws the years and places that a chart names', () => {
    const late = chartSchema.parse({ kind: 'timeline', ...words, from: 2015 });
    expect(getChartData(record, 'sample', late).rows.map(({ entry }) => entry?.id)).toEqual([
      'counted',
    ]);
    const town = chartSchema.parse({ kind: 'map', ...words, places: ['town'] });
    expect(getChartData(record, 'sample', town).rows.map(({ entry }) => entry?.id)).toEqual([
      'town',
    ]);
  });

  it('finds years without events, years in the wrong order, and places that are not there', () => {
    const find = (chart: object, own = record) =>
      findChartProblems(own, 'sample', chartSchema.parse({ ...words, ...chart })).map(
        ({ path, message }) => `${path.join('.')}: ${message}`,
      );
    expect([...find({ kind: 'timeline' }), ...find({ kind: 'map' })]).toEqual([]);
    expect(find({ kind: 'timeline', from: 2016, to: 2015 })).toEqual([
      'from: The timeline ends in 2015, before it begins.',
    ]);
    expect(find({ kind: 'timeline', to: 2003 })).toEqual([
      ': No event of events.yaml is in these years.',
    ]);
    expect(find({ kind: 'map', places: ['town', 'twon'] })).toEqual([
      'places.1: There is no place called "twon".',
    ]);
    expect(find({ kind: 'map' }, makeRecord())).toEqual([
      ': There is no place to draw: places.yaml has none.',
    ]);
  });

  it('drafts descriptions', () => {
    expect(draftDescription(record, 'sample', timeline)).toContain(
      'Labelled are: Guns are counted, June 2015.',
    );
    expect(draftDescription(record, 'sample', map)).toContain('Outside the frame: Capital.');
  });
});

describe('a route', () => {
  const days = (value: number, more: object = {}) =>
    quantitySchema.parse({
      tag: 'E-09',
      title: 'Days on the way',
      counts: 'Days.',
      subject: 'diversion',
      unit: { kind: 'count', one: 'day', many: 'days' },
      statements: [{ id: 'gazette-2014', source: 'gazette', value, ...more }],
    });
  const withDays = (value: number): EvidenceRecord => {
    const record = makeRecord();
    return {
      ...record,
      quantities: new Map([
        ...record.quantities,
        ['days', { ...dropNotStated(days(value)), id: 'days' }],
      ]),
      events: eventsSchema.parse([
        {
          id: 'sent',
          date: '2015-12-12',
          title: 'It is sent',
          summary: 'Sent.',
          lane: 'ground',
          sources: ['gazette'],
        },
        {
          id: 'found',
          date: '2016-02-09',
          title: 'It is found',
          summary: 'Found.',
          lane: 'ground',
          sources: ['gazette'],
        },
        {
          id: 'sold',
          date: '2015',
          title: 'It is sold',
          summary: 'Sold.',
          lane: 'ground',
          sources: ['gazette'],
        },
      ]),
      places: placesSchema.parse([
        { id: 'town', name: 'Town', country: 'Iraq', latitude: 36.3, longitude: 43.1 },
      ]),
    };
  };
  const record = withDays(59);
  const stops = [
    { title: 'Sent', event: 'sent' },
    { title: 'Found', event: 'found', at: 'town', note: 'in a [crate](https://x.example/)' },
  ];
  const leg = { from: 'the maker', to: 'the buyer', what: 'a crate', read_in: ['gazette'] };
  const route = {
    kind: 'route',
    ...words,
    number: 'days',
    stops,
    legs: [{ unknown: 'who had it' }],
  };
  const find = (chart: object, own = record) =>
    findChartProblems(own, 'sample', chartSchema.parse({ ...route, ...chart })).map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    );

  it('takes dates, places and sources from the record', () => {
    const data = getChartData(record, 'sample', chartSchema.parse(route));
    if (data.table.kind !== 'route') throw new Error('not a route');
    expect(data.table.stops[1]).toEqual({
      event: 'found',
      title: 'Found',
      place: 'Town',
      date: { year: 2016, month: 2, day: 9 },
      dateText: '9 February 2016',
      note: 'in a crate',
      sources: [{ id: 'gazette', name: 'Gazette, "City"' }],
    });
    expect(data.records.map(({ tag }) => tag)).toEqual(['E-09']);
    const csv = readCsv(formatChartCsv(data));
    expect(csv.map(({ title, known, date, days: since }) => [title, known, date, since])).toEqual([
      ['Sent', 'known', '2015-12-12', '0'],
      ['who had it', 'not known', '', ''],
      ['Found', 'known', '2016-02-09', '59'],
    ]);
    const { sources, rows } = JSON.parse(formatChartJson(record, data, 'https://example.org/')) as {
      sources: { id: string }[];
      rows: object[];
    };
    expect(sources.map(({ id }) => id)).toEqual(['gazette']);
    expect(rows[2]).toMatchObject({
      title: 'Found',
      place: 'Town',
      days: 59,
      record: 'days',
      event: 'found',
      sources: ['gazette'],
    });
    expect(draftDescription(record, 'sample', chartSchema.parse(route))).toContain(
      '[59](num:days)',
    );
  });

  it('finds nothing where all of it stands in the record', () => {
    expect(find({})).toEqual([]);
    expect(
      find({
        number: undefined,
        stops: [{ title: 'Made', dated: 'in spring', read_in: ['gazette'] }, ...stops],
        legs: [leg, { unknown: 'who' }],
      }),
    ).toEqual([]);
  });

  it('finds stops that name what is not there, or no source', () => {
    expect(
      find({
        stops: [
          { title: 'Sent', event: 'sen' },
          { title: 'Found', event: 'found', at: 'twon' },
        ],
      }),
    ).toEqual([
      'stops.0.event: There is no event called "sen" in events.yaml.',
      'stops.1.at: There is no place called "twon" in places.yaml.',
    ]);
    expect(find({ stops: [{ title: 'Sent' }, stops[1]] })).toEqual([
      'stops.0: Nothing says where this stop was read.',
    ]);
  });

  it('finds legs that are neither known nor unknown, and legs that are too few', () => {
    expect(find({ legs: [{ from: 'the maker' }] })).toEqual([
      'legs.0: Of this leg, to, what, read_in are missing.',
    ]);
    expect(find({ legs: [{ ...leg, read_in: undefined }] })).toEqual([
      'legs.0: Of this leg, read_in is missing.',
    ]);
    expect(find({ legs: [{ ...leg, unknown: 'who' }] })).toEqual([
      'legs.0.from: This leg is called unknown, but says what happened.',
    ]);
    expect(find({ legs: [leg, leg] })).toEqual([
      'legs: Between 2 stops lie 1 legs, and the chart has 2.',
    ]);
  });

  it('finds stops that are not in the order of time, as far as their dates tell', () => {
    expect(find({ number: undefined, stops: stops.toReversed() })).toEqual([
      'stops.1.event: The event of this stop, 12 December 2015, is earlier than that of the stop before it, 9 February 2016.',
    ]);
    expect(
      find({ number: undefined, stops: [{ title: 'Sold', event: 'sold' }, stops[0]] }),
    ).toEqual([]);
    expect(
      find({ number: undefined, stops: [stops[0], { title: 'Sold', event: 'sold' }] }),
    ).toEqual([]);
  });

  it('finds a number of days that the dates do not make', () => {
    expect(find({}, withDays(58))).toEqual([
      'number: From the first stop to the last it is 59 days, and "days" has 58.',
    ]);
    expect(find({ number: 'guns/gazette-2014' })).toEqual([
      'number: "guns/gazette-2014" is no number of days.',
    ]);
    expect(find({ number: 'nothing' })).toEqual(['number: The record has no number "nothing".']);
    expect(find({ stops: [{ title: 'Sold', event: 'sold' }, stops[1]] })).toEqual([
      'number: The days cannot be drawn: the first or the last stop has no event that is known to the day.',
    ]);
  });
});

describe('findChartProblems', () => {
  const find = (chart: unknown, record = makeRecord()) =>
    findChartProblems(record, 'sample', chartSchema.parse(chart)).map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    );
  const withRows = (...numbers: string[][]) => ({
    ...units,
    rows: numbers.map((entry) => ({ numbers: entry })),
  });

  it('finds nothing in a chart that can be drawn', () => {
    expect([...find(bars), ...find(units)]).toEqual([]);
  });
  it('finds numbers that the record does not have', () => {
    expect(find(withRows(['guns/nobody']))).toEqual([
      'rows.0.numbers.0: The record has no number "guns/nobody".',
    ]);
  });
  it('finds ranges, shares drawn as things, and numbers of different quantities on one grid', () => {
    expect(find(withRows(['guns/range']))[0]).toContain('is a range');
    expect(find(withRows(['origin/north']))[0]).toContain('counts no things');
    expect(find(withRows(['guns/courier-2015', 'all-guns']))[0]).toContain(
      'must be statements of the same quantity',
    );
  });
  it('finds the smaller number where the larger belongs', () => {
    expect(find(withRows(['guns/gazette-2014', 'guns/courier-2015']))).toEqual([
      'rows.0.numbers: The smaller number comes first.',
    ]);
  });
  it('finds a bracket that does not hold its rows’ sum', () => {
    const wrong = structuredClone(bars);
    if (wrong.kind === 'bars' && !wrong.table) wrong.groups[0]?.rows.pop();
    expect(find(wrong)).toEqual([
      'groups.0.bracket.number: The rows add up to 60.25, the bracket says 72.6.',
    ]);
  });
  it('finds a measure that does not exist', () => {
    expect(find({ ...bars, groups: [{ rows: [{ values: { shells: 'origin/north' } }] }] })).toEqual(
      ['groups.0.rows.0.values.shells: There is no measure "shells".'],
    );
  });
  it('finds shares and counts on one scale', () => {
    expect(
      find({
        ...bars,
        groups: [
          { rows: [{ values: { guns: 'origin/north' } }, { values: { guns: 'all-guns' } }] },
        ],
      }),
    ).toEqual(['groups: Percentages and counts are in one panel.']);
  });
  it('finds panels of different units that share a scale, and lets them have scales of their own', () => {
    const two = (marks: { mark?: number }) => ({
      ...bars,
      measures: [
        { id: 'guns', label: 'Guns', ...marks },
        { id: 'all', label: 'All', ...marks },
      ],
      groups: [{ rows: [{ label: 'North', values: { guns: 'origin/north', all: 'all-guns' } }] }],
    });
    expect(find(two({}))).toEqual(['measures: Percentages and counts are on one scale.']);
    expect(find(two({ mark: 10 }))).toEqual([]);
  });
  it('finds labels that cannot be placed', () => {
    const label =
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
    expect(
      find({ ...bars, groups: [{ rows: [{ label, values: { guns: 'origin/north' } }] }] }).join(),
    ).toMatch(/leave no room|does not fit/);
  });
});

describe('what is no finite number', () => {
  /** Returns the record with the same wrong value in every statement that a chart draws. */
  function spoil(value: number): EvidenceRecord {
    const record = makeRecord();
    for (const { statements = [] } of record.quantities.values())
      for (const statement of statements)
        if (typeof statement.value === 'number') statement.value = value;
    for (const { rows } of record.breakdowns.values())
      for (const { printings = [] } of rows)
        for (const printing of printings) printing.value = value;
    return {
      ...record,
      places: [{ id: 'town', name: 'Town', country: 'Iraq', latitude: value, longitude: 43.1 }],
    };
  }
  const charts = {
    bars: {
      measures: [{ id: 'guns', label: 'Guns' }],
      groups: [{ rows: [{ values: { guns: 'origin/north' } }] }],
    },
    shares: {
      parts: [{ id: 'north', label: 'North' }],
      rows: [{ label: 'Guns', values: { north: 'origin/north' } }],
    },
    units: { rows: [{ numbers: ['guns/gazette-2014'] }] },
    range: { rows: [{ numbers: ['guns/gazette-2014'] }] },
    relay: { quantity: 'guns' },
    map: {},
  };

  it.each(Object.entries(charts))(
    'is a finding in a chart of the kind %s, and no mark at zero',
    (kind, more) => {
      for (const value of [Number.NaN, Infinity]) {
        const record = spoil(value);
        const chart = chartSchema.parse({ kind, ...words, ...more });
        const problems = findChartProblems(record, 'sample', chart).map(({ message }) => message);
        expect(problems.join()).toMatch(
          /There is no place in a drawing for .+: it is (?:NaN|Infinity)\.|more than the whole|No place of places\.yaml lies on the map/,
        );
        expect(() => getChartData(record, 'sample', chart)).toThrow(
          'There is no place in a drawing for',
        );
      }
    },
  );
});

describe('a range', () => {
  const range = (more: object) => chartSchema.parse({ kind: 'range', ...words, ...more });
  const find = (chart: Chart) =>
    findChartProblems(makeRecord(), 'sample', chart).map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    );

  it('draws numbers, ranges and words with their hedges', () => {
    const chart = range({
      rows: [
        { numbers: ['guns/gazette-2014'] },
        { numbers: ['guns/range'], role: 'context' },
        { numbers: ['guns/words'] },
      ],
    });
    expect(find(chart)).toEqual([]);
    const { table, rows } = getChartData(makeRecord(), 'sample', chart);
    if (table.kind !== 'range') throw new Error('not a range');
    expect(table.rows.map((row) => [row.ends, row.numbers[0].value, row.numbers[0].range])).toEqual(
      [
        ['around', 4000, undefined],
        ['closed', undefined, [1, 2]],
        ['closed', undefined, undefined],
      ],
    );
    expect(rows.map((row) => row.cells.value)).toEqual([4000, '1–2', 'hundreds']);
    expect(table.rows[0]?.label).toBe('guns, lost, Mosul');
  });

  it('finds numbers of different units, and different values on one mark', () => {
    expect(
      find(range({ rows: [{ numbers: ['guns/gazette-2014'] }, { numbers: ['origin/north'] }] })),
    ).toEqual([
      'rows: The axis has one unit, and "guns/gazette-2014" and "origin/north" have different ones.',
    ]);
    expect(
      find(range({ rows: [{ numbers: ['guns/gazette-2014', 'guns/courier-2015'] }] })).join(),
    ).toContain('cannot share a mark');
  });
});

describe('a relay', () => {
  const relay = (quantity: string) => chartSchema.parse({ kind: 'relay', ...words, quantity });
  const find = (quantity: string) =>
    findChartProblems(makeRecord(), 'sample', relay(quantity)).map(({ message }) => message);

  it('draws every statement of its quantity, in order, with what each one says', () => {
    const { table, records } = getChartData(makeRecord(), 'sample', relay('guns'));
    if (table.kind !== 'relay') throw new Error('not a relay');
    expect(
      table.rows.map((row) => [row.number.label, row.custody, row.dateText, row.number.place]),
    ).toEqual([
      ['about 4,000', 'start', '2 June 2014', 'Mosul'],
      ['74,000', 'start', 'June 2015', ''],
      ['hundreds', 'start', '', ''],
      ['1–2', 'start', '', ''],
    ]);
    expect(records.map((entry) => entry.recordId)).toEqual(['guns']);
  });

  it('finds a quantity that is not there, and one that nobody passed on', () => {
    expect(find('gun')).toEqual(['There is no quantity called "gun".']);
    expect(find('both')).toEqual([
      '"both" was not passed on: the record has fewer than two statements.',
    ]);
  });
});

it('describes every field of the schema', () => {
  const shapes = chartSchema.options
    .flatMap((option): { shape: Record<string, { description?: string | undefined }> }[] =>
      'options' in option ? [...option.options] : [option],
    )
    .map((option) => option.shape);
  for (const shape of shapes)
    for (const [name, field] of Object.entries(shape)) expect(field.description, name).toBeTruthy();
});
