/** Claims as the pages list them: by publication, by source, by number of the record. */
import { ascending } from 'd3';
import { formatValueWithUnit } from '../evidence/printed-format.ts';
import { toPlainText } from '../evidence/inline.ts';
import { findNumber, isFailure } from '../evidence/record.ts';
import { listSharedChanges } from '../evidence/say-change.ts';
import type { SharedChange } from '../evidence/shared-change.ts';
import type { Standing } from '../evidence/standing.ts';
import type { Term } from '../schema/event.ts';
import { verdicts, type Claim, type Verdict } from '../schema/claim.ts';
import { href } from './href.ts';
import { getRecordStanding, numberHref } from './numbers.ts';
import { indexBy, once } from './once.ts';
import { getContent } from './site-content.ts';
import { getLedgerEntry } from './subject-groups.ts';

export type ClaimEntry = Claim & { id: string };

const order = Object.keys(verdicts) as Verdict[];

/** In the order of the scale, then by id. */
export const listClaims = once(({ claims }): readonly ClaimEntry[] =>
  sortClaims(
    claims.map((file) => ({ ...file.value, id: file.id })).sort((a, b) => ascending(a.id, b.id)),
  ),
);

/** In the order of the scale. Claims with the same verdict keep their order. */
export function sortClaims(claims: readonly ClaimEntry[]): ClaimEntry[] {
  return claims.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

const byId = once(() => new Map(listClaims().map((claim) => [claim.id, claim])));

export function getClaim(id: string): ClaimEntry {
  const claim = byId().get(id);
  if (!claim) throw new Error(`There is no claim "${id}".`);
  return claim;
}

export function claimHref(id: string): string {
  return href(`/claims/${id}/`);
}

/** Publications that make a claim, the oldest first, each with its claims. */
export function listClaimGroups(): { sourceId: string; claims: readonly ClaimEntry[] }[] {
  const claims = listClaims();
  const { sources } = getContent().record;
  const published = (id: string) => sources.get(id)?.published ?? '9';
  return [...new Set(claims.map((claim) => claim.made_in))]
    .sort((a, b) => ascending(published(a), published(b)) || ascending(a, b))
    .map((sourceId) => ({ sourceId, claims: listClaimsMadeIn(sourceId) }));
}

/**
 * How many claims have each verdict, in the order of the scale; verdicts without claims are left
 * out.
 */
export function countVerdicts(claims: readonly ClaimEntry[]): { label: string; count: number }[] {
  return order
    .map((verdict) => ({
      label: verdicts[verdict],
      count: claims.filter((claim) => claim.verdict === verdict).length,
    }))
    .filter(({ count }) => count > 0);
}

/** The verdicts that these claims have, as choices of a field: value and words. */
export const listVerdicts = (claims: readonly ClaimEntry[]) =>
  order
    .filter((verdict) => claims.some((claim) => claim.verdict === verdict))
    .map((verdict) => [verdict, verdicts[verdict]] as const);

const bySource = once(() => indexBy(listClaims(), (claim) => [claim.made_in]));

export function listClaimsMadeIn(sourceId: string): readonly ClaimEntry[] {
  return bySource().get(sourceId) ?? [];
}

/** Claims that name the source as evidence for or against them. */
export function listClaimsWithEvidence(sourceId: string): readonly ClaimEvidence[] {
  return byEvidence().get(sourceId) ?? [];
}

type ClaimEvidence = { claim: ClaimEntry; side: 'for' | 'against' };

const byEvidence = once(() => {
  const sides = listClaims().flatMap((claim) =>
    (['for', 'against'] as const).map((side): ClaimEvidence => ({ claim, side })),
  );
  return indexBy(sides, ({ claim, side }) => (claim[side] ?? []).map(({ source }) => source));
});

/** Claims that are about a number of this quantity or breakdown. */
export function listClaimsAboutNumber(recordId: string): readonly ClaimEntry[] {
  return byNumber().get(recordId) ?? [];
}

const byNumber = once(() =>
  indexBy(listClaims(), ({ numbers = [] }) => numbers.map((ref) => ref.split('/')[0] ?? ref)),
);

/** A number that a claim is about. If the statements of its record differ, it has no value here. */
export type ClaimNumber = {
  tag: string;
  standing: Standing;
  address: string;
  title: string;
  value: string;
};

export function listClaimNumbers(claim: ClaimEntry): ClaimNumber[] {
  const { record } = getContent();
  return (claim.numbers ?? []).flatMap((ref): ClaimNumber[] => {
    const number = findNumber(record, ref);
    if (isFailure(number)) {
      const entry = getLedgerEntry(ref);
      if (!entry) return [];
      const { tag, title } = entry.record;
      return [
        {
          tag,
          standing: entry.standing,
          address: href(`/numbers/${ref}/`),
          title: toPlainText(title),
          value: '',
        },
      ];
    }
    const { tag, breakdown, derived, sourceIds, title, unit } = number;
    const publisher = derived
      ? 'our arithmetic'
      : record.sources.get(sourceIds[0] ?? '')?.publisher;
    return [
      {
        tag,
        standing: getRecordStanding(number),
        address: numberHref(number),
        title: breakdown ? `${toPlainText(breakdown.title)}: ${title}` : toPlainText(title),
        value: [formatValueWithUnit(number, unit), publisher].filter(Boolean).join(', '),
      },
    ];
  });
}

/** The records that the claim’s numbers belong to, each once. */
export function listClaimRecords(claim: ClaimEntry): ClaimNumber[] {
  const numbers = listClaimNumbers(claim);
  return numbers.filter(
    (number, index) => numbers.findIndex((other) => other.tag === number.tag) === index,
  );
}

/** Counting bodies whose funding the glossary gives, if their counts are compared with claims. */
export function listMeasures(claims: readonly ClaimEntry[]): Term[] {
  const { glossary, record } = getContent();
  const counted = new Set(
    claims
      .flatMap((claim) => claim.numbers ?? [])
      .map((ref) => ref.split('/')[0] ?? ref)
      .map((id) => (record.quantities.get(id) ?? record.breakdowns.get(id))?.counted_by),
  );
  return (glossary?.value ?? []).filter(
    (term) => term.funding && [term.term, ...(term.also ?? [])].some((name) => counted.has(name)),
  );
}

/** A record that the claim is about and whose number changed from one printing to the next. */
export type ClaimChanges = { title: string; address: string; changes: SharedChange[] };

/**
 * The changes that the claim’s publication made, each with all publications that made it. If it
 * made none, all changes of the record.
 */
export function listClaimChanges(claim: ClaimEntry): ClaimChanges[] {
  const { quantities, sources } = getContent().record;
  const ids = new Set((claim.numbers ?? []).map((ref) => ref.split('/')[0] ?? ref));
  return [...ids].flatMap((id) => {
    const quantity = quantities.get(id);
    const all = quantity ? listSharedChanges(quantity, sources) : [];
    if (!quantity || all.length === 0) return [];
    const own = all.filter(({ makers }) => makers.some(({ source }) => source === claim.made_in));
    return [
      {
        title: toPlainText(quantity.title),
        address: href(`/numbers/${id}/`),
        changes: own.length > 0 ? own : all,
      },
    ];
  });
}
