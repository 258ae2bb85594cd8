/** Compares quoted words with the wordings that the record keeps. */

/** Forms already made: a wording is compared with every quotation of every article. */
const forms = new Map<string, string>();
const maximumForms = 20_000;

/** Quotation marks, spaces and dashes in one form, typed or set, so that only words and punctuation count. */
export function normaliseQuotation(text: string): string {
  const known = forms.get(text);
  if (known !== undefined) return known;
  if (forms.size >= maximumForms) forms.clear();
  const form = text
    .replace(/[“”„"]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/ ?(?:[–—]|(?<!-)-{2,3}(?!-)) ?| - |(?<=\d)-(?=\d)/g, '–')
    .trim();
  forms.set(text, form);
  return form;
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
