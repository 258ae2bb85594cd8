/**
 * What a schema cannot check in a record: statements have one value, variants are those of the
 * quantity, rows add up to their whole.
 */
import { addUp } from '../../evidence/decimal.ts';
import { formatNumber } from '../../evidence/format.ts';
import type { ContentFile } from '../../library/content.ts';
import { findNearest } from '../../library/findings.ts';
import type { Finding } from '../../schema/finding.ts';
import {
  notStated,
  type Breakdown,
  type WrittenQuantity,
  type WrittenStatement,
} from '../../schema/quantity.ts';
import { refuseField, type Rule } from './rule.ts';
import { checkRepeats, checkChainLength } from './repeat-chains.ts';
import { checkNames, checkPageNames } from './taken-names.ts';

export const checkRecordShape: Rule = (content) => [
  ...checkNames(content),
  ...checkPageNames(content),
  ...content.quantities.flatMap(checkQuantity),
  ...content.breakdowns.flatMap(checkBreakdown),
  ...content.articles.flatMap(({ matter }) => {
    if (!matter?.value.updated || matter.value.updated >= matter.value.date) return [];
    return [
      refuseField(
        matter,
        ['updated'],
        'date-order',
        'The article was updated before it was published.',
        'Correct one of the two dates.',
      ),
    ];
  }),
];

type File = Pick<ContentFile<unknown>, 'source' | 'spanOf'>;

/** Reports each word that occurs earlier in the list, ignoring case. `path` leads to it. */
function tellTwice(
  file: File,
  words: readonly string[],
  path: (index: number) => (string | number)[],
  say: (word: string) => string,
  fix: string,
): Finding[] {
  const small = words.map((word) => word.toLowerCase());
  return words.flatMap((word, index) =>
    small.indexOf(word.toLowerCase()) < index
      ? [refuseField(file, path(index), 'id-taken', say(word), fix)]
      : [],
  );
}

const anotherId = 'Give one of them another id.';

function checkQuantity(file: ContentFile<WrittenQuantity>): Finding[] {
  const { value } = file;
  const statements = value.statements ?? [];
  const findings: Finding[] = [];
  if (value.derivation ? statements.length > 0 : statements.length === 0) {
    findings.push(
      refuseField(
        file,
        [],
        'statements',
        'A quantity has either statements or a derivation.',
        value.derivation
          ? 'Remove one of the two.'
          : 'Add the first statement: who said it, where.',
      ),
    );
  }
  findings.push(
    ...tellTwice(
      file,
      statements.map(({ id }) => id),
      (index) => ['statements', index, 'id'],
      (id) => `Two statements are called "${id}".`,
      anotherId,
    ),
  );
  statements.forEach((statement, index) =>
    findings.push(...checkStatement(file, statement, index)),
  );
  return findings;
}

function checkStatement(
  file: ContentFile<WrittenQuantity>,
  statement: WrittenStatement,
  index: number,
): Finding[] {
  const at = (key: string) => ['statements', index, key];
  const findings: Finding[] = [];
  if ((statement.value === undefined) === (statement.words === undefined)) {
    findings.push(
      refuseField(
        file,
        ['statements', index],
        'statement-value',
        'A statement has either a value or words.',
        'Write "value: 2300", or "words: hundreds" where no number was printed.',
      ),
    );
  }
  for (const [key, known] of [
    ['object', file.value.variants?.objects],
    ['place', file.value.variants?.places],
    ['model', file.value.variants?.models],
  ] as const) {
    const written = statement[key];
    if (written === undefined || written === notStated || known?.includes(written)) continue;
    const near = findNearest(written, known ?? []);
    findings.push(
      refuseField(
        file,
        at(key),
        'variant',
        `"${written}" is not among the variants of this quantity.`,
        near ? `Did you mean "${near}"?` : `Add it to variants.${key}s.`,
      ),
    );
  }
  return [
    ...findings,
    ...checkRepeats(file, statement, index),
    ...checkChainLength(file, statement, index),
  ];
}

function checkBreakdown(file: ContentFile<Breakdown>): Finding[] {
  const { value } = file;
  const findings: Finding[] = [];
  const { rows } = value;
  const inRow = (key: string) => (index: number) => ['rows', index, key];
  findings.push(
    ...tellTwice(
      file,
      rows.map(({ id }) => id),
      inRow('id'),
      (id) => `Two rows are called "${id}".`,
      anotherId,
    ),
    ...tellTwice(
      file,
      rows.map(({ label }) => label),
      inRow('label'),
      (label) => `Two rows are labelled "${label}".`,
      'Give them different labels, or keep one.',
    ),
  );
  rows.forEach((row, index) => {
    findings.push(
      ...tellTwice(
        file,
        (row.printings ?? []).map(({ source }) => source),
        (at) => ['rows', index, 'printings', at, 'source'],
        (source) => `"${source}" is listed twice for this row.`,
        'Keep one entry: only two sources can agree.',
      ),
    );
    if ((row.printings === undefined) === (row.derivation === undefined)) {
      findings.push(
        refuseField(
          file,
          ['rows', index],
          'statements',
          'A row has either printings or a derivation.',
          'Add who prints it, or our arithmetic.',
        ),
      );
    }
  });
  if (value.whole !== undefined) findings.push(...checkSum(file, value.whole));
  return findings;
}

/** Rows add up to their whole, or leave a named remainder. Rounding may account for half a unit. */
function checkSum(file: ContentFile<Breakdown>, whole: number): Finding[] {
  const { value } = file;
  if (value.rows.some((row) => !row.printings)) return [];
  const sum = addUp(value.rows.map((row) => row.printings?.[0]?.value ?? 0));
  if (sum > whole + 0.5)
    return [
      refuseField(
        file,
        ['whole'],
        'sum',
        `The rows add up to ${formatNumber(sum)}, more than the whole of ${formatNumber(whole)}.`,
        'Correct a row, or the whole.',
      ),
    ];
  if (sum < whole - 0.5 && value.remainder === undefined)
    return [
      refuseField(
        file,
        ['whole'],
        'sum',
        `The rows add up to ${formatNumber(sum)} of ${formatNumber(whole)}, and the rest has no name.`,
        'Add a line "remainder: not listed".',
      ),
    ];
  return [];
}
