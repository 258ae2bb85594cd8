/**
 * The record: every source, quantity and breakdown, indexed by id, events and places, and the one
 * way to look up a number in it.
 *
 * A number is named by a reference, the part after `num:` in an article: `parcels-lost` (a quantity
 * with one value), `parcels-lost/gazette-2014` (a statement of a quantity) or
 * `parcels-origin/north` (a row of a breakdown).
 */
import type { Breakdown, BreakdownRow, Quantity, Statement } from '../schema/quantity.ts';
import type { Derivation } from '../schema/value.ts';
import { computeDerivation, DerivationError } from './derivation.ts';
import { addUp, countDecimals, formatDigits, roundTo, toDecimal } from './decimal.ts';
import { agreeAsPrinted } from './precision.ts';
import type { EvidenceRecord, RecordedNumber, WithId } from './evidence-record.ts';

export type { EvidenceRecord, RecordedNumber, WithId } from './evidence-record.ts';

export type LookupFailure =
  | { problem: 'unknown-record'; id: string; known: string[] }
  | { problem: 'unknown-entry'; id: string; entry: string; known: string[] }
  | { problem: 'statement-needed'; id: string; known: string[] }
  | { problem: 'row-needed'; id: string; known: string[] }
  /** A derivation that gives no number, and why. `operand` is the reference that causes this. */
  | {
      problem: 'not-computable';
      id: string;
      known: string[];
      reason: string;
      fix?: string | undefined;
      operand?: string | undefined;
    };

/**
 * The number that `ref` names, or why there is none. Never throws. `path` lists the numbers that
 * are computed from it.
 */
export function findNumber(
  record: EvidenceRecord,
  ref: string,
  path: readonly string[] = [],
): RecordedNumber | LookupFailure {
  if (path.length > 0) return tryToFind(record, ref, path);
  const known = lookedUp.get(record) ?? new Map<string, RecordedNumber | LookupFailure>();
  const found = known.get(ref) ?? tryToFind(record, ref, path);
  lookedUp.set(record, known.set(ref, found));
  return found;
}

/**
 * A cache, because a record never changes once it is read, and texts name the same numbers often.
 */
const lookedUp = new WeakMap<EvidenceRecord, Map<string, RecordedNumber | LookupFailure>>();

function tryToFind(
  record: EvidenceRecord,
  ref: string,
  path: readonly string[],
): RecordedNumber | LookupFailure {
  try {
    return find(record, ref, [...path, ref]);
  } catch (error) {
    if (!(error instanceof DerivationError)) throw error;
    return {
      problem: 'not-computable',
      id: ref.split('/')[0] ?? '',
      known: [],
      reason: error.message,
      fix: error.fix,
      operand: error.operand,
    };
  }
}

function find(
  record: EvidenceRecord,
  ref: string,
  path: readonly string[],
): RecordedNumber | LookupFailure {
  const [id = '', entry, ...rest] = ref.split('/');
  const quantity = record.quantities.get(id);
  if (quantity)
    return rest.length
      ? failUnknownEntry(id, ref.slice(id.length + 1), quantity.statements ?? [])
      : findInQuantity(record, quantity, ref, entry, path);
  const breakdown = record.breakdowns.get(id);
  if (breakdown) return findInBreakdown(record, breakdown, ref, entry, path);
  return {
    problem: 'unknown-record',
    id,
    known: [...record.quantities.keys(), ...record.breakdowns.keys()],
  };
}

/** Like findNumber, for code that runs after the check. Throws if there is no such number. */
export function getNumber(record: EvidenceRecord, ref: string): RecordedNumber {
  const found = findNumber(record, ref);
  if ('problem' in found) throw new Error(`num:${ref}: ${found.problem}; run npm run check`);
  return found;
}

export function isFailure(found: RecordedNumber | LookupFailure): found is LookupFailure {
  return 'problem' in found;
}

function failUnknownEntry(id: string, entry: string, known: { id: string }[]): LookupFailure {
  return { problem: 'unknown-entry', id, entry, known: known.map((candidate) => candidate.id) };
}

function findInQuantity(
  record: EvidenceRecord,
  quantity: WithId<Quantity>,
  ref: string,
  entry: string | undefined,
  path: readonly string[],
): RecordedNumber | LookupFailure {
  const shared = {
    ref,
    recordId: quantity.id,
    tag: quantity.tag,
    title: quantity.title,
    unit: quantity.unit,
    rounded: quantity.rounded ?? [],
    quantity,
    breakdown: undefined,
    row: undefined,
  };
  if (quantity.derivation) {
    if (entry !== undefined) return failUnknownEntry(quantity.id, entry, []);
    const value = compute(record, quantity.derivation, path);
    return {
      ...shared,
      fragment: '',
      value,
      words: undefined,
      hedge: undefined,
      sourceIds: [],
      statement: undefined,
      derived: true,
    };
  }
  const statements = quantity.statements ?? [];
  const statement =
    entry === undefined
      ? getOnlyValue(statements)
      : statements.find((candidate) => candidate.id === entry);
  if (!statement) {
    return entry === undefined
      ? {
          problem: 'statement-needed',
          id: quantity.id,
          known: statements.map((candidate) => candidate.id),
        }
      : failUnknownEntry(quantity.id, entry, statements);
  }
  return {
    ...shared,
    fragment: entry === undefined ? '' : statement.id,
    value: statement.value,
    words: statement.words,
    hedge: statement.hedge,
    sourceIds: [statement.source],
    statement,
    derived: false,
  };
}

