/**
 * Standing: how well a quantity is supported. Computed, never typed: the first of these that
 * applies.
 *
 * derived by us; sources differ; first source not found; documented; supported in part; one
 * statement.
 */
import type { Breakdown, BreakdownRow, Quantity, Statement } from '../schema/quantity.ts';
import type { Source } from '../schema/source.ts';
import { findOrigin } from './drift.ts';
import { isHeld, isUnnamed, nameHand } from './held-source.ts';
import { agreeAsPrinted } from './precision.ts';
import type { EvidenceRecord, RecordedNumber, WithId } from './record.ts';

/**
 * From the best supported to the least, our own arithmetic last: the order in which readers see
 * them.
 */
export const standings = [
  'documented',
  'supported-in-part',
  'one-statement',
  'first-source-not-found',
  'sources-differ',
  'derived',
] as const;
export type Standing = (typeof standings)[number];

export const standingWords: Record<Standing, { label: string; meaning: string }> = {
  documented: {
    label: 'Documented',
    meaning:
      'The counting body’s own count, read in its own words or in two independent printings, and unopposed.',
  },
  'supported-in-part': {
    label: 'Supported in part',
    meaning: 'Several independent sources that do not agree on every point.',
  },
  'one-statement': { label: 'One statement', meaning: 'A single origin, however many repeat it.' },
  'first-source-not-found': {
    label: 'First source not found',
    meaning: 'Printed, but we cannot yet say who said it first.',
  },
  'sources-differ': {
    label: 'Sources differ',
    meaning: 'Two or more sources give values that cannot both hold.',
  },
  derived: { label: 'Derived by us', meaning: 'Our own arithmetic over recorded numbers.' },
};

/**
 * Interval of true values that a statement allows: "at least 40" allows 40 and up. Undefined for
 * words.
 */
export function toInterval(
  statement: Pick<Statement, 'value' | 'hedge'>,
): [number, number] | undefined {
  const { value, hedge } = statement;
  if (value === undefined) return undefined;
  const [low, high] = Array.isArray(value) ? value : [value, value];
  switch (hedge) {
    case 'at-least':
    case 'more-than':
      return [low, Number.POSITIVE_INFINITY];
    case 'as-many-as':
    case 'up-to':
      return [Number.NEGATIVE_INFINITY, high];
    case 'about':
      return [low - margin(low), high + margin(high)];
    case 'almost':
      // The true value is nearer to zero than the number.
      return high < 0 ? [low, high + margin(high)] : [low - margin(low), high];
    case undefined:
      return [low, high];
  }
}

/** How far a hedge allows the value to be from the number, for either sign. */
const margin = (value: number) => Math.abs(value) / 10;

/**
 * True if their values cannot both hold and they are not about different places. Objects are
 * variants of one quantity, so different objects do not matter.
 */
export function areRivals(a: Statement, b: Statement): boolean {
  if (a.place && b.place && a.place !== b.place) return false;
  const [one, other] = [toInterval(a), toInterval(b)];
  if (!one || !other) return false;
  return one[0] > other[1] || other[0] > one[1];
}

/** The statements that do not repeat another one in the record, in order. */
export function findOrigins(quantity: Quantity): Statement[] {
  const statements = quantity.statements ?? [];
  return [...new Set(statements.map((statement) => findOrigin(statement, statements)))];
}

/**
 * Lists who said it first: each speaker once, without office, however many printings report it.
 * Counts the origins that name nobody, and the speakers whose names are withheld. Two statements
 * that name the same unseen text have one origin.
 */
export function listSpeakers(
  quantity: Quantity,
  sources: EvidenceRecord['sources'],
): { speakers: string[]; nameless: number; withheld: number } {
  const all = findOrigins(quantity);
  const isHidden = ({ source }: Statement) => isUnnamed(sources.get(source));
  const origins = all.filter((origin) => !isHidden(origin));
  const headOf = ({ speaker }: Statement) => speaker?.split(',')[0]?.trim();
  const unseenOf = ({ repeats }: Statement) =>
    repeats?.basis === 'inferred' ? undefined : repeats?.unseen;
  const known = new Map(
    origins.flatMap((origin) =>
      headOf(origin) === undefined ? [] : [[unseenOf(origin), headOf(origin)] as const],
    ),
  );
  const nameless = origins.filter((origin) => {
    const unseen = unseenOf(origin);
    return headOf(origin) === undefined && (unseen === undefined || !known.has(unseen));
  });
  const texts = new Set(nameless.map((origin) => unseenOf(origin) ?? origin));
  return {
    speakers: [...new Set(origins.flatMap((origin) => headOf(origin) ?? []))],
    nameless: texts.size,
    withheld: new Set(all.filter(isHidden).map(({ source }) => source)).size,
  };
}

