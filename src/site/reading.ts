/**
 * How the sources of an article were read, and whether it contradicts anybody: for the boxes at its
 * end.
 */
import { formatDate } from '../evidence/printed-format.ts';
import { traceStatements } from '../evidence/drift.ts';
import { nameAlone } from '../evidence/held-source.ts';
import { findNumber, isFailure, type EvidenceRecord } from '../evidence/record.ts';
import type { readings, Source } from '../schema/source.ts';
import { readingOrder } from './missing.ts';
import { listClaimIds } from '../library/markup/article-text.ts';
import { listArticleRefs, type Article } from './articles.ts';

export type Reading = keyof typeof readings;

export type ReadingGroup = { reading: Reading; sources: { id: string; name: string }[] };

/**
 * Groups sources by how they were read, the most complete first. If a publisher is listed twice,
 * dates distinguish its sources.
 */
export function groupByReading(
  sources: ReadonlyMap<string, Source>,
  ids: readonly string[],
): ReadingGroup[] {
  const known = ids.flatMap((id) => {
    const source = sources.get(id);
    return source ? [{ id, source }] : [];
  });
  const isAlone = ({ publisher }: Source) =>
    known.filter(({ source }) => source.publisher === publisher).length === 1;
  const nameOf = (source: Source) =>
    isAlone(source)
      ? nameAlone(source)
      : [nameAlone(source), source.published && formatDate(source.published)]
          .filter(Boolean)
          .join(', ');
  return readingOrder
    .map((reading) => ({
      reading,
      sources: known
        .filter(({ source }) => source.read_as === reading)
        .map(({ id, source }) => ({ id, name: nameOf(source) })),
    }))
    .filter((group) => group.sources.length > 0);
}

/**
 * Returns whether an article is about a text, shows a claim, or prints a number that changed from
 * one text to the next.
 */
export function differsFromSomebody(
  { quantities, ...record }: EvidenceRecord,
  article: Article,
): boolean {
  if ((article.matter.value.about ?? []).length > 0 || listClaimIds(article.tree).length > 0)
    return true;
  return listArticleRefs(article).refs.some((ref) => {
    const number = findNumber({ quantities, ...record }, ref);
    const quantity = isFailure(number) ? quantities.get(number.id) : number.quantity;
    return (
      quantity !== undefined && traceStatements(quantity).some(({ changes }) => changes.length > 0)
    );
  });
}
