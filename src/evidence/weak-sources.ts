/**
 * The sources that support least, by what the record itself says about them. This does not judge
 * their authors. Computed, never typed, and without a score: each reason comes with its basis.
 */
import { compareText } from './compare-text.ts';
import { traceStatements } from './drift.ts';
import { isHeld } from './held-source.ts';
import type { EvidenceRecord, WithId } from './record.ts';
import { computeStanding } from './standing.ts';
import type { Quantity } from '../schema/quantity.ts';
import type { Source } from '../schema/source.ts';

/** What each weakness says about a source, in the order in which readers see them. */
export const weaknesses = {
  differs: 'Its number differs from the text that it repeats',
  untraced: 'It names nobody for a number whose first source was not found',
  'not-seen': 'We know it only through others',
  'single-point': 'We use it for a single point',
  copy: 'We read a copy of it on another site',
} as const;
export type Weakness = keyof typeof weaknesses;

/**
 * A source under one heading; `quantities` are the numbers that put it there, each with what is
 * said about it.
 */
export type WeakSource = {
  source: WithId<Source>;
  quantities: readonly { quantity: WithId<Quantity>; statement: string; says: string }[];
  /** Why the desk uses it for a single point, in the desk's words. */
  note: string | undefined;
  /** How many numbers of the record have no other source. */
  alone: number;
};

/** Lists each weakness that occurs, with its sources, the oldest first. */
export function listWeakSources(
  record: EvidenceRecord,
): { weakness: Weakness; sources: WeakSource[] }[] {
  const alone = countAlone(record);
  const why = listReasons(record);
  return (Object.keys(weaknesses) as Weakness[])
    .map((weakness) => ({
      weakness,
      sources: [...record.sources.values()]
        .filter((source) => judges[weakness]?.(source) ?? why[weakness]?.has(source.id))
        .sort(
          (a, b) => compareText(a.published ?? '9', b.published ?? '9') || compareText(a.id, b.id),
        )
        .map((source) => ({
          source,
          quantities: why[weakness]?.get(source.id) ?? [],
          note: weakness === 'single-point' ? source.weak : undefined,
          alone: alone.get(source.id) ?? 0,
        })),
    }))
    .filter((group) => group.sources.length > 0);
}

/** Weaknesses that the record of the source itself states. */
const judges: Partial<Record<Weakness, (source: Source) => boolean>> = {
  'not-seen': ({ read_as: read }) => read === 'not-seen',
  copy: (source) => source.read_as === 'copy' && !isHeld(source),
  'single-point': ({ weak }) => weak !== undefined,
};

type Reasons = Map<string, { quantity: WithId<Quantity>; statement: string; says: string }[]>;

function listReasons({ quantities, sources }: EvidenceRecord): Partial<Record<Weakness, Reasons>> {
  const reasons = { differs: new Map() as Reasons, untraced: new Map() as Reasons };
  const add = (
    weakness: keyof typeof reasons,
    source: string,
    quantity: WithId<Quantity>,
    statement: string,
    says = '',
  ) =>
    reasons[weakness].set(source, [
      ...(reasons[weakness].get(source) ?? []),
      { quantity, statement, says },
    ]);
  for (const quantity of quantities.values()) {
    const links = traceStatements(quantity);
    for (const { statement, changes } of links)
      for (const { what, from, to } of changes)
        if (what === 'value')
          add('differs', statement.source, quantity, statement.id, `${from} and is here ${to}`);
    const untraced =
      quantity.statements && computeStanding(quantity, sources) === 'first-source-not-found';
    for (const { statement, repeated } of untraced ? links : [])
      if (!repeated && !statement.repeats && statement.speaker === undefined)
        add('untraced', statement.source, quantity, statement.id);
  }
  return reasons;
}

/** Counts, by source, the numbers whose statements are all from that source. */
function countAlone({ quantities }: EvidenceRecord): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { statements = [] } of quantities.values()) {
    const [source, ...others] = new Set(statements.map((statement) => statement.source));
    if (source !== undefined && others.length === 0)
      counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return counts;
}
