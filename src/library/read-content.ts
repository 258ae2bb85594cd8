/**
 * Reads everything below `content/` from the disk, for the check and for the pages alike.
 * What cannot be read or does not fit its schema comes back as findings, never as an exception.
 */
import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { articleSchema, pageSchema } from '../schema/article.ts';
import { chartSchema, isTableChart } from '../schema/chart.ts';
import { claimSchema } from '../schema/claim.ts';
import { correctionsSchema } from '../schema/correction.ts';
import { eventsSchema, glossarySchema, placesSchema } from '../schema/event.ts';
import type { Finding } from '../schema/finding.ts';
import { breakdownSchema, quantitySchema } from '../schema/quantity.ts';
import { siteSchema } from '../schema/site.ts';
import { sourceSchema } from '../schema/source.ts';
import { dropNotStated } from '../evidence/dimensions.ts';
import { completeSource, completeStatements } from '../evidence/held-source.ts';
import type { EvidenceRecord } from '../evidence/record.ts';
import { readChartRows } from './read-chart-table.ts';
import type { ChartFile, Content, ContentFile, TextFile } from './content.ts';
import { createFinding, findNearest, type Span } from './findings.ts';
import { readPublishedLock } from './read-published-lock.ts';
import { getSpan } from './markup/article-text.ts';
import { findFrontMatter } from './markup/front-matter.ts';
import { findHiddenCharacters } from './markup/hidden-characters.ts';
import { findDeepNode, findDeepText, maximumNesting } from './markup/nesting.ts';
import { parseMarkup, type Markup } from './markup/parse-markup.ts';
import { createPictureFile, picturesFolder } from './pictures/picture-files.ts';
import { deviceName, proposeId } from './texts/propose-id.ts';
import { findEntry, readBytes, type Unreadable } from './read-bytes.ts';
import { readYaml, type YamlRecord } from './yaml/read-yaml.ts';
import { findTimeProblem, readContentTime } from './content-time.ts';
import { createSourceText, normaliseText, type SourceText } from './source-text.ts';
import { whyWithheld } from './withheld.ts';

const pictureEndings = ['.jpg', '.jpeg', '.png', '.webp'];
/** Of a file's name without its ending. */
const longestName = 80;
/** A line is at most this many characters, a paragraph too. */
const maximumLine = 20_000;
/** The parser's time grows with the square of their number. */
const maximumReferences = 1000;

/**
 * Reads `root`/content. Findings are those of reading and of the schemas; the rules of the desk add theirs. `given`
 * is the time that decides which articles are withheld, where it is not the content's own: see content-time.ts.
 */
export function readContent(root: string, given?: number): { content: Content } & Found {
  const found: Found = { findings: [], unfit: [] };
  const { findings } = found;
  const problem = given === undefined ? findTimeProblem() : undefined;
  if (problem)
    findings.push(
      createFinding(createSourceText('SOURCE_DATE_EPOCH', ''), { start: 0, end: 1 }, { rule: 'content-time', level: 'error', ...problem }),
    );
  const time = given ?? (problem ? undefined : readContentTime(root));
  const folder = <S extends z.ZodType>(name: string, schema: S) => readFolder(root, name, schema, found);
  const sources = folder('sources', sourceSchema);
  const quantities = folder('quantities', quantitySchema);
  const breakdowns = folder('breakdowns', breakdownSchema);
  const charts = readCharts(root, found);
  const claims = folder('claims', claimSchema);
  const single = <S extends z.ZodType>(name: string, schema: S) => readRecord(root, `content/${name}.yaml`, name, schema, found);
  const site = single('site', siteSchema);
  const events = single('events', eventsSchema);
  const places = single('places', placesSchema);
  const glossary = single('glossary', glossarySchema);
  const corrections = single('corrections', correctionsSchema);
  const published = readPublishedLock(root, findings);
  findings.push(...findStrangers(root), ...findEmptied(root), ...findMissingPages(root));
  const texts = <S extends z.ZodType>(name: string, schema: S) =>
    listFiles(root, `content/${name}`, ['.mdx'], findings).flatMap((path) => readTextFile(root, path, schema, found));
  const articles = texts('articles', articleSchema).map((file) => ({
    ...file,
    withheld: file.matter && whyWithheld(file.matter.value, time),
  }));
  const pages = texts('pages', pageSchema);
  const pictures = listFiles(root, picturesFolder, pictureEndings, findings).map((path) => createPictureFile(root, path));
  const complete = toMap(sources.map((file) => ({ ...file, value: completeSource(file.value) })));
  const record: EvidenceRecord = {
    sources: complete,
    quantities: toMap(quantities.map((file) => ({ ...file, value: completeStatements(dropNotStated(file.value), complete) }))),
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
      pictures,
      record,
      time,
    },
    ...found,
  };
}

