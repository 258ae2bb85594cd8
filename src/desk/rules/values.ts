/** Numbers and dates of the record mean what they look like, and agree with each other. */
import type { Content, ContentFile } from '../../library/content.ts';
import { createFinding } from '../../library/findings.ts';
import { isForeign } from '../../evidence/dimensions.ts';
import { isHeld } from '../../evidence/held-source.ts';
import { formatPlain, toDecimal, type Decimal } from '../../evidence/decimal.ts';
import { formatAmount, formatNumber, hedgeWords } from '../../evidence/format.ts';
import { parseNumberPhrase } from '../../evidence/number-phrase.ts';
import { findNumber, isFailure } from '../../evidence/record.ts';
import { findPrintedHedge, holdsValue } from '../../evidence/wording.ts';
import { listRecords } from '../../library/list-records.ts';
import { type YamlPath, type YamlRecord } from '../../library/yaml/read-yaml.ts';
import type { Finding } from '../../schema/finding.ts';
import {
  notStated,
  type Breakdown,
  type WrittenQuantity,
  type WrittenStatement,
} from '../../schema/quantity.ts';
import { ruleTexts, type RuleName } from '../../schema/rules.ts';
import type { Rule } from './rule.ts';

export const checkValues: Rule = (content) => [
  ...listRecords(content).flatMap(checkNotation),
  ...[...content.quantities, ...content.breakdowns].flatMap(checkThousands),
  ...content.quantities.flatMap((file) =>
    (file.value.statements ?? []).flatMap((statement, index) =>
      checkStatement(content, file, statement, index),
    ),
  ),
  ...content.breakdowns.flatMap((file) =>
    file.value.rows.flatMap((row, index) =>
      (row.printings ?? []).flatMap((printing, at) => [
        ...checkSign(file, ['rows', index, 'printings', at, 'value'], [printing.value]),
        ...checkWording(
          file,
          ['rows', index, 'printings', at],
          printing,
          isForeign(content.record, printing),
        ),
      ]),
    ),
  ),
  ...[...content.quantities, ...content.breakdowns].flatMap((file) => checkRounded(content, file)),
  ...checkCitedLater(content),
];

const refuse = (
  file: YamlRecord<unknown>,
  path: YamlPath,
  rule: RuleName,
  message: string,
  fix: string,
): Finding =>
  createFinding(file.source, file.spanOf(path), {
    rule,
    level: ruleTexts[rule].level,
    message,
    fix,
  });

/**
 * A quick test for numbers in an unusual form or with too many digits, because few files have one.
 */
const oddNumber =
  /(?:^ *|: +|- +|, +|[[{] *)[-+]?(?:(?<=\+)[\d.]+|0\d[\d.]*|0[xo][\da-f]+|\.[\de+-]+|\d+\.|\d[\d.]*e[-+]?\d+|[\d.]{15,})(?= *(?:[,\]}]|$))/im;

/**
 * YAML reads 0x10 as sixteen, 1e3 as a thousand and 0o17 as fifteen, which a person who checks the
 * record would not expect.
 */
function checkNotation(file: YamlRecord<unknown>): Finding[] {
  if (!oddNumber.test(file.source.text)) return [];
  return listNumbers(file.value, []).flatMap(({ path, value }) => {
    const span = file.spanOf(path);
    const written = file.source.text.slice(span.start, span.end).trim();
    if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(written) && isKept(written, value)) return [];
    const message = isKept(written, value)
      ? `"${written}" is read as ${formatPlain(value)}.`
      : `"${written}" has more digits than a computer keeps and is read as ${formatPlain(value)}.`;
    return [refuse(file, path, 'number-form', message, `Write ${formatPlain(value)}`)];
  });
}

/** False when digits of a decimal number were lost. */
function isKept(written: string, value: number): boolean {
  return (
    !/^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(written) ||
    toDecimal(written.replace(/^\+/, '').replace(/^\./, '0.')).eq(value)
  );
}

