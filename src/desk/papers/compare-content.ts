/** What changed between two states of the content, as the review of a change reports it. */
import { judgeDescription } from '../../evidence/description.ts';
import { formatValueWithUnit } from '../../evidence/format.ts';
import { toPlainText } from '../../evidence/inline.ts';
import { nameSource } from '../../evidence/number-custody.ts';
import { findNumber, isFailure, remainderId, type RecordedNumber } from '../../evidence/record.ts';
import {
  coversNumber,
  findChangedNumbers,
  listNewCorrections,
  toRecordId,
} from '../../publish/published-lock.ts';
import type {
  ArticleChange,
  ArticleState,
  ChartChange,
  NumberChange,
  Review,
} from './review-changes.ts';
import { sayCell } from '../../publish/table-text.ts';
import type { Finding } from '../../schema/finding.ts';
import { countWords, estimateMinutes } from '../../library/markup/article-text.ts';
import { findChartData } from '../../drawings/chart-problems.ts';
import {
  listFieldMentions,
  listTextMentions,
  type NumberMention,
} from '../../library/texts/number-mentions.ts';
import { getPublishedLock, listPublishedArticles } from '../../library/texts/published-articles.ts';
import { findKept, listQuotations, listWordings } from '../../library/texts/quoted-words.ts';
import type { ArticleFile, ChartFile, Content } from '../../library/content.ts';
import { listTextFields } from '../../library/texts/text-fields.ts';

/** Content with what reading and checking it found. */
export type CheckedContent = { content: Content; findings: Finding[] };

/** Compares the content before a change with the content as it is now. */
export function compareContent(before: CheckedContent, after: CheckedContent): Review {
  const [old, now] = [before.content, after.content];
  const [texts, freshTexts] = [listFiles(old), listFiles(now)];
  const paths = [...new Set([...texts.keys(), ...freshTexts.keys()])]
    .filter((path) => texts.get(path) !== freshTexts.get(path))
    .sort();
  const broken = new Set(
    before.findings.flatMap(({ file, rule }) => (unreadable.has(rule) ? file : [])),
  );
  const unread = [...broken].filter((path) => !texts.has(path));
  const nameFinding = ({ rule, file, message }: Finding) => [rule, file, message].join('\n');
  const findings = takeAway(after.findings, before.findings, nameFinding);
  return {
    articles: compareArticles(old, now),
    uncorrected: listUncorrected(old, now),
    numbers: compareNumbers(old, now),
    records: compareRecords(old, now),
    sources: [...now.record.sources.values()].filter(({ id }) => !old.record.sources.has(id)),
    charts: compareCharts(old, now),
    claims: pair(old.claims, now.claims, ({ id }) => id).flatMap(([was, is]) =>
      was?.value.verdict === is?.value.verdict
        ? []
        : [
            {
              id: (is ?? was)?.id ?? '',
              claim: toPlainText((is ?? was)?.value.claim ?? ''),
              was: was?.value.verdict,
              is: is?.value.verdict,
            },
          ],
    ),
    corrections: (now.corrections?.value ?? []).filter(
      (entry) =>
        !(old.corrections?.value ?? []).some(
          (known) => JSON.stringify(known) === JSON.stringify(entry),
        ),
    ),
    findings,
    lostQuotations: findings.flatMap((finding) =>
      finding.rule.startsWith('quotation-')
        ? { finding, words: readWords(freshTexts.get(finding.file), finding) }
        : [],
    ),
    files: paths.length,
    others: paths.filter(
      (path) =>
        !/^content\/(?:articles|charts|quantities|breakdowns|sources)\//.test(path) &&
        path !== 'content/corrections.yaml',
    ),
    unread,
  };
}

/** Rules whose findings mean that a file could not be read at all. */
const unreadable: ReadonlySet<string> = new Set([
  'schema',
  'yaml',
  'file-name',
  'file-text',
  'front-matter',
]);

