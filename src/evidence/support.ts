/** How many sources printed a number, and how many origins it has. */
import { plural } from './plural.ts';
import type { EvidenceRecord } from './record.ts';
import { listSpeakers } from './standing.ts';
import type { Quantity } from '../schema/quantity.ts';

/**
 * "14 sources, 1 origin": sources that were read, and origins, one of which may be a broadcast that
 * nobody saw again; undefined if no source was read, as for our own arithmetic. An origin without a
 * name may be one of the named ones, so it does not count beside them, as in the standing. Persons
 * whose names are withheld count as one origin.
 */
export function countOrigins(
  quantity: Quantity,
  sources: EvidenceRecord['sources'],
): string | undefined {
  const read = new Set(
    quantity.statements
      ?.map(({ source }) => source)
      .filter((id) => sources.get(id)?.read_as !== 'not-seen'),
  ).size;
  if (read === 0) return undefined;
  const { speakers, nameless, withheld } = listSpeakers(quantity, sources);
  const named = speakers.length;
  if (withheld > 0) {
    const all = plural(named + 1, 'origin');
    return `${plural(read, 'source')}, ${named === 0 ? `${all}, name withheld` : `${all}, one with the name withheld`}`;
  }
  const said =
    nameless === 0
      ? plural(named, 'origin')
      : named === 0
        ? 'no named origin'
        : plural(named, 'named origin');
  return `${plural(read, 'source')}, ${said}`;
}
