/** Small tables, one for each behaviour of a chart. Values are invented. */
import type { BarsTable, ChartNumber, UnitsTable } from '../../src/charts/chart-table.ts';
import type { Role } from '../../src/schema/chart.ts';

export function makeNumber(value: number | undefined, more: Partial<ChartNumber> = {}): ChartNumber {
  const decimals = more.decimals ?? 0;
  const text = more.text ?? (value === undefined ? 'hundreds' : value.toLocaleString('en-GB', { maximumFractionDigits: 10 }));
  const drawn = value === undefined ? text : value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return {
    ref: `sample/${String(value ?? 'words').replace('.', '-')}`, recordId: 'sample', fragment: '', tag: 'E-01', value, hedge: '', text,
    label: [more.hedge, drawn].filter(Boolean).join(' '), decimals, unit: 'things', base: '', place: 'Iraq', object: '', fate: 'lost', date: '2014-06',
    printed: 'Gazette, 1 June 2014', sourceIds: ['gazette'], sourceNames: ['Gazette'], derived: false, ...more,
  };
}

type Row = [label: string, ...values: (number | undefined)[]];

export function makeBars(rows: Row[], { role = 'main' as Role, measures = 1, decimals = 0, hedge = '' } = {}): BarsTable {
  return {
    kind: 'bars',
    id: 'sample',
    measures: ['First', 'Second'].slice(0, measures).map((label) => ({ id: label.toLowerCase(), label, unit: 'per 100' })),
    groups: [{
      label: '', bracket: undefined,
      rows: rows.map(([label, ...values]) => ({
        label, role, note: '',
        numbers: Array.from({ length: measures }, (_, index) => {
          const value = values[index];
          return value === undefined ? undefined : makeNumber(value, { decimals, hedge });
        }),
      })),
    }],
  };
}

export function makeUnits(rows: [label: string, ...numbers: ChartNumber[]][], dot = 1): UnitsTable {
  return {
    kind: 'units', id: 'sample', dot,
    rows: rows.map(([label, first, ...others]) => ({ label, note: '', numbers: [first ?? makeNumber(0), ...others] })),
  };
}

/** Groups, a bracket, a gap, a highlight, a remainder, two panels. */
export const groupedBars: BarsTable = {
  kind: 'bars',
  id: 'grouped',
  measures: [{ id: 'guns', label: 'Guns', unit: 'per 100 of 200 guns' }, { id: 'shells', label: 'Shells', unit: 'per 100 of 900 shells' }],
  groups: [
    { label: 'North of the river', bracket: { measure: 0, number: makeNumber(30.2, { decimals: 1, derived: true }), label: 'from these together' }, rows: [
      { label: 'Ashford', role: 'main', note: '', numbers: [makeNumber(20.24, { decimals: 1 }), makeNumber(12, { decimals: 1 })] },
      { label: 'Brook', role: 'main', note: '', numbers: [makeNumber(6.96, { decimals: 1 }), undefined] },
      { label: 'Crane', role: 'main', note: '', numbers: [makeNumber(3, { decimals: 1 }), makeNumber(0, { decimals: 1 })] },
    ] },
    { label: '', bracket: undefined, rows: [{ label: 'Dunmore', role: 'highlight', note: 'more of the shells', numbers: [makeNumber(1.8, { decimals: 1 }), makeNumber(9.1, { decimals: 1 })] }] },
    { label: '', bracket: undefined, rows: [{ label: 'Not listed', role: 'rest', note: '', numbers: [makeNumber(8.5, { decimals: 1 }), undefined] }] },
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
  'tiny shares': makeBars([['More', 0.4], ['Less', 0.1]], { decimals: 1 }),
  hedges: makeBars([['Hedged', 12], ['Again', 3]], { hedge: 'as many as' }),
  'long German labels': makeBars([['Bundesrepublik Deutschland mit Sondervermögen', 9], ['Rindfleischetikettierung', 4]]),
  'Arabic labels': makeBars([['جمهورية العراق', 9], ['الولايات المتحدة الأمريكية', 4]]),
  'groups, bracket, highlight and remainder': groupedBars,
};

export const unitsSamples: Record<string, UnitsTable> = {
  'one item': makeUnits([['tank', makeNumber(1)]]),
  'a zero': makeUnits([['tanks', makeNumber(0)]]),
  'one block exactly': makeUnits([['tanks', makeNumber(1000)]]),
  'equal numbers': makeUnits([['tanks', makeNumber(52)], ['guns', makeNumber(52)]]),
  'words instead of a number': makeUnits([['lorries', makeNumber(undefined)], ['tanks', makeNumber(40)]]),
  hedges: makeUnits([['howitzers', makeNumber(52, { hedge: 'as many as' })], ['tanks', makeNumber(40, { hedge: 'at least' })]]),
  'a huge range': makeUnits([['rounds', makeNumber(150_000)], ['tank', makeNumber(1)]]),
  'a part of a block at the end of a grid': makeUnits([['rounds', makeNumber(12_345), makeNumber(1777)]]),
  'sixteen rows': makeUnits(Array.from({ length: 16 }, (_, index) => [`kind ${index + 1}`, makeNumber(10 * (16 - index))] as [string, ChartNumber])),
  'long labels': makeUnits([['Schützenpanzerwagen verschiedener Bauart und Herkunft', makeNumber(2300)], ['مدافع رشاشة', makeNumber(40)]]),
  'two numbers on one grid': rivalUnits,
};