/** The first statement, if all statements give the same value or words; otherwise undefined. */
function getOnlyValue(statements: Statement[]): Statement | undefined {
  const [first, ...others] = statements;
  if (!first) return undefined;
  const same = (other: Statement) =>
    JSON.stringify(other.value) === JSON.stringify(first.value) && other.words === first.words;
  return others.every(same) ? first : undefined;
}

function findInBreakdown(
  record: EvidenceRecord,
  breakdown: WithId<Breakdown>,
  ref: string,
  entry: string | undefined,
  path: readonly string[],
): RecordedNumber | LookupFailure {
  const rowIds = breakdown.rows.map((row) => row.id);
  if (entry === undefined) return { problem: 'row-needed', id: breakdown.id, known: rowIds };
  const shared = {
    ref,
    recordId: breakdown.id,
    fragment: entry,
    tag: breakdown.tag,
    words: undefined,
    unit: breakdown.unit,
    quantity: undefined,
    statement: undefined,
    breakdown,
  };
  if (entry === remainderId && breakdown.remainder !== undefined && breakdown.whole !== undefined) {
    const value = computeRemainder(record, breakdown, path);
    return {
      ...shared,
      title: breakdown.remainder,
      value,
      hedge: undefined,
      rounded: [],
      sourceIds: [],
      row: undefined,
      derived: true,
    };
  }
  const row = breakdown.rows.find((candidate) => candidate.id === entry);
  if (!row) return failUnknownEntry(breakdown.id, entry, breakdown.rows);
  const printing = row.printings?.[0];
  return {
    ...shared,
    title: row.label,
    value: printing ? printing.value : row.derivation && compute(record, row.derivation, path),
    hedge: printing?.hedge,
    rounded: row.rounded ?? [],
    sourceIds: (row.printings ?? [])
      .filter((entry) => agreeAsPrinted(entry.value, row.printings?.[0]?.value ?? entry.value))
      .map((entry) => entry.source),
    row,
    derived: !printing,
  };
}

/** The most steps from a number to the printed numbers from which it is computed. */
const maximumSteps = 8;

/**
 * The value of our own arithmetic. `path` lists the numbers that are computed from it. Throws a
 * DerivationError.
 */
export function compute(
  record: EvidenceRecord,
  derivation: Derivation,
  path: readonly string[] = [],
): number {
  return computeDerivation(derivation, (ref) => getOperand(record, ref, path));
}

function getOperand(record: EvidenceRecord, ref: string, path: readonly string[]): number {
  if (path.includes(ref))
    throw new DerivationError(`The computation goes in a circle: ${[...path, ref].join(', ')}.`);
  if (path.length > maximumSteps)
    throw new DerivationError(
      `The computation has more than ${maximumSteps} steps: ${path.join(', ')}.`,
    );
  const found = findNumber(record, ref, path);
  if (isFailure(found))
    throw found.problem === 'not-computable'
      ? new DerivationError(found.reason, { operand: found.operand })
      : new DerivationError(`There is no number "${ref}".`, { operand: ref });
  if (typeof found.value !== 'number')
    throw new DerivationError(`"${ref}" is not one number, so nothing can be computed from it.`, {
      operand: ref,
    });
  return found.value;
}

/** Row id under which a breakdown's remainder is addressed. */
export const remainderId = 'remainder';

/** The remainder of the whole after the printed rows, to the precision of the coarsest row. */
export function computeRemainder(
  record: EvidenceRecord,
  breakdown: Breakdown,
  path: readonly string[] = [],
): number {
  const values = breakdown.rows.map((row) => getRowValue(record, row, path));
  const decimals = Math.min(...values.map(countDecimals));
  const rest = toDecimal(breakdown.whole ?? 0).minus(addUp(values));
  const rounded = roundTo(rest, decimals);
  if (rest.lt(0) || (rounded === 0 && !rest.eq(0)))
    throw new DerivationError(
      `The rows leave ${formatDigits(rest)} over, ${rest.lt(0) ? 'less than nothing' : 'less than they are precise to'}.`,
      { fix: 'Take the line "remainder" out, or correct a row.' },
    );
  return rounded;
}

/** The value of a row: its first printing, or our arithmetic. */
export function getRowValue(
  record: EvidenceRecord,
  row: BreakdownRow,
  path: readonly string[] = [],
): number {
  const printed = row.printings?.[0]?.value;
  if (printed !== undefined) return printed;
  if (row.derivation) return compute(record, row.derivation, path);
  throw new DerivationError(`Row ${row.id} has neither printings nor a derivation.`);
}
