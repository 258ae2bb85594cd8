/** What keeps a chart from being drawn truthfully, each with its place in the chart's file. */
import { chooseMark } from '../charts/bars/plan.ts';
import { findOutside } from '../charts/map/projection.ts';
import { slack } from '../charts/shares/layout.ts';
import { frames } from '../charts/drawing.ts';
import { findMisfits } from '../charts/kinds.ts';
import type { TableEntry } from '../charts/parse-table.ts';
import { addUp, agreeTo, countDecimals } from '../evidence/decimal.ts';
import { formatNumber } from '../evidence/format.ts';
import { findNumber, getNumber, isFailure, type EvidenceRecord, type RecordedNumber } from '../evidence/record.ts';
import {
  isTableChart,
  mostRows,
  type BarsChart,
  type Chart,
  type MapChart,
  type RangeChart,
  type RelayChart,
  type SharesChart,
  type TableChart,
  type TimelineChart,
  type UnitsChart,
} from '../schema/chart.ts';
import { walkTexts } from '../schema/meaning.ts';
import { getFields } from '../schema/records.ts';
import { getChartData, resolveChart, type ChartData } from './chart-data.ts';
import { listChartRefs, type ChartProblem } from './chart-refs.ts';
import { findRouteProblems } from './route-stops.ts';
import { findTableProblems } from './chart-rows.ts';
import { listEventsBetween } from './event-tables.ts';
import type { ChartFile } from '../library/content.ts';
import { findNearest } from '../library/findings.ts';

/** Everything that is needed to print the chart of a file; undefined while something keeps it from being drawn. */
export function findChartData(record: EvidenceRecord, { id, value, table }: ChartFile): ChartData | undefined {
  if (table?.problems.length || findChartProblems(record, id, value, table?.rows).length > 0) return undefined;
  return getChartData(record, id, value, table?.rows);
}

/** What keeps a chart from being drawn truthfully. References that name nothing are included. */
export function findChartProblems(record: EvidenceRecord, id: string, chart: Chart, literals?: TableEntry[]): ChartProblem[] {
  const found = isTableChart(chart) ? findTableProblems(chart, literals ?? []) : findKindProblems(record, chart);
  const problems = found.length ? found : findRepeated(chart);
  if (problems.length) return problems;
  return findUndrawable(record, id, chart, literals);
}

/** What a drawing cannot show, each once: what fits on a phone is rarely too long elsewhere. */
function findUndrawable(record: EvidenceRecord, id: string, chart: Chart, literals?: TableEntry[]): ChartProblem[] {
  const table = resolveChart(record, id, chart, literals);
  const found = new Map<string, ChartProblem>();
  for (const frame of ['phone', 'desktop'] as const)
    for (const { kind, words, message, fix } of findMisfits(table, frame)) {
      const { path, isOwn } = findOrigin(record, chart, words);
      const where = frame === 'phone' ? 'phones' : 'wide screens';
      const short = isTableChart(chart) ? 'Shorten it in the table beside the chart.' : 'Give it a shorter name in its row: label: "…".';
      const key = path.length > 0 ? path.join('/') : JSON.stringify([kind, words]);
      const said = `In the drawing for ${where}: ${message}`;
      if (!found.has(key)) found.set(key, { path, message: said, fix: fix ?? (isOwn ? 'Shorten it.' : short) });
    }
  return [...found.values()];
}

/** Where in the file the first of these words stand; `isOwn` is false for the name of a record, where its row has no label. */
function findOrigin(record: EvidenceRecord, chart: Chart, drawn: readonly string[]): { path: ChartProblem['path']; isOwn: boolean } {
  for (const words of drawn) {
    const own = findText(chart, words);
    if (own) return { path: own, isOwn: true };
    const named = listChartRefs(chart).find(({ ref }) => {
      const number = findNumber(record, ref);
      return ref === words || (!isFailure(number) && number.title.includes(words));
    });
    if (named) return { path: [...named.path], isOwn: false };
  }
  return { path: [], isOwn: !isTableChart(chart) };
}

/** The path of the first text of the chart that is drawn and holds the words. */
function findText(chart: Chart, words: string): ChartProblem['path'] | undefined {
  return [...walkTexts(chart, getFields('chart'))].find(
    ({ text, meaning }) => meaning && meaning.holds !== 'data' && !meaning.around && text.replace(/\s+/g, ' ').includes(words),
  )?.path;
}

