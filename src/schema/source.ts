import { z } from 'astro/zod';
import { date, httpUrl, text } from './fields.ts';
import { heldKinds, holdings, neededOfHeld, neededOfTalks, terms, type HeldKind } from './held.ts';
import { bound, data, foreign, name, printed } from './meaning.ts';
import { problem } from './problem.ts';

export const sourceKinds = {
  'primary-document': 'Primary document',
  'official-statement': 'Official statement',
  audit: 'Audit',
  'news-agency': 'News agency',
  reporting: 'Reporting',
  digest: 'Digest of others’ reporting',
  opinion: 'Opinion',
  research: 'Research',
  'own-site': 'Author’s own site',
  broadcast: 'Broadcast',
  reference: 'Reference work',
  ...heldKinds,
} as const;

/** How a published source was read: the choices of an editor. */
export const writtenReadings = {
  'whole-page': 'read in full',
  'stored-excerpt': 'read as a stored excerpt',
  copy: 'read in a copy on another site',
  supplied: 'read in full, as a text supplied to the desk',
  'not-seen': 'not seen, known only through those who name it',
} as const;

/** Every way in which a source of the record was read. */
export const readings = {
  ...writtenReadings,
  held: 'heard or held by the desk, which alone can show it',
} as const;

/** Printed if a source has no address, because no page or index that was read prints one. */
export const addressNotSeen = 'address not seen';

/** Printed if a title is ours. */
export const titleNotSeen = 'our description; no title stood in what was read';

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

const keys = <T extends Record<string, string>>(table: T) =>
  Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];

const languageCode = z
  .string()
  .regex(/^[a-z]{2}$/, {
    ...problem(
      'This is not a language code',
      'Write its two letters: de for German, ar for Arabic.',
    ),
    abort: true,
  })
  .refine(
    (code) => languageNames.of(code) !== undefined,
    problem('No language has this code', 'Write its two letters: de for German, ar for Arabic.'),
  )
  .meta(data);

/** Quotations in articles are compared with it letter by letter. */
const kept = { ...foreign, compared: true } as const;

export const quotation = z.strictObject({
  text: z
    .string()
    .meta(kept)
    .min(3)
    .refine(
      (words) => words.split(/\s+/).length <= 25,
      problem('This quotation has more than 25 words', 'Keep only the part that is quoted.'),
    )
    .describe('The wording exactly as printed, at most 25 words.'),
  by: z
    .string()
    .meta(kept)
    .optional()
    .describe('Who said or wrote it, where that is not the source’s author.'),
  at: z
    .string()
    .meta(kept)
    .optional()
    .describe('Where in the source it stands: a heading, page or paragraph.'),
  language: languageCode
    .optional()
    .describe(
      'Two-letter code of its language where that is not the source’s: en for an English tweet on a Turkish page.',
    ),
});

const archivedCopy = z
  .url({
    protocol: /^https?$/,
    ...problem(
      'This is neither a complete address nor none-known',
      'Write the address of an archived copy, or none-known.',
    ),
  })
  .meta(data);

