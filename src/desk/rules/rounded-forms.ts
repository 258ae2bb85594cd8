/** The rounded forms of a number, which articles may print, are close to it. */
import type { Content, ContentFile } from '../../library/content.ts';
import { toDecimal, type Decimal } from '../../evidence/decimal.ts';
import { formatNumber } from '../../evidence/format.ts';
import { parseNumberPhrase } from '../../evidence/number-phrase.ts';
import { findNumber, isFailure } from '../../evidence/record.ts';
import type { YamlPath } from '../../library/yaml/read-yaml.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Breakdown, WrittenQuantity } from '../../schema/quantity.ts';
import { refuseField } from './rule.ts';

/** The value of the last significant digit: 100 in 1,800, and a tenth in 43.5. */
function getLastUnit(number: number): Decimal {
  const [digits = '', exponent = '0'] = number.toExponential().split('e');
  return toDecimal(`1e${Number(exponent) - (digits.split('.')[1]?.length ?? 0)}`);
}

/** A rounded form may differ from the number by this share of it. */
const roundingLimit = 0.15;

/**
 * A rounded form that articles may print is close to the number. Forms in words, such as "a third",
 * are not compared.
 */
export function checkRounded(
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
      const message = `"${form}" is not a rounded form of ${[...new Set(values)].map(formatNumber).join(' or ')}.`;
      return [
        refuseField(
          file,
          [...path, 'rounded', index],
          'wording-differs',
          message,
          'Correct it, or delete it.',
        ),
      ];
    });
  });
}
