/**
 * Charts with their numbers: looks up in the record what a chart names, and puts it into words for drawing, table and CSV.
 * A chart holds no value of its own, so a change of the record changes all three.
 */
import { layoutBars } from '../charts/bars.ts';
import type { BarsTable, ChartNumber, ChartTable, UnitsTable } from '../charts/chart-table.ts';
import { describeChart } from '../charts/describe.ts';
import { frames, type Drawing } from '../charts/drawing.ts';
import { tabulate, toRecords, type TableRow } from '../charts/tabulate.ts';
import { layoutUnits } from '../charts/units.ts';
import { formatAmount, formatDate, formatValue, formatValueWithUnit, hedgeWords } from '../evidence/format.ts';
import { toPlainText } from '../evidence/inline.ts';
import { findNumber, getNumber, isFailure, type EvidenceRecord, type RecordedNumber } from '../evidence/record.ts';
import { formatCsv } from '../publish/csv.ts';
import { fates, type BarsChart, type Chart, type UnitsChart } from '../schema/chart.ts';

/** A chart ready to print. */
export type ChartData = {
  id: string;
  chart: Chart;
  table: ChartTable;
  rows: TableRow[];
  /** The phone's drawing first: it is the one that shows without a stylesheet. */
  drawings: [phone: Drawing, desktop: Drawing];
  /** The quantities and breakdowns it draws from, each once. */
  records: { recordId: string; ref: string; tag: string }[];
};

/** Everything a page needs to print the chart. Throws on what the check reports: see findChartProblems. */
export function getChartData(record: EvidenceRecord, id: string, chart: Chart): ChartData {
  const table = resolveChart(record, id, chart);
  const rows = tabulate(table);
  const records = new Map<string, ChartData['records'][number]>();
  for (const { number } of rows) {
    if (number && !records.has(number.recordId))
      records.set(number.recordId, { recordId: number.recordId, ref: number.ref, tag: number.tag });
  }
  return {
    id,
    chart,
    table,
    rows,
    drawings: [layoutChart(table, 'phone'), layoutChart(table, 'desktop')],
    records: [...records.values()],
  };
}

export function layoutChart(table: ChartTable, frame: keyof typeof frames): Drawing {
  return table.kind === 'bars' ? layoutBars(table, frames[frame]) : layoutUnits(table, frames[frame]);
}

/** Address of the chart's CSV within the site. */
export function formatChartAddress(id: string): string {
  return `/charts/${id}.csv`;
}

/** The chart's table as CSV. */
export function formatChartCsv({ rows }: Pick<ChartData, 'rows'>): string {
  const { head, records } = toRecords(rows);
  return formatCsv(head, records);
}

/** A draft of the description, with a link for every number. */
export function draftDescription(record: EvidenceRecord, id: string, chart: Chart): string {
  return describeChart(resolveChart(record, id, chart));
}

/** The chart's numbers, looked up and put into words. Throws when one is missing or cannot be drawn. */
export function resolveChart(record: EvidenceRecord, id: string, chart: Chart): ChartTable {
  return chart.kind === 'bars' ? resolveBars(record, id, chart) : resolveUnits(record, id, chart);
}

function resolveBars(record: EvidenceRecord, id: string, chart: BarsChart): BarsTable {
  const refs = chart.groups.flatMap((group) => group.rows.flatMap((row) => Object.values(row.values)));
  const printed = refs.map((ref) => getNumber(record, ref)).filter((number) => !number.derived);
  const decimals = chart.decimals ?? Math.min(4, ...printed.map((number) => countDecimals(number.value)));
  const resolve = (ref: string) => toChartNumber(record, ref, decimals);
  const groups = chart.groups.map(({ label = '', bracket, rows }): BarsTable['groups'][number] => ({
    label,
    bracket: bracket && {
      measure: chart.measures.findIndex((measure) => measure.id === bracket.measure),
      number: resolve(bracket.number),
      label: toPlainText(bracket.label),
    },
    rows: rows.map((row) => {
      const numbers = chart.measures.map(({ id: measure }) => {
        const ref = row.values[measure];
        return ref === undefined ? undefined : resolve(ref);
      });
      const [ref = ''] = Object.values(row.values);
      return { label: row.label ?? getNumber(record, ref).title, role: row.role ?? 'main', note: toPlainText(row.note ?? ''), numbers };
    }),
  }));
  const measures = chart.measures.map((measure, index) => {
    const first = groups.flatMap((group) => group.rows).find((row) => row.numbers[index])?.numbers[index];
    return { ...measure, unit: first?.base ? `per 100 of ${first.base}` : (first?.unit ?? '') };
  });
  return { kind: 'bars', id, measures, groups };
}

function resolveUnits(record: EvidenceRecord, id: string, chart: UnitsChart): UnitsTable {
  const rows = chart.rows.map((row) => {
    const [first = '', ...others] = row.numbers;
    const numbers: [ChartNumber, ...ChartNumber[]] = [toChartNumber(record, first), ...others.map((ref) => toChartNumber(record, ref))];
    for (const number of numbers) number.fate ||= row.fate ?? '';
    return { label: row.label ?? numbers[0].unit, note: toPlainText(row.note ?? ''), numbers };
  });
  return { kind: 'units', id, dot: chart.dot ?? 1, rows };
}