function listNumbers(value: unknown, path: YamlPath): { path: YamlPath; value: number }[] {
  if (typeof value === 'number') return [{ path, value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    listNumbers(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** The value of the last significant digit: 100 in 1,800, and a tenth in 43.5. */
function getLastUnit(number: number): Decimal {
  const [digits = '', exponent = '0'] = number.toExponential().split('e');
  return toDecimal(`1e${Number(exponent) - (digits.split('.')[1]?.length ?? 0)}`);
}

type Counted = YamlRecord<{ unit: WrittenQuantity['unit'] }>;

/** Of a wording, a translation or the words that name. */
const mostWords = 25;

/** By what share of the number a rounded form may miss it. */
const roundingLimit = 0.15;

/**
 * A rounded form that articles may print is close to the number. Forms in words, such as "a third",
 * are not compared.
 */
function checkRounded(
  { record }: Content,
  file: ContentFile<WrittenQuantity> | ContentFile<Breakdown>,
): Finding[] {
  const rows = 'rows' in file.value ? file.value.rows : [];
  const lists: { path: YamlPath; ref: string; forms: string[] | undefined }[] =
    'rows' in file.value
      ? rows.map(({ id, rounded }, index) => ({
          path: ['rows', index],
          ref: `${file.id}/${id}`,
          forms: rounded,
        }))
      : [{ path: [], ref: file.id, forms: file.value.rounded }];
  return lists.flatMap(({ path, ref, forms = [] }) => {
    if (forms.length === 0) return [];
    const statements = 'statements' in file.value ? (file.value.statements ?? []) : [];
    const found = findNumber(record, ref);
    const values = [
      ...(isFailure(found) ? [] : [found.value]),
      ...statements.map(({ value }) => value),
    ].flatMap((value) => value ?? []);
    return forms.flatMap((form, index) => {
      const phrase =
        /\d/.test(form) && !/\b(?:in|of) \d/.test(form) ? parseNumberPhrase(form) : undefined;
      const share = phrase?.hedge === undefined ? 0.5 : 1;
      const isNear = (number: number) =>
        values.some((value) => {
          const missed = toDecimal(number).minus(value).abs();
          return (
            missed.lte(toDecimal(value).abs().times(roundingLimit)) &&
            missed.lte(getLastUnit(number).times(share))
          );
        });
      if (values.length === 0 || !phrase || phrase.values.every(isNear)) return [];
      const message = `"${form}" is no rounded form of ${[...new Set(values)].map(formatNumber).join(' or ')}.`;
      return [
        refuse(
          file,
          [...path, 'rounded', index],
          'wording-differs',
          message,
          'Correct it, or take it out.',
        ),
      ];
    });
  });
}

/**
 * A point between thousands, as half of the world writes it: YAML reads 2.300 as a little more than
 * two. If another value of the record has decimals, the point is a decimal point. A share cannot be
 * more than a thousand.
 */
function checkThousands(file: Counted): Finding[] {
  const { unit } = file.value;
  if (unit.kind === 'percent' || !/\d\.\d{3}(?!\d)/.test(file.source.text)) return [];
  const pointed = listNumbers(file.value, []).flatMap(({ path }) => {
    if (!path.includes('value')) return [];
    const span = file.spanOf(path);
    const written = file.source.text.slice(span.start, span.end).trim();
    return written.includes('.') ? [{ path, written }] : [];
  });
  const isGrouped = ({ written }: { written: string }) => /^-?[1-9]\d{0,2}\.\d{3}$/.test(written);
  if (!pointed.every(isGrouped)) return [];
  return pointed.map(({ path, written }) => {
    const message = `"${written}" may be ${written.replace('.', ',')}, with a point between the thousands, or ${written}, a little more than ${written.split('.')[0]}.`;
    const fix = `Write ${written.replace('.', '')} if the point divides thousands, or ${written}0 if decimals follow it.`;
    return refuse(file, path, 'number-form', message, fix);
  });
}

function checkSign(file: Counted, path: YamlPath, values: readonly number[]): Finding[] {
  const { unit } = file.value;
  const low = Math.min(...values);
  if (unit.kind === 'count' && low < 0)
    return [
      refuse(
        file,
        path,
        'number-form',
        `Nobody counts ${formatNumber(low)} ${unit.many}.`,
        `Write ${formatPlain(-low)}, or give the quantity another unit.`,
      ),
    ];
  return [];
}

function checkStatement(
  { record }: Content,
  file: ContentFile<WrittenQuantity>,
  statement: WrittenStatement,
  index: number,
): Finding[] {
  const at = (key: string) => ['statements', index, key];
  const { value, said, published } = statement;
  const findings = value === undefined ? [] : checkSign(file, at('value'), [value].flat());
  findings.push(
    ...checkLength(file, ['statements', index, 'repeats', 'names'], statement.repeats?.names),
  );
  findings.push(
    ...checkWording(file, ['statements', index], statement, isForeign(record, statement)),
  );
  if (said && published && isAfter(said, published))
    findings.push(
      refuse(
        file,
        at('said'),
        'date-order',
        `It was said on ${said}, after it was published on ${published}.`,
        'Correct one of the two dates.',
      ),
    );
  const source = record.sources.get(statement.source);
  if (
    published &&
    source?.published &&
    (isAfter(published, source.published) || isAfter(source.published, published))
  )
    findings.push(
      refuse(
        file,
        at('published'),
        'date-order',
        `content/sources/${source.id}.yaml ${isHeld(source) ? 'is of' : 'was published on'} ${source.published}, not ${isHeld(source) ? 'of' : 'on'} ${published}.`,
        `Write published: ${source.published}, or correct the source.`,
      ),
    );
  return findings;
}

/** Quoted words that the record keeps, and our translations of them. */
function checkLength(
  file: YamlRecord<unknown>,
  path: YamlPath,
  words: string | undefined,
): Finding[] {
  const length = words?.trim().split(/\s+/).length ?? 0;
  if (length <= mostWords) return [];
  const message = `These are ${length} words; at most ${mostWords} are kept.`;
  return [
    refuse(
      file,
      path,
      'quotation-long',
      message,
      'Keep only the part with the number or the name.',
    ),
  ];
}

/** The wording from the source holds the number that was taken from it, with its hedge. */
function checkWording(
  file: YamlRecord<unknown>,
  path: YamlPath,
  said: Partial<Pick<WrittenStatement, 'value' | 'words' | 'wording' | 'in_english' | 'hedge'>>,
  foreign: boolean,
): Finding[] {
  const { value, wording, in_english: translation, hedge: written } = said;
  const tooLong = [
    ...checkLength(file, [...path, 'wording'], wording),
    ...checkLength(file, [...path, 'in_english'], translation),
  ];
  if (wording === undefined || tooLong.length > 0) return tooLong;
  for (const [key, words] of [
    ['wording', wording] as const,
    ['in_english', translation] as const,
  ]) {
    if (value === undefined || words === undefined || holdsValue(words, value)) continue;
    const given = [value].flat().map(formatNumber).join(' and ');
    const what = key === 'wording' ? 'wording' : 'translation';
    const message = `The value is ${given}, and the ${what} has another number.`;
    return [
      refuse(
        file,
        [...path, key],
        'wording-differs',
        message,
        'Correct one of the two by the source.',
      ),
    ];
  }
  // A wording in another language is compared through our translation. Until there is one, another
  // rule asks for it.
  if (foreign && translation === undefined) return [];
  const at = [...path, translation === undefined ? 'wording' : 'in_english'];
  const hedge = written === notStated ? undefined : written;
  const printed = findPrintedHedge(translation ?? wording, said);
  if (printed?.hedge === hedge) return [];
  if (!printed) {
    const message = `The statement says "${hedge && hedgeWords[hedge]}", and no hedge stands beside the number in its wording.`;
    const fix =
      'Take the line out, or write hedge: not-stated where other statements have one; or correct the wording by the source.';
    return [refuse(file, [...path, 'hedge'], 'wording-differs', message, fix)];
  }
  const recorded = hedge ? `the statement "${hedgeWords[hedge]}"` : 'the statement has no hedge';
  const fix =
    printed.hedge === 'unknown'
      ? `The record knows no such hedge: write it into words: "${printed.words} ${value === undefined ? said.words : formatAmount(value, { kind: 'count' })}", without a value.`
      : `Write hedge: ${printed.hedge}, or correct the wording by the source.`;
  return [
    refuse(file, at, 'wording-differs', `The wording says "${printed.words}", ${recorded}.`, fix),
  ];
}

/** True if the first date is after the second, as precisely as both are known. */
function isAfter(first: string, second: string): boolean {
  const size = Math.min(first.length, second.length);
  return first.slice(0, size) > second.slice(0, size);
}

/** An article cannot rest on what was published after it. */
function checkCitedLater({ articles, record }: Content): Finding[] {
  return articles.flatMap(({ matter }) => {
    if (!matter) return [];
    const { date, updated = date, about = [] } = matter.value;
    return about.flatMap((id, index) => {
      const published = record.sources.get(id)?.published;
      if (!published || !isAfter(published, updated)) return [];
      return [
        refuse(
          matter,
          ['about', index],
          'date-order',
          `The article is of ${updated}, and this source was published on ${published}.`,
          'Correct one of the two dates, or add a line "updated: …".',
        ),
      ];
    });
  });
}
