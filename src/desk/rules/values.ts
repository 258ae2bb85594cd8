/** Numbers and dates of the record mean what they look like, and agree with each other. */
import type { Content, ContentFile } from '../../library/content.ts';
import { isForeign } from '../../evidence/dimensions.ts';
import { isHeld } from '../../evidence/held-source.ts';
import { formatAmount, formatNumber, hedgeWords } from '../../evidence/format.ts';
import { findPrintedHedge, holdsValue } from '../../evidence/wording.ts';
import { listRecords } from '../../library/list-records.ts';
import type { YamlPath, YamlRecord } from '../../library/yaml/read-yaml.ts';
import type { Finding } from '../../schema/finding.ts';
import { notStated, type WrittenQuantity, type WrittenStatement } from '../../schema/quantity.ts';
import { refuseField, type Rule } from './rule.ts';
import { checkNotation, checkThousands, checkSign } from './number-form.ts';
import { checkRounded } from './rounded-forms.ts';

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

/** The most words of a wording, a translation, or the words that name a source. */
const mostWords = 25;

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
      refuseField(
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
      refuseField(
        file,
        at('published'),
        'date-order',
        `content/sources/${source.id}.yaml ${isHeld(source) ? 'is of' : 'was published on'} ${source.published}, not ${isHeld(source) ? 'of' : 'on'} ${published}.`,
        `Write published: ${source.published}, or correct the source.`,
      ),
    );
  return findings;
}

/** Reports quoted words of the record, or our translation of them, that are too long. */
function checkLength(
  file: YamlRecord<unknown>,
  path: YamlPath,
  words: string | undefined,
): Finding[] {
  const length = words?.trim().split(/\s+/).length ?? 0;
  if (length <= mostWords) return [];
  const message = `These are ${length} words; at most ${mostWords} are kept.`;
  return [
    refuseField(
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
    const message = `The value is ${given}, but the ${what} has another number.`;
    return [
      refuseField(
        file,
        [...path, key],
        'wording-differs',
        message,
        'Check both against the source.',
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
    const message = `The statement says "${hedge && hedgeWords[hedge]}", but its wording has no hedge beside the number.`;
    const fix =
      'Delete the line, or write hedge: not-stated where other statements have one; or check the wording against the source.';
    return [refuseField(file, [...path, 'hedge'], 'wording-differs', message, fix)];
  }
  const recorded = hedge ? `the statement "${hedgeWords[hedge]}"` : 'the statement has no hedge';
  const fix =
    printed.hedge === 'unknown'
      ? `The record has no such hedge. Write words: "${printed.words} ${value === undefined ? said.words : formatAmount(value, { kind: 'count' })}", without a value.`
      : `Write hedge: ${printed.hedge}, or check the wording against the source.`;
  return [
    refuseField(
      file,
      at,
      'wording-differs',
      `The wording says "${printed.words}", ${recorded}.`,
      fix,
    ),
  ];
}

/** True if the first date is after the second, as precisely as both are known. */
function isAfter(first: string, second: string): boolean {
  const size = Math.min(first.length, second.length);
  return first.slice(0, size) > second.slice(0, size);
}

/** Reports sources of an article that were published after it. */
function checkCitedLater({ articles, record }: Content): Finding[] {
  return articles.flatMap(({ matter }) => {
    if (!matter) return [];
    const { date, updated = date, about = [] } = matter.value;
    return about.flatMap((id, index) => {
      const published = record.sources.get(id)?.published;
      if (!published || !isAfter(published, updated)) return [];
      return [
        refuseField(
          matter,
          ['about', index],
          'date-order',
          `The article is of ${updated}, but this source was published on ${published}.`,
          'Correct one of the two dates, or add a line "updated: …".',
        ),
      ];
    });
  });
}
