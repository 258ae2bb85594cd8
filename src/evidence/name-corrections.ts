/** Corrections in the order readers see them, each with an address of its own. */
import type { Correction } from '../schema/correction.ts';

export type NamedCorrection = Correction & {
  /**
   * Fragment on the page of corrections and in the article: article and date, then a number if
   * there are several on a day.
   */
  anchor: string;
};

/** The newest first. A correction keeps its name as long as later ones are added below it. */
export function nameCorrections(corrections: readonly Correction[]): NamedCorrection[] {
  const used = new Map<string, number>();
  return corrections
    .map((correction) => {
      const name = `${correction.article}-${correction.date}`;
      const times = (used.get(name) ?? 0) + 1;
      used.set(name, times);
      return { ...correction, anchor: times === 1 ? name : `${name}-${times}` };
    })
    .reverse()
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}
