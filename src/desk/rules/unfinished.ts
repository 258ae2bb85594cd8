/**
 * Nothing is published that still says TODO, as new articles do, or has another sign that it is not
 * finished.
 */
import { findAll } from '../../evidence/find-all.ts';
import { countWords, getSpan, getTag, walk } from '../../library/markup/article-text.ts';
import { findFrontMatter } from '../../library/markup/front-matter.ts';
import type { ArticleNode, TextFile } from '../../library/content.ts';
import { createFinding, type Span } from '../../library/findings.ts';
import type { SourceText } from '../../library/source-text.ts';
import { findFragment, listTextFields } from '../../library/texts/text-fields.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';

/** Placeholders for missing words, for a lost reference, or for a file on the writer's computer. */
const marks =
  /TODO|\bFIXME\b|\bTK(?:\s?TK)*\b|\bX{3,}\b(?! Corps)|\?{3,}|\b[Ll]orem ipsum\b|\bError! (?:Reference source|Bookmark) not [a-z]+\.?|(?<!\w)(?:[A-Z]:\\|file:\/\/)[^\s)"]*[^\s)",;.]/g;

const box = /\[[ xX]\]/g;

export const checkUnfinished: Rule = (content) => {
  const drafts = new Set(
    content.articles.filter(({ withheld }) => withheld).map(({ source }) => source),
  );
  const texts = [...content.articles, ...content.pages].filter(({ source }) => !drafts.has(source));
  return [
    ...texts.flatMap(findEmpty),
    ...texts.flatMap(({ source, tree }) =>
      (tree && (source.text.search(marks) !== -1 || source.text.search(box) !== -1)
        ? walk(tree)
        : []
      ).flatMap(({ node }) => {
        const { start, end } = getSpan(node);
        const written = source.text.slice(start, end);
        // A task of a list, ticked or not: "- [ ] Ask the ministry".
        const found =
          node.type === 'text'
            ? findAll(marks, written)
            : typeof node.checked === 'boolean'
              ? findAll(box, written).slice(0, 1)
              : [];
        return found.map(({ 0: mark, index }) =>
          tell(source, { start: start + index, end: start + index + mark.length }, mark),
        );
      }),
    ),
    ...listTextFields(content).flatMap((field) =>
      drafts.has(field.file.source)
        ? []
        : findAll(marks, field.text).map(({ 0: mark, index }) =>
            tell(field.file.source, findFragment(field, mark, index), mark),
          ),
    ),
  ];
};

/** True for tags that may have no words. */
const isSilent = (node: ArticleNode) => ![undefined, 'required'].includes(getTag(node)?.content);

/** Reports a text with only front matter, or with only charts and tags without words. */
function findEmpty({ source, tree, rest }: TextFile<unknown>): Finding[] {
  if (
    !tree ||
    rest ||
    !(tree.children ?? []).every(
      (node) =>
        node.type === 'yaml' ||
        node.type === 'heading' ||
        node.type === 'thematicBreak' ||
        (isSilent(node) && countWords(node) === 0),
    )
  )
    return [];
  const matter = findFrontMatter(source.text);
  const end = matter ? matter.offset + matter.yaml.length : 0;
  const isArticle = source.path.startsWith('content/articles/');
  return [
    createFinding(
      source,
      { start: end, end: end + 3 },
      {
        rule: 'unfinished',
        level: 'error',
        message: `The ${isArticle ? 'article' : 'page'} has no text below its front matter.`,
        fix: isArticle
          ? 'Write it, or keep the article back with a line "draft: true".'
          : 'Write it.',
      },
    ),
  ];
}

function tell(source: SourceText, span: Span, mark: string): Finding {
  return createFinding(source, span, {
    rule: 'unfinished',
    level: 'error',
    message: `A published text still says ${mark}${mark.endsWith('.') ? '' : '.'}`,
    fix: source.path.startsWith('content/articles/')
      ? 'Write what is missing, or keep the article back with a line "draft: true".'
      : 'Write what is missing.',
  });
}