/** A number that two rows draw; a bracket may repeat what its rows add up to. */
function findRepeated(chart: Chart): ChartProblem[] {
  const seen = new Set<string>();
  return listChartRefs(chart).flatMap(({ path, ref }) => {
    if (path.includes('bracket')) return [];
    if (seen.has(ref)) return [{ path: [...path], message: `"${ref}" is drawn twice in this chart.`, fix: 'Keep one of the two.' }];
    seen.add(ref);
    return [];
  });
}

function findKindProblems(record: EvidenceRecord, chart: Exclude<Chart, TableChart>): ChartProblem[] {
  switch (chart.kind) {
    case 'bars':
      return findBarsProblems(record, chart);
    case 'units':
      return findUnitsProblems(record, chart);
    case 'shares':
      return findSharesProblems(record, chart);
    case 'range':
      return findRangeProblems(record, chart);
    case 'relay':
      return findRelayProblems(record, chart);
    case 'route':
      return findRouteProblems(record, chart);
    case 'timeline':
      return findTimelineProblems(record, chart);
    case 'map':
      return findMapProblems(record, chart);
  }
}

/** A number that marks can stand for, or a problem. */
function lookUp(
  record: EvidenceRecord,
  ref: string,
  path: ChartProblem['path'],
  problems: ChartProblem[],
  { ranges = false } = {},
): RecordedNumber | undefined {
  const found = findNumber(record, ref);
  if (isFailure(found)) {
    problems.push({
      path,
      message: `The record has no number "${ref}".`,
      fix: 'Name a quantity with one value, a statement (quantity/statement) or a row (breakdown/row).',
      about: { kind: 'number', id: ref },
    });
    return undefined;
  }
  if (Array.isArray(found.value) && !ranges)
    problems.push({
      path,
      message: `"${ref}" is a range, and this kind of chart draws single numbers.`,
      fix: 'Name a statement with one value, leave the row out, or draw a chart of the kind range.',
    });
  return found;
}

function findBarsProblems(record: EvidenceRecord, chart: BarsChart): ChartProblem[] {
  const problems: ChartProblem[] = [];
  const measures = new Set(chart.measures.map((measure) => measure.id));
  const kinds = new Map(chart.measures.map((measure) => [measure.id, new Set<string>()]));
  chart.groups.forEach((group, groupIndex) => {
    const path = ['groups', groupIndex];
    group.rows.forEach((row, rowIndex) => {
      if (Object.keys(row.values).length === 0)
        problems.push({
          path: [...path, 'rows', rowIndex],
          message: 'The row names no number.',
          fix: 'Give it a value for at least one measure.',
        });
      for (const [measure, ref] of Object.entries(row.values)) {
        const at = [...path, 'rows', rowIndex, 'values', measure];
        if (!measures.has(measure))
          problems.push({ path: at, message: `There is no measure "${measure}".`, fix: `Use one of: ${[...measures].join(', ')}.` });
        const number = lookUp(record, ref, at, problems);
        if (number && number.value === undefined)
          problems.push({
            path: at,
            message: `"${ref}" was printed in words only and has no length.`,
            fix: 'Leave the value out: a dash is drawn.',
          });
        if (number) kinds.get(measure)?.add(number.unit.kind);
      }
    });
    const { bracket } = group;
    if (!bracket) return;
    const number = lookUp(record, bracket.number, [...path, 'bracket', 'number'], problems);
    if (!measures.has(bracket.measure)) {
      problems.push({
        path: [...path, 'bracket', 'measure'],
        message: `There is no measure "${bracket.measure}".`,
        fix: `Use one of: ${[...measures].join(', ')}.`,
      });
    } else if (typeof number?.value === 'number') {
      const addends = group.rows
        .map((row) => row.values[bracket.measure])
        .map((ref) => (ref === undefined ? undefined : findNumber(record, ref)));
      const values = addends.flatMap((addend) => (addend && !isFailure(addend) && typeof addend.value === 'number' ? addend.value : []));
      const sum = addUp(values);
      if (!agreeTo(sum, number.value, countDecimals(number.value))) {
        problems.push({
          path: [...path, 'bracket', 'number'],
          message: `The rows add up to ${formatNumber(sum)}, the bracket says ${formatNumber(number.value)}.`,
          fix: 'Bracket the rows that the number adds up.',
        });
      }
    }
  });
  const count = chart.groups.reduce((sum, { rows }) => sum + rows.length, 0);
  if (count > mostRows.bars)
    problems.push({
      path: ['groups'],
      message: `The chart has ${count} rows; this kind shows at most ${mostRows.bars}.`,
      fix: 'Leave rows out, add up small ones, or draw two charts.',
    });
  chart.measures.forEach(({ id, mark = Infinity }, index) => {
    const values = chart.groups.flatMap(({ rows }) => rows.map((row) => findNumber(record, row.values[id] ?? '')));
    const top = Math.max(0, ...values.map((number) => (isFailure(number) ? 0 : Number(number.value ?? 0))));
    if (mark < chooseMark(top))
      problems.push({
        path: ['measures', index, 'mark'],
        message: `The longest bar, ${formatNumber(top)}, has more marks of ${formatNumber(mark)} than anybody counts.`,
        fix: `Write mark: ${chooseMark(top)}.`,
      });
  });
  if ([...kinds.values()].some((own) => own.size > 1))
    problems.push({ path: ['groups'], message: 'Shares and counts stand in one panel.', fix: 'Give each a measure of its own.' });
  else if (new Set([...kinds.values()].flatMap((own) => [...own])).size > 1 && chart.measures.some((measure) => measure.mark === undefined))
    problems.push({
      path: ['measures'],
      message: 'Shares and counts stand on one scale.',
      fix: 'Give each measure a mark, how many things one mark stands for: the panels then have scales of their own.',
    });
  return problems;
}

