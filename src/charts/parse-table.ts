/**
 * The rows of a chart from a CSV that an editor keeps, or every problem with the place where it stands.
 *
 * Our own parser, because a finding needs line and column: d3-dsv gives no positions, reads an unclosed quotation mark
 * to the end of the file without a word and loses a column named __proto__. Nothing is guessed: commas only, a number is plain digits
 * with a point, and a dash stands for a number that was not printed. Texts are kept as they are, also those that look
 * like formulas; the export guards them.
 */
import Big from 'big.js';
import { roles, type Role } from '../schema/chart.ts';
import { hedges, type Hedge } from '../schema/value.ts';

/** A cell with its characters in the file. Row and column count from one; the head is row 1. */
export type TableCell = { text: string; row: number; column: number; start: number; end: number };

export type TableProblem = Omit<TableCell, 'text'> & { message: string; fix: string };

/** What the chart's YAML says of its table. */
export type TableShape = {
  /** The columns of numbers. `whole` is what a column adds up to. */
  measures: { id: string; whole?: number | undefined }[];
  /** Numbers are shares in per cent. */
  shares: boolean;
  /** The numbers of a row are parts of one whole, of which the named ones leave nothing over. */
  divided?: { complete: boolean } | undefined;
  /** Rows that the kind can show. */
  mostRows: number;
  /** Texts that the kind prints, besides the label. */
  texts: readonly TextColumn[];
};

export const textColumns = ['group', 'role', 'qualifier', 'note', 'source'] as const;
export type TextColumn = (typeof textColumns)[number];

export type TableEntry = {
  label: string;
  group: string;
  note: string;
  role: Role | undefined;
  qualifier: Hedge | undefined;
  /** Ids of sources, each with its place. */
  sources: { id: string; start: number; end: number }[];
  /** One a measure, in their order; undefined where a dash says that none was printed. */
  values: (number | undefined)[];
};

export type ParsedTable = { rows: TableEntry[]; problems: TableProblem[] };

/** What rounded shares may differ by from their whole. */
const slack = 0.5;
/** Cells that say that no number was printed. */
const dash = /^[-–—]$/;

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

/** Records and cells as RFC 4180 has them, with their places. Line breaks inside quotation marks belong to the cell; empty lines are left out. */
export function splitCsv(text: string): { records: TableCell[][]; problems: TableProblem[] } {
  const problems: TableProblem[] = [];
  const records: TableCell[][] = [];
  let record: TableCell[] = [];
  let row = 1;
  let at = text.startsWith('\ufeff') ? 1 : 0;
  const refuse = (start: number, message: string, fix: string) => {
    report(problems, { row, column: record.length + 1, start, end: start + 1 }, message, fix);
    return { records: [], problems };
  };
  while (at < text.length) {
    const start = at;
    let value: string;
    if (text[at] === '"') {
      at = findClosingQuote(text, at);
      const fix = 'Close the cell with " before its comma; write a quotation mark inside it twice: "".';
      if (at === -1) return refuse(start, 'This quotation mark is never closed, so the rest of the file is one cell', fix);
      value = text
        .slice(start + 1, at)
        .replaceAll('""', '"')
        .replaceAll('\r\n', '\n');
      at += 1;
      if (at < text.length && !/[,\r\n]/.test(text.charAt(at))) {
        const whole = 'Put the whole cell in quotation marks, and write each one inside it twice: "".';
        return refuse(at, 'Something follows the quotation mark that closes the cell', whole);
      }
    } else {
      while (at < text.length && !/[,\r\n]/.test(text.charAt(at))) at += 1;
      value = text.slice(start, at);
      const quote = value.indexOf('"');
      if (quote !== -1)
        return refuse(
          start + quote,
          'A quotation mark stands inside a cell that does not begin with one',
          `Write ${quoteCell(value.trim())}.`,
        );
    }
    record.push({ text: value, row, column: record.length + 1, start, end: at });
    if (text[at] === ',') {
      at += 1;
      if (at < text.length) continue;
      // A comma at the very end opens one more cell, an empty one.
      record.push({ text: '', row, column: record.length + 1, start: at, end: at });
    } else at += text.startsWith('\r\n', at) ? 2 : 1;
    if (record.length > 1 || record[0]?.text.trim()) records.push(record);
    record = [];
    row += 1;
  }
  if (records.length === 0) {
    report(
      problems,
      { row: 1, column: 1, start: 0, end: 1 },
      'The table is empty',
      'Write a head such as label,value and a line for each row below it.',
    );
  }
  return { records, problems };
}

