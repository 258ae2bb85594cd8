/**
 * Reads everything below `content/` from the disk, for the check and for the pages. Anything that
 * cannot be read or does not fit its schema becomes a finding and is never thrown.
 */
import type { z } from 'astro/zod';
import { articleSchema, pageSchema } from '../schema/article.ts';
import { chartSchema, isTableChart } from '../schema/chart.ts';
import { claimSchema } from '../schema/claim.ts';
import { correctionsSchema } from '../schema/correction.ts';
import { eventsSchema, glossarySchema, placesSchema } from '../schema/event.ts';
import { breakdownSchema, quantitySchema } from '../schema/quantity.ts';
import { riversSchema } from '../schema/map-frame.ts';
import { siteSchema } from '../schema/site.ts';
import { sourceSchema } from '../schema/source.ts';
import { dropNotStated } from '../evidence/dimensions.ts';
import { completeSource, completeStatements } from '../evidence/held-source.ts';
import type { EvidenceRecord } from '../evidence/record.ts';
import { findEmptied, findMissingPages, findStrangers, listFiles } from './content-files.ts';
import { findTimeProblem, readContentTime } from './content-time.ts';
import type { ChartFile, Content, ContentFile, Found } from './content.ts';
import { createFinding, type Span } from './findings.ts';
import { createPictureFile, picturesFolder } from './pictures/picture-files.ts';
import { findEntry } from './read-bytes.ts';
import { readChartRows } from './read-chart-table.ts';
import { readPublishedLock } from './read-published-lock.ts';
import { readTextFile } from './read-text-file.ts';
import { readText } from './read-text.ts';
import { createSourceText, type SourceText } from './source-text.ts';
import { whyWithheld } from './withheld.ts';
import { readYamlAgain } from './yaml/read-yaml.ts';

const pictureEndings = ['.jpg', '.jpeg', '.png', '.webp'];

/**
 * Reads `root`/content. Returns the findings of reading and of the schemas; the rules of the desk
 * add theirs. `given` replaces the time of the content, which decides which articles are withheld:
 * see content-time.ts.
 */
