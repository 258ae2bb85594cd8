/**
 * The speaker that a tag names is the one in the record of its source, or its author or publisher.
 */
import { nameSource } from '../../evidence/number-custody.ts';
import { isSameSpeaker } from '../../evidence/speaker.ts';
import { getAttribute, getSpan, getTag, walk } from '../../library/markup/article-text.ts';
import type { Quotation } from '../../library/texts/quoted-words.ts';
import type { Wording } from '../../library/texts/kept-wordings.ts';
import type { Content } from '../../library/content.ts';
import { createFinding } from '../../library/findings.ts';
import type { SourceText } from '../../library/source-text.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Source } from '../../schema/source.ts';
import type { Rule } from './rule.ts';

/**
 * If an opinion links its source, it belongs to the author or publisher, or to somebody whom the
 * source quotes.
 */
export const checkOpinions: Rule = (content) =>
  [...content.articles, ...content.pages].flatMap(({ source, tree }) =>
    (tree ? walk(tree) : []).flatMap(({ node }) => {
      if (getTag(node)?.words !== 'opinion') return [];
      const [id, by] = [getAttribute(node, 'source'), getAttribute(node, 'by')];
      const printed = id === undefined ? undefined : content.record.sources.get(id);
      if (id === undefined || printed === undefined || by === undefined) return [];
      const names = [
        ...listOwn(printed),
        ...(printed.quotes ?? []).flatMap((quote) => quote.by ?? []),
      ];
      const message = `The opinion is attributed to ${by}, but its source is ${describeSource(content, id)}.`;
      return compare(
        source,
        getSpan(node).start,
        by,
        names,
        message,
        'link the source that is meant',
      );
    }),
  );

/**
 * Compares who said a quotation with the record: with the speaker of the wording that was `found`,
 * else the author or publisher, or with the one whose number the words give.
 */
export function judgeSpeaker(
  content: Content,
  source: SourceText,
  quotation: Quotation,
  found: readonly Wording[],
): Finding[] {
  const { by, sourceId } = quotation;
  const printed = sourceId === undefined ? undefined : content.record.sources.get(sourceId);
  if (sourceId === undefined || printed === undefined || by === undefined) return [];
  const speakers = found.flatMap((wording) => wording.by ?? []);
  const names = [
    ...(speakers.length > 0 ? speakers : listOwn(printed)),
    ...found.flatMap(({ counter }) => counter ?? []),
  ];
  const message = `The tag attributes this to ${by}; the record of ${describeSource(content, sourceId)} says ${names[0]}.`;
  const otherwise = `keep under quotes: in content/sources/${sourceId}.yaml who said it`;
  return compare(
    source,
    Math.max(0, source.text.lastIndexOf(by, quotation.span.start)),
    by,
    names,
    message,
    otherwise,
  );
}

const listOwn = ({ author, publisher }: Source) => [
  ...(author === undefined ? [] : [author]),
  publisher,
];

function compare(
  source: SourceText,
  from: number,
  by: string,
  names: readonly string[],
  message: string,
  otherwise: string,
): Finding[] {
  if (names.some((name) => isSameSpeaker(by, name))) return [];
  const start = Math.max(from, source.text.indexOf(by, from));
  const fix = `Write by="${names[0]}", or ${otherwise}.`;
  return [
    createFinding(
      source,
      { start, end: start + by.length },
      { rule: 'speaker-differs', level: 'error', message, fix },
    ),
  ];
}

/** "gazette-2014" (The Gazette, 2 June 2015). */
export function describeSource({ record }: Content, id: string): string {
  return record.sources.has(id) ? `"${id}" (${nameSource(record, id)})` : `"${id}"`;
}
