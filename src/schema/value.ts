import { z } from 'astro/zod';
import { adviseAmount } from './advise-amount.ts';
import { isCurrency } from './currency.ts';
import { bound, data, idOf, printed } from './meaning.ts';
import { problem, writeProblem } from './problem.ts';

/** What a statement says: a number, a range or words, with the hedge it was printed with. */

/**
 * Hedges as a closed list. Each covers its synonyms: "over" is more-than, "some" and "around" are
 * about.
 */
export const hedges = ['about', 'at-least', 'more-than', 'as-many-as', 'up-to', 'almost'] as const;
export const hedge = z.enum(hedges);
export type Hedge = z.infer<typeof hedge>;

const range = z.tuple([z.number(), z.number()]).refine(([low, high]) => low < high, {
  error: ({ input }) => {
    const [low, high] = input as [number, number];
    return low === high
      ? writeProblem({ cause: 'The two numbers of this range are the same', cure: `Write ${low}.` })
      : writeProblem({
          cause: 'A range runs from the smaller number to the larger',
          cure: `Write [${high}, ${low}].`,
        });
  },
});
export const amount = z.union([z.number(), range], {
  error: ({ input }) =>
    writeProblem({
      cause: 'A value is a number in digits, or a range',
      cure: `Write ${adviseAmount(input)}.`,
      asksFor: 'amount',
    }),
});
/** A number, or a range as [low, high]; in the quantity's unit. */
export type Amount = z.infer<typeof amount>;

const unitError = problem(
  'This is not a kind of unit',
  'Write count for things, percent for shares, or for money the code of its currency: usd, eur, gbp.',
);
/** The singular of a plural, guessed from its letters. */
const toOne = (many: string) =>
  ({ people: 'person', men: 'man', women: 'woman', children: 'child' })[many.toLowerCase()] ??
  many
    .replace(/ies$/, 'y')
    .replace(/(ss|x|ch|sh)es$/, '$1')
    .replace(/([^su])s$/, '$1');
/** Returns the fields that a unit written as one text seems to mean. */
function adviseUnit(input: unknown): string {
  const written = typeof input === 'string' ? input.trim() : '';
  const code = { $: 'usd', '€': 'eur', '£': 'gbp' }[written] ?? written.toLowerCase();
  if (isCurrency(code)) return `{ kind: ${code}, one: …, many: … }, with the names of the currency`;
  if (/^(?:%|per ?cent(?:age)?)$/i.test(written))
    return '{ kind: percent, one: per cent, many: per cent }';
  return /^\p{L}[\p{L} -]{2,}$/u.test(written) && written !== 'count'
    ? `{ kind: count, one: ${toOne(written)}, many: ${written} }`
    : '{ kind: count, one: parcel, many: parcels }, with your own words';
}
const unitFields = {
  kind: z
    .string(unitError)
    .meta(data)
    .regex(/^[a-z]+$/, { ...unitError, abort: true })
    .refine((kind) => kind === 'count' || kind === 'percent' || isCurrency(kind), unitError)
    .describe(
      'count for things, percent for shares; for money the code of its currency in lower case: usd, eur, gbp, iqd.',
    ),
  one: z.string().meta(printed).min(1).describe('The thing counted, singular: "parcel".'),
  many: z.string().meta(printed).min(1).describe('The thing counted, plural: "parcels".'),
  also: z
    .array(z.string().meta(printed))
    .optional()
    .describe('Other words an article may use for the thing: ["packets"].'),
};
export const unit = z.strictObject(unitFields, {
  error: ({ code, input }) =>
    code === 'invalid_type'
      ? writeProblem({ cause: 'A unit has fields of its own', cure: `Write ${adviseUnit(input)}.` })
      : undefined,
});
export type Unit = z.infer<typeof unit>;

/**
 * Our own arithmetic over other numbers of the record. The result is computed, never typed.
 * References name a quantity, a statement (quantity/statement) or a breakdown row (breakdown/row).
 */
export const derivation = z.strictObject({
  operation: z
    .enum(['sum', 'difference', 'product', 'quotient', 'percent'])
    .describe(
      'percent is the first number as a share of the second; difference takes the others from the first.',
    ),
  of: z
    .array(z.union([z.string().meta(idOf('numbers')), z.number()]))
    .min(2)
    .describe('What is computed with: ids of the record, or plain constants such as 100.'),
  decimals: z
    .number()
    .int()
    .min(-9)
    .max(4)
    .describe('Decimals kept; negative rounds to tens, hundreds and so on.'),
  explanation: z
    .string()
    .meta(bound)
    .min(10)
    .describe('The arithmetic in one sentence, for readers.'),
});
export type Derivation = z.infer<typeof derivation>;