/** `decimals` fixes those of the label, for numbers that stand below one another. */
function toChartNumber(record: EvidenceRecord, ref: string, decimals?: number): ChartNumber {
  const number = getNumber(record, ref);
  const { quantity, statement, breakdown, unit, hedge } = number;
  if (Array.isArray(number.value)) throw new Error(`num:${ref} is a range, which no chart draws.`);
  const sourceIds = number.row ? listPrinters(number) : number.sourceIds;
  const sources = sourceIds.map((sourceId) => record.sources.get(sourceId));
  const published = statement?.published ?? sources[0]?.published;
  const object = statement?.object ?? '';
  const isFate = (fates as readonly string[]).includes(object);
  const hedgeText = hedge ? hedgeWords[hedge] : '';
  return {
    ref,
    recordId: number.recordId,
    fragment: number.fragment,
    tag: number.tag,
    value: number.value,
    hedge: hedgeText,
    text: number.value === undefined ? (number.words ?? '') : formatAmount(number.value, unit),
    label:
      decimals === undefined || number.value === undefined
        ? formatValue(number, unit)
        : [hedgeText, formatFixed(number.value, decimals)].filter(Boolean).join(' '),
    decimals: decimals ?? countDecimals(number.value),
    unit: unit.kind === 'percent' ? 'per cent' : unit.kind === 'count' ? unit.many : unit.kind === 'usd' ? 'US dollars' : 'euros',
    base: formatBase(record, number),
    place: statement?.place ?? quantity?.place ?? breakdown?.place ?? '',
    object: isFate ? '' : object,
    fate: isFate ? object : '',
    date: (statement ? published : undefined) ?? quantity?.as_of ?? breakdown?.as_of ?? published ?? '',
    printed: statement ? [sources[0]?.publisher, published && formatDate(published)].filter(Boolean).join(', ') : '',
    sourceIds,
    sourceNames: sources.map((source, index) => source?.publisher ?? sourceIds[index] ?? ''),
    derived: number.derived,
  };
}

/** Sources of a row that print its value, be it with fewer decimals; those that print another are named in the record. */
function listPrinters({ row, value }: RecordedNumber): string[] {
  const agrees = (printed: number) => Number(Number(value).toFixed(countDecimals(printed))) === printed;
  return (row?.printings ?? []).filter((printing) => agrees(printing.value)).map((printing) => printing.source);
}

const fixed = Array.from(
  { length: 5 },
  (_, decimals) => new Intl.NumberFormat('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
);

/** As many decimals as the drawing has; rounded like the bar itself. */
function formatFixed(value: number, decimals: number): string {
  return fixed[decimals]?.format(Number(value.toFixed(decimals))) ?? String(value);
}

function countDecimals(value: RecordedNumber['value']): number {
  return typeof value === 'number' ? (String(value).split('.')[1]?.length ?? 0) : 0;
}

/** What the shares of a breakdown are shares of: "1,832 weapons". */
function formatBase(record: EvidenceRecord, { breakdown }: RecordedNumber): string {
  if (!breakdown?.base) return '';
  const base = getNumber(record, breakdown.base);
  return formatValueWithUnit(base, base.unit);
}

export type ChartProblem = {
  /** Where in the YAML: keys and indexes. */
  path: (string | number)[];
  message: string;
  fix: string;
};

/** What keeps a chart from being drawn truthfully. References that name nothing are included. */
export function findChartProblems(record: EvidenceRecord, id: string, chart: Chart): ChartProblem[] {
  const problems = chart.kind === 'bars' ? findBarsProblems(record, chart) : findUnitsProblems(record, chart);
  if (problems.length) return problems;
  const table = resolveChart(record, id, chart);
  return (['phone', 'desktop'] as const).flatMap((frame) =>
    layoutChart(table, frame).warnings.map((message) => ({ path: [], message, fix: 'Shorten the label or note that it names.' })),
  );
}

/** A number that marks can stand for, or a problem. */
function lookUp(record: EvidenceRecord, ref: string, path: ChartProblem['path'], problems: ChartProblem[]): RecordedNumber | undefined {
  const found = findNumber(record, ref);
  if (isFailure(found)) {
    problems.push({
      path,
      message: `The record has no number "${ref}".`,
      fix: 'Name a quantity with one value, a statement (quantity/statement) or a row (breakdown/row).',
    });
    return undefined;
  }
  if (Array.isArray(found.value))
    problems.push({
      path,
      message: `"${ref}" is a range, and a chart draws single numbers.`,
      fix: 'Name a statement with one value, or leave the row out.',
    });
  return found;
}

function findBarsProblems(record: EvidenceRecord, chart: BarsChart): ChartProblem[] {
  const problems: ChartProblem[] = [];
  const measures = new Set(chart.measures.map((measure) => measure.id));
  const kinds = new Set<string>();
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
        if (number) kinds.add(number.unit.kind);
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
      const sum = addends.reduce(
        (total, addend) => total + (addend && !isFailure(addend) && typeof addend.value === 'number' ? addend.value : 0),
        0,
      );
      if (Math.abs(sum - number.value) > 0.5 * 10 ** -countDecimals(number.value) + 1e-9) {
        problems.push({
          path: [...path, 'bracket', 'number'],
          message: `The rows add up to ${Number(sum.toFixed(4))}, the bracket says ${number.value}.`,
          fix: 'Bracket the rows that the number adds up.',
        });
      }
    }
  });
  if (kinds.size > 1)
    problems.push({ path: ['groups'], message: 'Shares and counts stand on one scale.', fix: 'Draw them in two charts.' });
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
