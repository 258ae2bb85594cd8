/**
 * Readers who are asked to write need an address. Such words are allowed only if the site names
 * one, or in <Contact>.
 */
import { findAll } from '../../evidence/find-all.ts';
import { getSpan, getTag, walk } from '../../library/markup/article-text.ts';
import { blankQuotations } from '../../library/texts/quotation-marks.ts';
import { holdsOthersWords } from '../../library/texts/quoted-words.ts';
import type { ArticleNode } from '../../library/content.ts';
import { createFinding, type Span } from '../../library/findings.ts';
import type { SourceText } from '../../library/source-text.ts';
import { findFragment, listTextFields } from '../../library/texts/text-fields.ts';
import { tagFor } from '../../schema/author-tags.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';

/**
 * "Tell us" asks only at the head of a sentence or clause: "It does not tell us which" and "What
 * the pages tell us" ask nobody.
 */
const invitation = new RegExp(
  [
    String.raw`(?:^|[.,;:!?–—([*_“"]|\b(?:please|also|do|then))\s*[[*_]*((?:tell|inform|ask|correct) us\b)`,
    String.raw`\b((?:write|reply) to us|(?:contact|e-?mail|send) us|let us know|get in touch)\b`,
    String.raw`\b((?:may|free to|welcome to|invited to|right to) reply|(?:right|offer) of reply)\b`,
  ].join('|'),
  'gim',
);

export const checkInvitations: Rule = (content) => {
  if (content.site?.value.contact) return [];
  const inTexts = [...content.articles, ...content.pages].flatMap(({ source, tree }) =>
    (tree ? walk(tree) : []).flatMap(({ node, ancestors }) => {
      if (
        !isProse(node) ||
        [...ancestors, node].some((other) => isContact(other) || holdsOthersWords(other))
      )
        return [];
      const { start, end } = getSpan(node);
      const hidden = (node.children ?? []).filter(isContact).map(getSpan);
      const words = hidden.reduce(
        (text, span) => blank(text, span.start - start, span.end - start),
        source.text.slice(start, end),
      );
      return findInvitations(words).map(({ index, length }) =>
        tell(source, { start: start + index, end: start + index + length }, true),
      );
    }),
  );
  const inFields = listTextFields(content).flatMap((field) =>
    findInvitations(field.text).map(({ index, length }) =>
      tell(
        field.file.source,
        findFragment(field, field.text.slice(index, index + length), index),
        false,
      ),
    ),
  );
  return [...inTexts, ...inFields];
};

const inWords = new Set(['link', 'emphasis', 'strong', 'delete', 'mdxJsxTextElement']);
const isProse = ({ type, children = [] }: ArticleNode) =>
  !inWords.has(type) && children.some((child) => child.type === 'text' || inWords.has(child.type));
const isContact = (node: ArticleNode) => getTag(node)?.untilContact === true;
const blank = (text: string, start: number, end: number) =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);

function findInvitations(text: string): { index: number; length: number }[] {
  return findAll(invitation, blankQuotations(text, '·')).map((match) => {
    const words = match.slice(1).find((part: string | undefined) => part !== undefined) ?? match[0];
    return { index: match.index + match[0].lastIndexOf(words), length: words.length };
  });
}

function tell(source: SourceText, span: Span, isText: boolean): Finding {
  return createFinding(source, span, {
    rule: 'invitation',
    level: 'error',
    message: 'These words ask readers to write, but content/site.yaml has no contact address.',
    fix: isText
      ? `Put the sentence between <${tagFor.contact}> and </${tagFor.contact}>: it is printed once there is a contact.`
      : 'Delete them, or add a line "contact: name@example.org" to content/site.yaml.',
  });
}
