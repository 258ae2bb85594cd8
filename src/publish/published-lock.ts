/**
 * The lock file of what was last published: the fingerprint of each article's words and the value
 * of each number that it prints from the record. Pure: the same content always gives the same
 * bytes.
 */
import { spacedPlural } from '../evidence/plural.ts';
import { compareText } from '../evidence/compare-text.ts';
import { createHash } from 'node:crypto';
import { formatValueWithUnit } from '../evidence/format.ts';
import { findNumber, isFailure, type EvidenceRecord } from '../evidence/record.ts';
import type { Correction } from '../schema/correction.ts';
import type { PublishedArticle, PublishedLock } from '../schema/lock-file.ts';

/** An article as readers see it. */
export type ShownArticle = {
  slug: string;
  /** Headline, summary, findings and text without markup. */
  words: string;
  /** References of the numbers that it prints from the record. */
  refs: readonly string[];
  /** Its former slugs. */
  formerly?: readonly string[] | undefined;
};

export function createPublishedLock(
  articles: readonly ShownArticle[],
  corrections: readonly Correction[],
  record: EvidenceRecord,
  records: readonly string[],
  recorded: readonly string[] = [],
): PublishedLock {
  const entries = articles.map(({ slug, words, refs, formerly }): [string, PublishedArticle] => {
    const numbers = sayNumbers(record, refs);
    const own = corrections.filter((correction) => correction.article === slug).map(nameCorrection);
    return [
      slug,
      {
        text: hashWords(words),
        numbers: sortKeys(numbers),
        corrections: own.sort(compareText),
        ...sortFormer(formerly),
      },
    ];
  });
  const numbers = recorded.length > 0 && { numbers: sortKeys(sayNumbers(record, recorded)) };
  return {
    version: 1,
    articles: sortKeys(entries),
    ...numbers,
    records: [...records].sort(compareText),
  };
}

/** The lock as JSON text: sorted, two-space indent, a closing line break, no date. */
export function formatPublishedLock(lock: PublishedLock): string {
  const articles = Object.entries(lock.articles).map(
    ([slug, { text, numbers, corrections, formerly }]): [string, PublishedArticle] => [
      slug,
      {
        text,
        numbers: sortKeys(Object.entries(numbers)),
        corrections: [...corrections].sort(compareText),
        ...sortFormer(formerly),
      },
    ],
  );
  const numbers = lock.numbers && { numbers: sortKeys(Object.entries(lock.numbers)) };
  const records = lock.records && { records: [...lock.records].sort(compareText) };
  return `${JSON.stringify({ version: lock.version, articles: sortKeys(articles), ...numbers, ...records }, null, 2)}\n`;
}

function sayNumbers(record: EvidenceRecord, refs: readonly string[]): [string, string][] {
  return refs.flatMap((ref): [string, string][] => {
    const value = sayNumber(record, ref);
    return value === undefined ? [] : [[ref, value]];
  });
}

/**
 * A number in words as the lock keeps it: "at least 40 vans". Undefined if the record has no such
 * number.
 */
export function sayNumber(record: EvidenceRecord, ref: string): string | undefined {
  const found = findNumber(record, ref);
  return isFailure(found) ? undefined : formatValueWithUnit(found, found.unit);
}

/** Fingerprint of words, independent of line breaks. */
export function hashWords(words: string): string {
  return `sha256-${createHash('sha256').update(normaliseWords(words)).digest('hex')}`;
}

/** Returns words with single spaces, for comparison. */
export function normaliseWords(words: string): string {
  return words
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}

/** What the lock remembers of a correction: its day and the numbers it touches. */
function nameCorrection({ date, numbers = [] }: Correction): string {
  return [date, ...[...numbers].sort(compareText)].join(' ');
}

/**
 * Returns the corrections that are newer than those in the lock. An edited correction does not
 * count as new: the result is never longer than what the list has grown by.
 */
export function listNewCorrections(
  remembered: readonly string[],
  corrections: readonly Correction[],
): Correction[] {
  const left = [...remembered];
  const unmatched = corrections.filter((correction) => {
    const at = left.indexOf(nameCorrection(correction));
    if (at === -1) return true;
    left.splice(at, 1);
    return false;
  });
  const grown = Math.max(0, corrections.length - remembered.length);
  return unmatched.sort((a, b) => compareText(b.date, a.date)).slice(0, grown);
}

export type ChangedNumber = {
  /** The reference under which it was published. */
  ref: string;
  /** What readers were shown. */
  was: string;
  /** What the article says now or, if it no longer prints the number, the record. */
  is: string;
  /** The reference under which the article prints it now; undefined if it no longer prints it. */
  printedAs: string | undefined;
};

