/** A number in the text says what its record says: value, hedge, unit. */
import { findChangeBefore, findChangeBehind } from '../../evidence/beside-number.ts';
import {
  findOtherNoun,
  findOtherWhole,
  listFollowing,
  listWholes,
  namesCounted,
} from '../../evidence/counted-nouns.ts';
import { findHedgeBefore, findHedgeBehind } from '../../evidence/hedges.ts';
import {
  comparePhrase,
  parseNumberPhrase,
  type PhraseDifference,
} from '../../evidence/number-phrase.ts';
import { formatValueWithUnit, hedgeWords } from '../../evidence/format.ts';
import { nameSource } from '../../evidence/number-custody.ts';
import { findOtherVariant } from '../../evidence/variants.ts';
import {
  findNumber,
  isFailure,
  type EvidenceRecord,
  type RecordedNumber,
} from '../../evidence/record.ts';
import {
  listCountedNouns,
  listFieldMentions,
  listTextMentions,
  type NumberMention,
} from '../../library/texts/number-mentions.ts';
import type { Content } from '../../library/content.ts';
import { createFinding } from '../../library/findings.ts';
import { listTextFields } from '../../library/texts/text-fields.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';
import { tagFor } from '../../schema/author-tags.ts';
import { findUnknownNumber } from './unknown.ts';

export const checkNumberLinks: Rule = (content) => {
  const mentions = [
    ...[...content.articles, ...content.pages].flatMap(listTextMentions),
    ...listFieldMentions(listTextFields(content)),
  ];
  const things: Things = { nouns: listCountedNouns(content), wholes: listShared(content) };
  const counts = listCounts(content);
  return mentions.flatMap((mention) =>
    mention.ref === undefined
      ? judgeFreed(mention, counts)
      : judge(content.record, mention, mention.ref, things),
  );
};

/** The things that numbers of the record count, and the wholes of its shares, in lower case. */
type Things = { nouns: ReadonlySet<string>; wholes: ReadonlySet<string> };

function listShared({ quantities, breakdowns }: Content): ReadonlySet<string> {
  return new Set(
    [...quantities, ...breakdowns].flatMap(({ value }) => [...listWholes(value.unit)]),
  );
}

/** Smaller counts of the same things are often other numbers than those of the record. */
const smallestKnown = 20;

/** Counts of the record by their value. */
function listCounts({ quantities, record }: Content): Map<number, RecordedNumber[]> {
  const counts = new Map<number, RecordedNumber[]>();
  for (const file of quantities) {
    if (file.value.unit.kind !== 'count') continue;
    for (const { id, value } of file.value.statements ?? []) {
      if (typeof value !== 'number' || value < smallestKnown) continue;
      const found = findNumber(record, `${file.id}/${id}`);
      if (!isFailure(found)) counts.set(value, [...(counts.get(value) ?? []), found]);
    }
  }
  return counts;
}

/** With more words than this it is a passage, not a number with its noun. */
const mostWords = 8;

/**
 * <Plain> frees a number that needs no record. It must not free a number that the record has, or a
 * whole passage.
 */
function judgeFreed(
  mention: NumberMention,
  counts: ReadonlyMap<number, RecordedNumber[]>,
): Finding[] {
  const { source, words, behind } = mention;
  const tell = (message: string, fix: string) => [
    createFinding(source, mention.span, { rule: 'number-unbound', level: 'error', message, fix }),
  ];
  if (words.trim().split(/\s+/).length > mostWords)
    return tell(
      `<${tagFor.freed}> is for a single number, and here it holds a whole passage.`,
      'Put it around each number that needs no record.',
    );
  const { values: [value] = [], rest = '' } = parseNumberPhrase(words) ?? {};
  const known =
    value === undefined
      ? undefined
      : counts.get(value)?.find((count) => namesCounted(`${rest}${behind}`, count));
  if (!known) return [];
  return tell(
    `The record has this number: content/quantities/${known.recordId}.yaml.`,
    `Write [${formatValueWithUnit(known, known.unit)}](num:${known.ref})`,
  );
}

function judge(
  record: EvidenceRecord,
  mention: NumberMention,
  ref: string,
  { nouns, wholes }: Things,
): Finding[] {
  const { source, words: phrase } = mention;
  const found = findNumber(record, ref);
  if (isFailure(found)) {
    const link = mention.span;
    const target =
      link.start + Math.max(0, source.text.slice(link.start, link.end).lastIndexOf('num:'));
    return findUnknownNumber(record, source, { start: target, end: target + 4 + ref.length }, ref, {
      scheme: 'num:',
    });
  }
  const outside =
    judgeChangeOutside(record, mention, found) ?? judgeHedgeOutside(record, mention, found);
  if (outside) return [outside];
  const difference = comparePhrase(phrase, found);
  const noun =
    found.unit.kind === 'percent'
      ? findOtherWhole(phrase, mention.behind, wholes, found)
      : found.unit.kind === 'count' && parseNumberPhrase(phrase)?.rest === ''
        ? findOtherNoun(mention.behind, nouns, found)
        : undefined;
  const isSame = !difference && noun === undefined;
  const other = isSame
    ? findOtherVariant(`${phrase} ${listFollowing(mention.behind).join(' ')}`, found)
    : undefined;
  if (isSame && !other) return [];
  const link = mention.span;
  const written = source.text.slice(link.start, link.end);
  const span = { start: link.start + 1, end: link.start + Math.max(2, written.indexOf('](')) };
  if (other) {
    const message = `The text says "${other.written}"; content/quantities/${found.recordId}.yaml has "${other.recorded}" for it${sayOrigin(found, record)}.`;
    const fix = `Write ${other.recorded}, or link the statement that says ${other.written}.`;
    return [createFinding(source, span, { rule: 'number-differs', level: 'error', message, fix })];
  }
  return [
    createFinding(
      source,
      span,
      explainDifference(
        difference ?? { differs: 'unit', written: noun ?? '' },
        phrase,
        found,
        record,
      ),
    ),
  ];
}

