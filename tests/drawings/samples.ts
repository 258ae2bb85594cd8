/** Small tables, one for each behaviour of a chart. Values are invented. */
import type { BarsTable } from '../../src/charts/bars/table.ts';
import type { ChartNumber } from '../../src/charts/chart-number.ts';
import type { Ends, RangeRow, RangeTable } from '../../src/charts/range/table.ts';
import type { RelayRow, RelayTable } from '../../src/charts/relay/table.ts';
import type { RouteTable } from '../../src/charts/route/table.ts';
import type { SharesTable } from '../../src/charts/shares/table.ts';
import type { UnitsTable } from '../../src/charts/units/table.ts';
import type { Lane, TimelineTable } from '../../src/charts/timeline/table.ts';
import type { MapTable } from '../../src/charts/map/table.ts';
import { getGeography } from '../../src/drawings/geography.ts';
import type { EvidenceRecord } from '../../src/evidence/record.ts';
import type { CalendarDate } from '../../src/schema/calendar-date.ts';
import { formatCount, formatNumber } from '../../src/evidence/format.ts';
import type { Role } from '../../src/schema/chart.ts';

export function makeNumber(value: number | undefined, more: Partial<ChartNumber> = {}): ChartNumber {
  const text = more.text ?? (value === undefined ? 'hundreds' : formatNumber(value));
  return {
    ref: `sample/${String(value ?? 'words').replace('.', '-')}`, recordId: 'sample', fragment: '', tag: 'E-01', value, hedge: '', text,
    label: [more.hedge, text].filter(Boolean).join(' '), unit: 'things', base: '', place: 'Iraq', object: '', fate: 'lost', date: '2014-06',
    printed: 'Gazette, 1 June 2014', sourceIds: ['gazette'], sourceNames: ['Gazette'], derived: false, ...more,
  };
}

type Row = [label: string, ...values: (number | undefined)[]];

export function makeBars(rows: Row[], { role = 'main', measures = 1, hedge = '' }: { role?: Role; measures?: number; hedge?: string } = {}): BarsTable {
  return {
    kind: 'bars',
    id: 'sample',
    say: formatCount.words,
    measures: ['First', 'Second'].slice(0, measures).map((label) => ({ id: label.toLowerCase(), label, unit: 'per 100' })),
    groups: [{
      label: '', bracket: undefined,
      rows: rows.map(([label, ...values]) => ({
        label, role, note: '',
        numbers: Array.from({ length: measures }, (_, index) => {
          const value = values[index];
          return value === undefined ? undefined : makeNumber(value, { hedge });
        }),
      })),
    }],
  };
}

export function makeUnits(rows: [label: string, ...numbers: ChartNumber[]][], dot = 1): UnitsTable {
  return {
    kind: 'units', id: 'sample', dot, say: formatCount,
    rows: rows.map(([label, first, ...others]) => ({ label, note: '', numbers: [first ?? makeNumber(0), ...others] })),
  };
}

/** Groups, a bracket, a gap, a highlight, a remainder, two panels. */
export const groupedBars: BarsTable = {
  kind: 'bars',
  id: 'grouped',
  say: formatCount.words,
  measures: [{ id: 'guns', label: 'Guns', unit: 'per 100 of 200 guns' }, { id: 'shells', label: 'Shells', unit: 'per 100 of 900 shells' }],
  groups: [
    { label: 'North of the river', bracket: { measure: 0, number: makeNumber(30.2, { derived: true }), label: 'from these together' }, rows: [
      { label: 'Ashford', role: 'main', note: '', numbers: [makeNumber(20.24), makeNumber(12)] },
      { label: 'Brook', role: 'main', note: '', numbers: [makeNumber(6.96), undefined] },
      { label: 'Crane', role: 'main', note: '', numbers: [makeNumber(3), makeNumber(0)] },
    ] },
    { label: '', bracket: undefined, rows: [{ label: 'Dunmore', role: 'highlight', note: 'more of the shells', numbers: [makeNumber(1.8), makeNumber(9.1)] }] },
    { label: '', bracket: undefined, rows: [{ label: 'Not listed', role: 'rest', note: '', numbers: [makeNumber(8.5), undefined] }] },
  ],
};

export const rivalUnits = makeUnits([
  ['rifles', makeNumber(23_000), makeNumber(3000, { ref: 'sample/fewer', printed: 'Courier, 2 June 2014' })],
  ['lorries', makeNumber(2300)],
  ['boats', makeNumber(40, { hedge: 'at least' })],
]);

