/**
 * The tags an editor may use in an article, with their attributes. The check, the build and the guide read this one table.
 * An article holds no other markup: no HTML, no code.
 */
export type AuthorTag = {
  /** What it is for, one sentence for the guide. */
  purpose: string;
  /** Attribute name to what it holds. A flag stands alone, without a value. */
  attributes: Record<string, { required: boolean; purpose: string; flag?: true }>;
  /** Whether it stands around text. */
  content: 'none' | 'optional' | 'required';
  /** Whether it stands between paragraphs or within one. */
  place: 'block' | 'words';
  /** A line that can be copied. */
  example: string;
};

export const authorTags: Record<string, AuthorTag> = {
  Chart: {
    purpose: 'Draws a chart of content/charts/.',
    attributes: { id: { required: true, purpose: 'The chart’s id: the name of its file.' } },
    content: 'none',
    place: 'block',
    example: '<Chart id="weapon-origins" />',
  },
  Quote: {
    purpose: 'A block quotation, compared letter by letter with the wording kept in the source’s record.',
    attributes: {
      source: { required: true, purpose: 'Id of the source that prints it.' },
      by: { required: false, purpose: 'Who said it, where more is to be said than the record of the source says.' },
      at: { required: false, purpose: 'Where it stands in the source.' },
    },
    content: 'required',
    place: 'block',
    example: '<Quote source="car-summary-blaetter">the most comprehensive, verified study of the group’s weapons to date</Quote>',
  },
  PullQuote: {
    purpose: 'A large quotation with its attribution below; compared like Quote. One pair of quotation marks is printed, typed or not.',
    attributes: {
      source: { required: true, purpose: 'Id of the source that prints it.' },
      by: { required: false, purpose: 'Who said it, where more is to be said than the record of the source says.' },
      on: { required: false, purpose: 'When and where it was said, in words.' },
    },
    content: 'required',
    place: 'block',
    example: '<PullQuote source="al-jazeera-2015" by="Haider al-Abadi">2,300 Humvees in Mosul alone</PullQuote>',
  },
  Claim: {
    purpose: 'A claim of content/claims/: who makes it, in which words, the desk’s verdict, and the way to its page.',
    attributes: { id: { required: true, purpose: 'The claim’s id: the name of its file.' } },
    content: 'none',
    place: 'block',
    example: '<Claim id="m1a2-tanks" />',
  },
  Claims: {
    purpose: 'A table of claims: what each says, and the desk’s verdict, those that hold first.',
    attributes: { ids: { required: true, purpose: 'Ids of the claims, with commas between them, in the order of the article.' } },
    content: 'none',
    place: 'block',
    example: '<Claims ids="m1a2-tanks, abadi-on-monday" />',
  },
  Analysis: {
    purpose: 'An inference, set apart from the record, with whose it is.',
    attributes: { by: { required: true, purpose: 'Whose inference it is: "Chain of Custody" or a named writer.' } },
    content: 'required',
    place: 'block',
    example: '<Analysis by="Chain of Custody">That one of the numbers is a slip is our inference.</Analysis>',
  },
  Opinion: {
    purpose: 'Somebody’s opinion, set apart and named as opinion.',
    attributes: {
      by: { required: true, purpose: 'Whose opinion it is, with outlet and date.' },
      source: { required: false, purpose: 'Id of the source, where it is linked.' },
    },
    content: 'required',
    place: 'block',
    example: '<Opinion by="Bill Van Auken, World Socialist Web Site">He argues that the arming was no accident.</Opinion>',
  },
  Note: {
    purpose: 'An aside that a reader may skip.',
    attributes: { title: { required: false, purpose: 'A short title.' } },
    content: 'required',
    place: 'block',
    example: '<Note title="What a PKC is">A machine gun of Soviet design.</Note>',
  },
  Term: {
    purpose: 'Words that the glossary explains, linked to their entry.',
    attributes: { id: { required: true, purpose: 'Id of the entry in content/glossary.yaml.' } },
    content: 'required',
    place: 'words',
    example: '<Term id="end-use-certificate">end-use certificates</Term>',
  },
  Picture: {
    purpose: 'A picture of content/pictures/; words between <Picture> and </Picture> are its caption.',
    attributes: {
      file: { required: true, purpose: 'Name of its file: JPEG, PNG or WebP.' },
      alt: { required: false, purpose: 'What the picture shows, for those who do not see it, in at most 250 characters.' },
      decorative: { required: false, flag: true, purpose: 'Instead of alt, for a picture that says nothing.' },
      credit: { required: false, purpose: 'Who made it, and under which licence it is shown.' },
    },
    content: 'optional',
    place: 'block',
    example:
      '<Picture file="river-crossing.jpg" alt="Two trucks wait at a bridge over a wide, brown river." credit="Photograph: A. Name" />',
  },
  Plain: {
    purpose: 'Frees a number that no record is worth. The article prints how many it freed.',
    attributes: {},
    content: 'required',
    place: 'words',
    example: '<Plain>two</Plain> articles',
  },
  Contact: {
    purpose: 'Words that ask readers to write. They are printed only where content/site.yaml names a contact.',
    attributes: {},
    content: 'required',
    place: 'words',
    example: '<Contact>If you have read it elsewhere, tell us where.</Contact>',
  },
};
