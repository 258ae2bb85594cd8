/**
 * What a statement says about its number besides the value agrees with its kept wording. If one
 * statement of a quantity has such a dimension, each other with a kept wording has it too, or says
 * `not-stated`. So no text is marked as drift only because another is incomplete.
 */
import { isForeign } from '../../evidence/dimensions.ts';
import { hedgeWords } from '../../evidence/format.ts';
import { findNumberPlaces } from '../../evidence/wording.ts';
import {
  findStated,
  listForms,
  listNamed,
  variantLists,
  type VariantDimension,
} from '../../evidence/variants.ts';
import type { Content, ContentFile } from '../../library/content.ts';
import { findNearest } from '../../library/findings.ts';
import type { YamlPath, YamlRecord } from '../../library/yaml/read-yaml.ts';
import type { Finding } from '../../schema/finding.ts';
import {
  dimensions,
  notStated,
  type Dimension,
  type WrittenQuantity,
  type WrittenStatement,
} from '../../schema/quantity.ts';
import { refuseField, type Rule } from './rule.ts';

export const checkDimensions: Rule = (content) => [
  ...content.quantities.flatMap((file) => [
    ...checkWords(file),
    ...(file.value.statements ?? []).flatMap((statement, index) => [
      ...checkEnglish(content, file, ['statements', index], statement, listStated(file)),
      ...dimensions.flatMap((dimension) =>
        checkDimension(content, file, statement, index, dimension),
      ),
    ]),
  ]),
  // A row says nothing about its numbers but their hedge, and each printing is checked separately.
  ...content.breakdowns.flatMap((file) =>
    file.value.rows.flatMap(({ printings = [] }, index) =>
      printings.flatMap((printing, at) =>
        checkEnglish(
          content,
          file,
          ['rows', index, 'printings', at],
          printing,
          printing.hedge === undefined ? [] : ['hedge'],
        ),
      ),
    ),
  ),
];

type File = ContentFile<WrittenQuantity>;

/** Whether any statement of the quantity has this dimension. */
function isStated({ value }: File, dimension: Dimension): boolean {
  return (value.statements ?? []).some(
    (statement) => statement[dimension] !== undefined && statement[dimension] !== notStated,
  );
}

/** The dimensions in which the statements of the quantity are compared. */
const listStated = (file: File) => dimensions.filter((dimension) => isStated(file, dimension));

type Printed = Pick<WrittenStatement, 'source' | 'wording' | 'in_english' | 'wording_from'>;

/**
 * Whether a wording in another language still needs our translation. Until then it is not compared.
 */
function needsEnglish(
  { record }: Content,
  printed: Printed,
  stated: readonly Dimension[],
): boolean {
  return printed.in_english === undefined && isForeign(record, printed) && stated.length > 0;
}

function checkEnglish(
  content: Content,
  file: YamlRecord<unknown>,
  path: YamlPath,
  statement: Printed,
  stated: readonly Dimension[],
): Finding[] {
  const at = (key: string) => [...path, key];
  if (needsEnglish(content, statement, stated)) {
    return [
      refuseField(
        file,
        at('wording'),
        'in-english',
        `This wording is in another language, and statements are compared by what it says: ${stated.join(', ')}.`,
        'Add a line "in_english: …", your literal translation of the wording.',
      ),
    ];
  }
  if (statement.in_english === undefined) return [];
  if (statement.wording === undefined)
    return [
      refuseField(
        file,
        at('in_english'),
        'in-english',
        'There is a translation, but not the wording that it translates.',
        'Add the wording as printed, or delete the line.',
      ),
    ];
  const source = statement.wording_from ?? statement.source;
  // Another rule reports a missing source.
  if (isForeign(content.record, statement) || !content.record.sources.has(source)) return [];
  return [
    refuseField(
      file,
      at('in_english'),
      'in-english',
      'This wording is in English and needs no translation.',
      `Delete the line, or give content/sources/${source}.yaml its language.`,
    ),
  ];
}

