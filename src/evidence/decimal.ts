/**
 * Decimal arithmetic on the digits as written, for values whose rounding or equality matters.
 * Binary fractions cannot represent a tenth: with them 1.005 rounds to 1, and 0.1 plus 0.2 is not
 * 0.3.
 */
import Big from 'big.js';

const Exact = Big();
/** Decimals kept in a quotient, far more than anybody prints. */
Exact.DP = 60;

export type Decimal = Big;

/** A number as written: the shortest digits that represent it. */
export function toDecimal(value: number | string | Decimal): Decimal {
  return new Exact(value);
}

/**
 * Plain digits with a point, never an exponent: "0.0000001". A value that is not finite becomes its
 * name, such as "NaN", which drawing code refuses.
 */
export function formatDigits(value: number | Decimal): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  const decimal = toDecimal(value);
  return (decimal.eq(0) ? decimal.abs() : decimal).toFixed();
}

/** Decimals of a value as written: 12.12 has two, 43 none, 1e-7 seven. */
export function countDecimals(value: number): number {
  return formatDigits(value).split('.')[1]?.length ?? 0;
}

export function addUp(values: readonly number[]): number {
  return values.reduce((sum, value) => sum.plus(value), toDecimal(0)).toNumber();
}

/**
 * Rounds half away from zero, as taught at school. Negative `decimals` round to tens, hundreds and
 * so on.
 */
export function roundTo(value: number | Decimal, decimals: number): number {
  return toDecimal(value).round(decimals, Big.roundHalfUp).toNumber();
}

/** True if the two differ by at most half a unit of the last of `decimals` places. */
export function agreeTo(a: number, b: number, decimals: number): boolean {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  return toDecimal(a)
    .minus(b)
    .abs()
    .lte(toDecimal(`5e${-decimals - 1}`));
}
