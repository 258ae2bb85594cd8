/** The types of the content as read from `content/`, for rules, drawings and pages. */
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

/** A chart. `table` holds the rows of the CSV beside it, if there is one. */
export type ChartFile = ContentFile<Chart> & { table?: ChartRows };

/** A node of the article's syntax tree; offsets count characters of the file. */
export type ArticleNode = {
  type: string;
  name?: string | null;
  value?: string;
  url?: string;
  depth?: number;
  /** For a list item: whether it is ticked; null if it has no box. */
  checked?: boolean | null;
  /** For a link: the words after its address. */
  title?: string | null;
  /**
   * For a footnote, a link definition and a reference to one: its name as compared, and as written.
   */
  identifier?: string;
  label?: string;
  attributes?: {
    type: string;
    name?: string;
    value?: unknown;
    position?: ArticleNode['position'];
  }[];
  children?: ArticleNode[];
  position?: { start: { offset: number }; end: { offset: number } };
};

/** The parts that could be read of a text with mistakes in its markup. */
export type PartlyRead = {
  tree: ArticleNode;
  /** Parts that were covered up, which say nothing about the finished text. */
  unread: Span[];
  /**
   * Words that may or may not belong to a tag whose end is missing. Their numbers and quotations
   * are not checked.
   */
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
  /** What could be read instead if the markup has mistakes. Only for the rules of the check. */
  rest: PartlyRead | undefined;
};

export type ArticleFile = TextFile<ArticleMatter> & {
  /**
   * Why it is withheld from readers. Undefined if it is not, or if its front matter has findings.
   */
  withheld: Withheld | undefined;
};

export type PageFile = TextFile<PageMatter>;

export type PictureFile = {
  /** The file's name with its ending, as an article writes it. */
  name: string;
  /** The file's name without its ending. The addresses of its sizes begin with it. */
  id: string;
  /** Its path from the project's root, and its full path on the disk. */
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
  /** What was last published; undefined before the first publication. */
  published: PublishedLockFile | undefined;
  /** Only their names are read here; `pictures/picture-files.ts` opens them. */
  pictures: PictureFile[];
  record: EvidenceRecord;
  /**
   * The time of the content in seconds since 1970. Anything later is in the future. Undefined if it
   * is not known.
   */
  time?: number | undefined;
  /** Records and front matter that do not fit their schema. Only for the rules of the check. */
  unfit?: YamlRecord<unknown>[];
};

/** The findings of reading, and the files that could not be read as records. */
export type Found = { findings: Finding[]; unfit: YamlRecord<unknown>[] };
