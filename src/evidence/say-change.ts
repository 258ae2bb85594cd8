/** A change of a number in words, and how many others made it. */
import { spacedPlural } from './plural.ts';
import { noHedge, traceStatements, type Change } from './drift.ts';
import type { EvidenceRecord } from './record.ts';
import { describeChange, type SharedChange } from './shared-change.ts';
import type { Quantity } from '../schema/quantity.ts';

/** Labels for what changed, in front of the old and new value. */
export const changeWords: Record<Change['what'], string> = {
  value: 'Value',
  hedge: 'Hedge',
  object: 'What is counted',
  model: 'Model',
  place: 'Place',
  speaker: 'Speaker',
  date: 'Date said',
};

/** "4 of 9 printings read say opened; 3 say nothing on it; 2 were not seen." */
export function sayCompany({ change, read, same, silent, notSeen }: SharedChange): string {
  return `${[
    `${same} of ${spacedPlural(read, 'printing')} read ${sayState(change, same)}`,
    silent > 0 && `${silent} ${silent === 1 ? 'says' : 'say'} nothing on it`,
    notSeen > 0 && `${notSeen} ${notSeen === 1 ? 'was' : 'were'} not seen`,
  ]
    .filter(Boolean)
    .join('; ')}.`;
}

function sayState({ what, to }: Change, number: number): string {
  const one = number === 1;
  if (what === 'hedge' && to === noHedge) return `${one ? 'has' : 'have'} no hedge`;
  if (what === 'speaker') return `${one ? 'names' : 'name'} ${to}`;
  if (what === 'date') return `${one ? 'gives' : 'give'} ${to}`;
  return `${one ? 'says' : 'say'} ${to}`;
}

/**
 * Every change of a number of the quantity, in the order of the record. Each is listed once, even
 * if several made it.
 */
export function listSharedChanges(
  quantity: Quantity,
  sources: EvidenceRecord['sources'],
): SharedChange[] {
  const shared = traceStatements(quantity).flatMap(({ changes }) =>
    changes.map((change) => describeChange(quantity, change, sources)),
  );
  return shared.filter(
    (one, index) =>
      shared.findIndex(
        (other) =>
          other.change.what === one.change.what &&
          other.makers.some(({ id }) => one.makers[0]?.id === id),
      ) === index,
  );
}
