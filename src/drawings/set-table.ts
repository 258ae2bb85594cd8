/**
 * A resolved chart as its drawings print it: its words set (`evidence/set-type.ts`), each field named here, all else as it was.
 * References, dates, values and ids are data: set, `2005-12` would become a range of years.
 */
import type { BarsTable } from '../charts/bars/table.ts';
import type { ChartNumber } from '../charts/chart-number.ts';
import type { ChartTable } from '../charts/chart-table.ts';
import { setType } from '../evidence/set-type.ts';

/** Before it is measured: set words are wider or narrower. Table, CSV and JSON take the table as it was. */
export function setTable(table: ChartTable): ChartTable {
  switch (table.kind) {
    case 'bars':
      return setBars(table);
    case 'units':
      return {
        ...table,
        say: { digits: (value) => setType(table.say.digits(value)), letters: (value) => setType(table.say.letters(value)) },
        rows: table.rows.map((row) => ({ ...setRow(row), numbers: setNumbers(row.numbers) })),
      };
    case 'shares':
      return {
        ...table,
        parts: table.parts.map((part) => ({ ...part, label: setType(part.label) })),
        rows: table.rows.map((row) => ({ ...setRow(row), numbers: row.numbers.map((number) => number && setNumber(number)) })),
      };
    case 'range':
      return {
        ...table,
        unit: setType(table.unit),
        sayTick: (value) => setType(table.sayTick(value)),
        rows: table.rows.map((row) => ({ ...setRow(row), numbers: setNumbers(row.numbers) })),
      };
    case 'relay':
      return {
        ...table,
        rows: table.rows.map((row) => ({
          ...row,
          number: setNumber(row.number),
          publisher: setType(row.publisher),
          speaker: setType(row.speaker),
          dateText: setType(row.dateText),
          repeats: setType(row.repeats),
          changes: row.changes.map(setType),
        })),
      };
    case 'route':
      return {
        ...table,
        days: table.days && setNumber(table.days),
        stops: table.stops.map((stop) => ({
          ...stop,
          title: setType(stop.title),
          place: setType(stop.place),
          dateText: setType(stop.dateText),
          note: setType(stop.note),
        })),
        legs: table.legs.map((leg) => ({
          ...leg,
          from: setType(leg.from),
          to: setType(leg.to),
          what: setType(leg.what),
          unknown: setType(leg.unknown),
        })),
      };
    case 'timeline':
      return { ...table, rows: table.rows.map((row) => ({ ...row, title: setType(row.title), dateText: setType(row.dateText) })) };
    case 'map':
      return {
        ...table,
        rows: table.rows.map((row) => ({ ...row, name: setType(row.name), note: setType(row.note), country: setType(row.country) })),
      };
  }
}

function setBars(table: BarsTable): BarsTable {
  return {
    ...table,
    say: (value) => setType(table.say(value)),
    measures: table.measures.map((measure) => ({ ...measure, label: setType(measure.label), unit: setType(measure.unit) })),
    groups: table.groups.map(({ label, bracket, rows }) => ({
      label: setType(label),
      bracket: bracket && { ...bracket, number: setNumber(bracket.number), label: setType(bracket.label) },
      rows: rows.map((row) => ({ ...setRow(row), numbers: row.numbers.map((number) => number && setNumber(number)) })),
    })),
  };
}

function setRow<R extends { label: string; note: string }>(row: R): R {
  return { ...row, label: setType(row.label), note: setType(row.note) };
}

function setNumbers([first, ...others]: [ChartNumber, ...ChartNumber[]]): [ChartNumber, ...ChartNumber[]] {
  return [setNumber(first), ...others.map(setNumber)];
}

function setNumber(number: ChartNumber): ChartNumber {
  return {
    ...number,
    hedge: setType(number.hedge),
    text: setType(number.text),
    label: setType(number.label),
    unit: setType(number.unit),
    base: setType(number.base),
    place: setType(number.place),
    object: setType(number.object),
    fate: setType(number.fate),
    printed: setType(number.printed),
    sourceNames: number.sourceNames.map(setType),
  };
}
