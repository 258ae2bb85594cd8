/** Which of a quantity's objects and places the words beside a number name: M1A1 or M1A2, lost or captured, Mosul or Iraq. */
import { normalise } from './number-phrase.ts';
import type { RecordedNumber } from './record.ts';

/** An object or place that the words name, and the one that the record gives the number. */
export type OtherVariant = { written: string; recorded: string };

/**
 * The object or place of other statements that the words name, where the record gives this number another; undefined where they
 * name its own, or where the record does not say which it is. A link to the whole quantity may name any of its statements'.
 */
export function findOtherVariant(words: string, { ref, quantity, statement }: RecordedNumber): OtherVariant | undefined {
  if (!quantity?.variants || !statement) return undefined;
  const meant = ref.includes('/') ? [statement] : (quantity.statements ?? []);
  for (const [key, listed = []] of [
    ['object', quantity.variants.objects],
    ['place', quantity.variants.places],
  ] as const) {
    const own = meant.map((one) => one[key]);
    const [recorded] = own;
    // Where one of them says nothing, any may be meant.
    if (recorded === undefined || own.includes(undefined)) continue;
    const text = ` ${normalise(words).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
    const held = (variant: string) => text.includes(` ${normalise(variant)} `);
    const names = (variant: string) => own.some((one) => one !== undefined && ` ${normalise(one)} `.includes(` ${normalise(variant)} `));
    if (own.some((one) => one !== undefined && held(one))) continue;
    const written = listed.find((variant) => held(variant) && !names(variant));
    if (written !== undefined) return { written, recorded };
  }
  return undefined;
}
