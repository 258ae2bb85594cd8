/** How precisely values were printed. */

/** Decimals of a value as written: 12.12 has two, 43 none. */
export function countDecimals(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}

/** True when two printed values are the same at the precision of the coarser one: 12.12 and 12.1. */
export function agreeAsPrinted(a: number, b: number): boolean {
  const coarser = Math.min(countDecimals(a), countDecimals(b));
  return Math.abs(a - b) <= 0.5 * 10 ** -coarser + 1e-9;
}
