/** The different values that were printed for a quantity, as its drawing uses them. */
import type { AxisTable } from '../charts/range/axis-table.ts';
import type { Ends } from '../charts/range/table.ts';
import { formatAmount, formatDate, formatValue, nameUnit } from '../evidence/printed-format.ts';
import type { EvidenceRecord, WithId } from '../evidence/record.ts';
import type { Quantity, Statement } from '../schema/quantity.ts';
import type { Hedge } from '../schema/value.ts';

/** How the mark of a hedged number ends. */
export const endsOf: Record<Hedge, Ends> = {
  'at-least': 'above',
  'more-than': 'above',
  'as-many-as': 'below',
  'up-to': 'below',
  about: 'around',
  almost: 'almost',
};

/**
 * A row for each value with its hedge, in the order of the record; undefined if fewer than two
 * numbers differ.
 */
export function getPrintedAxis(
  { sources }: EvidenceRecord,
  quantity: WithId<Quantity>,
): AxisTable | undefined {
  const { unit, statements = [] } = quantity;
  const numeric = statements.filter((statement) => statement.value !== undefined);
  if (new Set(numeric.map((statement) => JSON.stringify(statement.value))).size < 2)
    return undefined;
  const groups = new Map<string, Statement[]>();
  for (const statement of numeric) {
    const label = formatValue(statement, unit);
    groups.set(label, [...(groups.get(label) ?? []), statement]);
  }
  const rows = [...groups].flatMap(([label, [first, ...others]]) => {
    if (first?.value === undefined) return [];
    const [low, high] = Array.isArray(first.value) ? first.value : [first.value, first.value];
    const printed = [
      sources.get(first.source)?.publisher ?? first.source,
      first.published && formatDate(first.published),
    ];
    return [
      {
        ref: first.id,
        low,
        high,
        ends: first.hedge ? endsOf[first.hedge] : ('closed' as const),
        label,
        printed: printed.filter(Boolean).join(', '),
        more: others.length,
      },
    ];
  });
  const inWords = statements.filter((statement) => statement.value === undefined);
  return {
    id: 'printed',
    unit: nameUnit(unit),
    rows,
    words: [...new Set(inWords.map((statement) => formatValue(statement, unit)))],
    sayTick: (value) => formatAmount(value, unit),
  };
}