/** Text of each content file by its path. */
function listFiles(content: Content): Map<string, string> {
  const { site, events, places, glossary, corrections } = content;
  const lists = [site, events, places, glossary, corrections].flatMap((file) => file ?? []);
  const records = [
    ...content.sources,
    ...content.quantities,
    ...content.breakdowns,
    ...content.charts,
    ...content.claims,
    ...lists,
  ];
  const tables = content.charts.flatMap(({ table }) => table ?? []);
  return new Map(
    [...content.articles, ...content.pages, ...records, ...tables].map(({ source }) => [
      source.path,
      source.text,
    ]),
  );
}

/** The words at which a finding points. */
function readWords(text = '', { line, column, length }: Finding): string {
  const start =
    text
      .split('\n')
      .slice(0, line - 1)
      .reduce((offset, before) => offset + before.length + 1, 0) +
    column -
    1;
  return text.slice(start, start + length);
}

/** Entries of both lists that have the same key, in the order of the keys. */
function pair<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (entry: T) => string,
): [T | undefined, T | undefined][] {
  const [old, now] = [
    new Map(before.map((entry) => [keyOf(entry), entry])),
    new Map(after.map((entry) => [keyOf(entry), entry])),
  ];
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .map((key) => [old.get(key), now.get(key)]);
}

/** Names of the fields that are not the same. */
function listChangedFields(was: object = {}, is: object = {}): string[] {
  const fields = pair(Object.entries(was), Object.entries(is), ([name]) => name);
  return fields.flatMap(([one, other]) =>
    JSON.stringify(one?.[1]) === JSON.stringify(other?.[1]) ? [] : ((one ?? other)?.[0] ?? []),
  );
}

type Side = { content: Content; published: Set<string> };

function compareArticles(old: Content, now: Content): ArticleChange[] {
  const sideOf = (content: Content): Side => ({
    content,
    published: new Set(listPublishedArticles(content).map(({ slug }) => slug)),
  });
  const [before, after] = [sideOf(old), sideOf(now)];
  const stateOf = ({ published }: Side, article: ArticleFile | undefined): ArticleState =>
    article === undefined ? 'absent' : published.has(article.slug) ? 'published' : 'withheld';
  return pair(old.articles, now.articles, ({ slug }) => slug).flatMap(([was, is]) => {
    const state = { was: stateOf(before, was), is: stateOf(after, is) };
    if (was?.source.text === is?.source.text && state.was === state.is) return [];
    const [said, says] = [listMentions(old, was), listMentions(now, is)];
    const known = new Set((was ? listQuotations(was) : []).map(({ text }) => text));
    return {
      slug: (is ?? was)?.slug ?? '',
      title: toPlainText((is ?? was)?.matter?.value.title ?? ''),
      state,
      minutes: {
        was: was?.tree && estimateMinutes(was.tree),
        is: is?.tree && estimateMinutes(is.tree),
      },
      words: { was: was?.tree && countWords(was.tree), is: is?.tree && countWords(is.tree) },
      numbers: compareMentions(said, says),
      freed: takeAway(listFreed(says), listFreed(said), (words) => words),
      quotations: is ? listNewQuotations(now, is, known) : [],
    };
  });
}

/** Numbers of the front matter and of the text. */
function listMentions(content: Content, article: ArticleFile | undefined): NumberMention[] {
  if (!article) return [];
  return [
    ...listFieldMentions(listTextFields(content).filter(({ file }) => file === article.matter)),
    ...listTextMentions(article),
  ];
}

function compareMentions(was: NumberMention[], is: NumberMention[]): ArticleChange['numbers'] {
  const wordsOf = (mentions: NumberMention[], ref: string) =>
    [...new Set(mentions.filter((mention) => mention.ref === ref).map(({ words }) => words))].join(
      '; ',
    ) || undefined;
  const refs = [...new Set([...was, ...is].flatMap(({ ref }) => ref ?? []))];
  return refs.flatMap((ref) => {
    const change = { ref, was: wordsOf(was, ref), is: wordsOf(is, ref) };
    return change.was === change.is ? [] : [change];
  });
}