const sourceFields = z.strictObject({
  title: z
    .string()
    .meta(name)
    .min(2)
    .optional()
    .describe(
      'Title as printed. Needed of all but an interview, letter or call, which is called by its person.',
    ),
  title_ours: z
    .boolean()
    .optional()
    .describe(
      'true where what was read prints no title: the one above is the desk’s description, in English.',
    ),
  publisher: z
    .string()
    .meta(name)
    .min(2)
    .optional()
    .describe(
      'Who published it; of a document that the desk holds, whose it is. Needed of all but an interview, letter or call.',
    ),
  author: z.string().meta(name).optional().describe('Who wrote it, where a name is printed.'),
  aliases: z
    .array(z.string().meta(data).min(2))
    .optional()
    .describe(
      'Other names by which texts name it: [The Daily Gazette], [Harbour TV, the city’s television].',
    ),
  published: date
    .optional()
    .describe('Date of publication, as precise as it is printed. Leave it out when none was seen.'),
  kind: z
    .enum(keys(sourceKinds))
    .describe(
      'What the original work is, whatever copy of it was read. The last four are what the desk itself heard or holds.',
    ),
  url: httpUrl
    .optional()
    .describe(
      'Address of the page that was read. Without it the page prints that no address was seen.',
    ),
  linked: z
    .boolean()
    .optional()
    .describe(
      'false for an unauthorised copy, and for a host that is not meant for readers: it is named, not linked.',
    ),
  original_url: httpUrl
    .optional()
    .describe(
      'Address of the original, where only a copy was read and a page or an index prints the address.',
    ),
  copy_of: z
    .string()
    .meta(printed)
    .optional()
    .describe('What it is a copy, translation or reprint of, in words.'),
  read_as: z
    .enum(keys(writtenReadings))
    .optional()
    .describe('How much of it was read. Needed of what was published.'),
  archived: z
    .union([z.literal('none-known'), archivedCopy])
    .optional()
    .describe('Address of an archived copy, or none-known. Needed of what was published.'),
  archived_reason: z
    .string()
    .meta(printed)
    .optional()
    .describe('Why no archived copy is known. Needed with none-known.'),
  person: z
    .string()
    .meta(printed)
    .min(2)
    .optional()
    .describe(
      'Needed of an interview, letter or call: who spoke, wrote or handed it over, as readers may know: a name on the record, else a description such as an officer of the army. What protects somebody stands in no file.',
    ),
  terms: z
    .enum(keys(terms))
    .optional()
    .describe(
      'What was agreed, needed with person: on-record, the person agreed to be named here; name-withheld, the words may be quoted and the name not; background, the words may not be quoted either.',
    ),
  withheld_reason: z
    .string()
    .meta(printed)
    .min(10)
    .optional()
    .describe('Why the name is withheld, one sentence that readers see.'),
  date: date
    .optional()
    .describe('Day of the talk; the day that a letter or document bears. As precise as it may be.'),
  received: date.optional().describe('When a letter or document reached the desk.'),
  held: z
    .array(z.enum(keys(holdings)))
    .min(1)
    .optional()
    .describe('What the desk holds of it. Needed of an interview, letter, call or held-document.'),
  quotes_checked: z
    .boolean()
    .optional()
    .describe(
      'Whether the person was read the quotations and confirmed them: interviews and calls.',
    ),
  language: languageCode.optional().describe('Two-letter language code where it is not English.'),
  rests_on: z
    .string()
    .meta(bound)
    .optional()
    .describe('What the source itself relies on, in one sentence.'),
  note: text.optional().describe('What a reader should know about it.'),
  weak: z
    .string()
    .meta(bound)
    .optional()
    .describe('Why it is used for a single point only, where that is so.'),
  quotes: z
    .array(quotation)
    .optional()
    .describe('Wordings that articles may quote; each is compared letter by letter.'),
});

const neededOfPublished = ['title', 'publisher', 'read_as', 'archived'] as const;

/**
 * The kind decides which fields are needed: a page has an address and a copy, a talk has a person
 * and terms.
 */
export const sourceSchema = sourceFields.superRefine(
  (source, context) => {
    for (const field of listNeeded(source.kind))
      if (source[field] === undefined)
        context.addIssue({
          code: 'invalid_type',
          expected: 'string',
          input: undefined,
          path: [field],
        });
  },
  // Also reported for a file with other mistakes.
  { when: ({ value }) => typeof value === 'object' && value !== null },
);

/** The same for code editors, as a JSON schema. */
export const sourceConditions = {
  if: { properties: { kind: { enum: Object.keys(heldKinds) } }, required: ['kind'] },
  then: {
    if: { properties: { kind: { const: 'held-document' } } },
    then: { required: neededOfHeld },
    else: { required: neededOfTalks },
  },
  else: { required: neededOfPublished },
};

function listNeeded(kind: WrittenSource['kind'] | undefined): readonly (keyof WrittenSource)[] {
  if (!isHeldKind(kind)) return neededOfPublished;
  return kind === 'held-document' ? neededOfHeld : neededOfTalks;
}

export function isHeldKind(kind: string | undefined): kind is HeldKind {
  return kind !== undefined && Object.hasOwn(heldKinds, kind);
}

/** A source as in its file. */
export type WrittenSource = z.infer<typeof sourceFields>;

/**
 * A source as in the record, where every kind has a title and a publisher. See
 * `evidence/held-source.ts`.
 */
export type Source = Omit<WrittenSource, 'title' | 'publisher' | 'read_as'> & {
  title: string;
  publisher: string;
  read_as: keyof typeof readings;
};

/** The language of its printed title, if that is not English. */
export const titleLanguage = ({ language, title_ours: ours }: Source): string | undefined =>
  ours ? undefined : language;
