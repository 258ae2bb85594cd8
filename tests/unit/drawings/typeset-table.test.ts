import { describe, expect, it } from 'vitest';
import type { ChartNumber } from '../../../src/charts/chart-number.ts';
import type { ChartTable } from '../../../src/charts/chart-table.ts';
import type { RelayRow } from '../../../src/charts/relay/table.ts';
import { getGeography } from '../../../src/drawings/geography.ts';
import { typeset } from '../../../src/evidence/typeset.ts';
import { typesetTable } from '../../../src/drawings/chart-kinds.ts';

/** Typesetting changes this text: a range of years, and opening and closing quotation marks. */
const typed = '2005-12 "x"';
const number: ChartNumber = {
  ...{
    ref: typed,
    recordId: typed,
    fragment: typed,
    tag: typed,
    date: typed,
    sourceIds: [typed],
    value: 2005.12,
    decimals: 2,
    derived: false,
  },
  ...{
    hedge: typed,
    text: typed,
    label: typed,
    unit: typed,
    base: typed,
    place: typed,
    object: typed,
    fate: typed,
    printed: typed,
    sourceNames: [typed],
  },
};
const row = { label: typed, note: typed, role: 'main' as const };
const relayRow: RelayRow = {
  ...{
    number,
    publisher: typed,
    speaker: typed,
    dateText: typed,
    repeats: typed,
    changes: [typed],
    custody: 'start',
    from: undefined,
  },
};
const mark = { id: typed, date: { year: 2005, month: 12 }, lane: 'ground' as const, major: true };

const tables: Record<ChartTable['kind'], ChartTable> = {
  bars: {
    ...{
      kind: 'bars',
      id: typed,
      say: () => typed,
      measures: [{ id: typed, label: typed, unit: typed }],
    },
    groups: [
      {
        label: typed,
        bracket: { measure: 0, number, label: typed },
        rows: [{ ...row, numbers: [number, undefined] }],
      },
    ],
  },
  units: {
    kind: 'units',
    id: typed,
    dot: 1,
    say: { digits: () => typed, letters: () => typed },
    rows: [{ ...row, numbers: [number, number] }],
  },
  shares: {
    kind: 'shares',
    id: typed,
    parts: [{ id: typed, label: typed, role: 'main' }],
    rows: [{ ...row, numbers: [number, undefined] }],
  },
  range: {
    ...{ kind: 'range', id: typed, scale: 'linear', unit: typed, sayTick: () => typed },
    rows: [{ ...row, ends: 'closed', numbers: [number, number] }],
  },
  relay: { kind: 'relay', id: typed, rows: [relayRow] },
  route: {
    ...{ kind: 'route', id: typed, days: number },
    stops: [
      {
        ...{
          event: typed,
          title: typed,
          place: typed,
          date: { year: 2005, month: 12 },
          dateText: typed,
          note: typed,
        },
        sources: [{ id: typed, name: typed }],
      },
    ],
    legs: [
      {
        from: typed,
        to: typed,
        what: typed,
        unknown: typed,
        sources: [{ id: typed, name: typed }],
      },
    ],
  },
  timeline: {
    ...{ kind: 'timeline', id: typed },
    rows: [
      {
        ...mark,
        title: typed,
        dateText: typed,
        places: [{ id: typed, name: typed }],
        sources: [{ id: typed, name: typed }],
      },
    ],
  },
  map: {
    ...{
      kind: 'map',
      id: typed,
      geography: getGeography({ sources: new Map(), quantities: new Map(), breakdowns: new Map() }),
    },
    rows: [
      {
        id: typed,
        name: typed,
        country: typed,
        note: typed,
        latitude: 20.05,
        longitude: 12,
        strong: true,
        events: [{ id: typed, name: typed }],
      },
    ],
  },
};

/** Fields of data: names of things, and values that are compared, counted or positioned. */
const data = new Set([
  'id',
  'ref',
  'recordId',
  'fragment',
  'tag',
  'date',
  'sourceIds',
  'kind',
  'scale',
  'lane',
  'role',
  'custody',
  'ends',
  'event',
]);
/** Names of places, sources and events, which only tables have. */
const unprinted = new Set(['places', 'sources', 'events']);

/** Lists every text of a table with the path of fields to it. */
function listTexts(value: unknown, path: string[] = []): { path: string[]; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value === 'function') return [{ path, text: String((value as () => unknown)()) }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    listTexts(inner, Array.isArray(value) ? path : [...path, key]),
  );
}

describe.each(Object.entries(tables))('a table of the kind %s', (_, table) => {
  it('is set in its words and nowhere else', () => {
    const texts = listTexts(typesetTable(table));
    expect(texts.length).toBe(listTexts(table).length);
    for (const { path, text } of texts) {
      const isData = path.some((name) => data.has(name) || unprinted.has(name));
      if (text.startsWith('2005'))
        expect(text, path.join('.')).toBe(isData ? typed : typeset(typed));
    }
  });

  it('keeps its numbers', () => {
    const numbersOf = (value: ChartTable) =>
      JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'string' ? '' : inner));
    expect(numbersOf(typesetTable(table))).toBe(numbersOf(table));
  });
});
