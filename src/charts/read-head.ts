/**
 * The head of a chart's table: which column is which, and what an editor may have meant by another
 * name.
 */
import { nameDivider, report, type TableCell, type TableProblem } from './split-csv.ts';
import type { TableShape } from './table-entry.ts';

/** Common names of columns that have another name here. */
const otherNames = new Map(
  Object.entries({
    sources: 'source',
    notes: 'note',
    comment: 'note',
    groups: 'group',
    hedge: 'qualifier',
    labels: 'label',
    name: 'label',
    values: 'value',
    number: 'value',
    count: 'value',
  }),
);

/** The position of each column. */
export function readHead(
  head: TableCell[],
  body: TableCell[][],
  shape: TableShape,
  problems: TableProblem[],
): Map<string, number> {
  // A single column of numbers may be called "value".
  const [lone, ...others] = shape.measures;
  const alias = lone && others.length === 0 ? lone.id : undefined;
  const measures = shape.measures.map(({ id }) => id);
  const required = ['label', ...(alias === undefined ? measures : ['value'])];
  const known = [...required, ...shape.texts];
  const columns = new Map<string, number>();
  if (isNoHead(head, body, required, problems)) return columns;
  const names = head.map(({ text }) => (text.trim() === alias ? 'value' : text.trim()));
  const suggestions = suggestColumns(names, known, required, alias);
  head.forEach((cell, index) => {
    const name = names[index] ?? '';
    const written = cell.text.trim();
    const first = head[names.indexOf(name)];
    if (written === '') {
      const empty = body.every((record) => (record[index]?.text.trim() ?? '') === '');
      const fix = empty
        ? 'Take its comma out, here and in each row.'
        : `Give it a name: one of ${known.join(', ')}.`;
      report(problems, cell, `Column ${cell.column} has no name.`, fix);
    } else if (!known.includes(name)) {
      const meant = suggestions.get(name);
      const instead =
        meant === undefined ? 'Use one of: ' : `Did you mean "${meant}"? The columns are: `;
      report(
        problems,
        cell,
        `There is no column "${written}" in the table of this chart.`,
        `${instead}${known.join(', ')}.`,
      );
    } else if (first && first !== cell) {
      const message =
        first.text.trim() === written ? 'appears twice' : `is the same as "${first.text.trim()}"`;
      report(problems, cell, `The column "${written}" ${message}.`, 'Keep one of the two.');
    } else columns.set(name === 'value' && alias !== undefined ? alias : name, index);
  });
  const missing = required.filter((name) => !names.includes(name));
  const [first] = head;
  if (missing.length && first && problems.length === 0) {
    const lacking = missing.map((name) => `"${name}"`).join(', ');
    const fix = `Write the head as ${known.filter((name) => required.includes(name) || names.includes(name)).join(',')}.`;
    report(
      problems,
      first,
      `The head lacks the ${missing.length > 1 ? 'columns' : 'column'} ${lacking}.`,
      fix,
    );
  }
  return columns;
}

/**
 * Reports a first row that names no columns: a title, a note to a spreadsheet program, or cells
 * that are not divided by commas.
 */
function isNoHead(
  head: TableCell[],
  body: TableCell[][],
  required: readonly string[],
  problems: TableProblem[],
): boolean {
  const [only] = head;
  if (!only) return false;
  const isHead = (record: TableCell[] | undefined) => {
    const names =
      record
        ?.flatMap(({ text }) => text.split(/[,;|\t]/))
        .map((text) => text.trim().toLowerCase()) ?? [];
    return required.filter((name) => names.includes(name)).length > required.length / 2;
  };
  const next = body.findIndex(isHead);
  if (next !== -1 && !isHead(head)) {
    const message = `The first row does not name the columns; the head is in row ${body[next]?.[0]?.row}.`;
    report(problems, only, message, 'Delete what is above the head.');
    return true;
  }
  const divider = head.length === 1 ? nameDivider(only.text) : undefined;
  if (!divider) return isRow(head, required, problems);
  const at = only.start + only.text.indexOf(divider.sign);
  const cells = only.text.split(divider.sign).map((part) => part.trim());
  const message = `The cells are separated by ${divider.name} instead of commas.`;
  report(
    problems,
    { ...only, start: at, end: at + 1 },
    message,
    `Save the file again with commas: ${cells.join(',')}.`,
  );
  return true;
}

const isYear = (text: string) => /^(?:1[89]|20)\d\d$/.test(text);

/**
 * Reports a first row that holds data, because it names no column and a cell holds a number; that
 * is empty; or whose cells are not separated.
 */
function isRow(head: TableCell[], required: readonly string[], problems: TableProblem[]): boolean {
  const [first] = head;
  const texts = head.map(({ text }) => text.trim());
  const names = texts.map((text) => text.toLowerCase());
  if (!first || names.some((name) => required.includes(name) || otherNames.has(name))) return false;
  const above = `Add a line above it: ${orderColumns(texts, required).join(',')}`;
  const tell = (message: string, fix: string) => {
    report(problems, first, message, fix);
    return true;
  };
  if (texts.every((text) => text === ''))
    return tell(
      'The first row is empty; it should name the columns.',
      `Write ${required.join(',')}.`,
    );
  if (texts.length === 1 && /\s[\d.,]*\d$/.test(first.text))
    return tell(
      `Nothing separates the cells of the first row, "${first.text.trim()}".`,
      `Put a comma between them in each row. ${above}`,
    );
  // Years may be the names of columns.
  if (!texts.some((text) => startsNumber(text) && !isYear(text))) return false;
  return tell(`The first row, "${texts.join(',')}", holds data, not the names of columns.`, above);
}

const startsNumber = (text: string) => /^[^\p{L}]*\d/u.test(text);

/**
 * The names of the columns, in the order in which `texts`, a row of data, has label and numbers.
 */
function orderColumns(texts: string[], [label = '', ...measures]: readonly string[]): string[] {
  const at = texts.findIndex((text) => !startsNumber(text));
  if (texts.length !== measures.length + 1 || at === -1) return [label, ...measures];
  return [...measures.slice(0, at), label, ...measures.slice(at)];
}

/**
 * The column that each unknown name means: one spelled in other capitals, one that is often called
 * so or, if as many names are unknown as columns are missing, the one in its position. No column is
 * suggested for two names.
 */
function suggestColumns(
  names: readonly string[],
  known: readonly string[],
  required: readonly string[],
  alias: string | undefined,
): Map<string, string> {
  const free = new Set(known.filter((name) => !names.includes(name)));
  const meant = new Map<string, string>();
  const unknown = [...new Set(names)].filter((name) => name !== '' && !known.includes(name));
  const take = (find: (lower: string) => string | undefined) => {
    for (const name of unknown) {
      const column = meant.has(name) ? undefined : find(name.toLowerCase());
      if (column !== undefined && free.delete(column)) meant.set(name, column);
    }
  };
  take((lower) =>
    lower === alias?.toLowerCase() ? 'value' : known.find((name) => name.toLowerCase() === lower),
  );
  take((lower) => otherNames.get(lower));
  const missing = required.filter((name) => free.has(name));
  const left = unknown.filter((name) => !meant.has(name));
  if (missing.length === left.length)
    left.forEach((name, index) => meant.set(name, missing[index] ?? ''));
  return meant;
}
