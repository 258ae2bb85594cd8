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

const letterOrDigit = /[\p{L}\p{N}]/u;

/** Whether the part stands in the text and breaks off within no word of it: "the tank" does not quote "the tanks". */
function holdsWords(text: string, part: string): boolean {
  for (let start = text.indexOf(part); start !== -1; start = text.indexOf(part, start + 1)) {
    const end = start + part.length;
    const cuts = (at: number) => letterOrDigit.test(text.charAt(at - 1)) && letterOrDigit.test(text.charAt(at));
    if (!cuts(start) && !cuts(end)) return true;
  }
  return false;
}

/** For each part of the quotation, in order, the first kept wording that holds it; undefined when a part is in none. */
export function findWordings<T extends { text: string }>(quoted: string, kept: readonly T[]): T[] | undefined {
  const found = splitQuotation(quoted).map((part) => kept.find((wording) => holdsWords(normaliseQuotation(wording.text), part)));
  return found.every((wording) => wording !== undefined) ? [...new Set(found)] : undefined;
}
