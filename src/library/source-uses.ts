/** What the record takes from a source. */
import { getNumber, type RecordedNumber } from '../evidence/record.ts';
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

/** Quantities that only cite the source without its wording having been seen. */
export function listUnseenUses(sourceId: string) {
  return [...getContent().record.quantities.values()].filter((quantity) => quantity.also_cited?.includes(sourceId));
}
