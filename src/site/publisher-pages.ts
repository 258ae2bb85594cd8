/** Which publishers have a page, and its address. */
import { compareText } from '../evidence/compare-text.ts';
import { isHeld } from '../evidence/held-source.ts';
import type { EvidenceRecord, WithId } from '../evidence/record.ts';
import { fillDate } from '../evidence/shared-change.ts';
import { proposeId } from '../library/texts/propose-id.ts';
import type { Source } from '../schema/source.ts';

/** A publisher with at least this many sources has a page. */
const fewest = 3;

export type Publisher = {
  /** As in the address of its page: /publishers/daily-gazette/. */
  id: string;
  name: string;
  /** The oldest first. */
  sources: readonly WithId<Source>[];
};

/** Finds publishers, sorted by name. What the desk itself heard or holds was not published. */
export function findPublishers(sources: EvidenceRecord['sources']): readonly Publisher[] {
  const published = [...sources.values()].filter((source) => !isHeld(source));
  const taken = new Set<string>();
  return [...Map.groupBy(published, ({ publisher }) => publisher)]
    .filter(([, own]) => own.length >= fewest)
    .sort(([a], [b]) => compareText(a.toLowerCase(), b.toLowerCase()))
    .map(([name, own]) => {
      const proposed = proposeId(name) || 'publisher';
      let id = proposed;
      for (let count = 2; taken.has(id); count += 1) id = `${proposed}-${count}`;
      taken.add(id);
      return { id, name, sources: own.toSorted(compareSources) };
    });
}

function compareSources(a: WithId<Source>, b: WithId<Source>): number {
  return compareText(fillDate(a.published), fillDate(b.published)) || compareText(a.id, b.id);
}