/** Where the cell that opens at `open` is closed, or -1. */
function findClosingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function report(problems: TableProblem[], cell: Omit<TableCell, 'text'>, message: string, fix: string, column?: string): void {
  const { row, start, end } = cell;
  const where = column === undefined ? `row ${row}` : `row ${row}, column "${column}"`;
  const said = /[.!?]$/.test(message) ? message : `${message} (${where}).`;
  problems.push({ row, column: cell.column, start, end: Math.max(end, start + 1), message: said, fix });
}

const quoteCell = (text: string) => `"${text.replaceAll('"', '""')}"`;
/** A line break or a run of spaces inside a text counts as one space. */
const toLine = (text: string) => text.trim().replace(/\s+/g, ' ');

/** Where each column stands. */
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

function readRecord(
  record: TableCell[],
  columns: Map<string, number>,
  head: TableCell[],
  shape: TableShape,
  problems: TableProblem[],
): TableEntry | undefined {
  const end = record.at(-1);
  if (record.length !== head.length && end) {
    const surplus = record[head.length];
    const message = `Row ${end.row} has ${record.length} ${record.length === 1 ? 'cell' : 'cells'}, the head has ${head.length}.`;
    const more = 'Write numbers without commas, and put a text that holds a comma in quotation marks.';
    report(
      problems,
      surplus ?? { ...end, start: end.end },
      message,
      surplus ? more : 'Add the missing commas; an empty text still needs its own.',
    );
    return undefined;
  }
  const cellOf = (name: string) => record[columns.get(name) ?? -1];
  const textOf = (name: string) => toLine(cellOf(name)?.text ?? '');
  const label = cellOf('label');
  if (label && textOf('label') === '') report(problems, label, 'The cell is empty', 'Write the name of the row.', 'label');
  const values = shape.measures.map(({ id }) => {
    const cell = cellOf(id);
    return cell && readValue(cell, head[cell.column - 1]?.text.trim() ?? id, shape, problems);
  });
  if (label && shape.divided && shape.measures.every(({ id }) => dash.test(textOf(id)))) {
    report(problems, label, `Row ${label.row} has no number.`, 'Write a number into at least one column, or take the row out.');
  }
  const pick = <T extends string>(name: TextColumn, choices: readonly T[]): T | undefined => {
    const cell = cellOf(name);
    const written = textOf(name).replaceAll(' ', '-');
    const found = choices.find((choice) => choice === written);
    if (cell && written && !found)
      report(problems, cell, `There is no ${name} "${textOf(name)}"`, `Use one of: ${choices.join(', ')}; or leave the cell empty.`, name);
    return found;
  };
  const source = cellOf('source');
  const sources = [...(source?.text ?? '').matchAll(/[^\s"]+/g)].map(({ 0: id }) => ({
    id,
    start: source?.start ?? 0,
    end: source?.end ?? 0,
  }));
  return {
    label: textOf('label'),
    group: textOf('group'),
    note: textOf('note'),
    role: pick('role', roles),
    qualifier: pick('qualifier', hedges),
    sources,
    values,
  };
}

/** A number that the kind can draw; undefined for a dash, and with a problem for anything else. */
function readValue(cell: TableCell, column: string, shape: TableShape, problems: TableProblem[]): number | undefined {
  const written = cell.text.trim();
  if (dash.test(written)) return undefined;
  const refuse = (message: string, fix: string) => {
    report(problems, cell, message, fix, column);
    return undefined;
  };
  if (written === '') return refuse('The cell is empty', 'Write the number, or – where none was printed.');
  if (/^[-−–‐‑]\s?\d/.test(written))
    return refuse(`${written} is below zero, where marks cannot be drawn`, 'Correct the number, or take the row out.');
  const number = Number(written);
  if (!/^\d+(\.\d+)?$/.test(written)) return refuse(`"${toLine(written)}" is not a number in plain digits`, adviseNumber(toLine(written)));
  if (/^0\d/.test(written))
    return refuse(
      `"${written}" begins with a nought that counts nothing, as codes do`,
      `Write ${new Big(written).toFixed()} if it is a number; take the row out if it is a code.`,
    );
  if (number > Number.MAX_SAFE_INTEGER)
    return refuse(`${written} is larger than a chart can show`, 'Count in a larger unit, and name it in the YAML.');
  if (!new Big(written).eq(number))
    return refuse(
      `"${written}" has more digits than a computer keeps`,
      `Write ${new Big(number).toFixed()}, or round it as the source does.`,
    );
  if (shape.shares && number > 100)
    return refuse(`${written} per cent is more than the whole`, 'Correct the share; draw counts with a unit of the kind count.');
  return number;
}

