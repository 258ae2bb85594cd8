/**
 * CSV according to RFC 4180: commas, CRLF after every record, quotation marks where needed. The
 * caller encodes it as UTF-8.
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe in front. Numbers never do:
 * they are printed in plain digits with a point, whatever the language of the machine.
 */
import { formatDigits } from '../evidence/decimal.ts';

export type CsvField = string | number | boolean | undefined;

const formulaStart = /^[=+\-@\t\r]/;

function formatField(field: CsvField): string {
  if (field === undefined) return '';
  if (typeof field === 'boolean') return String(field);
  if (typeof field === 'number') {
    if (!Number.isFinite(field)) throw new Error(`${field} is not a number that a CSV can hold.`);
    return formatDigits(field);
  }
  const text = formulaStart.test(field) ? `'${field}` : field;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Head and records as one text. Throws if a record does not have as many fields as the head. */
export function formatCsv(
  head: readonly string[],
  records: readonly (readonly CsvField[])[],
): string {
  for (const record of records) {
    if (record.length !== head.length)
      throw new Error(`A record has ${record.length} fields, the head has ${head.length}.`);
  }
  return [head, ...records].map((record) => `${record.map(formatField).join(',')}\r\n`).join('');
}