function findUnitsProblems(record: EvidenceRecord, chart: UnitsChart): ChartProblem[] {
  const problems: ChartProblem[] = [];
  chart.rows.forEach((row, index) => {
    const numbers = row.numbers.map((ref, numberIndex) => lookUp(record, ref, ['rows', index, 'numbers', numberIndex], problems));
    numbers.forEach((number, numberIndex) => {
      if (number && number.unit.kind !== 'count')
        problems.push({
          path: ['rows', index, 'numbers', numberIndex],
          message: `"${number.ref}" counts no things.`,
          fix: 'Dots stand for things; draw shares and money as bars.',
        });
    });
    const [larger, smaller] = numbers;
    if (larger && smaller) {
      if (larger.recordId !== smaller.recordId)
        problems.push({
          path: ['rows', index, 'numbers'],
          message: 'Two numbers on one grid must be statements of the same quantity.',
          fix: 'Give each a row of its own.',
        });
      if (Number(larger.value) < Number(smaller.value))
        problems.push({
          path: ['rows', index, 'numbers'],
          message: 'The smaller number stands first.',
          fix: 'Name the larger number first.',
        });
    }
  });
  return problems;
}

function findSharesProblems(record: EvidenceRecord, chart: SharesChart): ChartProblem[] {
  const problems: ChartProblem[] = [];
  const known = chart.parts.map((part) => part.id);
  chart.parts.forEach((part, index) => {
    if (known.indexOf(part.id) < index)
      problems.push({
        path: ['parts', index, 'id'],
        message: `There are two parts "${part.id}".`,
        fix: 'Give each part an id of its own.',
      });
  });
  chart.rows.forEach((row, index) => {
    const path = ['rows', index];
    const entries = Object.entries(row.values);
    if (entries.length === 0) problems.push({ path, message: 'The row names no number.', fix: 'Give it a share for at least one part.' });
    const shares: number[] = [];
    for (const [part, ref] of entries) {
      const at = [...path, 'values', part];
      if (!known.includes(part))
        problems.push({ path: at, message: `There is no part "${part}".`, fix: `Use one of: ${known.join(', ')}.` });
      const number = lookUp(record, ref, at, problems);
      if (!number || Array.isArray(number.value)) continue;
      if (number.unit.kind !== 'percent')
        problems.push({
          path: at,
          message: `"${ref}" is no share of a whole.`,
          fix: 'Name shares in per cent; draw counts as bars or units.',
        });
      else if (number.value === undefined)
        problems.push({ path: at, message: `"${ref}" was printed in words only and has no length.`, fix: 'Leave the share out.' });
      else if (number.value < 0)
        problems.push({ path: at, message: `"${ref}" is below zero.`, fix: 'A whole is divided into shares of zero and more.' });
      else if (Number.isFinite(number.value)) shares.push(number.value);
    }
    const sum = addUp(shares);
    if (sum > 100 + slack)
      problems.push({
        path: [...path, 'values'],
        message: `The shares add up to ${formatNumber(sum)}, which is more than the whole.`,
        fix: 'Name shares of one whole that do not overlap.',
      });
  });
  return problems;
}