/** How well the quantity is supported. */
export function computeStanding(quantity: Quantity, sources: EvidenceRecord['sources']): Standing {
  if (quantity.derivation) return 'derived';
  const statements = quantity.statements ?? [];
  if (
    statements.some((one, index) =>
      statements.slice(index + 1).some((other) => areRivals(one, other)),
    )
  )
    return 'sources-differ';
  const origins = findOrigins(quantity);
  const spoken = origins.filter((origin) => origin.speaker !== undefined);
  if (spoken.length === 0) return 'first-source-not-found';
  // A statement that we think repeats another supports nothing by itself, unless there is nothing
  // else.
  const sure = spoken.filter(({ repeats }) => repeats?.basis !== 'inferred');
  const known = sure.length > 0 ? sure : spoken;
  if (isDocumented(quantity, known, sources)) return 'documented';
  const { speakers, withheld } = listSpeakers(quantity, sources);
  // Unnamed origins may all be the same, so they count as one.
  if (speakers.length + Math.min(withheld, 1) > 1) return 'supported-in-part';
  return 'one-statement';
}

/** The counting body's own count, in its own words or in two printings of different publishers. */
function isDocumented(
  quantity: Quantity,
  known: Statement[],
  sources: EvidenceRecord['sources'],
): boolean {
  const body = quantity.counted_by;
  if (!body) return false;
  const own = known.filter((origin) => origin.speaker?.startsWith(body));
  // What was not seen can be an origin, but it is not a printing that was read. Neither is a
  // statement by an unnamed person.
  const read = own.filter(
    ({ source }) => sources.get(source)?.read_as !== 'not-seen' && !isUnnamed(sources.get(source)),
  );
  // What only the desk has read does not document anything by itself.
  const inOwnWords = read.some(({ source }) => isWorkOf(sources.get(source), body));
  const printings = new Set(read.map(({ source }) => nameHand(sources.get(source), source)));
  return (inOwnWords || printings.size > 1) && !countDifferentThings(known);
}

/** Whether they name more than one object, or more than one model. */
function countDifferentThings(origins: Statement[]): boolean {
  return (['object', 'model'] as const).some(
    (what) => new Set(origins.flatMap((origin) => origin[what] ?? [])).size > 1,
  );
}

function isWorkOf(source: WithId<Source> | undefined, body: string): boolean {
  return (
    source !== undefined &&
    !isHeld(source) &&
    [source.author, source.publisher].some((name) => name?.startsWith(body))
  );
}

/**
 * Standing of a printed table, or of one of its rows. Printings of different publishers that agree
 * to the precision of the coarser one support it; a printing that says otherwise makes the sources
 * differ.
 */
export function computeBreakdownStanding(
  breakdown: Breakdown,
  row: BreakdownRow | undefined,
  sources: EvidenceRecord['sources'],
): Standing {
  const rows = row ? [row] : breakdown.rows;
  const printed = rows.flatMap((entry) => entry.printings ?? []);
  if (printed.length === 0) return 'derived';
  const differ = rows.some((entry) => {
    const [first, ...others] = entry.printings ?? [];
    return first !== undefined && others.some((other) => !agreeAsPrinted(first.value, other.value));
  });
  // One row that differs puts that row in doubt, not the table.
  if (differ) return row ? 'sources-differ' : 'supported-in-part';
  const publishersOf = (entry: BreakdownRow) =>
    new Set((entry.printings ?? []).map(({ source }) => nameHand(sources.get(source), source)));
  if (
    breakdown.counted_by &&
    rows.every((entry) => !entry.printings || publishersOf(entry).size > 1)
  )
    return 'documented';
  const publishers = new Set(printed.map(({ source }) => nameHand(sources.get(source), source)));
  return publishers.size > 1 ? 'supported-in-part' : 'one-statement';
}

/**
 * Standing of a number's quantity, or of its row of a printed table. A row with a full record has
 * the standing of that record.
 */
export function computeNumberStanding(
  { quantity, breakdown, row, derived }: RecordedNumber,
  { sources, quantities }: Pick<EvidenceRecord, 'sources' | 'quantities'>,
): Standing {
  const full = quantity ?? (row?.quantity === undefined ? undefined : quantities.get(row.quantity));
  if (full) return computeStanding(full, sources);
  if (derived || !breakdown) return 'derived';
  return computeBreakdownStanding(breakdown, row, sources);
}