/** What reading finds wrong, and what it could not take as a record. */
type Found = { findings: Finding[]; unfit: YamlRecord<unknown>[] };

/** What `content/` holds itself. */
const known = {
  folders: ['articles', 'pages', 'sources', 'quantities', 'breakdowns', 'charts', 'claims', 'pictures'],
  files: ['site.yaml', 'events.yaml', 'places.yaml', 'glossary.yaml', 'corrections.yaml', 'published.lock.json'],
};
/** Files that belong to no kind and disturb nobody. */
const ignored = new Set(['README.md', '.gitkeep', '.DS_Store']);

/** Whatever lies in `content/` itself and is none of its files and folders: nobody would ever read it. */
function findStrangers(root: string): Finding[] {
  const entries = listEntries(root, 'content');
  if ('message' in entries) {
    return [createFinding(createSourceText('content', ''), { start: 0, end: 1 }, { rule: 'file-name', level: 'error', ...entries })];
  }
  const all = [...known.folders, ...known.files];
  return entries
    .filter(({ name }) => !ignored.has(name) && !all.includes(name))
    .map(({ name }) => {
      const near = findNearest(name, all);
      const fix = near ? `Did you mean "${near}"?` : `Move it into one of: ${known.folders.join(', ')}; or out of content/.`;
      const at = createSourceText(`content/${name}`, '');
      const message = 'Nothing reads this; it would be ignored.';
      return createFinding(at, { start: 0, end: 1 }, { rule: 'file-name', level: 'error', message, fix });
    });
}

function toMap<T>(files: ContentFile<T>[]): Map<string, T & { id: string }> {
  return new Map(files.map((file) => [file.id, { ...file.value, id: file.id }]));
}

function readFolder<S extends z.ZodType>(root: string, name: string, schema: S, found: Found): ContentFile<z.infer<S>>[] {
  return listFiles(root, `content/${name}`, ['.yaml'], found.findings).flatMap((path) => {
    const id = path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length);
    return readRecord(root, path, id, schema, found) ?? [];
  });
}

/** Charts, each with the table that stands beside it where its YAML says so. */
function readCharts(root: string, found: Found): ChartFile[] {
  const { findings } = found;
  const paths = listFiles(root, 'content/charts', ['.yaml', '.csv'], findings);
  const refuse = (source: SourceText, span: Span, message: string, fix: string) =>
    findings.push(createFinding(source, span, { rule: 'chart-table', level: 'error', message, fix }));
  const charts = paths
    .filter((path) => path.endsWith('.yaml'))
    .flatMap((path): ChartFile[] => {
      const beside = path.replace(/yaml$/, 'csv');
      const file = readRecord(root, path, path.slice('content/charts/'.length, -'.yaml'.length), chartSchema, found);
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
  const entries = listEntries(root, folder);
  if ('message' in entries) {
    findings.push(createFinding(createSourceText(folder, ''), { start: 0, end: 1 }, { rule: 'file-name', level: 'error', ...entries }));
    return [];
  }
  const paths: string[] = [];
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    if (ignored.has(entry.name)) continue;
    const refuse = (message: string, fix: string) =>
      findings.push(createFinding(createSourceText(path, ''), { start: 0, end: 1 }, { rule: 'file-name', level: 'error', message, fix }));
    const extension = extensions.find((candidate) => entry.name.toLowerCase().endsWith(candidate)) ?? '';
    const stem = entry.name.slice(0, entry.name.length - extension.length);
    if (!entry.isFile()) refuse('Only files belong here; a folder or link would be ignored.', `Move the files up into ${folder}/.`);
    else if (!extension)
      refuse(
        `Only ${new Intl.ListFormat('en-GB').format(extensions)} files belong in ${folder}/; this one would be ignored.`,
        `${extensions.length > 1 ? 'Save it as' : 'Rename it to end in'} ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(extensions)}, or move it elsewhere.`,
      );
    else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem) || !entry.name.endsWith(extension))
      refuse(
        'A file’s name becomes an address, so it is made of small letters, digits and single hyphens.',
        `Rename it, for example to ${proposeId(stem, longestName) || 'new-name'}${extension}.`,
      );
    else if (stem.length > longestName)
      refuse(`The file’s name has ${stem.length} characters; an address has at most ${longestName}.`, 'Give it a shorter name.');
    else if (deviceName.test(stem))
      refuse(
        'Windows keeps this name for a device, so nobody there could open the project.',
        `Rename it, for example to ${stem}-1${extension}.`,
      );
    else paths.push(path);
  }
  return paths;
}

