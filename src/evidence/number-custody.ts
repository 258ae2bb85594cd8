/**
 * A number's custody in words: what the record says, who said it, where it was read, how well it is
 * supported, what differs.
 */
import { traceStatements, type Change } from './drift.ts';
import {
  formatAmount,
  formatDate,
  formatValue,
  formatValueWithUnit,
  hedgeWords,
} from './format.ts';
import { nameAlone } from './held-source.ts';
import { comparePhrase } from './number-phrase.ts';
import { agreeAsPrinted } from './precision.ts';
import { findNumber, isFailure, type EvidenceRecord, type RecordedNumber } from './record.ts';
import { areRivals, computeNumberStanding, standingWords } from './standing.ts';

export type NumberCustody = {
  tag: string;
  title: string;
  /** Id of the quantity or breakdown. */
  recordId: string;
  /** Value with hedge and unit: "at least 40 vans". */
  recorded: string;
  /** What exactly its source counts, and where: "Q7A1, North"; empty if it does not say. */
  object: string;
  /** The hedge it was printed with; empty if there was none. */
  hedge: string;
  /** Whose number it is; "our arithmetic" if it is ours. */
  speaker: string;
  /** Publication, date and place in it, for each source that prints it. */
  readIn: string[];
  sourceIds: string[];
  /** As printed; empty if the record keeps no wording. */
  wording: string;
  /** Our translation of it; empty if it is in English. */
  inEnglish: string;
  standing: string;
  /**
   * Sentences on every difference: from the words of the text, from the statement that is repeated,
   * from other statements.
   */
  differs: string[];
};

/**
 * Custody of the number that `ref` names and that a text prints as `words`; undefined if the record
 * has no such number.
 */
export function describeCustody(
  record: EvidenceRecord,
  ref: string,
  words: string,
): NumberCustody | undefined {
  const number = findNumber(record, ref);
  if (isFailure(number)) return undefined;
  const { tag, breakdown, row, statement, unit, sourceIds, hedge } = number;
  const printing = row?.printings?.[0];
  return {
    tag,
    title: breakdown ? `${breakdown.title}: ${number.title}` : number.title,
    recordId: number.recordId,
    recorded: formatValueWithUnit(number, unit),
    object: [statement?.model, statement?.object, statement?.place].filter(Boolean).join(', '),
    hedge: hedge ? hedgeWords[hedge] : '',
    speaker: number.derived
      ? 'our arithmetic'
      : (statement?.speaker ?? (statement ? 'not named' : (breakdown?.counted_by ?? ''))),
    readIn: sourceIds.map((id) =>
      [nameSource(record, id), statement?.locator, isSeen(record, id) ? '' : 'not seen']
        .filter(Boolean)
        .join(', '),
    ),
    sourceIds,
    wording: statement?.wording ?? printing?.wording ?? '',
    inEnglish: statement?.in_english ?? printing?.in_english ?? '',
    standing: standingWords[computeNumberStanding(number, record)].label,
    differs: [
      ...compareWords(words, number),
      ...compareRepeated(record, number),
      ...compareRivals(record, number),
    ],
  };
}

/** "The Gazette, 2 June 2015". */
export function nameSource({ sources }: EvidenceRecord, id: string): string {
  const source = sources.get(id);
  return source
    ? [nameAlone(source), source.published && formatDate(source.published)]
        .filter(Boolean)
        .join(', ')
    : id;
}

const isSeen = ({ sources }: EvidenceRecord, id: string) => sources.get(id)?.read_as !== 'not-seen';

function compareWords(words: string, number: RecordedNumber): string[] {
  const difference = comparePhrase(words, number);
  if (!difference) {
    const exact = comparePhrase(words, { ...number, rounded: [] });
    return exact ? ['The words are a form that the record allows.'] : [];
  }
  switch (difference.differs) {
    case 'hedge':
      return [
        `The text says ${quoteHedge(difference.written)}, the record ${quoteHedge(difference.recorded)}.`,
      ];
    case 'unit':
      return [`The text counts “${difference.written}”.`];
    case 'sign':
      return ['The text gives it another unit.'];
    case 'no-number':
      return ['The words hold no number.'];
    case 'value':
      return [`The text has another value: ${difference.written.join(', ') || 'none'}.`];
  }
}

function quoteHedge(hedge: keyof typeof hedgeWords | 'unknown' | undefined): string {
  if (hedge === 'unknown') return 'a hedge that the record does not know';
  return hedge ? `“${hedgeWords[hedge]}”` : 'no hedge';
}

const changeWords: Record<Change['what'], string> = {
  value: 'value',
  hedge: 'hedge',
  object: 'what is counted',
  place: 'place',
  model: 'model',
  speaker: 'speaker',
  date: 'date said',
};

function compareRepeated(
  record: EvidenceRecord,
  { quantity, statement }: RecordedNumber,
): string[] {
  const link =
    quantity && traceStatements(quantity).find((candidate) => candidate.statement === statement);
  if (!link?.repeated) return [];
  const whom = nameSource(record, link.repeated.source);
  if (link.basis === 'inferred') return [`Repeats ${whom}, by our inference.`];
  return link.changes.map(
    ({ what, from, to }) => `Repeats ${whom}; ${changeWords[what]}: ${to} instead of ${from}.`,
  );
}

function compareRivals(
  record: EvidenceRecord,
  { quantity, statement, row, value, unit }: RecordedNumber,
): string[] {
  const statements = quantity?.statements ?? [];
  const rivals = statements.filter(
    (other) => statement && other !== statement && areRivals(statement, other),
  );
  const printed = (row?.printings ?? []).filter(
    (other) => typeof value === 'number' && !agreeAsPrinted(value, other.value),
  );
  return [
    ...rivals.map(
      (other) => `${nameSource(record, other.source)} has ${formatValue(other, unit)}.`,
    ),
    ...printed.map(
      (other) => `${nameSource(record, other.source)} prints ${formatAmount(other.value, unit)}.`,
    ),
  ];
}
