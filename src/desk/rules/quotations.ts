/** A quotation says what its source prints, letter by letter. */
import { formatDate } from '../../evidence/format.ts';
import { findWordings, normaliseQuotation } from '../../evidence/quotation.ts';
import { listQuotations, listWordings, type Quotation, type Wording } from '../../library/quotations.ts';
import type { Content } from '../../library/read-content.ts';
import { createFinding, findNearest } from '../../library/read-yaml.ts';
import type { SourceText } from '../../library/source-text.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';

const maximumWords = 25;
/** Shorter words in quotation marks name a term and quote nobody. */
const minimumWords = 3;

export const checkQuotations: Rule = (content) => {
  const wordings = listWordings(content);
  const all = [...wordings.values()].flat();
  return [...content.articles, ...content.pages].flatMap((text) =>
    listQuotations(text).flatMap((quotation) => {
      const { sourceId } = quotation;
      if (sourceId === undefined) return isTerm(quotation) ? [] : judge(text.source, quotation, all, 'any source’s record');
      const kept = wordings.get(sourceId);
      return kept ? judge(text.source, quotation, kept, describe(content, sourceId)) : [];
    }),
  );
};

function isTerm({ text }: Quotation): boolean {
  return text.split(/\s+/).length < minimumWords;
}

function describe(content: Content, id: string): string {
  const source = content.record.sources.get(id);
  return source
    ? `the record of "${id}" (${[source.publisher, source.published && formatDate(source.published)].filter(Boolean).join(', ')})`
    : `"${id}"`;
}

function judge(source: SourceText, { span, text }: Quotation, kept: Wording[], where: string): Finding[] {
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
  if (findWordings(text, kept)) return [];
  const near = findNearest(
    written,
    kept.map((wording) => normaliseQuotation(wording.text)),
  );
  return [
    createFinding(source, span, {
      rule: 'quotation-differs',
      level: 'error',
      message: `The wording is not kept in ${where}.`,
      fix: near
        ? `It prints: "${near}"`
        : 'Copy the wording from the source and keep it under quotes: in its file, or take the quotation marks away.',
    }),
  ];
}
