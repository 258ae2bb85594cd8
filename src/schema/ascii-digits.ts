/** Digits of every script as 0 to 9. */

/** Replaces wide digits, digits of other scripts and the Arabic signs between them. */
export function toAsciiDigits(text: string): string {
  const signs: Record<string, string> = { '٬': ',', '٫': '.', '٪': '%' };
  return text.replace(/\p{Nd}/gu, toDigit).replace(/[٬٫٪]/g, (sign) => signs[sign] ?? sign);
}

/**
 * The digit 0 to 9 that a decimal digit of any script represents. The ten digits of a script are
 * consecutive.
 */
function toDigit(character: string): string {
  const compatible = character.normalize('NFKC');
  if (/^[0-9]$/.test(compatible)) return compatible;
  const code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