export function readContent(root: string, given?: number): { content: Content } & Found {
  const found: Found = { findings: [], unfit: [] };
  const { findings } = found;
  const time = given ?? readTime(root, found);
  const folder = <S extends z.ZodType>(name: string, schema: S) =>
    readFolder(root, name, schema, found);
  const sources = folder('sources', sourceSchema);
  const quantities = folder('quantities', quantitySchema);
  const breakdowns = folder('breakdowns', breakdownSchema);
  const charts = readCharts(root, found);
  const claims = folder('claims', claimSchema);
  const single = <S extends z.ZodType>(name: string, schema: S) =>
    readRecord(root, `content/${name}.yaml`, name, schema, found);
  const site = single('site', siteSchema);
  const events = single('events', eventsSchema);
  const places = single('places', placesSchema);
  const glossary = single('glossary', glossarySchema);
  const corrections = single('corrections', correctionsSchema);
  const published = readPublishedLock(root, findings);
  findings.push(...findStrangers(root), ...findEmptied(root), ...findMissingPages(root));
  const texts = <S extends z.ZodType>(name: string, schema: S) =>
    listFiles(root, `content/${name}`, ['.mdx'], findings).flatMap((path) =>
      readTextFile(root, path, schema, found),
    );
  const articles = texts('articles', articleSchema).map((file) => ({
    ...file,
    withheld: file.matter && whyWithheld(file.matter.value, time),
  }));
  const pages = texts('pages', pageSchema);
  const pictures = listFiles(root, picturesFolder, pictureEndings, findings).map((path) =>
    createPictureFile(root, path),
  );
  const complete = toMap(sources.map((file) => ({ ...file, value: completeSource(file.value) })));
  const record: EvidenceRecord = {
    sources: complete,
    quantities: toMap(
      quantities.map((file) => ({
        ...file,
        value: completeStatements(dropNotStated(file.value), complete),
      })),
    ),
    breakdowns: toMap(breakdowns),
    events: events?.value,
    places: places?.value,
    fates: site?.value.fates,
    map: site?.value.map,
    rivers: findEntry(root, rivers)
      ? readRecord(root, rivers, 'rivers', riversSchema, found)?.value
      : undefined,
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

/**
 * The time of the content. Adds a finding if the environment gives something that is not a time.
 */
function readTime(root: string, { findings }: Found): number | undefined {
  const problem = findTimeProblem();
  if (!problem) return readContentTime(root);
  const source = createSourceText('SOURCE_DATE_EPOCH', '');
  findings.push(
    createFinding(
      source,
      { start: 0, end: 1 },
      { rule: 'content-time', level: 'error', ...problem },
    ),
  );
  return undefined;
}

/** Rivers of the map, if it has any. */
const rivers = 'content/rivers.json';

function toMap<T>(files: ContentFile<T>[]): Map<string, T & { id: string }> {
  return new Map(files.map((file) => [file.id, { ...file.value, id: file.id }]));
}

function readFolder<S extends z.ZodType>(
  root: string,
  name: string,
  schema: S,
  found: Found,
): ContentFile<z.infer<S>>[] {
  return listFiles(root, `content/${name}`, ['.yaml'], found.findings).flatMap((path) => {
    const id = path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length);
    return readRecord(root, path, id, schema, found) ?? [];
  });
}

/** Charts, each with the table beside it if its YAML says so. */
function readCharts(root: string, found: Found): ChartFile[] {
  const { findings } = found;
  const paths = listFiles(root, 'content/charts', ['.yaml', '.csv'], findings);
  const refuse = (source: SourceText, span: Span, message: string, fix: string) =>
    findings.push(
      createFinding(source, span, { rule: 'chart-table', level: 'error', message, fix }),
    );
  // Tables without a chart of the same name: one of the two files may have been renamed alone.
  const ownerless = paths.filter(
    (path) => path.endsWith('.csv') && !paths.includes(path.replace(/csv$/, 'yaml')),
  );
  const charts = paths
    .filter((path) => path.endsWith('.yaml'))
    .flatMap((path): ChartFile[] => {
      const beside = path.replace(/yaml$/, 'csv');
      const file = readRecord(
        root,
        path,
        path.slice('content/charts/'.length, -'.yaml'.length),
        chartSchema,
        found,
      );
      if (!file) return [];
      if (!isTableChart(file.value)) {
        const fix =
          'Add "table: csv", unit and read_in to the YAML and take its rows out, or delete the CSV.';
        if (paths.includes(beside))
          refuse(
            createSourceText(beside, ''),
            { start: 0, end: 1 },
            `${path} does not draw this table.`,
            fix,
          );
        return [file];
      }
      if (!paths.includes(beside)) {
        const [lone, ...others] = ownerless;
        const fix =
          lone !== undefined && others.length === 0
            ? `Rename ${lone} if that is the table, or add one with a head such as label,value.`
            : 'Add it, with a head such as label,value.';
        refuse(file.source, file.spanOf(['table']), `The table ${beside} is missing.`, fix);
        return [file];
      }
      const source = readText(root, beside, findings);
      return [source ? { ...file, table: readChartRows(file.value, source) } : file];
    });
  for (const path of ownerless) {
    const fix = `Add ${path.replace(/csv$/, 'yaml')} with "table: csv" in it, or delete the CSV.`;
    const message = 'No chart draws this table: its YAML is missing.';
    refuse(createSourceText(path, ''), { start: 0, end: 1 }, message, fix);
  }
  return charts;
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
          fix: `Restore ${path} from the last version${schema.type === 'array' ? ', or add one that holds only []' : ', or write it: content/README.md lists its fields'}.`,
        },
      ),
    );
    return undefined;
  }
  const source = readText(root, path, findings, schema.type === 'array');
  if (!source) return undefined;
  const read = readYamlAgain(root, source, schema);
  findings.push(...read.findings);
  if (read.unfit) unfit.push(read.unfit);
  return read.record && { ...read.record, id };
}
