import { z } from 'astro/zod';
import { bound, data, printed } from './meaning.ts';
import { problem, writeProblem } from './problem.ts';

/**
 * Fields that several records share. Editors read the descriptions: the guide's tables are printed
 * from them.
 */

/** True when `date` (YYYY, YYYY-MM or YYYY-MM-DD) names a day, month or year that exists. */
export function isCalendarDate(date: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const parsed = new Date(Date.UTC(year, month - 1, day));
  return (
    parsed.getUTCFullYear() === year &&
    parsed.getUTCMonth() === month - 1 &&
    parsed.getUTCDate() === day
  );
}

const dateText = (expected: string) =>
  z.string(problem('This is not a date', `Write ${expected}.`));
/** YAML reads a year alone as a number. */
const yearText = (expected: string) =>
  z.string({
    error: ({ input }) =>
      typeof input === 'number' && /^\d{4}$/.test(String(input))
        ? writeProblem({
            cause: 'A year on its own needs double quotes',
            cure: `Write "${input}".`,
          })
        : writeProblem({ cause: 'This is not a date', cure: `Write ${expected}.` }),
  });

// Each date also has a pattern, for the JSON schemas of code editors, which cannot test whether the
// day exists.
const dayError = problem(
  'This is not a day of the calendar',
  'Write YYYY-MM-DD, for example 2015-06-02.',
  { asksFor: 'day' },
);
const dateError = problem(
  'This is not a date of the calendar',
  'Write YYYY-MM-DD, YYYY-MM or YYYY.',
  { asksFor: 'day' },
);
const periodError = problem(
  'This is not a date or a period',
  'Write 2014-06, or 2014-07/2017-11 for a period.',
  { asksFor: 'day' },
);

/** A day: YYYY-MM-DD. */
export const day = dateText('YYYY-MM-DD, for example 2015-06-02')
  .regex(/^\d{4}-\d{2}-\d{2}$/, { ...dayError, abort: true })
  .refine(isCalendarDate, dayError)
  .meta(data);

/** A day, month or year, as precise as the source prints it. */
export const date = yearText('YYYY-MM-DD, YYYY-MM or YYYY')
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { ...dateError, abort: true })
  .refine(isCalendarDate, dateError)
  .meta(data);

/** The beginning of a day in UTC, or a minute of it: 2026-12-01, 2026-12-01T06:00Z. */
export const moment = dateText('YYYY-MM-DD or YYYY-MM-DDTHH:MMZ')
  .refine(
    (text) =>
      /^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\dZ)?$/.test(text) &&
      isCalendarDate(text.slice(0, 10)),
    problem(
      'This is not a time',
      'Write YYYY-MM-DD, or YYYY-MM-DDTHH:MMZ in UTC, for example 2026-12-01T06:00Z.',
      { asksFor: 'day' },
    ),
  )
  .meta(data);

/** A date, or two dates with a slash between them: 2014-07/2017-11. */
export const period = yearText('YYYY-MM-DD, YYYY-MM, YYYY, or two of them with a slash between')
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?(\/\d{4}(-\d{2}(-\d{2})?)?)?$/, { ...periodError, abort: true })
  .refine((text) => text.split('/').every(isCalendarDate), periodError)
  .meta(data);

export const id = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    problem(
      'This is not an id',
      'Write lower-case letters, digits and single hyphens, as in parcels-lost.',
      {
        asksFor: 'id',
      },
    ),
  )
  .meta(data);

/** A line or paragraph of text with Markdown links to numbers and sources. */
export const text = z
  .string()
  .trim()
  .min(2, {
    error: ({ input }) =>
      writeProblem({
        cause: input === '' ? 'This text is empty' : 'This text is too short',
        cure: input === '' ? 'Fill it in, or delete the line.' : 'Write at least two characters.',
      }),
  })
  .max(2000, problem('This text is longer than 2,000 characters', 'Shorten it.'))
  .meta(bound);

/** The most characters of a headline without the addresses of its links. */
const longestHeadline = 150;

/** A text on one line, such as a title. */
export const headline = text
  .refine(
    (words) => !words.includes('\n'),
    problem('This title has more than one line', 'Write it on one.'),
  )
  .refine(
    (words) => words.replace(/\]\([^)]*\)/g, '').length <= longestHeadline,
    problem(
      `This title is longer than ${longestHeadline} characters`,
      'Shorten it; the summary can say more.',
    ),
  );

export const httpUrl = z
  .url({
    protocol: /^https?$/,
    ...problem('This is not a complete address', 'Write one that begins with https:// or http://.'),
  })
  .meta(data);

/** Suggests the tag if only its letter, its hyphen or a zero is missing. */
const evidenceTagError = {
  error: ({ input }: { input?: unknown }) => {
    const written = typeof input === 'string' || typeof input === 'number' ? String(input) : '';
    const [, digits] = /^\s*e?[\s_.#‐‑‒–—−-]*0*([1-9]\d{0,3})\s*$/i.exec(written) ?? [];
    return writeProblem({
      cause: 'This is not an evidence tag',
      cure: digits
        ? `Write E-${digits.padStart(2, '0')}.`
        : 'Write E- and a number of two to four digits, as in E-07.',
    });
  },
};
/** Evidence tag of a quantity or breakdown, printed beside each of its numbers. */
export const evidenceTag = z
  .string(evidenceTagError)
  .regex(/^E-\d{2,4}$/, evidenceTagError)
  .meta(data);

/** The subject of a quantity or breakdown: one of those in content/site.yaml. */
export const subject = id;

export const caveat = z.strictObject({
  kind: z
    .enum(['inference', 'unverified', 'single-source', 'weak-copy', 'our-arithmetic', 'disputed'])
    .describe('Which reservation applies.'),
  text: text.describe('The reservation in one or two sentences; printed on the page.'),
});

/** Replies of those who are named, in their words. */
export const replies = z
  .array(
    z.strictObject({
      by: z.string().meta(printed).describe('Who replies.'),
      date: day.describe('When.'),
      text: text.describe('The reply.'),
    }),
  )
  .optional()
  .describe('Replies of those who are named.');
