/** What a change of the content touches, for its review. */
import type { Verdict } from '../../schema/claim.ts';
import type { Correction } from '../../schema/correction.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Source } from '../../schema/source.ts';

/** An old and a new form of something. A form is undefined if it does not exist. */
export type Change = { was: string | undefined; is: string | undefined };

/** Whether readers see an article; `absent` if there is no file. */
export type ArticleState = 'absent' | 'withheld' | 'published';

export type ArticleChange = {
  slug: string;
  title: string;
  state: { was: ArticleState; is: ArticleState };
  /** Reading time; undefined if the text is absent or cannot be read. */
  minutes: { was: number | undefined; is: number | undefined };
  words: { was: number | undefined; is: number | undefined };
  /** Numbers that it links: added, removed, or printed in other words. */
  numbers: (Change & { ref: string })[];
  /** Freed numbers that were added, with the words around them. */
  freed: string[];
  /** Quotations that were added, with the source that keeps them; undefined if none does. */
  quotations: { text: string; source: string | undefined }[];
};

export type NumberChange = Change & {
  ref: string;
  tag: string;
  title: string;
  /** True for our own arithmetic, which follows from other numbers. */
  derived: boolean;
  /** Who prints it now. */
  sources: string[];
  /** Fields of the statement or row that changed besides its value and hedge. */
  fields: string[];
  /** Slugs of the articles that print it. */
  articles: string[];
};

export type ChartChange = {
  id: string;
  state: 'new' | 'changed' | 'removed';
  /** Title, description and so on that changed. */
  texts: (Change & { what: string })[];
  /** Rows of its table whose value was added, removed or changed. */
  rows: (Change & { label: string })[];
  /** Why the description says nothing; undefined if it is useful. */
  emptyDescription: { text: string; why: string } | undefined;
};

export type Review = {
  articles: ArticleChange[];
  /** Published numbers that would change without a correction. */
  uncorrected: { slug: string; ref: string; was: string; is: string }[];
  numbers: NumberChange[];
  /** Records whose other fields changed: "counts", "caveats". */
  records: { file: string; fields: string[] }[];
  sources: (Source & { id: string })[];
  charts: ChartChange[];
  claims: { id: string; claim: string; was: Verdict | undefined; is: Verdict | undefined }[];
  corrections: Correction[];
  /** Findings that the content did not have before. */
  findings: Finding[];
  /** The findings about quotations, each with the words. */
  lostQuotations: { finding: Finding; words: string }[];
  /** How many content files were added, changed or removed. */
  files: number;
  /** Files whose changes only git's diff shows: pages, claims, events and the like. */
  others: string[];
  /** Files that could not be read before the change: how they changed is not known. */
  unread: string[];
};
