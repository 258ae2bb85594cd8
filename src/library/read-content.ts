/**
 * Reads everything below `content/` from the disk, for the check and for the pages alike.
 * What cannot be read or does not fit its schema comes back as findings, never as an exception.
 */
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { mdxToMdast } from 'satteri';
import type { z } from 'astro/zod';
import { articleSchema, pageSchema, type ArticleMatter, type PageMatter } from '../schema/article.ts';
import { chartSchema, isTableChart, type Chart } from '../schema/chart.ts';
import { claimSchema, type Claim } from '../schema/claim.ts';
import { correctionsSchema, type Correction } from '../schema/correction.ts';
import { eventsSchema, glossarySchema, placesSchema, type Place, type Term, type TimelineEvent } from '../schema/event.ts';
import type { Finding } from '../schema/finding.ts';
import { breakdownSchema, quantitySchema, type Breakdown, type Quantity } from '../schema/quantity.ts';
import { siteSchema, type Site } from '../schema/site.ts';
import { sourceSchema, type Source } from '../schema/source.ts';
import type { EvidenceRecord } from '../evidence/record.ts';
import { readChartRows, type ChartRows } from './chart-rows.ts';
import { explainSyntaxError } from './explain-syntax.ts';
import { readPublishedLock, type PublishedLockFile } from './read-published-lock.ts';
import { findFrontMatter } from './front-matter.ts';
import { createFinding, readYaml, type Span, type YamlRecord } from './read-yaml.ts';
import { createSourceText, type SourceText } from './source-text.ts';

export type ContentFile<T> = YamlRecord<T> & { id: string };

/** With `table`, what stands in the CSV beside it. */
export type ChartFile = ContentFile<Chart> & { table?: ChartRows };

/** A node of the article's syntax tree; offsets count characters of the file. */
export type ArticleNode = {
  type: string;
  name?: string | null;
  value?: string;
  url?: string;
  depth?: number;
  attributes?: { type: string; name?: string; value?: unknown; position?: ArticleNode['position'] }[];
  children?: ArticleNode[];
  position?: { start: { offset: number }; end: { offset: number } };
};

/** An MDX file: front matter and text. */
export type TextFile<Matter> = {
  /** Last part of its address: the file's name. */
  slug: string;
  source: SourceText;
  /** Undefined when the front matter has findings. */
  matter: YamlRecord<Matter> | undefined;
  /** Undefined when the text could not be parsed. */
  tree: ArticleNode | undefined;
};
export type ArticleFile = TextFile<ArticleMatter>;
export type PageFile = TextFile<PageMatter>;

export type Content = {
  site: ContentFile<Site> | undefined;
  articles: ArticleFile[];
  /** Standing texts such as the methodology. */
  pages: PageFile[];
  sources: ContentFile<Source>[];
  quantities: ContentFile<Quantity>[];
  breakdowns: ContentFile<Breakdown>[];
  charts: ChartFile[];
  claims: ContentFile<Claim>[];
  events: ContentFile<TimelineEvent[]> | undefined;
  places: ContentFile<Place[]> | undefined;
  glossary: ContentFile<Term[]> | undefined;
  corrections: ContentFile<Correction[]> | undefined;
  /** What readers were last shown; undefined before the first publication. */
  published: PublishedLockFile | undefined;
  record: EvidenceRecord;
};

/** A content file is at most this many bytes. */
const maximumBytes = 500_000;
/** List items, quotations and brackets may nest this deep. */
const maximumNesting = 20;

/** Reads `root`/content. Findings are those of reading and of the schemas; the rules of the desk add theirs. */
export function readContent(root: string): { content: Content; findings: Finding[] } {
  const findings: Finding[] = [];
  const folder = <S extends z.ZodType>(name: string, schema: S) => readFolder(root, name, schema, findings);
  const sources = folder('sources', sourceSchema);
  const quantities = folder('quantities', quantitySchema);
  const breakdowns = folder('breakdowns', breakdownSchema);
  const charts = readCharts(root, findings);
  const claims = folder('claims', claimSchema);
  const single = <S extends z.ZodType>(name: string, schema: S) => readRecord(root, `content/${name}.yaml`, name, schema, findings);
  const site = single('site', siteSchema);
  const events = single('events', eventsSchema);
  const places = single('places', placesSchema);
  const glossary = single('glossary', glossarySchema);
  const corrections = single('corrections', correctionsSchema);
  const published = readPublishedLock(root, findings);
  const texts = <S extends z.ZodType>(name: string, schema: S) =>
    listFiles(root, `content/${name}`, ['.mdx'], findings).flatMap((path) => readTextFile(root, path, schema, findings));
  const articles = texts('articles', articleSchema);
  const pages = texts('pages', pageSchema);
  const record: EvidenceRecord = {
    sources: toMap(sources),
    quantities: toMap(quantities),
    breakdowns: toMap(breakdowns),
    events: events?.value,
    places: places?.value,
  };
  return {
    content: {
      site,
      articles,
      pages,
      sources,
      quantities,
      breakdowns,
      charts,
      claims,
      events,
      places,
      glossary,
      corrections,
      published,
      record,
    },
    findings,
  };
}

