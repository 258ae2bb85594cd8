/**
 * The components for Markdown and author tags in articles. `schema/author-tags.ts` defines the
 * tags.
 */
import Analysis from './Analysis.astro';
import Chart from './Chart.astro';
import Claim from './Claim.astro';
import Claims from './Claims.astro';
import Contact from './Contact.astro';
import Link from './Link.astro';
import Note from './Note.astro';
import Opinion from './Opinion.astro';
import Picture from './Picture.astro';
import Plain from './Plain.astro';
import PullQuote from './PullQuote.astro';
import Quote from './Quote.astro';
import Table from './Table.astro';
import Term from './Term.astro';
import type { TagName } from '../../schema/author-tags.ts';

/** Exactly one for each tag. */
const tagComponents = {
  Analysis,
  Chart,
  Claim,
  Claims,
  Contact,
  Note,
  Opinion,
  Picture,
  Plain,
  PullQuote,
  Quote,
  Term,
} satisfies Record<TagName, unknown>;

export const authorComponents = { a: Link, table: Table, ...tagComponents };
