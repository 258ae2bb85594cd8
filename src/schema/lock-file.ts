import { z } from 'astro/zod';

/**
 * What was last published. Written after each deployment by `npm run publish:lock`, never by hand.
 * The check compares the content with it.
 */
export const publishedArticleSchema = z.strictObject({
  /** Fingerprint of the article's words: headline, summary, findings and text. */
  text: z.string().regex(/^sha256-[0-9a-f]{64}$/),
  /** Every bound number by its reference, in words: "at least 40 vans". */
  numbers: z.record(z.string(), z.string()),
  /**
   * The corrections that readers know of: date and numbers of each, so that none of them excuses a
   * later change.
   */
  corrections: z.array(z.string()),
  /** Names that the article had before: their addresses lead to it. */
  formerly: z.array(z.string()).optional(),
});
export const publishedLockSchema = z.strictObject({
  version: z.literal(1),
  articles: z.record(z.string(), publishedArticleSchema),
  /**
   * Every number of the record in words, by its reference, whether or not an article prints it.
   * Missing in older locks.
   */
  numbers: z.record(z.string(), z.string()).optional(),
  /**
   * Names of the records that had a page or an entry, sorted: "charts/parcels-by-place". Missing in
   * older locks.
   */
  records: z.array(z.string()).optional(),
});
export type PublishedArticle = z.infer<typeof publishedArticleSchema>;
export type PublishedLock = z.infer<typeof publishedLockSchema>;
