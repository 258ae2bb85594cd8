import { z } from 'astro/zod';
import { httpUrl, id, text } from './fields.ts';
import { data, idOf, printed } from './meaning.ts';
import { mapFrame } from './map-frame.ts';
import { problem } from './problem.ts';

export const siteSchema = z.strictObject({
  name: z.string().meta(printed).min(2).describe('Name of the site; also the byline.'),
  description: text.describe('One or two sentences for search engines and the home page.'),
  purpose: text
    .optional()
    .describe(
      'One line under the name on the home page: what the site is about, for somebody who knows nothing.',
    ),
  contact: z
    .email(problem('This is not an e-mail address', 'Write name@example.org.'))
    .meta(data)
    .optional()
    .describe('Owner’s address. While it is missing the check warns.'),
  desk_names: z
    .array(z.string().meta(printed).min(2))
    .min(1)
    .optional()
    .describe('Who made this edition.'),
  model_crawlers: z
    .enum(['allowed', 'refused'])
    .optional()
    .describe(
      'Whether programs that collect pages to train models may take those of this site; refused asks them not to, in robots.txt.',
    ),
  repository: httpUrl.optional().describe('Where the source of the site lies.'),
  subjects: z
    .record(id, z.string().meta(printed).min(2))
    .optional()
    .describe(
      'Headings of the page of all numbers, in their order, each after the short name that quantities use: { parcels: What was sent }. Without it, the short name is the heading.',
    ),
  fates: z
    .array(z.string().meta(data).min(2))
    .min(1)
    .optional()
    .describe(
      'What may become of the things that are counted, as statements have it in their object: [opened, returned]. Charts print such a word apart from what was counted.',
    ),
  never_named: z
    .array(z.string().meta(data).min(3))
    .min(1)
    .optional()
    .describe(
      'What no text of this site may name, quotations included, beside what explosives are made of: names that could put somebody in danger. Spaces and hyphens, small letters and capitals are the same.',
    ),
  map: mapFrame
    .optional()
    .describe(
      'The frame of the map of places. Without it the map shows the countries in which the places lie, and all of these.',
    ),
  lead: z.string().meta(data).describe('Slug of the article that leads the home page.'),
  lead_events: z
    .array(id.meta(idOf('events')))
    .min(3)
    .max(6)
    .optional()
    .describe('Events in small on the home page: three to six ids, in the order of their dates.'),
  lead_numbers: z
    .array(
      z.union(
        [
          z.string().meta(idOf('numbers')),
          z.strictObject({
            number: z.string().meta(idOf('numbers')).describe('An id of the record.'),
            counts: text.describe('What it counts, in a few words that need no other page.'),
          }),
        ],
        problem(
          'This names no number',
          'Write the id of a number, or "number: <id>" and below it "counts: <what it counts>".',
        ),
      ),
    )
    .min(1)
    .max(8)
    .describe(
      'One to eight numbers in which the home page’s rope ends: ids of the record, each alone or as number, with counts for what it counts.',
    ),
});
export type Site = z.infer<typeof siteSchema>;
