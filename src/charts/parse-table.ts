/**
 * The rows of a chart from a CSV that an editor keeps, or every problem with its position.
 *
 * Nothing is guessed: commas only, a number is plain digits with a point, and a dash means that no
 * number was printed. Texts are kept as they are, even those that look like formulas; the export
 * makes them safe.
 */
import { readRecord, toLine } from './read-cells.ts';
import { readHead } from './read-head.ts';
import { report, splitCsv, type TableCell, type TableProblem } from './split-csv.ts';
import type { TableEntry, TableShape } from './table-entry.ts';
import { checkGrouping, checkSums } from './table-sums.ts';

export type ParsedTable = { rows: TableEntry[]; problems: TableProblem[] };

/** Typed rows, or problems; never both. */
export function parseTable(text: string, shape: TableShape): ParsedTable {
  const { records, problems } = splitCsv(text);
  if (problems.length) return { rows: [], problems };
  const [head = [], ...body] = records;
  const columns = readHead(head, body, shape, problems);
  const last = head.at(-1);
  if (body.length === 0 && last && columns.size > 0)
    report(
      problems,
      last,
      'The table has a head and no rows.',
      'Write a line for each row below it.',
    );
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
    // To readers, names are the same in any capitals, and with an é of one character or of two.
    const name = entry.label.normalize('NFC').toLowerCase();
    const first = labels.get(name);
    const again =
      first && toLine(first.text) !== entry.label
        ? `"${entry.label}" and "${toLine(first.text)}" in row ${first.row} are the same name, spelled in two ways.`
        : `"${entry.label}" is already in row ${first?.row}.`;
    if (first)
      report(problems, cell, again, 'Keep one of the rows, or give them different labels.');
    else labels.set(name, cell);
    return [{ entry, record }];
  });
  const [top] = rows;
  const [start] = top?.record ?? [];
  if (
    start &&
    problems.length === 0 &&
    rows.every(({ entry }) => entry.values.every((value) => value === undefined))
  )
    report(
      problems,
      start,
      'No row of the table has a number.',
      'Write at least one, or leave the chart out.',
    );
  if (problems.length === 0) checkGrouping(rows, columns, head, shape, problems);
  if (problems.length === 0) checkSums(rows, columns, shape, problems);
  return problems.length
    ? { rows: [], problems }
    : { rows: rows.map(({ entry }) => entry), problems };
}