/** What the folder holds, sorted by name; nothing when it is not there. */
function listEntries(root: string, folder: string): Dirent[] | Unreadable {
  const stats = findEntry(root, folder);
  if (!stats) return [];
  if (!stats.isDirectory())
    return { message: 'This is no folder, and one is expected here.', fix: 'Delete it, and make a folder of that name.' };
  try {
    return readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return { message: 'The folder cannot be opened.', fix: 'See that you may read it.' };
  }
}

/** Standing texts that the menu and the foot of every page lead to. */
const linkedPages = ['about', 'accessibility', 'methodology', 'privacy'];

/** Of a site that has standing texts, those that every page links and that are not there. */
function findMissingPages(root: string): Finding[] {
  const entries = listEntries(root, 'content/pages');
  if ('message' in entries) return [];
  const names = entries.map(({ name }) => name).filter((name) => name.endsWith('.mdx'));
  return linkedPages.flatMap((page) => {
    if (names.length === 0 || names.includes(`${page}.mdx`)) return [];
    const path = `content/pages/${page}.mdx`;
    const message = `Every page of the site links /${page}/, and its text is missing.`;
    const problem = { message, fix: `Bring ${path} back as it was in the last version.` };
    return [createFinding(createSourceText(path, ''), { start: 0, end: 1 }, { rule: 'file-missing', level: 'error', ...problem })];
  });
}

/** Folders without which nothing could be told or proved: one that is gone or holds nothing is told once, by its name. */
function findEmptied(root: string): Finding[] {
  return Object.entries({ sources: 'source', quantities: 'quantity', articles: 'article' }).flatMap(([name, one]) => {
    const entries = listEntries(root, `content/${name}`);
    if ('message' in entries || entries.some((entry) => !ignored.has(entry.name))) return [];
    const problem = {
      message: `There are no ${name}: the folder is missing or empty, and the site needs at least one file in it.`,
      fix: `Make the first: npm run new -- ${one}. If there were some, bring content/${name}/ back as it was in the last version.`,
    };
    const place = createSourceText(`content/${name}`, '');
    return [createFinding(place, { start: 0, end: 1 }, { rule: 'file-missing', level: 'error', ...problem })];
  });
}

