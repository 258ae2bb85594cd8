/** Our own arithmetic: computed here, never typed by hand. */
import type { Derivation } from '../schema/value.ts';
import { getNumber, type EvidenceRecord } from './record.ts';

/** Deepest chain of derivations that is followed; a longer one is a cycle. */
const maximumDepth = 8;

/** Value of a derivation, rounded to its decimals. Throws on unknown references, ranges, words and cycles. */
export function computeDerivation(record: EvidenceRecord, derivation: Derivation, depth = 0): number {
  if (depth > maximumDepth) throw new Error('A derivation goes in a circle.');
  const operands = derivation.of.map((operand) => (typeof operand === 'number' ? operand : getOperand(record, operand, depth)));
  const [first = 0, ...others] = operands;
  const result = {
    sum: () => operands.reduce((total, value) => total + value, 0),
    difference: () => others.reduce((left, value) => left - value, first),
    product: () => operands.reduce((total, value) => total * value, 1),
    quotient: () => others.reduce((left, value) => left / value, first),
    percent: () => (100 * first) / (others[0] ?? Number.NaN),
  }[derivation.operation]();
  const scale = 10 ** derivation.decimals;
  return Number((Math.round(result * scale + Number.EPSILON) / scale).toFixed(Math.max(0, derivation.decimals)));
}

function getOperand(record: EvidenceRecord, ref: string, depth: number): number {
  const derived = record.quantities.get(ref)?.derivation;
  const value = derived ? computeDerivation(record, derived, depth + 1) : getNumber(record, ref).value;
  if (typeof value !== 'number') throw new Error(`num:${ref} is not one number, so nothing can be computed from it.`);
  return value;
}