export const barsSamples: Record<string, BarsTable> = {
  'one row': makeBars([['Only', 7]]),
  'sixteen rows': makeBars(Array.from({ length: 16 }, (_, index): Row => [`Row ${index + 1}`, 32 - 2 * index])),
  'equal values': makeBars([['A', 5], ['B', 5], ['C', 5]]),
  'a zero': makeBars([['Some', 3], ['None', 0]]),
  'a gap': makeBars([['Printed', 4, 6], ['Not printed', undefined, 2]], { measures: 2 }),
  'a huge range': makeBars([['Most', 100_000], ['Least', 1]]),
  'names that leave a phone no room': {
    ...makeBars([['Rifles that were handed over to the federal police', 190_000], ['Rifles that nobody could find again when they were looked for', 74_250]], { hedge: 'as many as' }),
    measures: [{ id: 'first', label: 'Rifles that were handed over in the first four years', unit: 'rifles' }],
  },
  'millions': makeBars([['Most', 1_330_000_000], ['Least', 579_000]]),
  'tiny shares': makeBars([['More', 0.4], ['Less', 0.1]]),
  hedges: makeBars([['Hedged', 12], ['Again', 3]], { hedge: 'as many as' }),
  'long German labels': makeBars([['Bundesrepublik Deutschland mit Sondervermögen', 9], ['Rindfleischetikettierung', 4]]),
  'Arabic labels': makeBars([['جمهورية العراق', 9], ['الولايات المتحدة الأمريكية', 4]]),
  'groups, bracket, highlight and remainder': groupedBars,
  'panels with scales of their own': {
    ...makeBars([['Most', 492, 26], ['Some', 77, 13], ['Not printed', undefined, 3]], { measures: 2 }),
    measures: [{ id: 'first', label: 'First', unit: 'of 1,730 things', mark: 20 }, { id: 'second', label: 'Second', unit: 'per 100 of 900 things', mark: 1 }],
  },
  'a note behind the longest bar': {
    ...makeBars([['Most', 40], ['Least', 2]]),
    groups: [{ label: '', bracket: undefined, rows: [{ label: 'Most', role: 'main', note: '41 in the Gazette', numbers: [makeNumber(40)] }] }],
  },
};

export const unitsSamples: Record<string, UnitsTable> = {
  'one item': makeUnits([['tank', makeNumber(1)]]),
  'a zero': makeUnits([['tanks', makeNumber(0)]]),
  'one block exactly': makeUnits([['tanks', makeNumber(1000)]]),
  'equal numbers': makeUnits([['tanks', makeNumber(52)], ['guns', makeNumber(52)]]),
  'words instead of a number': makeUnits([['lorries', makeNumber(undefined)], ['tanks', makeNumber(40)]]),
  hedges: makeUnits([['howitzers', makeNumber(52, { hedge: 'as many as' })], ['tanks', makeNumber(40, { hedge: 'at least' })]]),
  'a huge range': makeUnits([['rounds', makeNumber(150_000)], ['tank', makeNumber(1)]]),
  'a long name beside a large number': makeUnits([['rounds of every calibre that was documented', makeNumber(19_000, { hedge: 'as many as' })]]),
  'a part of a block at the end of a grid': makeUnits([['rounds', makeNumber(12_345), makeNumber(1777)]]),
  'sixteen rows': makeUnits(Array.from({ length: 16 }, (_, index) => [`kind ${index + 1}`, makeNumber(10 * (16 - index))] as [string, ChartNumber])),
  'long labels': makeUnits([['Schützenpanzerwagen verschiedener Bauart und Herkunft', makeNumber(2300)], ['مدافع رشاشة', makeNumber(40)]]),
  'two numbers on one grid': rivalUnits,
};

/** Makes shares from one share for each part in each row. An omitted share was not printed. */
export function makeShares(rows: Row[], parts: [label: string, role: Role][] = [['made here', 'main'], ['made abroad', 'context']], hedge = ''): SharesTable {
  return {
    kind: 'shares', id: 'sample',
    parts: parts.map(([label, role]) => ({ id: label.replaceAll(' ', '-'), label, role })),
    rows: rows.map(([label, ...values]) => ({
      label, note: '',
      numbers: parts.map((_, index) => {
        const value = values[index];
        return value === undefined ? undefined : makeNumber(value, { hedge, unit: 'per cent' });
      }),
    })),
  };
}