/**
 * Finds published numbers that now read differently, are printed under another statement, or were
 * removed. Without a `record`, nobody knows what became of removed numbers, and they are left out.
 */
export function findChangedNumbers(
  before: PublishedArticle,
  now: PublishedArticle,
  record?: EvidenceRecord,
): ChangedNumber[] {
  return Object.entries(before.numbers).flatMap(([ref, was]): ChangedNumber[] => {
    const printed = now.numbers[ref];
    if (printed !== undefined)
      return printed === was ? [] : [{ ref, was, is: printed, printedAs: ref }];
    const fresh = Object.entries(now.numbers).filter(
      ([other]) => toRecordId(other) === toRecordId(ref) && !(other in before.numbers),
    );
    if (fresh.some(([, value]) => value === was)) return [];
    const [replaced] = fresh;
    if (replaced) return [{ ref, was, is: replaced[1], printedAs: replaced[0] }];
    if (!record) return [];
    const recorded = listValues(record, ref);
    return recorded.includes(was)
      ? []
      : [{ ref, was, is: recorded[0] ?? 'in no record', printedAs: undefined }];
  });
}

/**
 * Returns what the record says under `ref` or, if it has no such number, all values of that record.
 */
function listValues(record: EvidenceRecord, ref: string): string[] {
  const exact = sayNumber(record, ref);
  if (exact !== undefined) return [exact];
  const id = toRecordId(ref);
  const parts = record.quantities.get(id)?.statements ?? record.breakdowns.get(id)?.rows ?? [];
  return parts.flatMap((part) => sayNumber(record, `${id}/${part.id}`) ?? []);
}

export function toRecordId(ref: string): string {
  return ref.split('/')[0] ?? ref;
}

/**
 * Returns whether the correction names the number, its whole record, or the replacing statement.
 */
export function coversNumber(correction: Correction, { ref, printedAs }: ChangedNumber): boolean {
  return (correction.numbers ?? []).some(
    (named) => named === ref || named === toRecordId(ref) || named === printedAs,
  );
}

/** Lists the changes from one lock to the next, one line each. */
export function listLockChanges(before: PublishedLock | undefined, now: PublishedLock): string[] {
  const slugs = [
    ...new Set([...Object.keys(before?.articles ?? {}), ...Object.keys(now.articles)]),
  ].sort(compareText);
  const inArticles = slugs.flatMap((slug) => {
    const current = now.articles[slug];
    if (!current) {
      const renamed = Object.keys(now.articles).find((name) =>
        now.articles[name]?.formerly?.includes(slug),
      );
      return [renamed ? `${slug}: is ${renamed} now` : `${slug}: no longer published`];
    }
    const old = [slug, ...(current.formerly ?? [])]
      .flatMap((name) => before?.articles[name] ?? [])
      .at(0);
    if (!old)
      return [
        `${slug}: published, with ${spacedPlural(Object.keys(current.numbers).length, 'number')}`,
      ];
    const refs = [...new Set([...Object.keys(old.numbers), ...Object.keys(current.numbers)])].sort(
      compareText,
    );
    const numbers = refs.flatMap((ref) => {
      const [was, is] = [old.numbers[ref], current.numbers[ref]];
      return was === is
        ? []
        : [`${slug}: ${ref}: ${was ?? 'not printed'} -> ${is ?? 'not printed'}`];
    });
    const added = current.corrections.length - old.corrections.length;
    return [
      ...numbers,
      ...(old.text === current.text ? [] : [`${slug}: other words`]),
      ...(added > 0 ? [`${slug}: ${spacedPlural(added, 'correction')} more`] : []),
    ];
  });
  // Numbers that an article prints are reported there already, even under the id of the whole
  // record.
  const inRecord = Object.entries(now.numbers ?? {}).flatMap(([ref, is]) => {
    const was = before?.numbers?.[ref];
    const change = `${was ?? ''} -> ${is}`;
    const told = inArticles.some(
      (line) => line.includes(`: ${toRecordId(ref)}`) && line.endsWith(`: ${change}`),
    );
    return was === undefined || was === is || told ? [] : [`record: ${ref}: ${change}`];
  });
  return [...inArticles, ...inRecord];
}

const sortFormer = (names: readonly string[] | undefined) =>
  names ? { formerly: [...names].sort(compareText) } : {};

function sortKeys<T>(entries: [string, T][]): Record<string, T> {
  return Object.fromEntries(entries.sort(([a], [b]) => compareText(a, b)));
}
