/** Gathers what the copy sheet of an article lists. */
import { choosePrintedColumns } from '../../charts/table-columns.ts';
import { toPlainText } from '../../evidence/inline.ts';
import { describeCustody, nameSource } from '../../evidence/number-custody.ts';
import type { CopyChart, CopyNumber, CopySheet, CopyText } from './copy-sheet.ts';
import { hashWords } from '../../publish/published-lock.ts';
import { sayCell } from '../../publish/table-text.ts';
import type { Finding } from '../../schema/finding.ts';
import {
  estimateMinutes,
  listChartIds,
  listClaimIds,
  listSourceIds,
} from '../../library/markup/article-text.ts';
import { findChartData } from '../../drawings/chart-problems.ts';
import {
  listFieldMentions,
  listTextMentions,
  type NumberMention,
} from '../../library/texts/number-mentions.ts';
import { getArticleWords, type ReadArticle } from '../../library/texts/published-articles.ts';
import type { ChartFile, Content } from '../../library/content.ts';
import type { YamlRecord } from '../../library/yaml/read-yaml.ts';
import { listTextFields } from '../../library/texts/text-fields.ts';
import { sayWithheld } from '../../library/withheld.ts';
import {
  readMatter,
  readHeadings,
  placeOf,
  readQuotations,
  readPictures,
  readPassages,
} from './copy-sheet-texts.ts';

type ClaimFile = Content['claims'][number];

/** The sheet of an article, draft or not; `findings` are those of the whole content. */
export function readCopySheet(
  content: Content,
  article: ReadArticle,
  findings: readonly Finding[],
): CopySheet {
  const { record } = content;
  const { source, matter, tree, slug } = article;
  const charts = unique(listChartIds(tree)).flatMap(
    (id) => content.charts.find((file) => file.id === id) ?? [],
  );
  const claims = unique(listClaimIds(tree)).flatMap(
    (id) => content.claims.find((file) => file.id === id) ?? [],
  );
  const fields = listTextFields(content);
  const mentionsIn = (file: YamlRecord<unknown>) =>
    listFieldMentions(fields.filter((field) => field.file === file));
  const mentions = [
    ...mentionsIn(matter),
    ...listTextMentions(article),
    ...[...charts, ...claims].flatMap(mentionsIn),
  ];
  const numbers = mentions.flatMap((mention) =>
    mention.ref === undefined ? [] : toCopyNumber(content, mention, mention.ref),
  );
  const copyCharts = charts.map((file) => readChart(content, file));
  const named = unique([
    ...(matter.value.about ?? []),
    ...[matter, ...charts, ...claims].flatMap((file) =>
      listLinkedSources(fields.filter((field) => field.file === file).map(({ text }) => text)),
    ),
    ...listSourceIds(tree),
    ...claims.flatMap(listSourcesOfClaim),
  ]);
  const cited = [
    ...numbers.flatMap(({ custody }) => custody?.sourceIds ?? []),
    ...copyCharts.flatMap(({ sourceIds }) => sourceIds),
  ];
  const sources = unique([...named, ...cited]).flatMap((id) => record.sources.get(id) ?? []);
  const records = unique([
    ...numbers.flatMap(({ custody }) => custody?.recordId ?? []),
    ...copyCharts.flatMap(({ recordIds }) => recordIds),
  ]);
  const files = new Set([
    source.path,
    'content/corrections.yaml',
    ...[...charts, ...claims].map((file) => file.source.path),
    ...charts.flatMap(({ table }) => table?.source.path ?? []),
    ...records.flatMap((id) => [`content/quantities/${id}.yaml`, `content/breakdowns/${id}.yaml`]),
    ...sources.map(({ id }) => `content/sources/${id}.yaml`),
  ]);
  return {
    file: source.path,
    slug,
    title: toPlainText(matter.value.title),
    withheld: sayWithheld(article.withheld, matter.value),
    date: matter.value.date,
    updated: matter.value.updated,
    minutes: estimateMinutes(tree),
    fingerprint: hashWords(getArticleWords(article)),
    texts: [...readMatter(article), ...readHeadings(article)],
    numbers,
    freed: readFreed(mentions),
    reservations: readReservations(content, records),
    quotations: readQuotations(content, article),
    pictures: readPictures(article),
    charts: copyCharts.map(({ chart }) => chart),
    claims: claims.map((file) => readClaim(content, file)),
    passages: readPassages(article),
    sources: sources.map((entry) => ({ ...entry, named: named.includes(entry.id) })),
    corrections: (content.corrections?.value ?? []).filter(
      (correction) => correction.article === slug,
    ),
    findings: findings.filter(({ file }) => files.has(file)),
  };
}

