/** Compares two states of the content for the review of a change. */
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
import type { NumberChange, Review } from './review-changes.ts';
import type { Finding } from '../../schema/finding.ts';
import { getPublishedLock } from '../../library/texts/published-articles.ts';
import type { Content } from '../../library/content.ts';
import { subtractEntries, pairEntries, listChangedFields } from './compare-lists.ts';
import { compareArticles, listMentions } from './compare-articles.ts';
import { compareCharts } from './compare-charts.ts';

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
  const findings = subtractEntries(after.findings, before.findings, nameFinding);
  return {
    articles: compareArticles(old, now),
    uncorrected: listUncorrected(old, now),
    numbers: compareNumbers(old, now),
    records: compareRecords(old, now),
    sources: [...now.record.sources.values()].filter(({ id }) => !old.record.sources.has(id)),
    charts: compareCharts(old, now),
    claims: pairEntries(old.claims, now.claims, ({ id }) => id).flatMap(([was, is]) =>
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
  'number-form',
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

/** The words that a finding points at. */
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

/**
 * Lists published numbers that changed without a correction. Readers saw what is in the lock or,
 * before the first publication, in the articles.
 */
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

/** Fields that make up the value itself. */
const valueFields = new Set(['value', 'words', 'hedge']);

function compareNumbers(old: Content, now: Content): NumberChange[] {
  const printed = now.articles.map((article) => ({
    slug: article.slug,
    refs: new Set(listMentions(now, article).flatMap(({ ref }) => ref ?? [])),
  }));
  const say = (entry: Entry | undefined) =>
    entry && formatValueWithUnit(entry.number, entry.number.unit);
  return pairEntries(listRecorded(old), listRecorded(now), ({ ref }) => ref).flatMap(
    ([before, after]) => {
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
    },
  );
}

/** Fields of changed quantities, breakdowns and sources that no other part of the review covers. */
function compareRecords(old: Content, now: Content): Review['records'] {
  const told = new Set(['statements', 'rows', 'derivation']);
  const list = ({ quantities, breakdowns, sources }: Content) =>
    [...quantities, ...breakdowns, ...sources].map(({ source, value }) => ({
      file: source.path,
      value,
    }));
  return pairEntries(list(old), list(now), ({ file }) => file).flatMap(([was, is]) => {
    if (!was) return [];
    const fields = is
      ? listChangedFields(was.value, is.value).filter((name) => !told.has(name))
      : ['removed'];
    return fields.length > 0 ? { file: was.file, fields } : [];
  });
}