function findRangeProblems(record: EvidenceRecord, chart: RangeChart): ChartProblem[] {
  const problems: ChartProblem[] = [];
  const kinds = new Map<string, string>();
  chart.rows.forEach((row, index) => {
    const numbers = row.numbers.map((ref, at) => lookUp(record, ref, ['rows', index, 'numbers', at], problems, { ranges: true }));
    const [first] = numbers;
    numbers.forEach((number, at) => {
      const path = ['rows', index, 'numbers', at];
      if (!number) return;
      kinds.set(number.unit.kind, number.ref);
      const lowest = Array.isArray(number.value) ? number.value[0] : number.value;
      if (lowest !== undefined && lowest < 0)
        problems.push({ path, message: `"${number.ref}" is below zero, where the axis has no place.`, fix: 'Leave the row out.' });
      if (lowest === 0 && chart.scale === 'log')
        problems.push({ path, message: `"${number.ref}" is zero, which a logarithmic axis cannot show.`, fix: 'Take the scale linear.' });
      const same =
        JSON.stringify([number.value, number.hedge]) === JSON.stringify([first?.value, first?.hedge]) && number.words === first?.words;
      if (first && !same)
        problems.push({
          path,
          message: `"${number.ref}" has another value or hedge than "${first.ref}", and they cannot share a mark.`,
          fix: 'Give it a row of its own.',
        });
    });
  });
  if (kinds.size > 1)
    problems.push({
      path: ['rows'],
      message: `The axis has one unit, and ${[...kinds.values()].map((ref) => `"${ref}"`).join(' and ')} have different ones.`,
      fix: 'Draw them in two charts.',
    });
  else if (problems.length === 0 && !chart.rows.some((row) => getNumber(record, row.numbers[0] ?? '').value !== undefined))
    problems.push({
      path: ['rows'],
      message: 'No row has a number that an axis could show.',
      fix: 'Name at least one number that was printed in digits.',
    });
  return problems;
}

function findTimelineProblems(record: EvidenceRecord, chart: TimelineChart): ChartProblem[] {
  const { from = -Infinity, to = Infinity } = chart;
  if (from > to)
    return [{ path: ['from'], message: `The timeline ends in ${to}, before it begins.`, fix: 'Write the earlier year as from.' }];
  if (listEventsBetween(record, chart).length === 0)
    return [
      {
        path: [],
        message: 'No event of events.yaml lies in these years.',
        fix: 'Leave out from and to, or take other years.',
        about: { kind: 'event' },
      },
    ];
  return [];
}

const mapFix = 'Leave the place out here and name it in the note, or leave the map out: the list of /places/ has every place.';

function findMapProblems({ places = [] }: EvidenceRecord, chart: MapChart): ChartProblem[] {
  const known = places.map((place) => place.id);
  if (known.length === 0)
    return [
      {
        path: [],
        message: 'There is no place to draw: places.yaml has none.',
        fix: 'Add a place to content/places.yaml.',
        about: { kind: 'place' },
      },
    ];
  const named = chart.places === undefined ? places : places.filter(({ id }) => chart.places?.includes(id));
  const outside = new Set(findOutside(named, frames.desktop));
  if (chart.places === undefined && outside.size === places.length)
    return [
      {
        path: [],
        message: 'No place of places.yaml lies on the map, which shows Iraq, Syria and what is around them.',
        fix: mapFix,
        about: { kind: 'place' },
      },
    ];
  return (chart.places ?? []).flatMap((id, index) => {
    if (outside.has(id))
      return [
        {
          path: ['places', index],
          message: `"${id}" lies outside the map, which shows Iraq, Syria and what is around them.`,
          fix: mapFix,
        },
      ];
    if (known.includes(id)) return [];
    const near = findNearest(id, known);
    return [
      {
        path: ['places', index],
        message: `There is no place called "${id}".`,
        fix: near ? `Did you mean "${near}"?` : 'Use the id of a place in content/places.yaml.',
        about: { kind: 'place' as const, id },
      },
    ];
  });
}

/** More rows than these nobody reads as a drawing. */
const mostPrintings = 24;

function findRelayProblems(record: EvidenceRecord, chart: RelayChart): ChartProblem[] {
  const path = ['quantity'];
  const quantity = record.quantities.get(chart.quantity);
  if (!quantity) {
    const near = findNearest(chart.quantity, [...record.quantities.keys()]);
    return [
      {
        path,
        message: `There is no quantity called "${chart.quantity}".`,
        fix: near ? `Did you mean "${near}"?` : 'Use the id of a quantity of the list on /numbers/.',
        about: { kind: 'number', id: chart.quantity },
      },
    ];
  }
  const count = quantity.statements?.length ?? 0;
  if (count < 2)
    return [
      {
        path,
        message: `"${chart.quantity}" was not passed on: the record has no two statements.`,
        fix: 'Name a quantity with at least two.',
      },
    ];
  if (count > mostPrintings)
    return [
      {
        path,
        message: `"${chart.quantity}" has ${count} statements, more than the ${mostPrintings} that a relay shows.`,
        fix: 'Link to its record instead.',
      },
    ];
  return [];
}