function listFreed(mentions: NumberMention[]): string[] {
  return mentions.flatMap(({ ref, words, context }) =>
    ref === undefined ? `${words}: ${context}` : [],
  );
}

/**
 * The entries of a list that remain when each entry of the other is removed once. Entries with the
 * same name are equal.
 */
function takeAway<T>(list: readonly T[], other: readonly T[], nameOf: (entry: T) => unknown): T[] {
  const left = other.map(nameOf);
  return list.filter((entry) => {
    const at = left.indexOf(nameOf(entry));
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

/**
 * Quotations whose words are not `known`, with the sources that keep them. A single word in
 * quotation marks is not a quotation.
 */
function listNewQuotations(
  content: Content,
  article: ArticleFile,
  known: ReadonlySet<string>,
): ArticleChange['quotations'] {
  const wordings = listWordings(content);
  const fresh = listQuotations(article).filter(
    ({ text }) => !known.has(text) && text.trim().includes(' '),
  );
  return fresh.map((quotation) => {
    const keepers = findKept(content, article, quotation, wordings).map(({ sourceId }) =>
      nameSource(content.record, sourceId),
    );
    return { text: quotation.text.trim(), source: [...new Set(keepers)].join('; ') || undefined };
  });
}

/** What readers saw: the content of the lock or, before the first publication, of the articles. */
function listUncorrected(old: Content, now: Content): Review['uncorrected'] {
  const shown = old.published?.value ?? getPublishedLock(old);
  const current = getPublishedLock(now);
  return Object.entries(shown.articles).flatMap(([slug, before]) => {
    const article = current.articles[slug];
    if (!article) return [];
    const own = (now.corrections?.value ?? []).filter((correction) => correction.article === slug);
    const corrections = listNewCorrections(before.corrections, own);
    return findChangedNumbers(before, article, now.record)
      .filter((change) => !corrections.some((correction) => coversNumber(correction, change)))
      .map(({ ref, was, is }) => ({ slug, ref, was, is }));
  });
}

type Entry = { ref: string; number: RecordedNumber; fields: object };

/** Every number of the record that can be looked up, with what else its statement or row says. */
function listRecorded({ record }: Content): Entry[] {
  const refs = [
    ...[...record.quantities.values()].flatMap((quantity): [string, object][] =>
      quantity.statements
        ? quantity.statements.map((statement) => [`${quantity.id}/${statement.id}`, statement])
        : [[quantity.id, quantity.derivation ?? {}]],
    ),
    ...[...record.breakdowns.values()].flatMap((breakdown): [string, object][] => [
      ...breakdown.rows.map((row): [string, object] => [`${breakdown.id}/${row.id}`, row]),
      ...(breakdown.remainder === undefined
        ? []
        : [[`${breakdown.id}/${remainderId}`, {}] satisfies [string, object]]),
    ]),
  ];
  return refs.flatMap(([ref, fields]) => {
    const number = findNumber(record, ref);
    return isFailure(number) ? [] : { ref, number, fields };
  });
}

/** Fields that the value itself is said with. */
const valueFields = new Set(['value', 'words', 'hedge']);

function compareNumbers(old: Content, now: Content): NumberChange[] {
  const printed = now.articles.map((article) => ({
    slug: article.slug,
    refs: new Set(listMentions(now, article).flatMap(({ ref }) => ref ?? [])),
  }));
  const say = (entry: Entry | undefined) =>
    entry && formatValueWithUnit(entry.number, entry.number.unit);
  return pair(listRecorded(old), listRecorded(now), ({ ref }) => ref).flatMap(([before, after]) => {
    const entry = after ?? before;
    if (!entry) return [];
    const fields =
      before && after
        ? listChangedFields(before.fields, after.fields).filter((name) => !valueFields.has(name))
        : [];
    const change = { was: say(before), is: say(after) };
    if (change.was === change.is && fields.length === 0) return [];
    const { ref, number } = entry;
    const { quantity, breakdown } = number;
    return {
      ...change,
      ref,
      tag: number.tag,
      title: breakdown ? `${breakdown.title}: ${number.title}` : number.title,
      derived: number.derived,
      sources: number.sourceIds.map((id) => nameSource((after ? now : old).record, id)),
      fields,
      articles: printed.flatMap(({ slug, refs }) =>
        refs.has(ref) || (quantity && refs.has(toRecordId(ref))) ? slug : [],
      ),
    };
  });
}

/** Fields of changed quantities, breakdowns and sources that no other part of the review covers. */
function compareRecords(old: Content, now: Content): Review['records'] {
  const told = new Set(['statements', 'rows', 'derivation']);
  const list = ({ quantities, breakdowns, sources }: Content) =>
    [...quantities, ...breakdowns, ...sources].map(({ source, value }) => ({
      file: source.path,
      value,
    }));
  return pair(list(old), list(now), ({ file }) => file).flatMap(([was, is]) => {
    if (!was) return [];
    const fields = is
      ? listChangedFields(was.value, is.value).filter((name) => !told.has(name))
      : ['removed'];
    return fields.length > 0 ? { file: was.file, fields } : [];
  });
}

const chartTexts = ['title', 'subtitle', 'description', 'note', 'sources'] as const;

/** Charts whose file or whose numbers changed. */
function compareCharts(old: Content, now: Content): ChartChange[] {
  return pair(old.charts, now.charts, ({ id }) => id).flatMap(([was, is]): ChartChange[] => {
    const [rows, freshRows] = [sayRows(old, was), sayRows(now, is)];
    const changed = pair(rows, freshRows, ({ label }) => label).flatMap(([before, after]) =>
      before?.value === after?.value
        ? []
        : [{ label: (after ?? before)?.label ?? '', was: before?.value, is: after?.value }],
    );
    const sameFile =
      was?.source.text === is?.source.text && was?.table?.source.text === is?.table?.source.text;
    if (sameFile && changed.length === 0) return [];
    const texts = chartTexts.flatMap((what) => {
      const [before, after] = [was?.value[what], is?.value[what]].map(
        (text) => text && toPlainText(text),
      );
      return before === after ? [] : [{ what, was: before, is: after }];
    });
    return [
      {
        id: (is ?? was)?.id ?? '',
        state: !was ? 'new' : !is ? 'removed' : 'changed',
        texts,
        rows: changed,
        emptyDescription:
          is &&
          judge(
            is,
            freshRows.some(({ isNumber }) => isNumber),
          ),
      },
    ];
  });
}

/** Its rows, each under a label of its own. */
function sayRows(
  { record }: Content,
  file: ChartFile | undefined,
): { label: string; value: string; isNumber: boolean }[] {
  const taken = new Map<string, number>();
  return ((file && findChartData(record, file)?.rows) ?? []).map((row) => {
    const { entry, cells } = row;
    const names = entry
      ? [entry.id || cells.title]
      : [cells.measure, cells.group, cells.label, cells.record];
    const label = names.filter((name) => name !== undefined && name !== '').join(', ');
    const times = (taken.get(label) ?? 0) + 1;
    taken.set(label, times);
    const value = entry
      ? [
          sayCell(row, 'date'),
          sayCell(row, 'title'),
          sayCell(row, 'place'),
          sayCell(row, 'from'),
          sayCell(row, 'to'),
        ]
      : [cells.qualifier, row.valueText];
    return {
      label: times === 1 ? label : `${label} (${times})`,
      value: value.filter(Boolean).join(' '),
      isNumber: row.number !== undefined,
    };
  });
}

function judge({ value }: ChartFile, numbers: boolean): ChartChange['emptyDescription'] {
  const text = toPlainText(value.description);
  const why = judgeDescription(
    text,
    [toPlainText(value.title), toPlainText(value.subtitle)],
    numbers,
  );
  return why === undefined ? undefined : { text, why };
}
