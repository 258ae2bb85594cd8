import type { MentionKind } from './meaning.ts';

/**
 * The tags an editor may use in an article: one entry a tag, with its attributes and everything
 * that rules, pages and papers treat differently because of it.
 * `components/author/author-components.ts` has the component of each; no other file refers to a tag
 * by its name. An article holds no other markup: no HTML, no code.
 */
export type AuthorTag = {
  /** What it is for, one sentence for the guide. */
  purpose: string;
  /** What each attribute holds, by its name. */
  attributes: Record<string, TagAttribute>;
  /** Whether it has text between its opening and closing tag. */
  content: 'none' | 'optional' | 'required';
  /** Whether it is a block between paragraphs, or within a sentence. */
  place: 'block' | 'words';
  /** A line that can be copied. */
  example: string;
  /**
   * Whose words it holds, if not the article's own. Quoted words are compared with the source's.
   * Numbers in quoted and freed words need no link.
   */
  words?: 'quoted' | 'freed' | 'opinion' | 'inference';
  /** Holds only words, not block tags. */
  wordsOnly?: true;
  /** Needs the full width: not allowed in a list, a quotation or another tag. */
  wide?: true;
  /** Printed as a link, so it may neither hold a link nor be inside one. */
  link?: true;
  /** May be skipped by readers. */
  aside?: true;
  /** Its content is printed only if the site names a contact. */
  untilContact?: true;
  /**
   * Allowed within words that are printed only with a contact, because no page lists or counts it.
   */
  unlisted?: true;
};

export type TagAttribute = {
  required: boolean;
  purpose: string;
  /** Written alone, without a value. */
  flag?: true;
  /** Holds the id of a record of this kind, or the name of a picture's file. */
  names?: MentionKind | 'pictures';
  /** Holds several of them, with commas between them. */
  many?: true;
  /** Readers see what it holds. */
  printed?: true;
};

