/** What the record takes from a source. */
import { getNumber, type RecordedNumber, type WithId } from '../evidence/record.ts';
import type { Quantity } from '../schema/quantity.ts';
import { addressNotSeen, type Source } from '../schema/source.ts';
import { indexBy, once } from './once.ts';
import { getContent } from './site-content.ts';

export type SourceUse = { number: RecordedNumber; note: string | undefined };

/** Every statement and printing read in the source, in the order of the record's tags. */
export function listSourceUses(sourceId: string): readonly SourceUse[] {
  return (readings().get(sourceId) ?? []).map(({ number, note }) => ({ number, note }));
}

const readings = once(({ record }) => {
  const said = [...record.quantities.values()].flatMap((quantity) =>
    (quantity.statements ?? []).map(({ id, source, note }) => ({
      source,
      number: getNumber(record, `${quantity.id}/${id}`),
      note,
    })),
  );
  const printed = [...record.breakdowns.values()].flatMap((breakdown) =>
    breakdown.rows.flatMap((row) =>
      (row.printings ?? []).map(({ source, value, hedge, note }) => ({
        source,
        number: { ...getNumber(record, `${breakdown.id}/${row.id}`), value, hedge },
        note,
      })),
    ),
  );
  const all = [...said, ...printed].sort(
    (a, b) => Number(a.number.tag.slice(2)) - Number(b.number.tag.slice(2)),
  );
  return indexBy(all, ({ source }) => [source]);
});

export type Witness = {
  sourceId: string;
  publisher: string;
  names: string | undefined;
  quantity: WithId<Quantity>;
};

/**
 * Lists who quotes the source or attributes a number to it, each once, in the order of the record.
 */
export function listWitnesses(sourceId: string): Witness[] {
  const { sources } = getContent().record;
  const found = testimonies().get(sourceId) ?? [];
  return found
    .filter(({ witness }, index) => found.findIndex((other) => other.witness === witness) === index)
    .map(({ witness, names, quantity }) => ({
      names,
      quantity,
      sourceId: witness,
      publisher: sources.get(witness)?.publisher ?? witness,
    }));
}

type Testimony = {
  source: string;
  witness: string;
  names: string | undefined;
  quantity: WithId<Quantity>;
};

const testimonies = once(({ record }) => {
  const all = [...record.quantities.values()].flatMap((quantity): Testimony[] => {
    const statements = quantity.statements ?? [];
    const sourceOf = new Map(statements.map(({ id, source }) => [id, source]));
    const naming = statements.flatMap(({ source: witness, repeats }): Testimony[] => {
      const source =
        repeats?.basis === 'named' && repeats.statement !== undefined
          ? sourceOf.get(repeats.statement)
          : undefined;
      return source === undefined ? [] : [{ source, witness, names: repeats?.names, quantity }];
    });
    const quoting = statements.flatMap(({ source, wording_from: witness }): Testimony[] =>
      witness === undefined ? [] : [{ source, witness, names: undefined, quantity }],
    );
    return [...naming, ...quoting];
  });
  return indexBy(all, ({ source }) => [source]);
});

/** Returns why the source is not linked; undefined if it is. */
export function sayUnlinked({
  read_as,
  url,
  linked,
}: Pick<Source, 'read_as' | 'url' | 'linked'>): string | undefined {
  if (read_as === 'held') return 'held by the desk';
  if (read_as === 'not-seen') return 'not seen';
  if (url === undefined) return addressNotSeen;
  return linked === false ? 'named, not linked' : undefined;
}

/** Quantities that only cite the source: its wording was not seen. */
export function listUnseenUses(sourceId: string): readonly WithId<Quantity>[] {
  return unseenUses().get(sourceId) ?? [];
}

const unseenUses = once(({ record }) =>
  indexBy([...record.quantities.values()], ({ also_cited: cited = [] }) => cited),
);
