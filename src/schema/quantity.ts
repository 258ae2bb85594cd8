import { z } from 'astro/zod';
import { caveat, date, id, period, replies, subject, evidenceTag, text } from './fields.ts';
import { bound, data, foreign, idOf, printed } from './meaning.ts';
import { amount, derivation, hedge, hedges, unit, type Hedge } from './value.ts';

/** One thing that somebody counted, with every statement about it. */

/**
 * Marks a dimension that a kept wording does not state. It occurs only in files:
 * `evidence/dimensions.ts` removes it from the record.
 */
export const notStated = 'not-stated';

/** What a statement may say about its number besides the value. */
export const dimensions = ['object', 'place', 'model', 'hedge'] as const;
export type Dimension = (typeof dimensions)[number];

export const repeats = z.strictObject({
  statement: id
    .optional()
    .describe('Id of the earlier statement of the same quantity that this one repeats.'),
  unseen: z
    .string()
    .meta(printed)
    .optional()
    .describe(
      'Instead of statement: what it says it repeats, where that text was not seen or does not give this value.',
    ),
  basis: z
    .enum(['named', 'same-words', 'inferred'])
    .describe(
      'named: the text says so. same-words: the wording shows it. inferred: we think so; drawn dashed.',
    ),
  names: z
    .string()
    .meta(foreign)
    .optional()
    .describe(
      'With basis named: the words by which this page names what it repeats, exactly as printed, at most 25 of them.',
    ),
});

export const statement = z.strictObject({
  id: id.describe('Publisher and year: gazette-2014. Unique within the quantity.'),
  source: id.meta(idOf('sources')).describe('Id of the source in which it was read.'),
  speaker: z
    .string()
    .meta(printed)
    .optional()
    .describe(
      'Whose number it is according to the source; the publisher where it counted itself. Leave it out when the source names nobody.',
    ),
  value: amount.optional().describe('The number, or a range as [low, high].'),
  words: z
    .string()
    .meta(printed)
    .optional()
    .describe('Instead of value, when no number was printed: "hundreds".'),
  hedge: z
    .enum([...hedges, notStated])
    .optional()
    .describe(
      'The hedge in the wording; not-stated where the wording has none and another statement has one.',
    ),
  said: date.optional().describe('When it was said, where that differs from publication.'),
  published: date.optional().describe('When the source published it.'),
  object: z
    .string()
    .meta(printed)
    .optional()
    .describe(
      'What the wording counts, from the quantity’s variants: sealed, opened. Or not-stated.',
    ),
  place: z
    .string()
    .meta(printed)
    .optional()
    .describe(
      'Where, in the wording, from the quantity’s variants: North, Harbour. Or not-stated.',
    ),
  model: z
    .string()
    .meta(printed)
    .optional()
    .describe(
      'Which model, in the wording, from the quantity’s variants: Q7A1, Q7A2. Or not-stated.',
    ),
  wording: z
    .string()
    .meta(foreign)
    .optional()
    .describe(
      'The number as printed, at most 25 words, in the source’s language. Leave it out when the words were not seen.',
    ),
  in_english: z
    .string()
    .meta(printed)
    .optional()
    .describe(
      'Our literal translation of the wording, at most 25 words, where it is not in English.',
    ),
  wording_from: id
    .meta(idOf('sources'))
    .optional()
    .describe(
      'Where the source was not seen: the source that prints the wording as a direct quotation of it.',
    ),
  locator: z.string().meta(printed).optional().describe('Where in the source it stands.'),
  repeats: repeats
    .optional()
    .describe('Which earlier statement it repeats, and on what basis we say so.'),
  note: text.optional().describe('What a reader should know about this statement.'),
});
/** As in a file. */
export type WrittenStatement = z.infer<typeof statement>;
/** The form in the record: dimensions that are not stated are missing. */
export type Statement = Omit<WrittenStatement, 'hedge'> & { hedge?: Hedge | undefined };

/** Fields that quantities and breakdowns share, in the order of their files. */
const scope = {
  not_counted: z
    .array(text)
    .optional()
    .describe('What a reader might think is counted and is not.'),
  subject: subject.describe(
    'Its heading on the page of all numbers: the short name of a subject in site.yaml.',
  ),
};
const where = {
  place: z.string().meta(printed).optional().describe('Where the counted things were.'),
  as_of: period.optional().describe('When the count holds.'),
};

