/** Days named in a text are days of the calendar, and of the week that the text says. Quotations keep what was printed. */
import { findWrongDates, type WrongDate } from '../../evidence/written-dates.ts';
import { getSpan, isTag, walk } from '../../library/article-text.ts';
import { blankQuotations, isBlockQuotation } from '../../library/quotations.ts';
import type { ArticleNode } from '../../library/read-content.ts';
import { createFinding, type Span } from '../../library/read-yaml.ts';
import type { SourceText } from '../../library/source-text.ts';
import { findFragment, listTextFields } from '../../library/text-fields.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';

export const checkWrittenDates: Rule = (content) => [
  ...[...content.articles, ...content.pages].flatMap(({ source, tree }) =>
    (tree ? walk(tree) : []).flatMap(({ node, ancestors }) => {
      if (node.type !== 'text' || ancestors.some(isOthersWords)) return [];
      const { start, end } = getSpan(node);
      return findWrongDates(blankQuotations(source.text.slice(start, end))).map((wrong) =>
        tell(source, { start: start + wrong.index, end: start + wrong.index + wrong.length }, wrong),
      );
    }),
  ),
  ...listTextFields(content).flatMap((field) =>
    findWrongDates(blankQuotations(field.text)).map((wrong) =>
      tell(field.file.source, findFragment(field, wrong.text, wrong.index), wrong),
    ),
  ),
];

function isOthersWords(node: ArticleNode): boolean {
  return isBlockQuotation(node) || (isTag(node) && (node.name === 'Quote' || node.name === 'PullQuote'));
}

const tell = (source: SourceText, span: Span, { message, fix }: WrongDate): Finding =>
  createFinding(source, span, { rule: 'date-words', level: 'error', message, fix });
