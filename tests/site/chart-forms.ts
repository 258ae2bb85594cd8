/** Reads one chart in every form that readers get, for comparison: its page, CSV, JSON and SVG. */
import { parse, type HTMLElement } from 'node-html-parser';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableColumns } from '../../src/charts/table-columns.ts';
import { laneNames } from '../../src/charts/timeline/table.ts';
import { typeset } from '../../src/evidence/typeset.ts';
import { readPath } from '../drawings/read-path.ts';
import { readSections } from './read-sections.ts';

export type ChartJson = {
  title: string;
  rows: { value: number | string | null; record?: string; unit?: string }[];
};

export type ChartForms = {
  figure: HTMLElement | null;
  csv: string[][];
  svg: HTMLElement;
  json: ChartJson;
};

/** Replaces no-break spaces, which pages and drawings have and data files do not. */
const toOrdinarySpaces = (text: string) => text.replaceAll('\u00a0', ' ');

/** Reads the forms of a chart from the site built into `folder`. */
export function readForms(folder: string, id: string): ChartForms {
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  return {
    figure: parse(toOrdinarySpaces(readSections(read(`charts/${id}/index.html`)))).querySelector(
      `figure#${id}`,
    ),
    csv: parseCsv(read(`charts/${id}.csv`)),
    svg: parse(toOrdinarySpaces(read(`charts/${id}.svg`))),
    json: JSON.parse(read(`charts/${id}.json`)) as ChartJson,
  };
}

/**
 * Returns the fields of a CSV. Our files quote a field only if it holds a comma, quotation mark or
 * line break.
 */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  for (
    let match = pattern.exec(text);
    match && pattern.lastIndex <= text.length;
    match = pattern.exec(text)
  ) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') rows.push([]);
    if (match[3] === '') break;
  }
  return rows.filter((row) => row.length > 1);
}