function listSourcesOfClaim({ value }: ClaimFile): string[] {
  const evidence = [...(value.for ?? []), ...(value.against ?? [])];
  return [value.made_in, ...evidence.map((entry) => entry.source)];
}

/** Numbers that the article prints and that need no record. */
function readFreed(mentions: readonly NumberMention[]): CopySheet['freed'] {
  return mentions.flatMap(({ ref, source, span, words, context }) =>
    ref === undefined ? [{ ...placeOf(source, span.start), words, context }] : [],
  );
}

function readReservations(
  { record }: Content,
  records: readonly string[],
): CopySheet['reservations'] {
  return records.flatMap((id) => {
    const found = record.quantities.get(id) ?? record.breakdowns.get(id);
    const texts = (found?.caveats ?? []).map(
      ({ kind, text }) => `${kind.replaceAll('-', ' ')}: ${toPlainText(text)}`,
    );
    return found && texts.length > 0 ? { tag: found.tag, title: found.title, texts } : [];
  });
}

function readClaim(
  { record }: Content,
  { id, value, source, spanOf }: ClaimFile,
): CopySheet['claims'][number] {
  return {
    ...value,
    id,
    ...placeOf(source, spanOf(['claim']).start),
    publication: nameSource(record, value.made_in),
    evidence: (['for', 'against'] as const).flatMap((side) =>
      (value[side] ?? []).map((entry) => ({
        side,
        source: nameSource(record, entry.source),
        note: toPlainText(entry.note ?? ''),
      })),
    ),
  };
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}

function listLinkedSources(texts: readonly string[]): string[] {
  return texts.flatMap((text) =>
    [...text.matchAll(/\]\(source:([^)\s]+)\)/g)].map((match) => match[1] ?? ''),
  );
}

function toCopyNumber(
  { record }: Content,
  { source, span, words }: NumberMention,
  ref: string,
): CopyNumber {
  return {
    ...placeOf(source, span.start),
    words,
    ref,
    custody: describeCustody(record, ref, words),
  };
}

const chartTexts = {
  title: 'Title',
  subtitle: 'Subtitle',
  description: 'Description',
  note: 'Note',
  sources: 'Source line',
} as const;

function readChart(
  { record }: Content,
  file: ChartFile,
): { chart: CopyChart; sourceIds: string[]; recordIds: string[] } {
  const { id, value, source, spanOf } = file;
  const texts = (Object.keys(chartTexts) as (keyof typeof chartTexts)[]).flatMap(
    (key): CopyText[] => {
      const text = value[key];
      return text === undefined
        ? []
        : [
            {
              ...placeOf(source, spanOf([key]).start),
              what: chartTexts[key],
              text: toPlainText(text),
            },
          ];
    },
  );
  const chart = { id, file: source.path, kind: value.kind, texts };
  const data = findChartData(record, file);
  if (!data) return { chart: { ...chart, table: undefined }, sourceIds: [], recordIds: [] };
  const { rows, records } = data;
  const { columns, common } = choosePrintedColumns(rows);
  const same = common.map(({ label, text }): CopyText => ({
    ...placeOf(source, 0),
    what: `${label}, in every row`,
    text,
  }));
  return {
    chart: {
      ...chart,
      texts: [...texts, ...same],
      table: {
        head: columns.map(({ label }) => label),
        rows: rows.map((row) => columns.map((column) => sayCell(row, column.id))),
      },
    },
    sourceIds: rows.flatMap(({ number }) => number?.sourceIds ?? []),
    recordIds: records.map(({ recordId }) => recordId),
  };
}
