import { z } from 'astro/zod';
import { tagFor } from './author-tags.ts';
import { date, headline, id, text } from './fields.ts';
import { idOf, printed } from './meaning.ts';

/** A named point of the map. */
export const placeSchema = z.strictObject({
  id: id.describe('Short name by which events and maps name it: north-harbour.'),
  name: z.string().meta(printed).min(2).describe('Name as the site writes it.'),
  country: z.string().meta(printed).min(2).describe('Country in which it lies.'),
  also: z.array(z.string().meta(printed)).optional().describe('Other spellings.'),
  latitude: z
    .number()
    .min(-90)
    .max(90)
    .describe('Degrees north, rounded: coordinates are from general knowledge, not sourced.'),
  longitude: z.number().min(-180).max(180).describe('Degrees east, rounded.'),
  note: text.optional().describe('What happened there that the record needs.'),
});
export const placesSchema = z.array(placeSchema);
export type Place = z.infer<typeof placeSchema>;

/** A dated entry of the timeline. */
export const eventSchema = z.strictObject({
  id: id.describe('Short name of the entry, given once.'),
  date: date.describe('As precise as it is known.'),
  title: headline.describe('What happened, in a few words.'),
  summary: text.describe('One or two sentences.'),
  lane: z
    .enum(['ground', 'record'])
    .describe('ground: it happened. record: it was counted, said or published.'),
  sources: z
    .array(id.meta(idOf('sources')))
    .min(1)
    .describe('Ids of the sources.'),
  places: z
    .array(id.meta(idOf('places')))
    .optional()
    .describe('Ids of places.'),
  numbers: z
    .array(z.string().meta(idOf('numbers')))
    .optional()
    .describe('Numbers of the record it is about.'),
  major: z
    .boolean()
    .optional()
    .describe('true for the few entries that the drawn timeline labels.'),
  disputed: text.optional().describe('Where sources date it differently.'),
});
export const eventsSchema = z.array(eventSchema);
export type TimelineEvent = z.infer<typeof eventSchema>;

/** A word that the glossary explains. */
export const termSchema = z.strictObject({
  id: id.describe(`Short name by which articles name it: <${tagFor.term} id="waybill">.`),
  term: z.string().meta(printed).min(2).describe('The word.'),
  also: z.array(z.string().meta(printed)).optional().describe('Other forms of it.'),
  meaning: text.describe('What it means, in one to three sentences.'),
  funding: text
    .optional()
    .describe(
      'Of a body that counts: who pays for its work, and who says so. Printed where it is the measure: on its records and claims.',
    ),
});
export const glossarySchema = z.array(termSchema);
export type Term = z.infer<typeof termSchema>;
