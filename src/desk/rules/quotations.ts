/**
 * A quotation says what its source prints, letter by letter, and who said it. A tag names its
 * source. Words in quotation marks are looked for in the sources that their section of the article,
 * or their record, names.
 */
import { findLooseNumbers } from '../../evidence/loose-numbers.ts';
import { findWordings, isPutTogether, normaliseQuotation } from '../../evidence/quotation.ts';
import { listCountedNouns } from '../../library/texts/number-mentions.ts';
import { findStray } from '../../library/texts/quotation-marks.ts';
import {
  findStrayMarks,
  listFieldQuotations,
  listNamedSources,
  listQuotations,
  listValueTargets,
  type Quotation,
} from '../../library/texts/quoted-words.ts';
import { listWordings, type Wording } from '../../library/texts/kept-wordings.ts';
import type { Content } from '../../library/content.ts';
import { createFinding, findNearest, type Span } from '../../library/findings.ts';
import type { SourceText } from '../../library/source-text.ts';
import { findFragment, listTextFields } from '../../library/texts/text-fields.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';
import { describeSource, judgeSpeaker } from './speakers.ts';

const maximumWords = 25;
/** Fewer words in quotation marks are a term and not a quotation, unless they hold a number. */
const minimumWords = 3;

export const checkQuotations: Rule = (content) => {
  const wordings = listWordings(content);
  const titles = new Set(
    [...content.record.sources.values()].map(({ title }) => normaliseQuotation(title)),
  );
  const all = [...wordings.values()].flat();
  const nouns = listCountedNouns(content);
  const check = (source: SourceText, quotation: Quotation, about: string[] | undefined) => {
    const { sourceId } = quotation;
    if (
      sourceId === undefined
        ? isTerm(quotation, nouns) || isTitle(titles, quotation)
        : !wordings.has(sourceId)
    )
      return [];
    // The subject of the article is missing or could not be read, which is reported elsewhere.
    if (about === undefined && sourceId === undefined && findWordings(quotation.text, all))
      return [];
    return judge(
      content,
      source,
      quotation,
      listNamedSources(content.record, quotation, about ?? []),
      wordings,
    );
  };
  return [
    ...[...content.articles, ...content.pages].flatMap((text) => {
      const targets =
        text.matter &&
        listValueTargets('about' in text.matter.value ? text.matter.value.about : undefined);
      const isKnown = targets?.every((target) =>
        content.record.sources.has(target.slice('source:'.length)),
      );
      const about = isKnown ? targets : undefined;
      return [
        ...listQuotations(text).flatMap((quotation) => check(text.source, quotation, about)),
        ...findStrayMarks(text).map((span) => tellStray(text.source, span)),
      ];
    }),
    ...listTextFields(content).flatMap((field) => [
      ...listFieldQuotations(field).flatMap((quotation) => check(field.file.source, quotation, [])),
      ...findStray(field.text).map(({ index, length }) =>
        tellStray(
          field.file.source,
          findFragment(field, field.text.slice(index, index + length), index),
        ),
      ),
    ]),
  ];
};

function tellStray(source: SourceText, span: Span): Finding {
  return createFinding(source, span, {
    rule: 'quotation-mark',
    level: 'error',
    message: 'This quotation mark has no partner, so the check cannot tell what it quotes.',
    fix: 'Write “words of the source”, with a mark at each end, or delete it.',
  });
}

function isTerm({ text }: Quotation, nouns: ReadonlySet<string>): boolean {
  return text.split(/\s+/).length < minimumWords && findLooseNumbers(text, nouns).length === 0;
}

/** A title in quotation marks names a work and is not a quotation. */
function isTitle(titles: ReadonlySet<string>, { text }: Quotation): boolean {
  return titles.has(normaliseQuotation(text));
}

function judge(
  content: Content,
  source: SourceText,
  quotation: Quotation,
  named: string[],
  wordings: Map<string, Wording[]>,
): Finding[] {
  const { text } = quotation;
  const written = normaliseQuotation(text);
  const words = written.split(' ').length;
  if (words > maximumWords) {
    return [
      createFinding(source, quotation.span, {
        rule: 'quotation-long',
        level: 'error',
        message: `The quotation has ${words} words; at most ${maximumWords} are quoted.`,
        fix: 'Shorten it with …, or say it in your own words.',
      }),
    ];
  }
  const kept = named.flatMap((id) => wordings.get(id) ?? []);
  const found = findWordings(text, kept);
  if (found) return judgeSpeaker(content, source, quotation, found);
  return [
    createFinding(source, quotation.span, {
      rule: 'quotation-differs',
      level: 'error',
      ...explain(content, written, named, kept, wordings),
    }),
  ];
}

function explain(
  content: Content,
  written: string,
  named: string[],
  kept: Wording[],
  wordings: Map<string, Wording[]>,
) {
  const other = [...wordings].find(([, theirs]) => findWordings(written, theirs))?.[0];
  if (other !== undefined) {
    return {
      message: `No source named nearby has these words; ${describeSource(content, other)} does.`,
      fix: `Name it there: [${content.record.sources.get(other)?.publisher ?? other}](source:${other})`,
    };
  }
  if (isPutTogether(written, kept))
    return {
      message: 'The source has every part of this quotation, but not in this order.',
      fix: 'Quote the parts in the order of the source, each in its own marks; or add the passage to quotes: in its file, with […] for what is left out.',
    };
  const near = findNearest(
    written,
    kept.map((wording) => normaliseQuotation(wording.text)),
  );
  const [only, ...others] = named;
  return {
    message:
      only !== undefined && others.length === 0
        ? `The record of ${describeSource(content, only)} does not have this wording.`
        : 'No source named nearby has this wording.',
    fix: near
      ? `It prints: "${near}"`
      : 'Copy the exact words from the source into quotes: in its file, or use your own words without quotation marks or >.',
  };
}
