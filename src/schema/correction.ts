import { z } from 'astro/zod';
import { day, id, text } from './fields.ts';
import { idOf, printed } from './meaning.ts';

/** A dated change to something already published. */
export const correctionKinds = {
  error: 'Error',
  clarification: 'Clarification',
  update: 'Update',
} as const;

export const correctionSchema = z.strictObject({
  date: day.describe('Day of the correction.'),
  kind: z
    .enum(['error', 'clarification', 'update'])
    .describe('error: it was wrong. clarification: it could be misread. update: something new.'),
  article: id.describe('Slug of the article.'),
  old: text.meta(printed).describe('The words as readers saw them, without links.'),
  new: text.meta(printed).describe('The words as they are now, without links, or "[removed]".'),
  why: text.describe('Why it was changed.'),
  numbers: z
    .array(z.string().meta(idOf('numbers')))
    .optional()
    .describe('Numbers touched, or their whole record: parcels-lost/gazette-2014.'),
});
export const correctionsSchema = z.array(correctionSchema);
export type Correction = z.infer<typeof correctionSchema>;
