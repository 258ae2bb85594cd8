/** Corrections in the order in which readers see them, each with its own address. */
import type { Correction } from '../schema/correction.ts';
import { normaliseQuotation } from './quotation.ts';

export type NamedCorrection = Correction & {
  /**
   * Fragment on the page of corrections and in the article: article and date, then a number if
   * there are several on a day.
   */
  anchor: string;
  /** The words in front of the new text, which may have been corrected again since. */
  lead: string;
};

/**
 * Returns the corrections, the newest first. Each keeps its address as long as later ones are added
 * below it, even if its article is renamed: `getFirstName` returns the first name of an article.
 */
export function nameCorrections(
  corrections: readonly Correction[],
  getFirstName = (article: string) => article,
): NamedCorrection[] {
  const used = new Map<string, number>();
  return corrections
    .map((correction) => {
      const name = `${getFirstName(correction.article)}-${correction.date}`;
      const times = (used.get(name) ?? 0) + 1;
      used.set(name, times);
      return {
        ...correction,
        anchor: times === 1 ? name : `${name}-${times}`,
        lead: isCorrectedAgain(correction, corrections)
          ? 'Then, until it was corrected again:'
          : 'It says now:',
      };
    })
    .reverse()
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}

/**
 * Whether a later correction changes the same passage, so that the words of this one may be
 * missing.
 */
export function isCorrectedAgain(
  correction: Correction,
  corrections: readonly Correction[],
): boolean {
  const now = normaliseQuotation(correction.new);
  const place = corrections.indexOf(correction);
  return corrections.some((other, at) => {
    const old = normaliseQuotation(other.old);
    const isLater =
      other.article === correction.article &&
      (other.date > correction.date || (other.date === correction.date && at > place));
    return isLater && (old.includes(now) || now.includes(old));
  });
}
