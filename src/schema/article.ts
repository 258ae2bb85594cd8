import { z } from 'astro/zod';
import { day, headline, id, moment, text } from './fields.ts';
import { bound, idOf, printed } from './meaning.ts';

export const articleSchema = z.strictObject({
  title: headline.describe('Headline.'),
  short_title: z
    .string()
    .meta(bound)
    .min(4)
    .max(60)
    .optional()
    .describe(
      'For the browser’s tab and results of searches, in words of the headline; needed where that has more than 60 characters.',
    ),
  summary: text.describe('Two or three sentences below the headline.'),
  date: day.describe('Day of publication.'),
  updated: day.optional().describe('Day of the last change that readers should know of.'),
  formerly: z
    .array(id)
    .min(1)
    .optional()
    .describe(
      'Names that the file had before, such as [parcels-lost]: their addresses lead to this article. Needed where a published article is renamed.',
    ),
  draft: z.boolean().optional().describe('true keeps the article out of the published site.'),
  embargo: moment
    .optional()
    .describe(
      'Keeps the article out of the published site until the first commit at or after this time, in UTC.',
    ),
  lead_number: z
    .string()
    .meta(idOf('numbers'))
    .optional()
    .describe('The number that leads it in lists: an id such as parcels-lost/gazette-2014.'),
  lead_chart: id
    .meta(idOf('charts'))
    .optional()
    .describe(
      'The chart that stands for it in small on the home page: an id such as parcels-by-place.',
    ),
  findings: z
    .array(text)
    .min(2)
    .max(3)
    .describe(
      'Key findings, two or three, each readable alone. A number link that one begins with is shown large.',
    ),
  about: z
    .array(id.meta(idOf('sources')))
    .optional()
    .describe('Ids of the source texts that the article is built from.'),
  approached: z
    .array(
      z.strictObject({
        who: z
          .string()
          .meta(printed)
          .min(2)
          .describe('Who was written to or called before publication.'),
        when: day.describe('On which day.'),
        answer: text.describe('What the answer was; none where none came.'),
      }),
    )
    .optional()
    .describe(
      'Everyone named who was asked for comment before publication. Without it, the article says that nobody was asked.',
    ),
});
export type ArticleMatter = z.infer<typeof articleSchema>;

/** A standing text of the site: methodology, about, privacy, accessibility. */
export const pageSchema = z.strictObject({
  title: headline.describe('Heading of the page.'),
  summary: text.describe('One or two sentences below the heading, also for search engines.'),
});
export type PageMatter = z.infer<typeof pageSchema>;
