/**
 * The relay of a quantity as its drawing uses it: what the record says about each printing, in
 * words.
 */
import type { RelayRow, RelayTable } from '../charts/relay/table.ts';
import { traceStatements, type Change, type Link } from '../evidence/drift.ts';
import { formatDate } from '../evidence/format.ts';
import type { EvidenceRecord } from '../evidence/record.ts';
import type { RelayChart } from '../schema/chart.ts';
import { toChartNumber } from './chart-numbers.ts';

const basisWords = {
  named: 'which it names',
  'same-words': 'in the same words',
  inferred: 'by our inference',
} as const;

/** Throws if there is no such quantity. */
export function resolveRelay(record: EvidenceRecord, id: string, chart: RelayChart): RelayTable {
  const quantity = record.quantities.get(chart.quantity);
  if (!quantity) throw new Error(`There is no quantity "${chart.quantity}"; run npm run check`);
  const links = traceStatements(quantity);
  const nameOf = (source: string) => record.sources.get(source)?.publisher ?? source;
  const rows = links.map(({ statement, repeated, basis, changes }): RelayRow => {
    const from = links.findIndex((link) => link.statement === repeated);
    const how =
      basis === 'same-words' && changes.length > 0
        ? 'otherwise in the same words'
        : basis && basisWords[basis];
    const whom = repeated
      ? nameOf(repeated.source)
      : statement.repeats?.unseen && `${statement.repeats.unseen} (not seen)`;
    return {
      // The place of this statement alone, which may have none.
      number: {
        ...toChartNumber(record, `${quantity.id}/${statement.id}`),
        place: statement.place ?? '',
      },
      publisher:
        nameOf(statement.source) +
        (record.sources.get(statement.source)?.copy_of ? ' (a copy)' : ''),
      speaker: statement.speaker ?? '',
      dateText: statement.published ? formatDate(statement.published) : '',
      custody: judgeCustody({ repeated, basis, changes }),
      from: from < 0 ? undefined : from,
      repeats: whom && how ? `repeats ${whom}, ${how}` : '',
      changes: changes.map(sayChange),
    };
  });
  return { kind: 'relay', id, rows };
}

function judgeCustody({
  repeated,
  basis,
  changes,
}: Pick<Link, 'repeated' | 'basis' | 'changes'>): RelayRow['custody'] {
  if (!repeated) return 'start';
  if (basis === 'inferred') return 'inferred';
  return changes.length > 0 ? 'changed' : 'kept';
}

const changeWords: Record<Change['what'], string> = {
  value: '',
  hedge: '',
  object: '',
  place: '',
  model: '',
  speaker: 'speaker ',
  date: 'said on ',
};

function sayChange({ what, from, to }: Change): string {
  return `${changeWords[what]}${to} instead of ${from}`;
}
