/** Our own arithmetic: computed here, never typed by hand. */
import type { Derivation } from '../schema/value.ts';
import { findNumber, isFailure, type EvidenceRecord } from './record.ts';

/** Steps from a number to what it is computed from in the end. */
const maximumSteps = 8;

/** Why nothing can be computed, in a sentence for the editor. */
export class DerivationError extends Error {}

/** Value of a derivation, rounded to its decimals. Throws a DerivationError; `path` holds the numbers that led here. */
export function computeDerivation(record: EvidenceRecord, derivation: Derivation, path: readonly string[] = []): number {
  const operands = derivation.of.map((operand) => (typeof operand === 'number' ? operand : getOperand(record, operand, path)));
  const [first = 0, ...others] = operands;
  const result = {
    sum: () => operands.reduce((total, value) => total + value, 0),
    difference: () => others.reduce((left, value) => left - value, first),
    product: () => operands.reduce((total, value) => total * value, 1),
    quotient: () => others.reduce((left, value) => left / value, first),
    percent: () => (100 * first) / (others[0] ?? Number.NaN),
  }[derivation.operation]();
  const scale = 10 ** derivation.decimals;
  const rounded = Number((Math.round(result * scale + Number.EPSILON) / scale).toFixed(Math.max(0, derivation.decimals)));
  if (!Number.isFinite(rounded)) throw new DerivationError('The computation gives no number.');
  return rounded;
}

function getOperand(record: EvidenceRecord, ref: string, path: readonly string[]): number {
  if (path.includes(ref)) throw new DerivationError(`The computation goes in a circle: ${[...path, ref].join(', ')}.`);
  if (path.length > maximumSteps) throw new DerivationError(`The computation has more than ${maximumSteps} steps: ${path.join(', ')}.`);
  const found = findNumber(record, ref, path);
  if (isFailure(found)) throw new DerivationError(found.problem === 'not-computable' ? found.reason : `There is no number "${ref}".`);
  if (typeof found.value !== 'number') throw new DerivationError(`"${ref}" is not one number, so nothing can be computed from it.`);
  return found.value;
}
