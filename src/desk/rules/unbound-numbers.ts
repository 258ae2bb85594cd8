/** Every number in the text is bound to a record, or freed on purpose. */
import { findLooseNumbers, readGroups, readPower } from '../../evidence/loose-numbers.ts';
import { parseInline } from '../../evidence/inline.ts';
import { alignText } from '../../library/texts/align-text.ts';
import { getAttribute, getSpan, getTag, isTag, walk } from '../../library/markup/article-text.ts';
import { listCountedNouns } from '../../library/texts/number-mentions.ts';
import { blankQuotations } from '../../library/texts/quotation-marks.ts';
import { isBlockQuotation } from '../../library/texts/quoted-words.ts';
import type { ArticleNode, Content } from '../../library/content.ts';
import { createFinding, type Span } from '../../library/findings.ts';
import type { SourceText } from '../../library/source-text.ts';
import { findFragment, listTextFields } from '../../library/texts/text-fields.ts';
import { tagFor } from '../../schema/author-tags.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';

const advice = {
  rule: 'number-unbound' as const,
  level: 'error' as const,
  fix: `Link it to its record, as in [40 parcels](num:parcels-lost), or put it in <${tagFor.freed}>…</${tagFor.freed}> if it needs none.`,
};

/** Says what is wrong with the number and what to write: both readings if it is ambiguous. */
function explain(text: string): { message: string; fix: string } {
  const message = `The number "${text}" has no record.`;
  const power = readPower(text);
  const read = power === undefined ? readGroups(text) : { grouped: power };
  if (!read) return { message, fix: advice.fix };
  const { grouped, other } = read;
  const example = `[${grouped} parcels](num:parcels-lost)`;
  return {
    message: `${message} ${other ? `It may be ${grouped}, or ${other.reading}.` : `It is ${grouped} here.`}`,
    fix: `Write ${grouped}, linked to its record as in ${example}${other ? `; ${other.cure}` : ''}.`,
  };
}

export const checkLooseNumbers: Rule = (content) => {
  const nouns = listCountedNouns(content);
  return [...checkArticles(content, nouns), ...checkFields(content, nouns)];
};

/**
 * True for a node whose numbers are not checked. Links to the record bind them, and links that lead
 * nowhere are reported elsewhere. Words in some tags and in block quotations are freed, or are
 * somebody else's.
 */
function isExempt(node: ArticleNode): boolean {
  return (
    (node.type === 'link' && !/^(?:source:|https?:|mailto:|[/#])/.test(node.url ?? '')) ||
    isBlockQuotation(node) ||
    ['quoted', 'freed'].includes(getTag(node)?.words ?? '')
  );
}

function checkArticles(content: Content, nouns: ReadonlySet<string>): Finding[] {
  return [...content.articles, ...content.pages].flatMap((article) => {
    if (!article.tree) return [];
    return walk(article.tree).flatMap(({ node, ancestors }) => {
      const printed = listPrinted(article.source, node);
      if (printed.length === 0) return [];
      if (ancestors.some(isExempt)) return [];
      return printed.flatMap(({ start, end, read }) => {
        const written = article.source.text.slice(start, end);
        // Readers see the characters of references and escapes; findings point at what was written.
        const places = written === read ? undefined : alignText(written, read);
        const placeOf = (index: number) => start + (places?.[index] ?? index);
        return findLooseNumbers(blankQuotations(places ? read : written), nouns).map((loose) =>
          createFinding(
            article.source,
            { start: placeOf(loose.index), end: placeOf(loose.index + loose.length) },
            { ...advice, ...explain(loose.text) },
          ),
        );
      });
    });
  });
}

/**
 * The places where the node itself prints words, and what readers see there: running text, code,
 * and the title of a tag.
 */
function listPrinted({ text }: SourceText, node: ArticleNode): (Span & { read: string })[] {
  const { start, end } = getSpan(node);
  const written = text.slice(start, end);
  if (node.type === 'text') return [{ start, end, read: node.value ?? written }];
  if (node.type === 'inlineCode' || node.type === 'code') return [{ start, end, read: written }];
  const title =
    isTag(node) && getAttribute(node, 'title') !== undefined
      ? /\stitle\s*=\s*(["'])(.*?)\1/ds.exec(text.slice(start, end))
      : null;
  const [from, to] = title?.indices?.[2] ?? [];
  return from === undefined || to === undefined
    ? []
    : [{ start: start + from, end: start + to, read: getAttribute(node, 'title') ?? '' }];
}

function checkFields(content: Content, nouns: ReadonlySet<string>): Finding[] {
  return listTextFields(content).flatMap((field) =>
    parseInline(field.text).flatMap((run) => {
      if (run.kind === 'number' || run.kind === 'freed') return [];
      return findLooseNumbers(blankQuotations(run.text), nouns).map((loose) =>
        createFinding(field.file.source, findFragment(field, loose.text, run.index + loose.index), {
          ...advice,
          ...explain(loose.text),
        }),
      );
    }),
  );
}
