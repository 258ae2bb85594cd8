/** Our own arithmetic: computed here, never typed by hand. */
import type { Derivation } from '../schema/value.ts';
import { formatDigits, roundTo, toDecimal, type Decimal } from './decimal.ts';

/**
 * A sentence for the editor on why nothing can be computed; the fix, unless it is to use another
 * operand; and the reference of the operand that causes this, if there is one.
 */
export class DerivationError extends Error {
  readonly fix: string | undefined;
  readonly operand: string | undefined;

  constructor(
    message: string,
    { fix, operand }: { fix?: string; operand?: string | undefined } = {},
  ) {
    super(message);
    this.fix = fix;
    this.operand = operand;
  }
}

/**
 * The value of a derivation, rounded to its decimals. `getValue` returns the value of a number that
 * the derivation names. Throws a DerivationError.
 */
export function computeDerivation(
  derivation: Derivation,
  getValue: (ref: string) => number,
): number {
  const [first = toDecimal(0), ...others] = derivation.of.map((operand) =>
    toDecimal(typeof operand === 'number' ? operand : getValue(operand)),
  );
  const divide = (left: Decimal, right: Decimal) => {
    if (right.eq(0)) throw new DerivationError('The computation gives no number.');
    return left.div(right);
  };
  const result = {
    sum: () => others.reduce((total, value) => total.plus(value), first),
    difference: () => others.reduce((left, value) => left.minus(value), first),
    product: () => others.reduce((total, value) => total.times(value), first),
    quotient: () => others.reduce(divide, first),
    percent: () => divide(first.times(100), others[0] ?? toDecimal(0)),
  }[derivation.operation]();
  const rounded = roundTo(result, derivation.decimals);
  if (!Number.isFinite(rounded)) throw new DerivationError('The computation gives no number.');
  if (rounded === 0 && !result.eq(0)) {
    const needed = -result.e;
    const exact = formatDigits(roundTo(result, needed));
    throw new DerivationError(
      `The computation gives ${exact}, and rounded to ${derivation.decimals} decimals nothing is left of it.`,
      {
        fix: `Keep more of it: decimals: ${needed}.`,
      },
    );
  }
  return rounded;
}
