/** A small record for the tests of several rooms. */
import type { EvidenceRecord } from '../../../src/evidence/record.ts';
import type { Quantity, Statement } from '../../../src/schema/quantity.ts';
import { completeSource } from '../../../src/evidence/held-source.ts';
import { sourceSchema } from '../../../src/schema/source.ts';

export const guns = { kind: 'count', one: 'machine gun', many: 'machine guns' } as const;

export function makeQuantity(changes: Partial<Quantity>): Quantity {
  return {
    tag: 'E-11',
    title: 'Machine guns lost',
    counts: 'Machine guns lost in Iraq in 2014.',
    subject: 'losses',
    unit: guns,
    ...changes,
  };
}

export function makeStatement(id: string, changes: Partial<Statement>): Statement {
  return { id, source: id, ...changes };
}

export function makeRecord(
  quantities: Record<string, Quantity>,
  sources: Record<string, object> = {},
): EvidenceRecord {
  const base = {
    title: 'A page',
    publisher: 'A paper',
    kind: 'reporting',
    url: 'https://example.org/',
    read_as: 'whole-page',
    archived: 'none-known',
  };
  return {
    sources: new Map(
      Object.entries(sources).map(([id, changes]) => [
        id,
        { ...completeSource(sourceSchema.parse({ ...base, ...changes })), id },
      ]),
    ),
    quantities: new Map(
      Object.entries(quantities).map(([id, quantity]) => [id, { ...quantity, id }]),
    ),
    breakdowns: new Map([
      [
        'weapons-origin',
        {
          id: 'weapons-origin',
          tag: 'E-03',
          title: 'Weapons by country',
          counts: 'Weapons by country of manufacture.',
          subject: 'origin',
          unit: { kind: 'percent', one: 'per cent', many: 'per cent' },
          whole: 100,
          remainder: 'not listed',
          rows: [
            { id: 'china', label: 'China', printings: [{ source: 'kodex', value: 43.5 }] },
            {
              id: 'romania',
              label: 'Romania',
              printings: [
                { source: 'kodex', value: 12.12 },
                { source: 'forbes', value: 12.1 },
              ],
              rounded: ['12 per cent'],
            },
          ],
        },
      ],
    ]),
  };
}
