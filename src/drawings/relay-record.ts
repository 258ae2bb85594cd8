/** The printings of a quantity, for a relay. */
import type { RelayTable } from '../charts/relay/table.ts';
import type { EvidenceRecord } from '../evidence/record.ts';
import { typeset } from '../evidence/typeset.ts';
import { findNearest } from '../library/findings.ts';
import type { RelayChart } from '../schema/chart.ts';
import type { ChartProblem } from './chart-problem.ts';
import { addressOf, nameNumber, type MarkLink } from './mark-names.ts';
import { resolveRelay } from './relay-hands.ts';
import { typesetNumber } from './typeset-words.ts';

/** A drawing with more rows cannot be read. */
const mostPrintings = 24;

function findRelayProblems(record: EvidenceRecord, chart: RelayChart): ChartProblem[] {
  const path = ['quantity'];
  const quantity = record.quantities.get(chart.quantity);
  if (!quantity) {
    const near = findNearest(chart.quantity, [...record.quantities.keys()]);
    return [
      {
        path,
        message: `There is no quantity called "${chart.quantity}".`,
        fix: near
          ? `Did you mean "${near}"?`
          : 'Use the id of a quantity of the list on /numbers/.',
        about: { kind: 'number', id: chart.quantity },
      },
    ];
  }
  const count = quantity.statements?.length ?? 0;
  if (count < 2)
    return [
      {
        path,
        message: `"${chart.quantity}" was not passed on: the record has fewer than two statements.`,
        fix: 'Name a quantity with at least two.',
      },
    ];
  if (count > mostPrintings)
    return [
      {
        path,
        message: `"${chart.quantity}" has ${count} statements, more than the ${mostPrintings} that a relay shows.`,
        fix: 'Link to its record instead.',
      },
    ];
  return [];
}

function typesetRelay(table: RelayTable): RelayTable {
  return {
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      number: typesetNumber(row.number),
      publisher: typeset(row.publisher),
      speaker: typeset(row.speaker),
      dateText: typeset(row.dateText),
      repeats: typeset(row.repeats),
      changes: row.changes.map(typeset),
    })),
  };
}

function linkRelay({ rows }: RelayTable): MarkLink[] {
  return rows.map(({ number, publisher, dateText }) => {
    const printed = [publisher, dateText].filter(Boolean).join(', ');
    return {
      key: number.ref,
      path: addressOf(number),
      name: nameNumber({ ...number, printed }, [number.object]),
    };
  });
}

/** It names only its quantity, and no number. */
export const relayRecord = {
  resolve: resolveRelay,
  refs: () => [],
  problems: findRelayProblems,
  set: typesetRelay,
  links: linkRelay,
};
