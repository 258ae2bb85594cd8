/** Compares quoted words with the wordings that the record keeps. */

/** A cache, because each wording is compared with every quotation of every article. */
const forms = new Map<string, string>();
const maximumForms = 20_000;

/**
 * Gives quotation marks, spaces and dashes one form, typed or typeset, so that only words and
 * punctuation are compared.
 */
export function normaliseQuotation(text: string): string {
  const known = forms.get(text);
  if (known !== undefined) return known;
  if (forms.size >= maximumForms) forms.clear();
  const form = text
    .replace(/[“”„‟«»″＂❝❞〝〞〟]/g, '"')
    .replace(/[‘’‚‛‹›′❛❜]/g, "'")
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/ ?(?:[–—]|(?<!-)-{2,3}(?!-)) ?| - |(?<=\d)-(?=\d)/g, '–')
    .trim();
  forms.set(text, form);
  return form;
}

/**
 * The parts between ellipses, without [sic] and without the full stop or comma that belongs to the
 * sentence around it.
 */
function splitQuotation(text: string): string[] {
  return normaliseQuotation(text)
    .replace(/\s*\[sic\]/g, '')
    .split(/\s*(?:\[…\]|\[\.\.\.\]|…)\s*/)
    .map((part) => part.replace(/^"|"$/g, '').replace(/[.,;]$/, ''))
    .filter(Boolean);
}

const letterOrDigit = /[\p{L}\p{N}]/u;

/**
 * The end of the first place at or after `from` where the text has `part`. It must not begin or end
 * within a word: "the parcel" does not quote "the parcels".
 */
function findPart(text: string, part: string, from: number): number | undefined {
  for (let start = text.indexOf(part, from); start !== -1; start = text.indexOf(part, start + 1)) {
    const end = start + part.length;
    const cuts = (at: number) =>
      letterOrDigit.test(text.charAt(at - 1)) && letterOrDigit.test(text.charAt(at));
    if (!cuts(start) && !cuts(end)) return end;
  }
  return undefined;
}

/** Whether all parts are in the text, in order: […] leaves words out but does not reorder them. */
function holdsParts(text: string, parts: readonly string[]): boolean {
  let from: number | undefined = 0;
  for (const part of parts) {
    from = findPart(text, part, from);
    if (from === undefined) return false;
  }
  return true;
}

/**
 * A list with the first kept wording that contains the whole quotation; undefined if there is none,
 * for example if the quotation combines several.
 */
export function findWordings<T extends { text: string }>(
  quoted: string,
  kept: readonly T[],
): T[] | undefined {
  const parts = splitQuotation(quoted);
  if (parts.length === 0) return [];
  const found = kept.find((wording) => holdsParts(normaliseQuotation(wording.text), parts));
  return found && [found];
}

/** True if each part of the quotation is kept, but no wording has all of them in this order. */
export function isPutTogether(quoted: string, kept: readonly { text: string }[]): boolean {
  const parts = splitQuotation(quoted);
  return (
    parts.length > 1 &&
    parts.every((part) => findWordings(part, kept) !== undefined) &&
    findWordings(quoted, kept) === undefined
  );
}
