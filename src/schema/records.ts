import type { z } from 'astro/zod';
import { articleSchema, pageSchema } from './article.ts';
import { chartSchema } from './chart.ts';
import { claimSchema } from './claim.ts';
import { correctionSchema } from './correction.ts';
import { eventSchema, placeSchema, termSchema } from './event.ts';
import { breakdownSchema, quantitySchema } from './quantity.ts';
import { readField, type Field } from './meaning.ts';
import { siteSchema } from './site.ts';
import { sourceConditions, sourceSchema } from './source.ts';

/**
 * Every kind of record that an editor writes, and its file. The guide's tables, the JSON schemas of
 * code editors and `npm run new` all use this table.
 */
export type RecordKind = {
  /** What it is, one sentence for the guide. */
  purpose: string;
  /** Its file below content/; `*` stands for the id. */
  file: string;
  /**
   * A record is a separate file, an entry of a list that is the file, or the front matter of a
   * text.
   */
  form: 'file' | 'entry' | 'front-matter';
  /** The schema of one record. */
  schema: z.ZodType;
  /** Additions to the JSON schema for code editors: which fields require which others. */
  conditions?: object;
};

export const recordKinds = {
  article: {
    purpose: 'The front matter of an article: the lines between the two lines of ---.',
    file: 'articles/*.mdx',
    form: 'front-matter',
    schema: articleSchema,
  },
  source: {
    purpose: 'One publication or document, or what the desk itself heard or holds.',
    file: 'sources/*.yaml',
    form: 'file',
    schema: sourceSchema,
    conditions: sourceConditions,
  },
  quantity: {
    purpose: 'One thing that somebody counted, with every statement about it.',
    file: 'quantities/*.yaml',
    form: 'file',
    schema: quantitySchema,
  },
  breakdown: {
    purpose: 'A printed table with rows that can be named.',
    file: 'breakdowns/*.yaml',
    form: 'file',
    schema: breakdownSchema,
  },
  chart: {
    purpose: 'What a chart says, and which numbers it draws.',
    file: 'charts/*.yaml',
    form: 'file',
    schema: chartSchema,
  },
  claim: {
    purpose: 'A contested sentence, and the desk’s verdict.',
    file: 'claims/*.yaml',
    form: 'file',
    schema: claimSchema,
  },
  event: {
    purpose: 'A dated entry of the timeline.',
    file: 'events.yaml',
    form: 'entry',
    schema: eventSchema,
  },
  place: {
    purpose: 'A named point of the map.',
    file: 'places.yaml',
    form: 'entry',
    schema: placeSchema,
  },
  term: { purpose: 'A word explained.', file: 'glossary.yaml', form: 'entry', schema: termSchema },
  correction: {
    purpose: 'A dated change to something that readers have seen.',
    file: 'corrections.yaml',
    form: 'entry',
    schema: correctionSchema,
  },
  page: {
    purpose: 'The front matter of a standing page.',
    file: 'pages/*.mdx',
    form: 'front-matter',
    schema: pageSchema,
  },
  site: {
    purpose: 'What the site is called, and what leads its home page.',
    file: 'site.yaml',
    form: 'file',
    schema: siteSchema,
  },
} as const satisfies Record<string, RecordKind>;

export type RecordName = keyof typeof recordKinds;

/** What each text of a record of this kind means. */
export function getFields(name: RecordName): Field {
  return readField(recordKinds[name].schema);
}

const kindsByPath = (Object.keys(recordKinds) as RecordName[]).map((name) => {
  const [folder = '', ending = ''] = recordKinds[name].file.split('*');
  return {
    name,
    isList: recordKinds[name].form === 'entry',
    begins: `content/${folder}`,
    ends: ending,
  };
});

/**
 * The same for a whole file, or the front matter of a text, by its path; for a list, the fields of
 * its entries.
 */
export function getFieldsOfFile(path: string): Field | undefined {
  const kind = kindsByPath.find(
    ({ begins, ends }) => path.startsWith(begins) && path.endsWith(ends),
  );
  if (!kind) return undefined;
  const fields = getFields(kind.name);
  return kind.isList ? { unsaid: false, each: fields } : fields;
}
