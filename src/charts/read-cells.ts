/**
 * Cells of a chart's table as labels, words and numbers. Nothing is guessed: a number is plain
 * digits with a point.
 */
import Big from 'big.js';
import { roles } from '../schema/chart.ts';
import { hedges } from '../schema/value.ts';
import { adviseNumber } from './advise-number.ts';
import { nameDivider, report, reportCell, type TableCell, type TableProblem } from './split-csv.ts';
import type { TableEntry, TableShape, TextColumn } from './table-entry.ts';

/** Contents of a cell which mean that no number was printed. */
const dash = /^[-–—]$/;

/** A line break or a run of spaces inside a text counts as one space. */
export const toLine = (text: string) => text.trim().replace(/\s+/g, ' ');

export function readRecord(
  record: TableCell[],
  columns: Map<string, number>,
  head: TableCell[],
  shape: TableShape,
  problems: TableProblem[],
): TableEntry | undefined {
  if (!fitsHead(record, head, problems)) return undefined;
  const cellOf = (name: string) => record[columns.get(name) ?? -1];
  const textOf = (name: string) => toLine(cellOf(name)?.text ?? '');
  const label = cellOf('label');
  if (label && textOf('label') === '')
    reportCell(problems, label, 'The cell is empty', 'Write the name of the row.', 'label');
  const values = shape.measures.map(({ id }) => {
    const cell = cellOf(id);
    return cell && readValue(cell, head[cell.column - 1]?.text.trim() ?? id, shape, problems);
  });
  if (label && shape.divided && shape.measures.every(({ id }) => dash.test(textOf(id)))) {
    report(
      problems,
      label,
      `Row ${label.row} has no number.`,
      'Write a number into at least one column, or delete the row.',
    );
  }
  const pick = <T extends string>(name: TextColumn, choices: readonly T[]): T | undefined => {
    const cell = cellOf(name);
    const written = textOf(name).replaceAll(' ', '-');
    const found = choices.find((choice) => choice === written);
    if (cell && written && !found)
      reportCell(
        problems,
        cell,
        `There is no ${name} "${textOf(name)}"`,
        `Use one of: ${choices.join(', ')}; or leave the cell empty.`,
        name,
      );
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

/** Reports a row that has more or fewer cells than the head, or only empty ones. */
function fitsHead(record: TableCell[], head: TableCell[], problems: TableProblem[]): boolean {
  const end = record.at(-1);
  const [first] = record;
  if (!end || !first) return false;
  if (record.every(({ text }) => text.trim() === '')) {
    report(problems, first, `Row ${end.row} is empty.`, 'Delete the row.');
    return false;
  }
  if (record.length === head.length) return true;
  const surplus = record[head.length];
  const message = `Row ${end.row} has ${record.length} ${record.length === 1 ? 'cell' : 'cells'}, the head has ${head.length}.`;
  const divider = record.length === 1 ? nameDivider(first.text) : undefined;
  if (divider) {
    const at = first.start + first.text.indexOf(divider.sign);
    const said = `The cells of row ${end.row} are separated by ${divider.name} instead of commas.`;
    report(
      problems,
      { ...first, start: at, end: at + 1 },
      said,
      'Save the file again with commas.',
    );
  } else if (!surplus) {
    report(
      problems,
      { ...end, start: end.end },
      message,
      'Add the missing commas; an empty text still needs its own.',
    );
  } else if (record.slice(head.length).every(({ text }) => text.trim() === '')) {
    const commas =
      record.length - head.length === 1 ? 'the comma' : `the ${record.length - head.length} commas`;
    report(problems, surplus, message, `Take out ${commas} at the end of the row.`);
  } else {
    const more =
      'Write numbers without commas, and put a text that holds a comma in "double quotes".';
    report(problems, surplus, message, more);
  }
  return false;
}

/**
 * A number that the kind can draw. Undefined for a dash; undefined with a problem for anything
 * else.
 */
function readValue(
  cell: TableCell,
  column: string,
  shape: TableShape,
  problems: TableProblem[],
): number | undefined {
  const written = cell.text.trim();
  if (dash.test(written)) return undefined;
  const refuse = (message: string, fix: string) => {
    reportCell(problems, cell, message, fix, column);
    return undefined;
  };
  if (written === '')
    return refuse('The cell is empty', 'Write the number, or – where none was printed.');
  if (/^[-−–‐‑]\s?\d/.test(written))
    return refuse(
      `${written} is below zero and cannot be drawn`,
      'Correct the number, or delete the row.',
    );
  const number = Number(written);
  if (!/^\d+(\.\d+)?$/.test(written))
    return refuse(
      `"${toLine(written)}" is not a number in plain digits`,
      adviseNumber(toLine(written)),
    );
  if (/^0\d/.test(written))
    return refuse(
      `"${written}" begins with a zero, like a code`,
      `Write ${new Big(written).toFixed()} if it is a number; delete the row if it is a code.`,
    );
  if (number > Number.MAX_SAFE_INTEGER)
    return refuse(
      `${written} is larger than a chart can show`,
      'Count in a larger unit, and name it in the YAML.',
    );
  if (!new Big(written).eq(number))
    return refuse(
      `"${written}" has more digits than can be stored`,
      `Write ${new Big(number).toFixed()}, or round it as the source does.`,
    );
  if (shape.shares && number > 100)
    return refuse(
      `${written} per cent is more than the whole`,
      'Correct the share; draw counts with a unit of the kind count.',
    );
  return number;
}