function toMap<T>(files: ContentFile<T>[]): Map<string, T & { id: string }> {
  return new Map(files.map((file) => [file.id, { ...file.value, id: file.id }]));
}

function readFolder<S extends z.ZodType>(root: string, name: string, schema: S, findings: Finding[]): ContentFile<z.infer<S>>[] {
  return listFiles(root, `content/${name}`, ['.yaml'], findings).flatMap((path) => {
    const id = path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length);
    return readRecord(root, path, id, schema, findings) ?? [];
  });
}

/** Charts, each with the table that stands beside it where its YAML says so. */
function readCharts(root: string, findings: Finding[]): ChartFile[] {
  const paths = listFiles(root, 'content/charts', ['.yaml', '.csv'], findings);
  const refuse = (source: SourceText, span: Span, message: string, fix: string) =>
    findings.push(createFinding(source, span, { rule: 'chart-table', level: 'error', message, fix }));
  const charts = paths
    .filter((path) => path.endsWith('.yaml'))
    .flatMap((path): ChartFile[] => {
      const beside = path.replace(/yaml$/, 'csv');
      const file = readRecord(root, path, path.slice('content/charts/'.length, -'.yaml'.length), chartSchema, findings);
      if (!file) return [];
      if (!isTableChart(file.value)) {
        const fix = 'Add "table: csv", unit and read_in to the YAML and take its rows out, or delete the CSV.';
        if (paths.includes(beside)) refuse(createSourceText(beside, ''), { start: 0, end: 1 }, `${path} does not draw this table.`, fix);
        return [file];
      }
      if (!paths.includes(beside)) {
        refuse(file.source, file.spanOf(['table']), `The table ${beside} is missing.`, 'Add it, with a head such as label,value.');
        return [file];
      }
      const source = readText(root, beside, findings);
      return [source ? { ...file, table: readChartRows(file.value, source) } : file];
    });
  for (const path of paths.filter((candidate) => candidate.endsWith('.csv'))) {
    const owner = path.replace(/csv$/, 'yaml');
    const fix = `Add ${owner} with "table: csv" in it, or delete the CSV.`;
    if (!paths.includes(owner))
      refuse(createSourceText(path, ''), { start: 0, end: 1 }, 'No chart draws this table: its YAML is missing.', fix);
  }
  return charts;
}

