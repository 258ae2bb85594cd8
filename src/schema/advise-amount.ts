/** What to write for a value that is not a number: the digits that were probably meant. */
import { toAsciiDigits } from './ascii-digits.ts';

const magnitudes: Record<string, number> = {
  ...{ k: 3, thousand: 3, m: 6, mn: 6, million: 6, bn: 9, billion: 9, tn: 12, trillion: 12 },
};
const fractions: Record<string, string> = { '½': '0.5', '¼': '0.25', '¾': '0.75', '1/2': '0.5' };
const example = 'digits only, as in 40, or a range, as in [20, 24]';
/** A unit or a hedge: letters that are not a magnitude, and signs. */
const hasOther =
  /[~<>≈%\p{Sc}]|(?<!\p{L})(?!(?:k|m|mn|bn|tn|thousand|million|billion|trillion)(?!\p{L}))\p{L}/iu;
const otherField = 'a unit or a hedge has a field of its own';

/** Returns the words after "Write "; `input` is what the field holds. */
export function adviseAmount(input: unknown): string {
  if (Array.isArray(input)) {
    const ends = input.map((end) => (typeof end === 'number' ? String(end) : readWritten(end)));
    const [low, high] = ends.map(Number);
    return ends.length === 2 && low !== undefined && high !== undefined && low < high
      ? `[${ends.join(', ')}]`
      : example;
  }
  return adviseNumber(input) ?? example;
}

/** The same for a single number; undefined if the text is not clearly one. */
export function adviseNumber(input: unknown): string | undefined {
  if (typeof input !== 'string') return undefined;
  // Half of the world has a comma before the decimals, and a point between the thousands.
  const [, whole, mark, rest] = /^(-?[1-9]\d{0,2})([.,])(\d{3})$/.exec(input.trim()) ?? [];
  if (whole !== undefined)
    return `${whole}${rest} if the ${mark === ',' ? 'comma' : 'point'} divides the thousands, or ${whole}.${rest}0 if decimals follow it`;
  const digits = readWritten(input);
  if (digits === undefined) return undefined;
  return digits === input.trim()
    ? `${digits} without quotation marks`
    : `${digits}${hasOther.test(input) ? `; ${otherField}` : ''}`;
}

/**
 * Reads the number of a text despite its marks, groups, unit, hedge or digits of another script;
 * undefined if another number may be meant.
 */
function readWritten(input: unknown): string | undefined {
  if (typeof input !== 'string') return undefined;
  const text = toAsciiDigits(input.trim())
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000_]/g, ' ')
    .replace(/,$/, '');
  if (text in fractions) return fractions[text];
  const [, sign = '', number, scale] =
    /^(?:(?:[a-z][a-z. -]*|[~<>≈$€£]) ?)?([-−]?)([\d.,'’]+(?: \d{3})*(?:[.,]\d+)?)(?: ?(k|m|mn|bn|tn|thousand|(?:m|b|tr)illion)\b)?(?: ?[%$€£]| [a-z][a-z -]*)?$/i.exec(
      text,
    ) ?? [];
  const digits = number === undefined ? undefined : ungroup(number);
  // “2 hundred” is not 2, and “minus 40” is not 40.
  if (digits === undefined || /\b(?:hundred|dozen|lakh|crore|minus)s?\b/i.test(input))
    return undefined;
  if (scale === undefined && /\b(?:thousand|(?:m|b|tr)illion)s?\b/i.test(text)) return undefined;
  const moved = movePoint(digits, magnitudes[scale?.toLowerCase() ?? ''] ?? 0);
  return `${sign && '-'}${moved}`;
}

/** Digits without groups and with a point for decimals; undefined if two readings remain. */
function ungroup(number: string): string | undefined {
  const grouped =
    /^[1-9]\d{0,2}(?:([ ,'’])\d{3}(?:\1\d{3})*)(?:\.\d+)?$/.test(number) ||
    /^\d+(?:\.\d+)?$/.test(number);
  // 2.300.000 and 1.234,5, as other countries write them; 1,5.
  const elsewhere =
    /^[1-9]\d{0,2}(?:\.\d{3}){2,}$/.test(number) ||
    /^[1-9]\d{0,2}(?:[. ]\d{3})+,\d+$/.test(number) ||
    /^\d+,\d{1,2}$/.test(number);
  if (!grouped && !elsewhere) return undefined;
  const pointed = grouped
    ? number.replace(/[^\d.]/g, '')
    : number.replace(/[. ]/g, '').replace(',', '.');
  return pointed.replace(/^0+(?=\d)/, '');
}

function movePoint(number: string, places: number): string {
  const [whole = '', decimals = ''] = number.split('.');
  const digits = decimals.padEnd(places, '0');
  const rest = digits.slice(places);
  const moved = `${whole}${digits.slice(0, places)}`.replace(/^0+(?=\d)/, '');
  return rest === '' ? moved : `${moved}.${rest}`;
}
