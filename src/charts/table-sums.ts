/**
 * Checks the numbers of a chart's table together: how their thousands are written, and whether they
 * add up to their whole.
 */
import Big from 'big.js';
import { slack } from './shares/layout.ts';
import { report, type TableCell, type TableProblem } from './split-csv.ts';
import type { TableEntry, TableShape } from './table-entry.ts';

export type Row = { entry: TableEntry; record: TableCell[] };

/**
 * Reports a column that can be read in two ways, because exactly three digits follow every point:
 * in half of the world 1.234 is more than a thousand. Shares are clear, because they would exceed
 * the whole.
 */
export function checkGrouping(
  rows: Row[],
  columns: Map<string, number>,
  head: TableCell[],
  shape: TableShape,
  problems: TableProblem[],
): void {
  if (shape.shares) return;
  for (const { id } of shape.measures) {
    const at = columns.get(id) ?? 0;
    const pointed = rows
      .flatMap(({ record }) => record[at] ?? [])
      .filter(({ text }) => text.includes('.'));
    const [first] = pointed;
    if (!first || !pointed.every(({ text }) => /^[1-9]\d{0,2}\.\d{3}$/.test(text.trim()))) continue;
    const written = first.text.trim();
    const whole = written.replace('.', '');
    const readings = `${written.replace('.', ',')}, with a point between the thousands, or ${written}, a little more than ${written.split('.')[0]}`;
    const message = `"${written}" may be ${readings}: no number of the column "${head[at]?.text.trim()}" says which.`;
    report(
      problems,
      first,
      message,
      `Write ${whole} and the like if the point divides thousands, or ${written}0 if decimals follow it.`,
    );
  }
}

const addUp = (values: readonly (number | undefined)[]) =>
  values.reduce<Big>((sum, value) => sum.plus(value ?? 0), new Big(0)).toNumber();

/**
 * Reports rows that, with the declared remainder, do not add up to the whole: down a column that
 * has a whole, or across a row of shares.
 */
export function checkSums(
  rows: Row[],
  columns: Map<string, number>,
  shape: TableShape,
  problems: TableProblem[],
): void {
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
      sum > 100
        ? 'Name shares of one whole that do not overlap.'
        : 'Correct a share, or the part with the role rest.',
    );
  }
}
