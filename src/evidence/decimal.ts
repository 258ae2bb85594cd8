/**
 * Decimal arithmetic: values as they are written, digit by digit, wherever rounding or equality decides. Binary fractions know no
 * tenth: with them 1.005 rounds to 1, and 0.1 with 0.2 is not 0.3.
 */
import Big from 'big.js';

const Exact = Big();
/** Digits kept of a quotient, far beyond what anybody prints. */
Exact.DP = 60;

export type Decimal = Big;

/** A number as it was written: the shortest digits that mean it. */
export function toDecimal(value: number | string | Decimal): Decimal {
  return new Exact(value);
}

/** Plain digits with a point, never an exponent: "0.0000001". What is not finite keeps its name, and whatever draws it refuses it by that. */
export function formatPlain(value: number | Decimal): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  const decimal = toDecimal(value);
  return (decimal.eq(0) ? decimal.abs() : decimal).toFixed();
}

/** Decimals of a value as written: 12.12 has two, 43 none, 1e-7 seven. */
export function countDecimals(value: number): number {
  return formatPlain(value).split('.')[1]?.length ?? 0;
}

export function addUp(values: readonly number[]): number {
  return values.reduce((sum, value) => sum.plus(value), toDecimal(0)).toNumber();
}

/** Half is rounded away from zero, as at school. Negative decimals round to tens, hundreds and so on. */
export function roundTo(value: number | Decimal, decimals: number): number {
  return toDecimal(value).round(decimals, Big.roundHalfUp).toNumber();
}

/** True when the two are at most half a unit of the last of so many decimals apart. */
export function agreeTo(a: number, b: number, decimals: number): boolean {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  return toDecimal(a)
    .minus(b)
    .abs()
    .lte(toDecimal(`5e${-decimals - 1}`));
}
