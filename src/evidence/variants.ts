/**
 * Finds the objects, places and models of a quantity that a text names: Q7A1 or Q7A2, lost or
 * stolen, North or South.
 */
import type { Quantity } from '../schema/quantity.ts';
import type { RecordedNumber } from './record.ts';

export type Variants = NonNullable<Quantity['variants']>;

/** The dimensions whose values a quantity lists, and the lists. */
export const variantLists = { object: 'objects', place: 'places', model: 'models' } as const;
export type VariantDimension = keyof typeof variantLists;

/** A place in a text that names a variant. */
export type NamedVariant = { variant: string; written: string; start: number; end: number };

type Token = { text: string; start: number; end: number };

function split(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    text: word.normalize('NFC').toLowerCase(),
    start: index,
    end: index + word.length,
  }));
}

/**
 * Every place in `text` that names a variant of the dimension, by its own name or by one of its
 * `words`, in whole words. If two overlap, only the longer counts: "left behind and taken" is not
 * "left behind".
 */
export function listNamed(
  text: string,
  variants: Variants,
  dimension: VariantDimension,
): NamedVariant[] {
  const tokens = split(text);
  const all = (variants[variantLists[dimension]] ?? []).flatMap((variant) =>
    listForms(variants, variant).flatMap((form) =>
      findForm(tokens, form).map((span) => ({ variant, ...span })),
    ),
  );
  const isWithin = (one: Span, other: Span) =>
    other.start <= one.start &&
    one.end <= other.end &&
    other.end - other.start > one.end - one.start;
  return all
    .filter((one) => !all.some((other) => isWithin(one, other)))
    .map((one) => ({ ...one, written: text.slice(one.start, one.end) }))
    .sort((a, b) => a.start - b.start);
}

type Span = { start: number; end: number };

/** The words that name a variant. */
export function listForms({ words = {} }: Variants, variant: string): string[] {
  return [variant, ...(Object.hasOwn(words, variant) ? (words[variant] ?? []) : [])];
}

function findForm(tokens: readonly Token[], form: string): Span[] {
  const wanted = split(form).map(({ text }) => text);
  if (wanted.length === 0) return [];
  return tokens.flatMap(({ start }, index) => {
    const last = tokens[index + wanted.length - 1];
    return last && wanted.every((text, step) => tokens[index + step]?.text === text)
      ? [{ start, end: last.end }]
      : [];
  });
}

/**
 * The variant that a wording states. If it names several, the one nearest to the number, or else
 * the first.
 */
export function findStated(
  text: string,
  variants: Variants,
  dimension: VariantDimension,
  number: Span | undefined,
): NamedVariant | undefined {
  const named = listNamed(text, variants, dimension);
  const distance = ({ start, end }: Span) =>
    number ? Math.max(0, start - number.end, number.start - end) : start;
  return named.reduce<NamedVariant | undefined>(
    (best, one) => (best && distance(best) <= distance(one) ? best : one),
    undefined,
  );
}

/** Words that name an object, place or model, and the one that the record gives the number. */
export type OtherVariant = { written: string; recorded: string };

/**
 * An object, place or model that the words name although the record gives this number another.
 * Undefined if they name its own, or if the record does not say which it is. A link to the whole
 * quantity may name those of any statement.
 */
export function findOtherVariant(
  words: string,
  { ref, quantity, statement }: RecordedNumber,
): OtherVariant | undefined {
  if (!quantity?.variants || !statement) return undefined;
  const meant = ref.includes('/') ? [statement] : (quantity.statements ?? []);
  for (const dimension of Object.keys(variantLists) as VariantDimension[]) {
    const own = meant.map((one) => one[dimension]);
    const [recorded] = own;
    // If one of the statements does not say, any may be meant.
    if (recorded === undefined || own.includes(undefined)) continue;
    const named = listNamed(words, quantity.variants, dimension);
    if (named.some(({ variant }) => own.includes(variant))) continue;
    const [other] = named.filter(
      ({ variant }) =>
        !own.some((one) => one !== undefined && findForm(split(one), variant).length > 0),
    );
    if (other !== undefined)
      return {
        written:
          findForm(split(other.written), other.variant).length > 0 ? other.variant : other.written,
        recorded,
      };
  }
  return undefined;
}