export const sharesSamples: Record<string, SharesTable> = {
  'one row': makeShares([['Guns', 97]], [['made here', 'main']]),
  'a whole without remainder': makeShares([['Guns', 97, 3], ['Shells', 87, 13]]),
  'sixteen rows': makeShares(Array.from({ length: 16 }, (_, index): Row => [`Row ${index + 1}`, 90 - 5 * index, 4])),
  'equal values': makeShares([['Guns', 50, 50], ['Shells', 50, 50]]),
  'a zero and a hundred': makeShares([['Guns', 0, 100], ['Shells', 100, 0]]),
  'a gap': makeShares([['Guns', 40, undefined], ['Shells', undefined, 12]]),
  'a huge range': makeShares([['Guns', 99.9, 0.1]]),
  'shares that end inside a mark': makeShares([['Guns', 43.5, 12.3], ['Shells', 25.8, 0.5]]),
  'four parts that crowd one another': makeShares(
    [['Guns', 1, 2, 3, 94]],
    [['in the first place', 'main'], ['in the second place', 'highlight'], ['in the third place', 'context'], ['in the last place', 'disputed']],
  ),
  hedges: makeShares([['Guns', 90, 3]], undefined, 'as many as'),
  'long labels': makeShares([['Schützenpanzerwagen verschiedener Bauart und Herkunft', 60, 20], ['ذخيرة من مختلف الأنواع', 30, 9]], [['aus der Bundesrepublik Deutschland', 'main'], ['من الولايات المتحدة', 'context']]),
};

type Mark = { value?: number; range?: [number, number]; ends?: Ends; hedge?: string; label?: string; role?: RangeRow['role']; note?: string; more?: number; derived?: boolean };

export function makeRange(marks: Mark[], scale: RangeTable['scale'] = 'linear'): RangeTable {
  return {
    kind: 'range', id: 'sample', scale, unit: 'things', sayTick: formatNumber,
    rows: marks.map(({ value, range, ends = 'closed', hedge = '', label = 'things lost, Iraq', role = 'main', note = '', more = 0, derived = false }, index): RangeRow => {
      const shown = range ? { text: range.join('–'), label: range.join('–') } : {};
      const number = makeNumber(value, { ref: `sample/${index + 1}`, hedge, range, derived, ...shown, ...(derived ? { printed: '' } : {}) });
      return { label, note, role, ends, numbers: [number, ...Array.from({ length: more }, () => number)] };
    }),
  };
}

export const rangeSamples: Record<string, RangeTable> = {
  'one row': makeRange([{ value: 250 }]),
  'sixteen rows': makeRange(Array.from({ length: 16 }, (_, index) => ({ value: 100 + 150 * index }))),
  'equal values': makeRange([{ value: 500 }, { value: 500, role: 'context' }]),
  'a zero': makeRange([{ value: 0 }, { value: 12 }]),
  'a gap: words only': makeRange([{ value: 1500 }, { label: 'lorries', more: 2 }, { label: '' }]),
  'a huge range': makeRange([{ value: 3 }, { value: 12_400_000_000 }]),
  'a huge range on a logarithmic axis': makeRange([{ value: 3 }, { value: 740, role: 'context' }, { value: 12_400_000_000, hedge: 'more than', ends: 'above' }], 'log'),
  'long ticks on a logarithmic axis': makeRange([{ value: 3_000_000 }, { value: 900_000_000 }], 'log'),
  'one value on a logarithmic axis': makeRange([{ value: 1000 }], 'log'),
  'fractions on a logarithmic axis': makeRange([{ value: 0.2 }, { value: 5 }], 'log'),
  hedges: makeRange([
    { value: 40, hedge: 'at least', ends: 'above' }, { value: 50, hedge: 'more than', ends: 'above', role: 'context' }, { value: 52, hedge: 'as many as', ends: 'below' },
    { value: 30, hedge: 'up to', ends: 'below', role: 'context' }, { value: 20, hedge: 'about', ends: 'around' }, { value: 45, hedge: 'almost', ends: 'almost', role: 'context' },
  ]),
  'a range': makeRange([{ range: [20, 24] }, { range: [30, 55], role: 'context', hedge: 'about', ends: 'around' }, { value: 60 }]),
  'hollow marks on the grid': makeRange([{ value: 1000, role: 'context' }, { value: 2000, role: 'context' }, { value: 2000 }]),
  'our arithmetic': makeRange([{ value: 161 }, { value: 1330, role: 'context', derived: true, label: 'at the price of the package' }]),
  'long labels': makeRange([
    { value: 250, label: 'Schützenpanzerwagen verschiedener Bauart und Herkunft, von einem nicht genannten Mitgliedstaat gezählt' },
    { value: 2500, label: 'مركبات مدرعة من جميع الأنواع في الموصل', note: 'صحيفة بلا تاريخ' },
    { value: 1300, label: 'Rindfleischetikettierungsüberwachung, Aufgabenübertragungsgesetz', more: 11 },
  ]),
};

