/** A number in YAML is written so that the computer and a person read the same. */
import { formatDigits, toDecimal } from '../../evidence/decimal.ts';
import { formatNumber } from '../../evidence/format.ts';
import type { YamlPath, YamlRecord } from '../../library/yaml/read-yaml.ts';
import type { Finding } from '../../schema/finding.ts';
import type { WrittenQuantity } from '../../schema/quantity.ts';
import { refuseField } from './rule.ts';

/**
 * A quick test for numbers in an unusual form or with too many digits, because few files have one.
 */
const oddNumber =
  /(?:^ *|: +|- +|, +|[[{] *)[-+]?(?:(?<=\+)[\d.]+|0\d[\d.]*|0[xo][\da-f]+|\.[\de+-]+|\d+\.|\d[\d.]*e[-+]?\d+|[\d.]{15,})(?= *(?:[,\]}]|$))/im;

/**
 * Reports 0x10, 1e3 and 0o17, which YAML reads as sixteen, a thousand and fifteen. A person who
 * checks the record would not expect that.
 */
export function checkNotation(file: YamlRecord<unknown>): Finding[] {
  if (!oddNumber.test(file.source.text)) return [];
  return listNumbers(file.value, []).flatMap(({ path, value }) => {
    const span = file.spanOf(path);
    const written = file.source.text.slice(span.start, span.end).trim();
    if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(written) && isKept(written, value)) return [];
    const message = isKept(written, value)
      ? `"${written}" is read as ${formatDigits(value)}.`
      : `"${written}" has more digits than can be stored and is read as ${formatDigits(value)}.`;
    return [refuseField(file, path, 'number-form', message, `Write ${formatDigits(value)}`)];
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

/** A quick test for a number with a point before its last three digits. */
const thousands = /\d\.\d{3}(?=\s*(?:[,\]}#]|$))/m;

type Counted = YamlRecord<{ unit: WrittenQuantity['unit'] }>;

/**
 * Reports a point between thousands, as half of the world writes it: YAML reads 2.300 as a little
 * more than two. If another value of the record has decimals, the point is a decimal point. Shares
 * are skipped, because they are never above a thousand.
 */
export function checkThousands(file: Counted): Finding[] {
  const { unit } = file.value;
  if (unit.kind === 'percent' || !thousands.test(file.source.text)) return [];
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
    return refuseField(file, path, 'number-form', message, fix);
  });
}

export function checkSign(file: Counted, path: YamlPath, values: readonly number[]): Finding[] {
  const { unit } = file.value;
  const low = Math.min(...values);
  if (unit.kind === 'count' && low < 0)
    return [
      refuseField(
        file,
        path,
        'number-form',
        `A count cannot be below zero: ${formatNumber(low)} ${unit.many}.`,
        `Write ${formatDigits(-low)}, or give the quantity another unit.`,
      ),
    ];
  return [];
}
