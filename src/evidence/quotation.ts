/** Compares quoted words with the wordings that the record keeps. */

/** Quotation marks, spaces and dashes in one form, so that only words and punctuation count. */
export function normaliseQuotation(text: string): string {
  return text
    .replace(/[“”„"]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** The parts between ellipses, without [sic] and without the full stop or comma that the sentence around it brings. */
function splitQuotation(text: string): string[] {
  return normaliseQuotation(text)
    .replace(/\s*\[sic\]/g, '')
    .split(/\s*(?:\[…\]|\[\.\.\.\]|…)\s*/)
    .map((part) => part.replace(/^"|"$/g, '').replace(/[.,;]$/, ''))
    .filter(Boolean);
}

/** For each part of the quotation, in order, the first kept wording that holds it; undefined when a part is in none. */
export function findWordings<T extends { text: string }>(quoted: string, kept: readonly T[]): T[] | undefined {
  const found = splitQuotation(quoted).map((part) => kept.find((wording) => normaliseQuotation(wording.text).includes(part)));
  return found.every((wording) => wording !== undefined) ? [...new Set(found)] : undefined;
}