/** Paths of the folder's files, sorted. A file that the site would ignore or misname is a finding. */
function listFiles(root: string, folder: string, extensions: string[], findings: Finding[]): string[] {
  if (!existsSync(join(root, folder))) return [];
  const paths: string[] = [];
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${entry.name}`;
    if (entry.name === 'README.md' || entry.name === '.gitkeep') continue;
    const refuse = (message: string, fix: string) =>
      findings.push(createFinding(createSourceText(path, ''), { start: 0, end: 1 }, { rule: 'file-name', level: 'error', message, fix }));
    const extension = extensions.find((candidate) => entry.name.endsWith(candidate)) ?? '';
    const stem = entry.name.slice(0, entry.name.length - extension.length);
    if (!entry.isFile()) refuse('Only files belong here; a folder or link would be ignored.', `Move the files up into ${folder}/.`);
    else if (!extension)
      refuse(
        `Only ${extensions.join(' and ')} files belong in ${folder}/; this one would be ignored.`,
        `${extensions.length > 1 ? 'Save it as' : 'Rename it to end in'} ${extensions.join(' or ')}, or move it elsewhere.`,
      );
    else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem))
      refuse(
        'A file’s name becomes an address, so it is made of small letters, digits and single hyphens.',
        `Rename it, for example to ${toFileName(stem)}${extension}.`,
      );
    else paths.push(path);
  }
  return paths;
}

function toFileName(stem: string): string {
  const ascii = stem.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return ascii.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'new-name';
}

/** The file's text as LF without byte order mark, or undefined with a finding. */
function readText(root: string, path: string, findings: Finding[]): SourceText | undefined {
  const bytes = readFileSync(join(root, path));
  const refuse = (message: string, fix: string): undefined => {
    findings.push(createFinding(createSourceText(path, ''), { start: 0, end: 1 }, { rule: 'file-text', level: 'error', message, fix }));
  };
  if (bytes.length > maximumBytes)
    return refuse(
      `The file has ${bytes.length} bytes; at most ${maximumBytes} are read.`,
      'Split it, or remove what was pasted by mistake.',
    );
  if (bytes.length === 0) return refuse('The file is empty.', 'Fill it in, or delete it.');
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return refuse('The file is saved as UTF-16.', 'Save it again as UTF-8.');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return createSourceText(path, text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'));
  } catch {
    return refuse('The file is not valid UTF-8.', 'Save it again as UTF-8.');
  }
}

function readRecord<S extends z.ZodType>(
  root: string,
  path: string,
  id: string,
  schema: S,
  findings: Finding[],
): ContentFile<z.infer<S>> | undefined {
  if (!existsSync(join(root, path))) {
    findings.push(
      createFinding(
        createSourceText(path, ''),
        { start: 0, end: 1 },
        { rule: 'file-missing', level: 'error', message: 'This file is missing.', fix: `Add ${path}.` },
      ),
    );
    return undefined;
  }
  const source = readText(root, path, findings);
  if (!source) return undefined;
  const read = readYaml(source, schema);
  findings.push(...read.findings);
  return read.record && { ...read.record, id };
}

function readTextFile<S extends z.ZodType>(root: string, path: string, schema: S, findings: Finding[]): TextFile<z.infer<S>>[] {
  const source = readText(root, path, findings);
  if (!source) return [];
  const slug = path.slice(path.lastIndexOf('/') + 1, -'.mdx'.length);
  const matter = findFrontMatter(source.text);
  if (!matter) {
    findings.push(
      createFinding(
        source,
        { start: 0, end: 3 },
        {
          rule: 'front-matter',
          level: 'error',
          message: 'The file does not begin with front matter between two lines of ---.',
          fix: 'Begin the file with ---, then its title and other fields, then --- again.',
        },
      ),
    );
    return [{ slug, source, matter: undefined, tree: undefined }];
  }
  const read = readYaml(source, schema, matter.yaml, matter.offset);
  findings.push(...read.findings);
  return [{ slug, source, matter: read.record, tree: parseArticle(source, findings) }];
}

/** Parses the article's text. Looks for what would crash the parser first. */
function parseArticle(source: SourceText, findings: Finding[]): ArticleNode | undefined {
  const nested = findNesting(source.text);
  if (nested !== undefined) {
    findings.push(
      createFinding(
        source,
        { start: nested, end: nested + 1 },
        {
          rule: 'nesting',
          level: 'error',
          message: `Lists, quotations or brackets nest deeper than ${maximumNesting} levels here.`,
          fix: 'Write it with fewer levels.',
        },
      ),
    );
    return undefined;
  }
  try {
    return mdxToMdast(source.text, { features: { frontmatter: true } }) as ArticleNode;
  } catch (error) {
    findings.push(explainSyntaxError(source, error instanceof Error ? error.message : String(error)));
    return undefined;
  }
}

function findNesting(text: string): number | undefined {
  let offset = 0;
  for (const line of text.split('\n')) {
    const markers = /^(?:[ \t]*(?:>|[-*+]|\d+[.)])(?=[ \t>]|$))+/.exec(line)?.[0] ?? '';
    const depth = (markers.match(/>|[-*+]|\d+[.)]/g) ?? []).length;
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    if (depth > maximumNesting || indent > 4 * maximumNesting) return offset;
    offset += line.length + 1;
  }
  const deepBrackets = /[[({<]{21,}/.exec(text.replace(/[^[\](){}<>]/g, ' ').replace(/ +/g, ''));
  return deepBrackets ? Math.max(0, text.search(/[[({<]/)) : undefined;
}
