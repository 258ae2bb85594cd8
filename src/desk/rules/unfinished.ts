/** Nothing is published that still says TODO, as new articles do. */
import { getSpan, walk } from '../../library/article-text.ts';
import { createFinding, type Span } from '../../library/read-yaml.ts';
import type { SourceText } from '../../library/source-text.ts';
import { findFragment, listTextFields } from '../../library/text-fields.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';

const mark = 'TODO';

export const checkUnfinished: Rule = (content) => {
  const drafts = new Set(content.articles.filter(({ withheld }) => withheld).map(({ source }) => source));
  const texts = [...content.articles, ...content.pages].filter(({ source }) => !drafts.has(source));
  return [
    ...texts.flatMap(({ source, tree }) =>
      (tree && source.text.includes(mark) ? walk(tree) : []).flatMap(({ node }) => {
        const at = node.type === 'text' ? source.text.slice(getSpan(node).start, getSpan(node).end).indexOf(mark) : -1;
        return at === -1 ? [] : [tell(source, { start: getSpan(node).start + at, end: getSpan(node).start + at + mark.length })];
      }),
    ),
    ...listTextFields(content)
      .filter(({ file, text }) => text.includes(mark) && !drafts.has(file.source))
      .map((field) => tell(field.file.source, findFragment(field, mark))),
  ];
};

function tell(source: SourceText, span: Span): Finding {
  return createFinding(source, span, {
    rule: 'unfinished',
    level: 'error',
    message: `A text that is published still says ${mark}.`,
    fix: source.path.startsWith('content/articles/')
      ? 'Write what is missing in its place, or keep the article back with a line "draft: true".'
      : 'Write what is missing in its place.',
  });
}
