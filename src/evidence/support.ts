/** What carries a number, in few words: how many printed it and how many began it, or which values stand against each other. */
import { nameSource } from './number-custody.ts';
import { formatAmount } from './printed-format.ts';
import type { EvidenceRecord, RecordedNumber } from './record.ts';
import { setType } from './set-type.ts';
import { computeStanding, findOrigins } from './standing.ts';
import type { Quantity } from '../schema/quantity.ts';

/** More values than these are not told one by one. */
const mostValues = 3;

/**
 * "14 sources, 1 origin": sources that were read, and origins, one of which may be a broadcast that nobody saw again; undefined where nobody stated anything, as in our own arithmetic. Who is not named may be anybody: an
 * origin without a name does not count beside named ones, as in the standing.
 */
export function countOrigins(quantity: Quantity, sources: EvidenceRecord['sources']): string | undefined {
  const read = new Set(quantity.statements?.map(({ source }) => source).filter((id) => sources.get(id)?.read_as !== 'not-seen')).size;
  if (read === 0) return undefined;
  const origins = findOrigins(quantity);
  const named = origins.filter(({ speaker }) => speaker !== undefined).length;
  const said = named === origins.length ? count(named, 'origin') : named === 0 ? 'no named origin' : count(named, 'named origin');
  return `${count(read, 'source')}, ${said}`;
}

/**
 * The line beside a number in the margin of an article. Of statements that cannot all hold it gives the values; of one
 * statement alone, or one printing, where it stands.
 */
export function describeSupport(record: EvidenceRecord, number: RecordedNumber): string {
  const quantity = number.quantity ?? (number.row?.quantity === undefined ? undefined : record.quantities.get(number.row.quantity));
  if (quantity?.derivation) return `Worked out from ${count(quantity.derivation.of.length, 'number')}`;
  const [only, ...others] = quantity?.statements ?? [];
  if (quantity && only) {
    if (others.length === 0) return setType(nameSource(record, only.source));
    const values = [...new Set([only, ...others].flatMap(({ value }) => (value === undefined ? [] : formatAmount(value, quantity.unit))))];
    const differ = computeStanding(quantity, record.sources) === 'sources-differ' && values.length <= mostValues;
    return [differ ? values.join(' or ') : undefined, countOrigins(quantity, record.sources)].filter(Boolean).join('; ');
  }
  const printings = number.row?.printings ?? [];
  if (number.derived || !printings[0]) return 'Worked out from the table';
  return printings.length === 1 ? setType(nameSource(record, printings[0].source)) : count(printings.length, 'printing');
}

function count(number: number, noun: string): string {
  return `${number}\u00a0${noun}${number === 1 ? '' : 's'}`;
}