function checkDimension(
  content: Content,
  file: File,
  statement: WrittenStatement,
  index: number,
  dimension: Dimension,
): Finding[] {
  const written = statement[dimension];
  const { wording } = statement;
  const at = ['statements', index, dimension];
  if (wording === undefined) {
    if (written === undefined) return [];
    const message = `There is no wording, so nobody can check that it says "${sayWritten(written)}".`;
    return [
      refuseField(
        file,
        at,
        'dimension',
        message,
        'Add the wording as printed, or delete the line.',
      ),
    ];
  }
  if (needsEnglish(content, statement, listStated(file))) return [];
  const others = isStated(file, dimension);
  if (written === notStated && !others) {
    const message = `No statement of this quantity has a field ${dimension}, so this one needs no not-stated.`;
    return [refuseField(file, at, 'dimension', message, 'Delete the line.')];
  }
  // The hedge of the wording is compared together with its number.
  const differing = dimension === 'hedge' ? [] : compareWords(file, statement, index, dimension);
  if (differing.length > 0 || written !== undefined || !others) return differing;
  const message = `Another statement has a field ${dimension}, and this one does not say whether its wording has it too.`;
  return [
    refuseField(
      file,
      ['statements', index, 'wording'],
      'dimension',
      message,
      `Add "${dimension}: ${notStated}", or what the wording says.`,
    ),
  ];
}

/** A hedge as it is printed. */
function sayWritten(written: string): string {
  return Object.hasOwn(hedgeWords, written)
    ? hedgeWords[written as keyof typeof hedgeWords]
    : written;
}

function compareWords(
  file: File,
  statement: WrittenStatement,
  index: number,
  dimension: VariantDimension,
): Finding[] {
  const { variants } = file.value;
  const written = statement[dimension];
  const words = statement.in_english ?? statement.wording ?? '';
  const known = variants?.[variantLists[dimension]] ?? [];
  // Another rule reports a variant that the quantity does not have.
  if (!variants || (written !== undefined && written !== notStated && !known.includes(written)))
    return [];
  const stated = findStated(words, variants, dimension, findNumberPlaces(words, statement)[0]);
  if (
    stated === undefined
      ? written === undefined || written === notStated
      : written === stated.variant
  )
    return [];
  const where = [
    'statements',
    index,
    statement.in_english === undefined ? 'wording' : 'in_english',
  ];
  if (stated === undefined) {
    const message = `The statement says "${written}", and its wording holds none of: ${listForms(variants, written ?? '').join(', ')}.`;
    const fix = `Write ${dimension}: ${notStated}, or add the word that it uses for "${written}" to variants.words.`;
    return [refuseField(file, ['statements', index, dimension], 'dimension', message, fix)];
  }
  const said =
    written === undefined
      ? `the statement has no ${dimension}`
      : written === notStated
        ? 'the statement that it says nothing of it'
        : `the statement "${written}"`;
  const nearest =
    new Set(listNamed(words, variants, dimension).map(({ variant }) => variant)).size > 1
      ? ' nearest to its number'
      : '';
  const short =
    written === undefined || written === notStated ? '' : `, or keep less of the wording`;
  return [
    refuseField(
      file,
      written === undefined ? where : ['statements', index, dimension],
      'dimension',
      `The wording says "${stated.written}"${nearest}, ${said}.`,
      `Write ${dimension}: ${stated.variant}${short}.`,
    ),
  ];
}

/** Other words for a variant must belong to a listed variant, and to one only. */
function checkWords(file: File): Finding[] {
  const { variants } = file.value;
  if (!variants?.words) return [];
  const lists = Object.values(variantLists).map((key) => variants[key] ?? []);
  return Object.entries(variants.words).flatMap(([variant, words]) => {
    const at = ['variants', 'words', variant];
    const own = lists.find((list) => list.includes(variant));
    if (!own) {
      const near = findNearest(variant, lists.flat());
      return [
        refuseField(
          file,
          at,
          'variant',
          `"${variant}" is not among the variants of this quantity.`,
          near ? `Did you mean "${near}"?` : 'List it first, or take its words out.',
        ),
      ];
    }
    return words.flatMap((word, index) => {
      const other = own.find(
        (one) =>
          one !== variant &&
          listForms(variants, one).some((form) => form.toLowerCase() === word.toLowerCase()),
      );
      return other === undefined
        ? []
        : [
            refuseField(
              file,
              [...at, index],
              'variant',
              `"${word}" is listed for "${other}" too.`,
              'Keep it with one of them.',
            ),
          ];
    });
  });
}