type Printing = Partial<RelayRow> & { value?: number; hedge?: string };

export function makeRelay(rows: Printing[]): RelayTable {
  return {
    kind: 'relay', id: 'sample',
    rows: rows.map(({ value, hedge = '', ...row }, index) => ({
      number: makeNumber(value, { ref: `sample/${index + 1}`, hedge, object: 'guns', fate: '' }),
      publisher: `Gazette ${index + 1}`, speaker: '', dateText: '1 June 2014', custody: 'start', from: undefined, repeats: '', changes: [], ...row,
    })),
  };
}

const repeatsFirst = { from: 0, repeats: 'repeats Gazette 1, which it names' };
export const relaySamples: Record<string, RelayTable> = {
  'one row': makeRelay([{ value: 40 }]),
  'a number that is kept and changed': makeRelay([
    { value: 4000 }, { value: 4000, custody: 'kept', ...repeatsFirst },
    { value: 74_000, custody: 'changed', ...repeatsFirst, changes: ['74,000 instead of 4,000', 'guns instead of cannon'] },
  ]),
  'sixteen rows of equal values': makeRelay(Array.from({ length: 16 }, (_, index) => (index === 0 ? { value: 7 } : { value: 7, custody: 'kept' as const, ...repeatsFirst }))),
  'threads one after the other stand in one column': makeRelay([{ value: 1 }, { value: 2 }, { value: 2, custody: 'kept', from: 1 }, { value: 3 }]),
  'threads at the same time stand side by side': makeRelay([{ value: 1 }, { value: 2 }, { value: 3 }, { value: 1, custody: 'kept', from: 0 }, { value: 2, custody: 'changed', from: 1, changes: ['about instead of no hedge'] }, { value: 3, custody: 'kept', from: 2 }]),
  'an inferred link': makeRelay([{ value: 1 }, { value: 1, custody: 'kept', from: 0 }, { value: 1, custody: 'inferred', from: 0, repeats: 'repeats Gazette 1, by our inference' }, { value: 1, custody: 'kept', from: 0 }, { value: 1, custody: 'kept', from: 2 }]),
  'a zero, a gap and a huge range': makeRelay([{ value: 0 }, { custody: 'changed', from: 0, changes: ['hundreds instead of 0'] }, { value: 12_400_000_000, custody: 'changed', from: 1, changes: ['12,400,000,000 instead of hundreds'], dateText: '' }]),
  hedges: makeRelay([{ value: 52, hedge: 'as many as' }, { value: 52, custody: 'changed', from: 0, changes: ['no hedge instead of as many as'] }]),
  'long labels': makeRelay([
    { value: 2300, publisher: 'Gesellschaft für Rindfleischetikettierung und Aufgabenübertragung', speaker: 'Haider al-Abadi, prime minister of Iraq, on state television', repeats: 'repeats the report of a commission that was never published (not seen), which it names' },
    { value: 2300, publisher: 'صحيفة الشرق الأوسط', speaker: 'رئيس مجلس الوزراء العراقي', custody: 'kept', from: 0, repeats: 'repeats Gesellschaft für Rindfleischetikettierung und Aufgabenübertragung, in the same words' },
  ]),
};

type Stop = Partial<RouteTable['stops'][number]>;
type Leg = Partial<RouteTable['legs'][number]>;

const day = (text: string) => {
  const [year = 0, month, date] = text.split('-').map(Number);
  return { date: { year, month, day: date }, dateText: text };
};

export function makeRoute(stops: Stop[], legs: Leg[], days?: number): RouteTable {
  return {
    kind: 'route', id: 'sample',
    stops: stops.map((stop, index) => ({ event: `event-${index + 1}`, title: `Stop ${index + 1}`, place: '', date: undefined, dateText: '', note: '', sources: [{ id: 'gazette', name: 'Gazette' }], ...stop })),
    legs: legs.map((leg) => ({ from: '', to: '', what: '', unknown: '', sources: [], ...leg })),
    days: days === undefined ? undefined : makeNumber(days, { ref: 'sample/days', unit: 'days', fate: '', place: '' }),
  };
}

