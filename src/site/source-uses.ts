/** What the record takes from a source. */
import { getNumber, type RecordedNumber, type WithId } from '../evidence/record.ts';
import type { Quantity } from '../schema/quantity.ts';
import { addressNotSeen, type Source } from '../schema/source.ts';
import { getContent } from './site-content.ts';

export type SourceUse = { number: RecordedNumber; note: string | undefined };

/** Every statement and printing read in the source, in the order of the record's tags. */
export function listSourceUses(sourceId: string): SourceUse[] {
  const { record } = getContent();
  const said = [...record.quantities.values()].flatMap((quantity) =>
    (quantity.statements ?? [])
      .filter((statement) => statement.source === sourceId)
      .map((statement) => ({ number: getNumber(record, `${quantity.id}/${statement.id}`), note: statement.note })),
  );
  const printed = [...record.breakdowns.values()].flatMap((breakdown) =>
    breakdown.rows.flatMap((row) =>
      (row.printings ?? [])
        .filter((printing) => printing.source === sourceId)
        .map((printing) => ({
          number: { ...getNumber(record, `${breakdown.id}/${row.id}`), value: printing.value, hedge: printing.hedge },
          note: printing.note,
        })),
    ),
  );
  return [...said, ...printed].sort((a, b) => Number(a.number.tag.slice(2)) - Number(b.number.tag.slice(2)));
}

export type Witness = { sourceId: string; publisher: string; names: string | undefined; quantity: WithId<Quantity> };

/** Who quotes the source or says that it has a number from there, each source once, in the order of the record. */
export function listWitnesses(sourceId: string): Witness[] {
  const { quantities, sources } = getContent().record;
  const found = [...quantities.values()].flatMap((quantity) => {
    const statements = quantity.statements ?? [];
    const own = statements.filter(({ source }) => source === sourceId);
    const naming = statements.filter(({ repeats }) => repeats?.basis === 'named' && own.some(({ id }) => id === repeats.statement));
    return [
      ...naming.map(({ source, repeats }) => ({ source, names: repeats?.names, quantity })),
      ...own.flatMap(({ wording_from: source }) => (source === undefined ? [] : { source, names: undefined, quantity })),
    ];
  });
  return found
    .filter(({ source }, index) => found.findIndex((other) => other.source === source) === index)
    .map(({ source, ...witness }) => ({ ...witness, sourceId: source, publisher: sources.get(source)?.publisher ?? source }));
}

/** What keeps readers from reading the source where it was read; undefined where it is linked. */
export function sayUnlinked({ read_as, url, linked }: Pick<Source, 'read_as' | 'url' | 'linked'>): string | undefined {
  if (read_as === 'not-seen') return 'not seen';
  if (url === undefined) return addressNotSeen;
  return linked === false ? 'named, not linked' : undefined;
}

/** Quantities that only cite the source without its wording having been seen. */
export function listUnseenUses(sourceId: string) {
  return [...getContent().record.quantities.values()].filter((quantity) => quantity.also_cited?.includes(sourceId));
}