/** What to write instead. */
function adviseNumber(written: string): string {
  if (/^[1-9]\d{0,2},\d{3}$/.test(written))
    return `Write ${written.replace(',', '')} if the comma divides the thousands, or ${written.replace(',', '.')}0 if decimals follow it.`;
  const grouped = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$|^[1-9]\d{0,2}(?:[ \u00a0\u202f’']\d{3})+(?:\.\d+)?$/.test(written);
  if (grouped) return `Write ${written.replace(/[^\d.]/g, '')}.`;
  const continental = /^[1-9]\d{0,2}(?:\.\d{3})+,\d+$|^[1-9]\d{0,2}(?:\.\d{3}){2,}$|^[1-9]\d{0,2}(?:[ \u00a0\u202f’']\d{3})+,\d+$/.test(
    written,
  );
  if (continental) return `Write ${written.replace(/[^\d,]/g, '').replace(',', '.')}.`;
  if (/^\d+,\d+$/.test(written)) return `Write ${written.replace(',', '.')}.`;
  const share = /^(\d+(?:\.\d+)?) ?(?:%|per cent)$/.exec(written)?.[1];
  if (share) return `Write ${share}; the unit stands in the YAML.`;
  const exact = /^(?:0[xob][\da-f]+|\+?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)$/i.test(written) ? Number(written) : Number.NaN;
  if (Number.isFinite(exact) && exact <= Number.MAX_SAFE_INTEGER) return `Write ${new Big(exact).toFixed()}.`;
  const hedged = /^(?:[~<>≈]|[a-z][a-z -]*) ?(\d+(?:\.\d+)?)$/i.exec(written)?.[1];
  if (hedged) return `Write ${hedged} here and the hedge into a column "qualifier".`;
  return 'Write digits with a point for decimals, or – where no number was printed.';
}

type Row = { entry: TableEntry; record: TableCell[] };

/**
 * Half of the world divides thousands by a point: 1.234 is there more than a thousand. A column in which every point may do so,
 * and none stands before fewer or more than three digits, has two readings. Shares have one: the other is more than the whole.
 */
function checkGrouping(rows: Row[], columns: Map<string, number>, head: TableCell[], shape: TableShape, problems: TableProblem[]): void {
  if (shape.shares) return;
  for (const { id } of shape.measures) {
    const at = columns.get(id) ?? 0;
    const pointed = rows.flatMap(({ record }) => record[at] ?? []).filter(({ text }) => text.includes('.'));
    const [first] = pointed;
    if (!first || !pointed.every(({ text }) => /^[1-9]\d{0,2}\.\d{3}$/.test(text.trim()))) continue;
    const written = first.text.trim();
    const whole = written.replace('.', '');
    const readings = `${written.replace('.', ',')}, with a point between the thousands, or ${written}, a little more than ${written.split('.')[0]}`;
    const message = `"${written}" may be ${readings}: no number of the column "${head[at]?.text.trim()}" says which.`;
    report(problems, first, message, `Write ${whole} and the like if the point divides thousands, or ${written}0 if decimals follow it.`);
  }
}

const addUp = (values: readonly (number | undefined)[]) => values.reduce<Big>((sum, value) => sum.plus(value ?? 0), new Big(0)).toNumber();

/** Rows and the declared remainder make the whole: down a column with a whole, across a row of shares. */
function checkSums(rows: Row[], columns: Map<string, number>, shape: TableShape, problems: TableProblem[]): void {
  const say = (sum: number) => new Big(sum).toFixed();
  shape.measures.forEach(({ id, whole }, index) => {
    const sum = addUp(rows.map(({ entry }) => entry.values[index]));
    const cell = rows.at(-1)?.record[columns.get(id) ?? 0];
    if (whole === undefined || !cell || Math.abs(sum - whole) <= (shape.shares ? slack : 0)) return;
    const name = shape.measures.length === 1 ? 'The rows' : `The rows of the column "${id}"`;
    const message = `${name} add up to ${say(sum)}, the whole is ${say(whole)}.`;
    const fix =
      sum < whole
        ? `Add a row with the role rest and ${say(addUp([whole, -sum]))}, if the source leaves that much over, or correct a number.`
        : 'Correct a number, or the whole in the YAML.';
    report(problems, cell, message, fix);
  });
  const { divided } = shape;
  if (!divided) return;
  for (const { entry, record } of rows) {
    const sum = addUp(entry.values);
    const cell = record[columns.get('label') ?? 0];
    const complete = divided.complete && entry.values.every((value) => value !== undefined);
    if (!cell || (sum <= 100 + slack && !(complete && sum < 100 - slack))) continue;
    const message = `The shares of "${entry.label}" add up to ${say(sum)}, which is ${sum > 100 ? 'more' : 'less'} than the whole.`;
    report(
      problems,
      cell,
      message,
      sum > 100 ? 'Name shares of one whole that do not overlap.' : 'Correct a share, or the part with the role rest.',
    );
  }
}
