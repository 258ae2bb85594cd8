/**
 * A quotation says what its source prints, letter by letter, and who said it. A tag names its source. Words in quotation marks are looked
 * for in the sources that their section of the article names, or in those that their record names.
 */
import { formatDate } from '../../evidence/format.ts';
import { findLooseNumbers } from '../../evidence/loose-numbers.ts';
import { findWordings, normaliseQuotation } from '../../evidence/quotation.ts';
import { isSameSpeaker } from '../../evidence/speaker.ts';
import { listCountedNouns } from '../../library/number-mentions.ts';
import {
  listFieldQuotations,
  listNamedSources,
  listQuotations,
  listValueTargets,
  listWordings,
  type Quotation,
  type Wording,
} from '../../library/quotations.ts';
import type { Content } from '../../library/read-content.ts';
import { createFinding, findNearest } from '../../library/read-yaml.ts';
import type { SourceText } from '../../library/source-text.ts';
import { listTextFields } from '../../library/text-fields.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';

const maximumWords = 25;
/** Shorter words in quotation marks name a term and quote nobody, unless there is a number in them. */
const minimumWords = 3;

export const checkQuotations: Rule = (content) => {
  const wordings = listWordings(content);
  const titles = new Set(content.sources.map(({ value }) => normaliseQuotation(value.title)));
  const all = [...wordings.values()].flat();
  const nouns = listCountedNouns(content);
  const check = (source: SourceText, quotation: Quotation, about: string[] | undefined) => {
    const { sourceId } = quotation;
    if (sourceId === undefined ? isTerm(quotation, nouns) || isTitle(titles, quotation) : !wordings.has(sourceId)) return [];
    // What the article is about could not be read, and that is told.
    if (about === undefined && sourceId === undefined && findWordings(quotation.text, all)) return [];
    return judge(content, source, quotation, listNamedSources(content.record, quotation, about ?? []), wordings);
  };
  return [
    ...[...content.articles, ...content.pages].flatMap((text) => {
      const about = text.matter && listValueTargets('about' in text.matter.value ? text.matter.value.about : undefined);
      return listQuotations(text).flatMap((quotation) => check(text.source, quotation, about));
    }),
    ...listTextFields(content).flatMap((field) =>
      listFieldQuotations(field).flatMap((quotation) => check(field.file.source, quotation, [])),
    ),
  ];
};

function isTerm({ text }: Quotation, nouns: ReadonlySet<string>): boolean {
  return text.split(/\s+/).length < minimumWords && findLooseNumbers(text, nouns).length === 0;
}

/** A title in quotation marks names a work, whoever names it. */
function isTitle(titles: ReadonlySet<string>, { text }: Quotation): boolean {
  return titles.has(normaliseQuotation(text));
}

function describe(content: Content, id: string): string {
  const source = content.record.sources.get(id);
  return source
    ? `"${id}" (${[source.publisher, source.published && formatDate(source.published)].filter(Boolean).join(', ')})`
    : `"${id}"`;
}

function judge(
  content: Content,
  source: SourceText,
  { span, text, by, sourceId }: Quotation,
  named: string[],
  wordings: Map<string, Wording[]>,
): Finding[] {
  const written = normaliseQuotation(text);
  const words = written.split(' ').length;
  if (words > maximumWords) {
    return [
      createFinding(source, span, {
        rule: 'quotation-long',
        level: 'error',
        message: `The quotation has ${words} words; at most ${maximumWords} are quoted.`,
        fix: 'Shorten it with …, or say it in your own words.',
      }),
    ];
  }
  const kept = named.flatMap((id) => wordings.get(id) ?? []);
  const found = findWordings(text, kept);
  if (found) return judgeSpeaker(content, source, { span, by, sourceId }, found);
  return [createFinding(source, span, { rule: 'quotation-differs', level: 'error', ...explain(content, written, named, kept, wordings) })];
}

/** A tag that says whose words they are names whom the record names, or where it names nobody, author or publisher of the source. */
function judgeSpeaker(
  content: Content,
  source: SourceText,
  { span, by, sourceId }: Pick<Quotation, 'span' | 'by' | 'sourceId'>,
  found: Wording[],
): Finding[] {
  const printed = sourceId === undefined ? undefined : content.record.sources.get(sourceId);
  if (by === undefined || printed === undefined) return [];
  const speakers = found.flatMap((wording) => wording.by ?? []);
  const own = [printed.author, printed.publisher].filter((name) => name !== undefined);
  const counters = found.flatMap(({ counter }) => counter ?? []);
  if ([...(speakers.length > 0 ? speakers : own), ...counters].some((name) => isSameSpeaker(by, name))) return [];
  const [right = own[0]] = speakers;
  const start = source.text.lastIndexOf(by, span.start);
  return [
    createFinding(source, start === -1 ? span : { start, end: start + by.length }, {
      rule: 'speaker-differs',
      level: 'error',
      message: `The tag says that ${by} said this; by the record of ${describe(content, sourceId ?? '')} it was ${right}.`,
      fix: `Write by="${right}", or keep under quotes: in content/sources/${sourceId}.yaml who said it.`,
    }),
  ];
}

function explain(content: Content, written: string, named: string[], kept: Wording[], wordings: Map<string, Wording[]>) {
  const other = [...wordings].find(([, theirs]) => findWordings(written, theirs))?.[0];
  if (other !== undefined) {
    return {
      message: `No source named beside these words keeps them; ${describe(content, other)} does.`,
      fix: `Name it there: [${content.record.sources.get(other)?.publisher ?? other}](source:${other})`,
    };
  }
  const near = findNearest(
    written,
    kept.map((wording) => normaliseQuotation(wording.text)),
  );
  const [only, ...others] = named;
  return {
    message:
      only !== undefined && others.length === 0
        ? `The wording is not kept in the record of ${describe(content, only)}.`
        : 'The wording is not kept in the record of any source named beside it.',
    fix: near
      ? `It prints: "${near}"`
      : 'Copy the wording from the source and keep it under quotes: in its file, or write words of your own without quotation marks or >.',
  };
}