/**
 * Reports signs or words outside the brackets that change the number and would not be compared with
 * its record.
 */
function judgeChangeOutside(record: EvidenceRecord, mention: NumberMention, found: RecordedNumber) {
  const { source, words, before, behind } = mention;
  const [first, last] = [findChangeBefore(before), findChangeBehind(behind, words)];
  const change = first ?? last;
  if (!change) return undefined;
  const { span } = mention;
  const start = first ? span.start - before.length + change.index : span.end + change.index;
  const between = first
    ? before.slice(change.index)
    : behind.slice(0, change.index + change.words.length);
  const unmarked = between.replace(/[*_]/g, '');
  const inside = first ? unmarked + words : words + unmarked;
  return createFinding(
    source,
    { start, end: start + change.words.length },
    {
      rule: 'number-differs',
      level: 'error',
      message: `"${change.words}" changes the number "${words}" but is outside the brackets, where the check does not compare it.`,
      fix:
        comparePhrase(inside, found) === undefined
          ? `Write [${inside}](num:${found.ref}).`
          : `Take "${change.words}" out, or put a space between where it belongs to other words: ${describeRecord(found, record)}.`,
    },
  );
}

/** Reports hedges outside the brackets, which would not be compared with the record. */
function judgeHedgeOutside(record: EvidenceRecord, mention: NumberMention, found: RecordedNumber) {
  const { source, words, before, behind } = mention;
  const [first, last] = [findHedgeBefore(before), findHedgeBehind(behind)];
  const hedge = first ?? last;
  if (!hedge) return undefined;
  const phrase = first ? `${hedge.words} ${words}` : `${words} ${hedge.words}`;
  const { span } = mention;
  const start = first ? span.start - before.length + hedge.index : span.end + hedge.index;
  return createFinding(
    source,
    { start, end: start + hedge.words.length },
    {
      rule: 'number-differs',
      level: 'error',
      message: `"${hedge.words}" hedges the number but is outside the brackets, where the check does not compare it.`,
      fix:
        comparePhrase(phrase, found) === undefined
          ? `Write [${phrase}](num:${found.ref}).`
          : `Take "${hedge.words}" out, or put a word between where it hedges nothing: ${describeRecord(found, record)}.`,
    },
  );
}

function explainDifference(
  difference: PhraseDifference,
  phrase: string,
  recorded: RecordedNumber,
  record: EvidenceRecord,
): Pick<Finding, 'rule' | 'level' | 'message' | 'fix'> {
  const right = formatValueWithUnit(recorded, recorded.unit);
  const where = describeRecord(recorded, record);
  const correct = `Write [${right}](num:${recorded.ref}), or correct the record; if readers have already seen the number, add a correction.`;
  switch (difference.differs) {
    case 'no-number':
    case 'value':
      return {
        rule: 'number-differs',
        level: 'error',
        message: `The text says "${phrase}"; ${where}.`,
        fix: correct,
      };
    case 'sign': {
      const sign =
        recorded.unit.kind === 'percent'
          ? 'per cent'
          : recorded.unit.kind === 'count'
            ? `a plain count of ${recorded.unit.many}`
            : 'an amount of money';
      return {
        rule: 'number-differs',
        level: 'error',
        message: `"${phrase}" does not say that the number is ${sign}; ${where}.`,
        fix: correct,
      };
    }
    case 'unit':
      return {
        rule: 'number-differs',
        level: 'error',
        message:
          recorded.unit.kind === 'percent'
            ? `The text gives a share of "${difference.written}", the record one ${(recorded.unit.also ?? []).join(' or ')}.`
            : `The text counts "${difference.written}", the record counts ${recorded.unit.many}.`,
        fix:
          recorded.unit.kind === 'percent'
            ? 'Link the share that is meant, or add the words to unit.also in the record.'
            : `Write [${right}](num:${recorded.ref}), or add the word to unit.also in the record.`,
      };
    case 'hedge': {
      if (difference.written === undefined && difference.recorded) {
        return {
          rule: 'hedge-dropped',
          level: 'warning',
          message: `The record says "${hedgeWords[difference.recorded]}", but the text does not.`,
          fix: `Write [${right}](num:${recorded.ref}).`,
        };
      }
      return {
        rule: 'number-differs',
        level: 'error',
        message: `The text says "${phrase}", a different hedge from the record’s; ${where}.`,
        fix: correct,
      };
    }
  }
}

/** "content/quantities/parcels-lost.yaml says 40 parcels (The Gazette, 2 June 2015)". */
function describeRecord(recorded: RecordedNumber, record: EvidenceRecord): string {
  const file = `content/${recorded.breakdown ? 'breakdowns' : 'quantities'}/${recorded.recordId}.yaml`;
  return `${file} says ${formatValueWithUnit(recorded, recorded.unit)}${sayOrigin(recorded, record)}`;
}

function sayOrigin(recorded: RecordedNumber, record: EvidenceRecord): string {
  const [id] = recorded.sourceIds;
  if (id === undefined || !record.sources.has(id))
    return recorded.derived ? ' (our arithmetic)' : '';
  return ` (${nameSource(record, id)})`;
}
