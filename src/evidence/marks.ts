/**
 * The marks of drift by publisher. This is not a score, so each count comes with the number of
 * statements read.
 */
import { traceStatements, type Change } from './drift.ts';
import { isHeld } from './held-source.ts';
import type { EvidenceRecord } from './record.ts';
import { compareText } from './compare-text.ts';

export type PublisherMarks = {
  publisher: string;
  /** Statements that were read in its publications. */
  read: number;
  /**
   * How many of those repeat another by name or in the same words, so that they could have a mark.
   */
  compared: number;
  /** How many of them have at least one mark. */
  marked: number;
  /** Numbers of marks by what changed, without what never changed. */
  changes: Partial<Record<Change['what'], number>>;
};

/**
 * Every publisher with a statement that was read, those with the most statements first, then by
 * name.
 */
export function countMarks({
  quantities,
  sources,
}: Pick<EvidenceRecord, 'quantities' | 'sources'>): PublisherMarks[] {
  const all = new Map<string, PublisherMarks>();
  for (const { statement, repeated, basis, changes } of [...quantities.values()].flatMap(
    traceStatements,
  )) {
    const source = sources.get(statement.source);
    // What a person said to the desk is not a printing, and people who trusted the desk get no
    // marks.
    if (!source || source.read_as === 'not-seen' || isHeld(source)) continue;
    const { publisher } = source;
    const marks = all.get(publisher) ?? { publisher, read: 0, compared: 0, marked: 0, changes: {} };
    marks.read += 1;
    if (repeated && basis !== 'inferred') marks.compared += 1;
    if (changes.length > 0) marks.marked += 1;
    for (const { what } of changes) marks.changes[what] = (marks.changes[what] ?? 0) + 1;
    all.set(publisher, marks);
  }
  return [...all.values()].sort((a, b) => b.read - a.read || compareText(a.publisher, b.publisher));
}
