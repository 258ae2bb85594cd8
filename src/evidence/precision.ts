/** How precisely values were printed. */
import { agreeTo, countDecimals } from './decimal.ts';

export { countDecimals } from './decimal.ts';

/**
 * True when two printed values are the same at the precision of the coarser one: 12.12 and 12.1.
 */
export function agreeAsPrinted(a: number, b: number): boolean {
  return agreeTo(a, b, Math.min(countDecimals(a), countDecimals(b)));
}