/** The file's text as LF without byte order mark, or undefined with a finding. */
function readText(root: string, path: string, findings: Finding[], isList = false): SourceText | undefined {
  const bytes = readBytes(root, path);
  const refuse = ({ message, fix }: Unreadable, at = createSourceText(path, ''), start = 0): undefined => {
    findings.push(createFinding(at, { start, end: start + 1 }, { rule: 'file-text', level: 'error', message, fix }));
  };
  if ('message' in bytes) return refuse(bytes);
  if (bytes.length === 0)
    return refuse({
      message: 'The file is empty.',
      fix: `Bring back what stood in it, or ${isList ? 'write [] while there is no entry' : 'fill it in'}.`,
    });
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return refuse({ message: 'The file is saved as UTF-16.', fix: 'Save it again as UTF-8.' });
  const text = decode(bytes);
  if (text === undefined) return refuse({ message: 'The file is not valid UTF-8.', fix: 'Save it again as UTF-8.' });
  const source = createSourceText(path, normaliseText(text));
  const control = source.text.search(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/);
  if (control !== -1) {
    const code = source.text.charCodeAt(control).toString(16).toUpperCase().padStart(4, '0');
    return refuse({ message: `A control character, U+${code}, stands here and nobody sees it.`, fix: 'Delete it.' }, source, control);
  }
  const conflict = source.text.search(/^(?:<{7}|>{7})(?: |$)/m);
  if (conflict !== -1)
    return refuse(
      {
        message: 'Two versions of this file were put together here, and nobody has chosen between them yet.',
        fix: 'Keep one of the two versions, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.',
      },
      source,
      conflict,
    );
  const long = findLongLine(source.text);
  if (long !== undefined)
    return refuse(
      { message: `The line is longer than ${maximumLine} characters.`, fix: 'Break it, or remove what was pasted by mistake.' },
      source,
      long,
    );
  findings.push(...findHiddenCharacters(source));
  return source;
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function readRecord<S extends z.ZodType>(
  root: string,
  path: string,
  id: string,
  schema: S,
  { findings, unfit }: Found,
): ContentFile<z.infer<S>> | undefined {
  if (!findEntry(root, path)) {
    findings.push(
      createFinding(
        createSourceText(path, ''),
        { start: 0, end: 1 },
        {
          rule: 'file-missing',
          level: 'error',
          message: 'This file is missing.',
          fix: `Bring ${path} back as it was in the last version${schema.type === 'array' ? ', or add one that holds [] alone' : ', or write it: content/README.md lists its fields'}.`,
        },
      ),
    );
    return undefined;
  }
  const source = readText(root, path, findings, schema.type === 'array');
  if (!source) return undefined;
  const read = readYaml(source, schema);
  findings.push(...read.findings);
  if (read.unfit) unfit.push(read.unfit);
  return read.record && { ...read.record, id };
}

function readTextFile<S extends z.ZodType>(root: string, path: string, schema: S, { findings, unfit }: Found): TextFile<z.infer<S>>[] {
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
          ...(/^---[ \t]*\n/.test(source.text)
            ? { message: 'The front matter is never closed.', fix: 'Write a line of --- below its last field, before the text begins.' }
            : {
                message: 'The file does not begin with front matter between two lines of ---.',
                fix: 'Begin the file with ---, then its title and other fields, then --- again.',
              }),
        },
      ),
    );
    return [{ slug, source, matter: undefined, tree: undefined, rest: undefined }];
  }
  const read = readYaml(source, schema, matter.yaml, matter.offset);
  findings.push(...read.findings);
  if (read.unfit) unfit.push(read.unfit);
  return [{ slug, source, matter: read.record, ...parseArticle(source, findings) }];
}

/** Parses the article's text. Looks for what would crash the parser first. */
function parseArticle(source: SourceText, findings: Finding[]): Pick<TextFile<unknown>, 'tree' | 'rest'> {
  const refuse = (rule: 'nesting' | 'file-text', start: number, message: string, fix: string) => {
    findings.push(createFinding(source, { start, end: start + 1 }, { rule, level: 'error', message, fix }));
    return { tree: undefined, rest: undefined };
  };
  const refuseDepth = (start: number) =>
    refuse(
      'nesting',
      start,
      `Lists, quotations, tags or brackets nest deeper than ${maximumNesting} levels here.`,
      'Write it with fewer levels.',
    );
  const deep = findDeepText(source.text);
  if (deep !== undefined) return refuseDepth(deep);
  const long = findLongParagraph(source.text);
  if (long !== undefined)
    return refuse('file-text', long, `The paragraph is longer than ${maximumLine} characters.`, 'Divide it with empty lines.');
  const references = [...source.text.matchAll(/&#?\w+;/g)];
  if (references.length > maximumReferences)
    return refuse(
      'file-text',
      references[0]?.index ?? 0,
      `The text holds ${references.length} references such as &amp;; at most ${maximumReferences} are read.`,
      'Write the characters themselves.',
    );
  const { tree, rest, findings: mistakes }: Markup = parseMarkup(source);
  findings.push(...mistakes);
  const whole = tree ?? rest?.tree;
  const node = whole && findDeepNode(whole);
  return node ? refuseDepth(getSpan(node).start) : { tree, rest };
}

/** Where a line begins that is too long. */
function findLongLine(text: string): number | undefined {
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    if ((end === -1 ? text.length : end) - start > maximumLine) return start;
    if (end === -1) return undefined;
    start = end + 1;
  }
  return undefined;
}

function findLongParagraph(text: string): number | undefined {
  let start = 0;
  for (const { index } of [...text.matchAll(/\n[ \t]*(?=\n)/g), { index: text.length }]) {
    if (index - start > maximumLine) return text.length - text.slice(start).trimStart().length;
    start = index;
  }
  return undefined;
}