const tags = {
  Chart: {
    purpose: 'Draws a chart of content/charts/.',
    attributes: {
      id: { required: true, purpose: 'The chart’s id: the name of its file.', names: 'charts' },
    },
    content: 'none',
    place: 'block',
    wide: true,
    example: '<Chart id="parcels-by-place" />',
  },
  Quote: {
    purpose:
      'A block quotation, compared letter by letter with the wording kept in the source’s record.',
    attributes: {
      source: { required: true, purpose: 'Id of the source that prints it.', names: 'sources' },
      by: {
        required: false,
        purpose: 'Who said it, where more is to be said than the record of the source says.',
        printed: true,
      },
      at: { required: false, purpose: 'Where it is in the source.', printed: true },
    },
    content: 'required',
    place: 'block',
    words: 'quoted',
    wordsOnly: true,
    example: '<Quote source="gazette-2014">counted twice, and by two people</Quote>',
  },
  PullQuote: {
    purpose:
      'A large quotation with its attribution below; compared like Quote. One pair of quotation marks is printed, typed or not.',
    attributes: {
      source: { required: true, purpose: 'Id of the source that prints it.', names: 'sources' },
      by: {
        required: false,
        purpose: 'Who said it, where more is to be said than the record of the source says.',
        printed: true,
      },
      on: { required: false, purpose: 'When and where it was said, in words.', printed: true },
    },
    content: 'required',
    place: 'block',
    words: 'quoted',
    wordsOnly: true,
    wide: true,
    example:
      '<PullQuote source="gazette-2014" by="The postmaster">40 parcels in one night</PullQuote>',
  },
  Claim: {
    purpose:
      'A claim of content/claims/: who makes it, in which words, the desk’s verdict, and the way to its page.',
    attributes: {
      id: { required: true, purpose: 'The claim’s id: the name of its file.', names: 'claims' },
    },
    content: 'none',
    place: 'block',
    example: '<Claim id="parcels-vanished" />',
  },
  Claims: {
    purpose: 'A table of claims: what each says, and the desk’s verdict, those that hold first.',
    attributes: {
      ids: {
        required: true,
        purpose: 'Ids of the claims, with commas between them, in the order of the article.',
        names: 'claims',
        many: true,
      },
    },
    content: 'none',
    place: 'block',
    example: '<Claims ids="parcels-vanished, nobody-counted" />',
  },
  Analysis: {
    purpose: 'An inference, set apart from the record, with whose it is.',
    attributes: {
      by: {
        required: true,
        purpose: 'Whose inference it is: the name of the site, or a named writer.',
        printed: true,
      },
    },
    content: 'required',
    place: 'block',
    words: 'inference',
    example:
      '<Analysis by="The desk">That one of the numbers is a slip is our inference.</Analysis>',
  },
  Opinion: {
    purpose: 'Somebody’s opinion, set apart and named as opinion.',
    attributes: {
      by: { required: true, purpose: 'Whose opinion it is, with outlet and date.', printed: true },
      source: {
        required: false,
        purpose: 'Id of the source, where it is linked.',
        names: 'sources',
      },
    },
    content: 'required',
    place: 'block',
    words: 'opinion',
    example:
      '<Opinion by="A columnist, The Gazette">The column argues that the loss was no accident.</Opinion>',
  },
  Note: {
    purpose: 'An aside that a reader may skip.',
    attributes: { title: { required: false, purpose: 'A short title.', printed: true } },
    content: 'required',
    place: 'block',
    aside: true,
    example: '<Note title="What a waybill is">A list that travels with the goods.</Note>',
  },
  Term: {
    purpose: 'Words that the glossary explains, linked to their entry.',
    attributes: {
      id: { required: true, purpose: 'Id of the entry in content/glossary.yaml.', names: 'terms' },
    },
    content: 'required',
    place: 'words',
    link: true,
    unlisted: true,
    example: '<Term id="waybill">waybills</Term>',
  },
  Picture: {
    purpose:
      'A picture of content/pictures/; words between <Picture> and </Picture> are its caption.',
    attributes: {
      file: { required: true, purpose: 'Name of its file: JPEG, PNG or WebP.', names: 'pictures' },
      alt: {
        required: false,
        purpose: 'What the picture shows, for those who do not see it, in at most 250 characters.',
        printed: true,
      },
      decorative: {
        required: false,
        flag: true,
        purpose: 'Instead of alt, for a picture that says nothing.',
      },
      credit: {
        required: false,
        purpose: 'Who made it, and under which licence it is shown.',
        printed: true,
      },
    },
    content: 'optional',
    place: 'block',
    wordsOnly: true,
    example:
      '<Picture file="river-crossing.jpg" alt="Two trucks wait at a bridge over a wide, brown river." credit="Photograph: A. Name" />',
  },
  Plain: {
    purpose: 'Frees a number that no record is worth. The article prints how many it freed.',
    attributes: {},
    content: 'required',
    place: 'words',
    words: 'freed',
    unlisted: true,
    example: '<Plain>two</Plain> articles',
  },
  Contact: {
    purpose:
      'Words that ask readers to write. They are printed only where content/site.yaml names a contact.',
    attributes: {},
    content: 'required',
    place: 'words',
    untilContact: true,
    example: '<Contact>If you have read it elsewhere, tell us where.</Contact>',
  },
} as const satisfies Record<string, AuthorTag>;

export type TagName = keyof typeof tags;
export const authorTags: Record<TagName, AuthorTag> = tags;
export const tagNames = Object.keys(tags) as TagName[];

/** The author tag of this name, if there is one. */
export function getAuthorTag(name: string | null | undefined): AuthorTag | undefined {
  return tagNames.some((known) => known === name) ? authorTags[name as TagName] : undefined;
}

/** The name of the first tag of this kind, for sentences that advise an editor to use it. */
function nameTag(isMeant: (tag: AuthorTag) => boolean): TagName {
  const name = tagNames.find((candidate) => isMeant(authorTags[candidate]));
  if (!name)
    throw new Error('src/schema/author-tags.ts has no tag for something that the check advises.');
  return name;
}

const naming = (kind: TagAttribute['names']) =>
  nameTag(({ attributes }) => Object.values(attributes).some(({ names }) => names === kind));

/** Tags by what they are for. */
export const tagFor = {
  chart: naming('charts'),
  claim: naming('claims'),
  term: naming('terms'),
  picture: naming('pictures'),
  quotation: nameTag(({ words }) => words === 'quoted'),
  freed: nameTag(({ words }) => words === 'freed'),
  aside: nameTag(({ aside }) => aside === true),
  contact: nameTag(({ untilContact }) => untilContact === true),
};
