/**
 * A record as JSON: everything that was counted and said. It leaves out the wordings of sources,
 * which we may not give away in bulk.
 */
import { traceStatements } from '../evidence/drift.ts';
import { getNumber, remainderId, type EvidenceRecord } from '../evidence/record.ts';
import { computeBreakdownStanding, computeStanding } from '../evidence/standing.ts';
import { licence } from './licence.ts';
import { publishSource } from './source-json.ts';

/**
 * Returns the record `id` as JSON text with two-space indent and a closing line break. Throws if
 * there is no such record.
 */
export function formatNumberJson(record: EvidenceRecord, id: string, address: string): string {
  return `${JSON.stringify(toJson(record, id, address), null, 2)}\n`;
}

function toJson(record: EvidenceRecord, id: string, address: string): object {
  const quantity = record.quantities.get(id);
  const shared = { id, address, licence: licence.address };
  const sourceOf = (sourceId: string) => publishSource(sourceId, record.sources.get(sourceId));
  if (quantity) {
    const { statements: _, ...rest } = quantity;
    return {
      ...shared,
      ...rest,
      standing: computeStanding(quantity, record.sources),
      ...(quantity.derivation ? { value: getNumber(record, id).value } : {}),
      statements: traceStatements(quantity).map(
        ({
          statement: { wording: _wording, in_english: _inEnglish, repeats, ...statement },
          changes,
        }) => ({
          ...statement,
          ...(repeats && {
            repeats: { statement: repeats.statement, unseen: repeats.unseen, basis: repeats.basis },
          }),
          source: sourceOf(statement.source),
          changes,
        }),
      ),
    };
  }
  const breakdown = record.breakdowns.get(id);
  if (!breakdown) throw new Error(`There is no record "${id}".`);
  return {
    ...shared,
    ...breakdown,
    standing: computeBreakdownStanding(breakdown, undefined, record.sources),
    rows: [
      ...breakdown.rows.map(({ printings = [], ...row }) => ({
        ...row,
        value: getNumber(record, `${id}/${row.id}`).value,
        printings: printings.map(({ wording: _wording, in_english: _inEnglish, ...printing }) => ({
          ...printing,
          source: sourceOf(printing.source),
        })),
      })),
      ...(breakdown.remainder && breakdown.whole
        ? [
            {
              id: remainderId,
              label: breakdown.remainder,
              value: getNumber(record, `${id}/${remainderId}`).value,
              derived: true,
            },
          ]
        : []),
    ],
  };
}
