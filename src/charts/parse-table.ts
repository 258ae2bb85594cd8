/**
 * The rows of a chart from a CSV that an editor keeps, or every problem with its position.
 *
 * Nothing is guessed: commas only, a number is plain digits with a point, and a dash stands for a number that was not printed.
 * Texts are kept as they are, also those that look like formulas; the export guards them.
 */
import { readRecord } from './read-cells.ts';
import { report, splitCsv, type TableCell, type TableProblem } from './split-csv.ts';
import type { TableEntry, TableShape } from './table-entry.ts';
import { checkGrouping, checkSums } from './table-sums.ts';

export type ParsedTable = { rows: TableEntry[]; problems: TableProblem[] };

/** Typed rows, or problems; never both. */
export function parseTable(text: string, shape: TableShape): ParsedTable {
  const { records, problems } = splitCsv(text);
  if (problems.length) return { rows: [], problems };
  const [head = [], ...body] = records;
  const columns = readHead(head, shape, problems);
  const last = head.at(-1);
  if (body.length === 0 && last) report(problems, last, 'The table has a head and no rows.', 'Write a line for each row below it.');
  const surplus = body[shape.mostRows]?.[0];
  if (surplus) {
    const message = `The table has ${body.length} rows; this kind of chart shows at most ${shape.mostRows}.`;
    report(problems, surplus, message, 'Leave rows out, add up small ones, or draw two charts.');
  }
  if (problems.length) return { rows: [], problems };

  const labels = new Map<string, TableCell>();
  const rows = body.flatMap((record) => {
    const entry = readRecord(record, columns, head, shape, problems);
    const cell = record[columns.get('label') ?? 0];
    if (!entry || !cell || entry.label === '') return [];
    const first = labels.get(entry.label);
    const again = `"${entry.label}" stands already in row ${first?.row}.`;
    if (first) report(problems, cell, again, 'Keep one of the two rows, or tell them apart in their labels.');
    else labels.set(entry.label, cell);
    return [{ entry, record }];
  });
  const [top] = rows;
  const [start] = top?.record ?? [];
  if (start && problems.length === 0 && rows.every(({ entry }) => entry.values.every((value) => value === undefined)))
    report(problems, start, 'No row of the table has a number.', 'Write at least one, or leave the chart out.');
  if (problems.length === 0) checkGrouping(rows, columns, head, shape, problems);
  if (problems.length === 0) checkSums(rows, columns, shape, problems);
  return problems.length ? { rows: [], problems } : { rows: rows.map(({ entry }) => entry), problems };
}

/** The position of each column. */
function readHead(head: TableCell[], shape: TableShape, problems: TableProblem[]): Map<string, number> {
  // A single column of numbers may be called "value".
  const [lone, ...others] = shape.measures;
  const alias = lone && others.length === 0 ? lone.id : undefined;
  const measures = shape.measures.map(({ id }) => id);
  const required = ['label', ...(alias === undefined ? measures : ['value'])];
  const known = [...required, ...shape.texts];
  const columns = new Map<string, number>();
  const [only] = head;
  if (head.length === 1 && only && /[;\t]/.test(only.text)) {
    const at = only.start + only.text.search(/[;\t]/);
    const name = only.text.includes(';') ? 'semicolons' : 'tabs';
    const fix = `Save the file again with commas: ${only.text
      .split(/[;\t]/)
      .map((part) => part.trim())
      .join(',')}.`;
    report(problems, { ...only, start: at, end: at + 1 }, `The cells are divided by ${name} instead of commas.`, fix);
    return columns;
  }
  const names = head.map(({ text }) => (text.trim() === alias ? 'value' : text.trim()));
  const missing = required.filter((name) => !names.includes(name));
  head.forEach((cell, index) => {
    const name = names[index] ?? '';
    const written = cell.text.trim();
    const first = head[names.indexOf(name)];
    if (!known.includes(name)) {
      const message = written === '' ? `Column ${cell.column} has no name.` : `There is no column "${written}" in the table of this chart.`;
      const instead = missing.map((other) => `Did you mean "${other}"? The columns are: `)[0] ?? 'Use one of: ';
      report(problems, cell, message, `${instead}${known.join(', ')}.`);
    } else if (first && first !== cell) {
      const message = first.text.trim() === written ? 'stands twice' : `is the same as "${first.text.trim()}"`;
      report(problems, cell, `The column "${written}" ${message}.`, 'Keep one of the two.');
    } else columns.set(name === 'value' && alias !== undefined ? alias : name, index);
  });
  const [first] = head;
  if (missing.length && first && problems.length === 0) {
    const lacking = missing.map((name) => `"${name}"`).join(', ');
    const fix = `Write the head as ${known.filter((name) => required.includes(name) || names.includes(name)).join(',')}.`;
    report(problems, first, `The head lacks the ${missing.length > 1 ? 'columns' : 'column'} ${lacking}.`, fix);
  }
  return columns;
}