const passed = { from: 'Ashford', to: 'Brook', what: 'a crate of parts' };
const nobody = { unknown: 'who had it, and who passed it on to whom' };
export const routeSamples: Record<string, RouteTable> = {
  'two stops and a known leg': makeRoute([day('2015-12-12'), day('2016-02-09')], [passed], 59),
  'a leg that nobody could follow': makeRoute([{ ...day('2015-12-12'), place: 'Ashford' }, {}, { ...day('2016-02-09'), place: 'Crane', note: 'by the police' }], [passed, nobody], 59),
  'nothing known between two stops without days': makeRoute([{}, {}], [nobody]),
  'six stops': makeRoute(Array.from({ length: 6 }, (_, index) => day(`2015-0${index + 1}-01`)), Array.from({ length: 5 }, (_, index) => (index % 2 ? nobody : passed)), 151),
  'one day': makeRoute([day('2015-12-12'), day('2015-12-13')], [passed], 1),
  'a huge range': makeRoute([day('1990-01-01'), day('2015-05-20')], [nobody], 9270),
  'weeks and years': makeRoute([day('2014-01-01'), day('2015-09-01')], [nobody], 608),
  'long labels': makeRoute(
    [{ ...day('2015-12-12'), title: 'Übergabe durch die Gesellschaft für Rindfleischetikettierung', note: 'nach dem Bericht einer Kommission, der nie veröffentlicht wurde' }, { title: 'صحيفة الشرق الأوسط', dateText: 'an einem Tag, den keine der gelesenen Seiten nennt' }, { ...day('2016-02-09'), title: 'Aufgefunden', place: 'Aufgabenübertragungsgesetzstadt' }],
    [{ from: 'der Gesellschaft für Rindfleischetikettierung', to: 'der Bundesrepublik Deutschland', what: 'Schützenpanzerwagen verschiedener Bauart und Herkunft' }, { unknown: 'wer es hatte, wer es weitergab und an wen, wo und wann, und auf welchem Weg es an seinen Ort kam' }], 59),
};

type Event = [date: CalendarDate, lane: Lane, major?: boolean];

export function makeTimeline(events: Event[]): TimelineTable {
  const rows = events.map(([date, lane, major = false], index) => ({
    id: `event-${index + 1}`, date, dateText: Object.values(date).reverse().join('.'), title: `Something happened for the ${index + 1}th time`, lane, major, places: [], sources: [],
  }));
  return { kind: 'timeline', id: 'sample', rows };
}

export const timelineSamples: Record<string, TimelineTable> = {
  'one event': makeTimeline([[{ year: 2014, month: 6, day: 10 }, 'ground', true]]),
  'a month and a year': makeTimeline([[{ year: 2014 }, 'ground', true], [{ year: 2014, month: 3 }, 'record', true]]),
  'marks of one day': makeTimeline(Array.from({ length: 5 }, (_, index): Event => [{ year: 2015, month: 6, day: 2 }, index < 2 ? 'ground' : 'record', index === 0])),
  'sixteen years': makeTimeline([
    [{ year: 2002, month: 3 }, 'ground', true], [{ year: 2007, month: 7, day: 31 }, 'record', true],
    ...Array.from({ length: 12 }, (_, month): Event => [{ year: 2014 + (month % 3), month: month + 1, day: 10 }, month % 2 ? 'record' : 'ground', month % 4 === 0]),
    [{ year: 2017, month: 12, day: 14 }, 'record'],
  ]),
};

export function makeMap(places: [name: string, latitude: number, longitude: number, note?: string][]): MapTable {
  const rows = places.map(([name, latitude, longitude, note = '']) => ({ id: name.toLowerCase(), name, latitude, longitude, strong: note !== '', note, country: 'Iraq', events: [] }));
  const map = { countries: ['Iraq'], always: { west: 40, east: 45, south: 33, north: 37 }, limits: { west: 36, east: 48, south: 30, north: 38 } };
  const record: EvidenceRecord = { quantities: new Map(), breakdowns: new Map(), sources: new Map(), places: rows, map };
  return { kind: 'map', id: 'sample', rows, geography: getGeography(record) };
}

export const mapSamples: Record<string, MapTable> = {
  'places close to one another, and one outside': makeMap([
    ['Ashford', 36.34, 43.13, 'A note of a few words'], ['Brook', 36.38, 42.45], ['Crane', 36.04, 43.49], ['Dunmore', 36, 43.22], ['Elm', 33.31, 44.37], ['Faraway', 48.86, 2.35],
  ]),
};
