/**
 * The copy sheet of an article: everything that a sub-editor and a lawyer must read, each with its
 * evidence.
 */
import type { NumberCustody } from '../../evidence/number-custody.ts';
import type { Claim } from '../../schema/claim.ts';
import type { Correction } from '../../schema/correction.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Source } from '../../schema/source.ts';

/** A position: the file's path from the project's root, and the line. */
export type Place = { file: string; line: number };

/** A text that readers see, and what it is: "Headline". */
export type CopyText = Place & { what: string; text: string };

export type CopyNumber = Place & { words: string; ref: string; custody: NumberCustody | undefined };

export type CopyQuotation = Place & {
  text: string;
  /** Whose words they are, if the tag or the source says so. */
  by: string;
  /** The sources that keep the wording, with the wording itself. Empty if no source keeps it. */
  kept: { source: string; wording: string; at: string }[];
  /** True for a word or two in quotation marks, which are not a quotation. */
  term: boolean;
};

export type CopyChart = {
  id: string;
  file: string;
  kind: string;
  texts: CopyText[];
  /** Its table as the page prints it; undefined when it cannot be drawn. */
  table: { head: string[]; rows: string[][] } | undefined;
};

export type CopySheet = {
  /** The article's file from the project's root. */
  file: string;
  slug: string;
  title: string;
  /** Why it is withheld, in words. Empty if it is published. */
  withheld: string;
  date: string;
  updated: string | undefined;
  minutes: number;
  /** Fingerprint of the words that were read. If it differs, the words have changed since. */
  fingerprint: string;
  texts: CopyText[];
  numbers: CopyNumber[];
  freed: (Place & { words: string; context: string })[];
  /** Records that have reservations, of the numbers in the article and its charts. */
  reservations: { tag: string; title: string; texts: string[] }[];
  quotations: CopyQuotation[];
  /** `alt` is undefined if the picture is marked as decorative. */
  pictures: (Place & {
    picture: string;
    alt: string | undefined;
    caption: string;
    credit: string;
  })[];
  charts: CopyChart[];
  claims: (Claim &
    Place & {
      id: string;
      publication: string;
      evidence: { side: 'for' | 'against'; source: string; note: string }[];
    })[];
  /** Passages in Opinion and Analysis, each with the name of its author. */
  passages: (Place & { kind: string; by: string; text: string })[];
  sources: (Source & { id: string; named: boolean })[];
  corrections: Correction[];
  findings: Finding[];
};
