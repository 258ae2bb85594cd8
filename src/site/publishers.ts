/**
 * Publishers with several sources: what each said, how it held up, and who repeated it. Persons
 * have no page, and nobody gets a score.
 */
import { traceStatements, type Change } from '../evidence/drift.ts';
import { getNumber, type RecordedNumber, type WithId } from '../evidence/record.ts';
import type { Breakdown, Statement } from '../schema/quantity.ts';
import { listClaims, type ClaimEntry } from './claims.ts';
import { href } from './href.ts';
import { once } from './once.ts';
import { findPublishers, type Publisher } from './publisher-pages.ts';
import { listSourceUses } from './source-uses.ts';

/** Sorted by name. */
export const listPublishers = once(({ record }) => findPublishers(record.sources));

const byName = once(
  () => new Map(listPublishers().map((publisher) => [publisher.name, publisher])),
);

/** Address of the publisher’s page; undefined if it has none. */
export function publisherHref(name: string): string | undefined {
  const publisher = byName().get(name);
  return publisher && href(`/publishers/${publisher.id}/`);
}

/** A number that the publisher printed, and what happened to it. */
export type Said = {
  number: RecordedNumber;
  source: string;
  /** Its words, if the record keeps them. */
  wording: string | undefined;
  /** The source that it repeats, according to the record. */
  repeats: { source: string; basis: 'named' | 'same-words' | 'inferred' } | undefined;
  /** What it changed in the number. */
  changes: readonly Change[];
  /** Sources whose statements repeat this one, each once, without those where we only infer it. */
  repeatedBy: readonly string[];
};

/** Every statement of the publisher, in the order of the record’s tags. */
export function listSaid({ sources }: Publisher): readonly Said[] {
  return sources
    .flatMap(({ id }) => saidBySource().get(id) ?? [])
    .sort((a, b) => compareEvidenceTags(a.number, b.number));
}

const compareEvidenceTags = (a: RecordedNumber, b: RecordedNumber) =>
  Number(a.tag.slice(2)) - Number(b.tag.slice(2));

const saidBySource = once(({ record }): ReadonlyMap<string, readonly Said[]> => {
  const said = [...record.quantities.values()].flatMap((quantity) => {
    const links = traceStatements(quantity);
    return links.map(({ statement, repeated, basis, changes }): Said => {
      const repeating = links.filter(
        (other) => other.repeated === statement && other.basis !== 'inferred',
      );
      return {
        number: getNumber(record, `${quantity.id}/${statement.id}`),
        source: statement.source,
        wording: statement.wording,
        repeats: repeated && basis && { source: repeated.source, basis },
        changes,
        repeatedBy: listSources(repeating.map((other) => other.statement)),
      };
    });
  });
  return Map.groupBy(said, ({ source }) => source);
});

const listSources = (statements: readonly Statement[]) => [
  ...new Set(statements.map(({ source }) => source)),
];

/** Claims made in its sources, in the order of the scale. */
export function listClaimsOf({ sources }: Publisher): readonly ClaimEntry[] {
  const ids = new Set(sources.map(({ id }) => id));
  return listClaims().filter(({ made_in: source }) => ids.has(source));
}

/** Tables that its sources print, completely or in part, each once. */
export function listTablesOf({ sources }: Publisher): readonly WithId<Breakdown>[] {
  const printed = sources.flatMap(({ id }) =>
    listSourceUses(id).flatMap(({ number }) => number.breakdown ?? []),
  );
  return [...new Set(printed)];
}