/** Returns sentences about differences between the forms of a chart; none if all agree. */
export function findDifferences(forms: ChartForms): string[] {
  const [head = []] = forms.csv;
  // Events and places have no values: their titles and names are compared instead.
  const title = head.indexOf('title');
  const entries = title >= 0 ? title : head.includes('latitude') ? 0 : undefined;
  return entries === undefined
    ? [...compareValues(forms), ...compareLabels(forms)]
    : compareEntries(forms, entries, title >= 0);
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function compareValues({ figure, csv, json }: ChartForms): string[] {
  const [head = [], ...records] = csv;
  const [valueAt, recordAt] = [head.indexOf('value'), head.indexOf('record')];
  if (valueAt < 1) return ['The CSV has no column "value".'];
  const differences: string[] = [];
  const inJson = json.rows.map(({ value, record = '' }) => [String(value ?? ''), record]);
  const inCsv = records.map((record) => [record[valueAt] ?? '', record[recordAt] ?? '']);
  if (!isSame(inJson, inCsv))
    differences.push(`JSON ${JSON.stringify(inJson)}, CSV ${JSON.stringify(inCsv)}`);
  const rows = figure?.querySelectorAll('tbody tr') ?? [];
  if (rows.length !== records.length)
    differences.push(`The table has ${rows.length} rows, the CSV ${records.length}.`);
  const { label } = tableColumns.find(({ id }) => id === 'value') ?? {};
  const column = figure?.querySelectorAll('thead th').findIndex(({ text }) => text === label) ?? -1;
  for (const [index, row] of rows.entries()) {
    const cell = row.querySelectorAll('th, td')[column]?.text ?? '';
    const value = records[index]?.[valueAt] ?? '';
    const printed = toNumber(cell);
    const agrees = Number.isNaN(Number(value))
      ? cell.includes(value)
      : value === ''
        ? Number.isNaN(printed)
        : Math.abs(printed - Number(value)) < 1e-6;
    if (!agrees)
      differences.push(`Row ${index + 1}: "${cell}" in the table, "${value}" in the CSV`);
  }
  return differences;
}

function toNumber(text: string): number {
  const digits = Number(/-?[\d,]+(?:\.\d+)?/.exec(text)?.[0].replaceAll(',', '') ?? Number.NaN);
  return digits * (text.includes(' billion') ? 1e9 : text.includes(' million') ? 1e6 : 1);
}

/** Checks that every value is in all drawings of the page and in the file. */
function compareLabels({ figure, csv: [head = [], ...records], svg }: ChartForms): string[] {
  const valueAt = head.indexOf('value');
  const drawings = [...(figure?.querySelectorAll('.drawing') ?? []), svg];
  const own = figure?.classList.contains('chart-tablet') ? 3 : 2;
  if (drawings.length !== own + 1) return [`There are ${drawings.length} drawings.`];
  return drawings.flatMap((drawing) => {
    const words = drawing
      .querySelectorAll('text')
      .map((text) => text.text)
      .join(' | ');
    return records.flatMap((record) => {
      const text = record[valueAt] ?? '';
      const value = Number(text);
      if (text === '') return [];
      const accepted = Number.isNaN(value)
        ? [text]
        : [
            value.toLocaleString('en-GB'),
            value.toFixed(1),
            String(value),
            `${value / 1e6} million`,
            `${value / 1e9} billion`,
          ];
      // Words may be on two lines.
      const said = Number.isNaN(value) ? words.replaceAll(' | ', ' ') : words;
      return accepted.some((form) => said.includes(form))
        ? []
        : [`${record[0]}: ${value} is not in ${words}`];
    });
  });
}

function compareEntries(
  { figure, csv: [head = [], ...records], svg, json }: ChartForms,
  nameAt: number,
  areEvents: boolean,
): string[] {
  const differences: string[] = [];
  const names = records.map((record) => toOrdinarySpaces(typeset(record[nameAt] ?? '')));
  const printed = figure
    ?.querySelectorAll('tbody tr')
    .map((row) => row.querySelector('th')?.text.trim());
  if (!isSame(printed, names))
    differences.push(`Table ${JSON.stringify(printed)}, CSV ${JSON.stringify(names)}`);
  const entries = json.rows as unknown as Record<string, string | number | string[] | null>[];
  const join = (cell: string | number | string[] | null | undefined) =>
    Array.isArray(cell) ? cell.join(' ') : String(cell ?? '');
  const inJson = entries.map((entry) => head.map((column) => join(entry[column])));
  if (!isSame(inJson, records))
    differences.push(`JSON ${JSON.stringify(inJson)}, CSV ${JSON.stringify(records)}`);
  const wide = figure?.querySelector('.drawing-desktop');
  const marks =
    wide
      ?.querySelectorAll('.c-square, .c-ring, .c-knot, .c-place')
      .flatMap((path) => readPath(path.getAttribute('d') ?? '')) ?? [];
  const words = wide?.querySelectorAll('text').map((text) => text.text.trim()) ?? [];
  // On a route, the stops, which are every other row, are marks. The lanes of a timeline have a
  // mark next to their names.
  const stops = head.includes('known') ? names.filter((_, index) => index % 2 === 0) : names;
  const lanes = words.filter((text) => Object.values(laneNames).includes(text));
  const drawn = areEvents
    ? stops.length + lanes.length
    : names.filter((name) => words.includes(name)).length;
  if (marks.length === 0 || marks.length !== drawn)
    differences.push(`${marks.length} marks for ${drawn} entries`);
  // All drawings show the same names, and the file those of the wide drawing.
  for (const drawing of [
    ...(figure?.querySelectorAll('.drawing-phone, .drawing-tablet') ?? []),
    svg,
  ]) {
    const joined = drawing
      .querySelectorAll('text')
      .map((line) => line.text.trim())
      .join(' ');
    for (const name of wide
      ?.querySelectorAll('.c-strong')
      .flatMap((line) => line.text.trim().split(' ')) ?? [])
      if (!joined.includes(name)) differences.push(`"${name}" is missing in ${joined}`);
  }
  return differences;
}
