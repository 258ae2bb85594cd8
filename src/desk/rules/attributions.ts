/**
 * If a sentence says that a source printed a number, it must link that source's statement, if the
 * record has one.
 */
import { parseInline } from '../../evidence/inline.ts';
import { findNumber, isFailure, type EvidenceRecord } from '../../evidence/record.ts';
import { getSpan, getText, walk } from '../../library/markup/article-text.ts';
import type { ArticleNode } from '../../library/content.ts';
import { createFinding } from '../../library/findings.ts';
import { findFragment, listTextFields } from '../../library/texts/text-fields.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';

/** After a source: words which say that it printed what follows. */
const gives =
  /^(?:\s(?:also|first|itself|already|then|later))?\s(?:wrote|writes|said|says|reports|reported|prints|printed|gives|gave|has|had|counts|counted|names|named|lists|listed|speaks of|spoke of)\s/;
/** Words that attribute the number to somebody else, or end the sentence. */
const turns = /\b(?:from|after|by|of (?:his|her|its|the) (?:source|blog|column))\b|[“”".;:!?]/;

/**
 * True if the words between a source and a number attribute the number to the source: "the Gazette
 * printed".
 */
const isGiven = (between: string) => gives.test(between) && !turns.test(between.replace(gives, ''));

export const checkAttributions: Rule = (content) => {
  const { record } = content;
  return [
    ...[...content.articles, ...content.pages].flatMap(({ source, tree }) =>
      (tree ? walk(tree) : []).flatMap(({ node }) =>
        findGiven(node).flatMap(({ id, ref, number }) => {
          const problem = judge(record, id, ref);
          return problem ? [createFinding(source, getSpan(number), problem)] : [];
        }),
      ),
    ),
    ...listTextFields(content).flatMap((field) => {
      const runs = parseInline(field.text);
      return runs.flatMap((run, index) => {
        const [between, number] = [runs[index + 1], runs[index + 2]];
        if (
          run.kind !== 'source' ||
          between?.kind !== 'text' ||
          number?.kind !== 'number' ||
          !isGiven(between.text)
        )
          return [];
        const problem = judge(record, run.id, number.ref);
        const written = field.text.slice(number.index, number.index + number.length);
        return problem
          ? [createFinding(field.file.source, findFragment(field, written, number.index), problem)]
          : [];
      });
    }),
  ];
};

/** Finds links to a number that follow a link to a source, with words between that attribute it. */
function findGiven({
  children = [],
}: ArticleNode): { id: string; ref: string; number: ArticleNode }[] {
  return children.flatMap((node, index) => {
    const [between, number] = [children[index + 1], children[index + 2]];
    if (
      !node.url?.startsWith('source:') ||
      between?.type !== 'text' ||
      !number?.url?.startsWith('num:')
    )
      return [];
    return isGiven(getText(between))
      ? [{ id: node.url.slice(7), ref: number.url.slice(4), number }]
      : [];
  });
}

/** Undefined if the number is that source's, or if the record has no number from that source. */
function judge(
  record: EvidenceRecord,
  id: string,
  ref: string,
): Pick<Finding, 'rule' | 'level' | 'message' | 'fix'> | undefined {
  const found = ref.includes('/') ? findNumber(record, ref) : undefined;
  if (!found || isFailure(found) || !found.statement || found.statement.source === id)
    return undefined;
  const own = found.quantity?.statements?.find(({ source }) => source === id);
  if (!own) return undefined;
  const publisher = (source: string) => record.sources.get(source)?.publisher ?? source;
  return {
    rule: 'source-differs',
    level: 'error',
    message: `The sentence credits this number to ${publisher(id)}, but the link leads to what ${publisher(found.statement.source)} printed.`,
    fix: `Link num:${found.recordId}/${own.id}, or say whose number it is.`,
  };
}
