/**
 * The note beside a number of an article: the words that print it, where they are, and what the
 * record says about them. If it says nothing, the number has no visible note, unless the reader
 * asks for all evidence.
 */
import { traceStatements, type Change } from './drift.ts';
import { nameSource } from './number-custody.ts';
import { formatValue } from './printed-format.ts';
import type { EvidenceRecord, RecordedNumber } from './record.ts';
import { typeset } from './typeset.ts';
import { describeChange as describeSharedChange } from './shared-change.ts';
import { areRivals, computeNumberStanding, type Standing } from './standing.ts';
import { plural } from './plural.ts';
import { findPrintedNumber } from './wording.ts';
import type { Quantity, Statement } from '../schema/quantity.ts';

export type MarginNote = {
  standing: Standing;
  /**
   * Whether readers should see it without asking: sources differ, the first source is not found,
   * the number changed on the way, or we infer its origin.
   */
  tells: boolean;
  /** Whether it concerns this statement and not only its quantity. */
  tellsOfStatement: boolean;
  /**
   * As printed, in quotation marks, cut to a few words around the number; undefined if no wording
   * is kept.
   */
  words: string | undefined;
  /** The language of the words, if it is not the site's. */
  language: string | undefined;
  /** "The Gazette, 2 June 2015". */
  from: string;
  /** "then 74,000, The Gazette, 2 June 2015"; undefined if nothing changed. */
  change: string | undefined;
};

/** About as many words as fit into a note of four lines. */
const mostWords = 12;

/** Standings that a reader should know before relying on the number. */
const tellingStandings: readonly Standing[] = ['sources-differ', 'first-source-not-found'];

export function describeNote(record: EvidenceRecord, number: RecordedNumber): MarginNote {
  const { quantity, statement, row, derived } = number;
  const standing = computeNumberStanding(number, record);
  const link =
    quantity && traceStatements(quantity).find((candidate) => candidate.statement === statement);
  const tellsOfStatement =
    link !== undefined && (link.basis === 'inferred' || link.changes.length > 0);
  const printed = statement ?? row?.printings?.[0];
  const source = printed && record.sources.get(printed.source);
  const translated = statement?.in_english;
  const words = translated ?? printed?.wording;
  const from =
    printed && !derived ? typeset(nameSource(record, printed.source)) : sayArithmetic(quantity);
  return {
    standing,
    tells: tellsOfStatement || tellingStandings.includes(standing),
    tellsOfStatement,
    words: words === undefined ? undefined : `“${cutWords(words, number.value)}”`,
    language: translated === undefined && source?.language !== 'en' ? source?.language : undefined,
    from: translated === undefined ? from : `${from}, our translation`,
    change: quantity && statement && describeChange(record, quantity, statement),
  };
}

function sayArithmetic(quantity: Quantity | undefined): string {
  return quantity?.derivation
    ? `Worked out from ${plural(quantity.derivation.of.length, 'number')}`
    : 'Worked out from the table';
}

/**
 * The wording or, if it is long, the words around its number, with an ellipsis for what is left
 * out.
 */
export function cutWords(wording: string, value: RecordedNumber['value']): string {
  const all = wording.split(' ');
  // An ellipsis would be as long as a word or two.
  if (all.length <= mostWords + 2) return wording;
  const place = value === undefined ? undefined : findPrintedNumber(wording, value);
  const at = place ? wording.slice(0, place.index).split(' ').length - 1 : 0;
  const start = Math.max(0, Math.min(at - mostWords / 2 + 1, all.length - mostWords));
  const from = start <= 2 ? 0 : start;
  const end = from + mostWords >= all.length - 2 ? all.length : from + mostWords;
  return `${from > 0 ? '… ' : ''}${all.slice(from, end).join(' ')}${end < all.length ? ' …' : ''}`;
}

/** What matters most to readers comes first. */
const importance: Change['what'][] = [
  'value',
  'hedge',
  'object',
  'model',
  'place',
  'speaker',
  'date',
];

/** "stolen, where The Gazette, 31 May 2015 has lost": what changed beside the number. */
function sayOther({ what, from, to }: Change, source: string): string {
  const word = { speaker: 'said by ', date: 'said on ' }[what as string] ?? '';
  return `${word}${to}, where ${source} has ${from}`;
}

/** Describes the step to or from this statement that changed the number, or else another value. */
function describeChange(
  record: EvidenceRecord,
  quantity: Quantity,
  statement: Statement,
): string | undefined {
  const links = traceStatements(quantity);
  const sayValue = (word: string, where: Statement) =>
    typeset(`${word} ${formatValue(where, quantity.unit)}, ${nameSource(record, where.source)}`);
  const own = links.find((link) => link.statement === statement);
  const [change] = (own?.changes ?? []).toSorted(
    (a, b) => importance.indexOf(a.what) - importance.indexOf(b.what),
  );
  if (own?.repeated && change) {
    const isInNumber = change.what === 'value' || change.what === 'hedge';
    const before = isInNumber
      ? sayValue('before', own.repeated)
      : typeset(sayOther(change, nameSource(record, own.repeated.source)));
    // No single text is blamed for a change that others made too.
    const makers = new Set(
      describeSharedChange(quantity, change, record.sources).makers.map(({ source }) => source),
    ).size;
    return makers > 1 ? `${before}; changed in ${plural(makers, 'printing')}` : before;
  }
  const later = links.find(
    ({ repeated, changes }) =>
      repeated === statement && changes.some(({ what }) => what === 'value'),
  );
  if (later) return sayValue('then', later.statement);
  const rival = (quantity.statements ?? []).find((other) => areRivals(statement, other));
  if (rival) return sayValue('but', rival);
  if (own?.repeated && own.basis === 'inferred')
    return typeset(`from ${nameSource(record, own.repeated.source)}, we infer`);
  return undefined;
}
