/**
 * What prevents a chart from being drawn truthfully, and the numbers that it names, each with its
 * position in the chart's file.
 */
import {
  findNumber,
  isFailure,
  type EvidenceRecord,
  type RecordedNumber,
} from '../evidence/record.ts';
import type { YamlPath } from '../library/yaml/read-yaml.ts';
import type { About } from '../schema/finding.ts';

/** Something that the file names by its reference or its id. */
export type ChartRef = { path: YamlPath; ref: string };

export type ChartProblem = {
  /** Where in the YAML: keys and indexes. */
  path: (string | number)[];
  message: string;
  fix: string;
  /** What it names, if the record does not have it. */
  about?: About;
  /** The text that does not fit, if it comes from the table beside the chart. */
  drawn?: readonly string[];
};

/** Looks up a number that marks can represent, or reports a problem. */
export function lookUp(
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

/** Lists the numbers of rows that may name several. */
export function listRowRefs({ rows }: { rows: { numbers: string[] }[] }): ChartRef[] {
  return rows.flatMap(({ numbers }, index) =>
    numbers.map((ref, at) => ({ path: ['rows', index, 'numbers', at], ref })),
  );
}