export const quantitySchema = z.strictObject({
  tag: evidenceTag.describe('Evidence tag, E-07. Never reused, even when a quantity is withdrawn.'),
  title: z.string().meta(bound).min(4).describe('Name of the quantity, without its value.'),
  counts: text.describe('What is counted, where and as of when, in one sentence.'),
  ...scope,
  unit: unit.describe('What the number counts.'),
  ...where,
  counted_by: z
    .string()
    .meta(printed)
    .optional()
    .describe('The body that did the counting, where there is one.'),
  variants: z
    .strictObject({
      objects: z
        .array(z.string().meta(data))
        .optional()
        .describe('What statements count: [sealed, opened].'),
      places: z
        .array(z.string().meta(data))
        .optional()
        .describe('Places that statements name: [North, Harbour].'),
      models: z
        .array(z.string().meta(data))
        .optional()
        .describe('Models that statements name: [Q7A1, Q7A2].'),
      words: z
        .record(z.string(), z.array(z.string().meta(data)).min(1))
        .optional()
        .describe(
          'Other words that printings use for one of these: { opened: [unsealed, torn, offene] }.',
        ),
    })
    .optional()
    .describe('The different objects, places and models that statements name.'),
  statements: z
    .array(statement)
    .optional()
    .describe('Who gave it which value, in order of time. Not for derived quantities.'),
  derivation: derivation.optional().describe('Our own arithmetic, instead of statements.'),
  rounded: z
    .array(z.string().meta(data))
    .optional()
    .describe(
      'Rounded or spelled forms that articles may print: ["almost 41,000", "nine in ten"].',
    ),
  also_cited: z
    .array(id.meta(idOf('sources')))
    .optional()
    .describe('Sources said to give it too, whose wording was not seen. Used in no computation.'),
  related: z
    .array(id.meta(idOf('numbers')))
    .optional()
    .describe('Other counts: different objects, never rivals.'),
  caveats: z.array(caveat).optional().describe('Reservations that readers must see.'),
  note: text.optional().describe('Anything else a reader should know.'),
  replies,
  dossier: z
    .array(z.string().meta(data))
    .optional()
    .describe('Ids of the entries of the research dossier that this record holds.'),
});
/** As in a file. */
export type WrittenQuantity = z.infer<typeof quantitySchema>;
/** As in the record. */
export type Quantity = Omit<WrittenQuantity, 'statements'> & {
  statements?: Statement[] | undefined;
};

/** One source's own printing of a row. */
export const printing = z.strictObject({
  source: id.meta(idOf('sources')).describe('Id of the source that prints the row.'),
  value: z.number().describe('The value as that source prints it.'),
  hedge: hedge.optional().describe('The hedge it was printed with.'),
  wording: z
    .string()
    .meta(foreign)
    .optional()
    .describe('As printed, in the source’s language, at most 25 words.'),
  in_english: z
    .string()
    .meta(printed)
    .optional()
    .describe(
      'Our literal translation of the wording, where it is not in English and has a hedge.',
    ),
  note: text.optional().describe('For example that it looks misplaced.'),
});

export const breakdownRow = z.strictObject({
  id: id.describe('Last part of the row’s address: china.'),
  label: z.string().meta(printed).min(1).describe('Name of the row.'),
  printings: z
    .array(printing)
    .min(1)
    .optional()
    .describe('Who prints it, the one we rely on first: its value is the row’s value.'),
  derivation: derivation.optional().describe('Our own arithmetic, instead of printings.'),
  quantity: id
    .meta(idOf('numbers'))
    .optional()
    .describe('The quantity that holds this row’s full record.'),
  rounded: z
    .array(z.string().meta(data))
    .optional()
    .describe('Rounded forms that articles may print.'),
  note: text.optional().describe('What a reader should know about this row.'),
});
export type BreakdownRow = z.infer<typeof breakdownRow>;

/** A printed table whose rows can be named: parcels-origin/north. */
export const breakdownSchema = z.strictObject({
  tag: evidenceTag.describe('Evidence tag, E-03. Never reused.'),
  title: z.string().meta(bound).min(4).describe('Name of the table.'),
  counts: text.describe('What the rows count, in one sentence.'),
  ...scope,
  unit: unit.describe('What the rows count.'),
  ...where,
  counted_by: z.string().meta(printed).optional().describe('The body that did the counting.'),
  base: z
    .string()
    .meta(idOf('numbers'))
    .optional()
    .describe('The number that the rows divide: a quantity’s id. Printed as the denominator.'),
  whole: z
    .number()
    .positive()
    .optional()
    .describe('What the rows and the remainder sum to: 100 for shares of a whole.'),
  remainder: z
    .string()
    .meta(printed)
    .optional()
    .describe('Name of what the printed rows leave over: not listed. Computed, never typed.'),
  rows: z.array(breakdownRow).min(1).describe('The rows, in the order of the printed table.'),
  related: z
    .array(id.meta(idOf('numbers')))
    .optional()
    .describe('Quantities and breakdowns to read beside it.'),
  caveats: z.array(caveat).optional().describe('Reservations that readers must see.'),
  note: text.optional().describe('Anything else a reader should know.'),
  replies,
  dossier: z
    .array(z.string().meta(data))
    .optional()
    .describe('Ids of the entries of the research dossier that this record holds.'),
});
export type Breakdown = z.infer<typeof breakdownSchema>;
