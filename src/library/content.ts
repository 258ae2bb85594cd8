/** What is read from `content/`: the shapes that rules, drawings and pages take. */
import type { Finding } from '../schema/finding.ts';
import type { ParsedTable } from '../charts/parse-table.ts';
import type { EvidenceRecord } from '../evidence/record.ts';
import type { ArticleMatter, PageMatter } from '../schema/article.ts';
import type { Chart } from '../schema/chart.ts';
import type { Claim } from '../schema/claim.ts';
import type { Correction } from '../schema/correction.ts';
import type { Place, Term, TimelineEvent } from '../schema/event.ts';
import type { Breakdown, WrittenQuantity } from '../schema/quantity.ts';
import type { Site } from '../schema/site.ts';
import type { WrittenSource } from '../schema/source.ts';
import type { Span } from './findings.ts';
import type { PublishedLockFile } from './read-published-lock.ts';
import type { SourceText } from './source-text.ts';
import type { YamlRecord } from './yaml/read-yaml.ts';

export type ContentFile<T> = YamlRecord<T> & { id: string };

/** The CSV beside a chart, with its rows or their problems. */
export type ChartRows = ParsedTable & { source: SourceText };

/** With `table`, what is in the CSV beside it. */
export type ChartFile = ContentFile<Chart> & { table?: ChartRows };

/** A node of the article's syntax tree; offsets count characters of the file. */
export type ArticleNode = {
  type: string;
  name?: string | null;
  value?: string;
  url?: string;
  depth?: number;
  /** Of an entry of a list: whether it is ticked off; null where it has no box. */
  checked?: boolean | null;
  /** Of a link: the words after its address. */
  title?: string | null;
  /** Of a footnote, a line of addresses and a link that names one: its name as compared, and as written. */
  identifier?: string;
  label?: string;
  attributes?: { type: string; name?: string; value?: unknown; position?: ArticleNode['position'] }[];
  children?: ArticleNode[];
  position?: { start: { offset: number }; end: { offset: number } };
};

/** What could be read of a text with mistakes in its markup. */
export type PartlyRead = {
  tree: ArticleNode;
  /** What was covered up, and says nothing about what the text will hold. */
  unread: Span[];
  /** Words that a tag whose end is missing may or may not have been meant for: their numbers and quotations are not judged. */
  unsure: Span[];
};

export type Withheld = 'draft' | 'embargo' | 'future';

/** An MDX file: front matter and text. */
export type TextFile<Matter> = {
  /** Last part of its address: the file's name. */
  slug: string;
  source: SourceText;
  /** Undefined when the front matter has findings. */
  matter: YamlRecord<Matter> | undefined;
  /** Undefined when the text could not be parsed. */
  tree: ArticleNode | undefined;
  /** What could be read in its place where the markup has mistakes: for the rules of the check alone. */
  rest: PartlyRead | undefined;
};

export type ArticleFile = TextFile<ArticleMatter> & {
  /** Why readers are not shown it; undefined when they are, and when its front matter has findings. */
  withheld: Withheld | undefined;
};

export type PageFile = TextFile<PageMatter>;

export type PictureFile = {
  /** Of the file, with its ending: what an article writes. */
  name: string;
  /** Without its ending: what the addresses of its sizes begin with. */
  id: string;
  /** From the project's root, and on the disk. */
  path: string;
  location: string;
};

export type Content = {
  site: ContentFile<Site> | undefined;
  articles: ArticleFile[];
  /** Standing texts such as the methodology. */
  pages: PageFile[];
  sources: ContentFile<WrittenSource>[];
  quantities: ContentFile<WrittenQuantity>[];
  breakdowns: ContentFile<Breakdown>[];
  charts: ChartFile[];
  claims: ContentFile<Claim>[];
  events: ContentFile<TimelineEvent[]> | undefined;
  places: ContentFile<Place[]> | undefined;
  glossary: ContentFile<Term[]> | undefined;
  corrections: ContentFile<Correction[]> | undefined;
  /** What readers were last shown; undefined before the first publication. */
  published: PublishedLockFile | undefined;
  /** Known by their names alone; `pictures.ts` opens them. */
  pictures: PictureFile[];
  record: EvidenceRecord;
  /** In seconds since 1970: what is later has not come yet. Undefined if nobody knows. */
  time?: number | undefined;
  /** Records and front matter that do not fit their schema: for the rules of the check alone. */
  unfit?: YamlRecord<unknown>[];
};

/** What reading finds wrong, and what it could not take as a record. */
export type Found = { findings: Finding[]; unfit: YamlRecord<unknown>[] };
