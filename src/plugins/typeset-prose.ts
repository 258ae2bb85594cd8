/**
 * Typesets the text of articles and standing pages when the build compiles it. Replaces the
 * parser's smart punctuation, which does not know ranges and units: see `evidence/typeset.ts`.
 * Code and addresses stay unchanged.
 */
import {
  defineHastPlugin,
  defineMdastPlugin,
  type HastVisitorContext,
  type MdxJsxFlowElementHast,
  type MdxJsxTextElementHast,
} from 'satteri';
import { typesetPieces, typeset } from '../evidence/typeset.ts';
import { getAuthorTag, tagNames } from '../schema/author-tags.ts';
import { listHeadings } from '../library/markup/article-text.ts';
import { inlineNodes } from '../library/texts/published-articles.ts';
import type { ArticleNode } from '../library/content.ts';

/** A plugin for `mdastPlugins` of Astro's processor. */
export const typesetProse = defineMdastPlugin({
  name: 'typeset-prose',
  before(root, context) {
    const tree = root as ArticleNode;
    const change = (node: object, name: string, value: unknown) => {
      context.setProperty(node as never, name as never, value as never);
    };
    // A heading keeps the address that the check computed from its typed words.
    for (const { node, slug } of listHeadings(tree))
      change(node, 'data', { hProperties: { id: slug } });
    for (const line of listLines(tree)) {
      const set = typesetPieces(line.map(({ text }) => text));
      line.forEach(({ node, text }, index) => {
        if (node && set[index] !== text) change(node, 'value', set[index]);
      });
    }
  },
});

/** A piece of a line: a text with its node, or what is between texts. */
type Piece = { node?: ArticleNode; text: string };

/** The paragraphs, headings and cells below `tree`, in pieces. */
function listLines(tree: ArticleNode): Piece[][] {
  const lines: Piece[][] = [[]];
  const visit = (node: ArticleNode) => {
    if (node.type === 'text') lines.at(-1)?.push({ node, text: node.value ?? '' });
    else if (!node.children || isAddress(node)) lines.at(-1)?.push({ text: '\ufffc' });
    else if (inlineNodes.has(node.type)) node.children.forEach(visit);
    else {
      lines.push([]);
      node.children.forEach(visit);
      lines.push([]);
    }
  };
  visit(tree);
  return lines;
}

/** Whether the words of a link are its address. */
function isAddress({ type, url, children = [] }: ArticleNode): boolean {
  const [words] = children;
  return (
    type === 'link' &&
    words?.type === 'text' &&
    children.length === 1 &&
    Boolean(url?.endsWith(words.value ?? ''))
  );
}

/**
 * A plugin for `hastPlugins`, for printed attributes of author tags, which cannot be changed in the
 * mdast tree.
 */
export const setAttributes = defineHastPlugin({
  name: 'set-attributes',
  mdxJsxFlowElement: { filter: tagNames, visit: typesetTag },
  mdxJsxTextElement: { filter: tagNames, visit: typesetTag },
});

function typesetTag(
  node: Readonly<MdxJsxFlowElementHast | MdxJsxTextElementHast>,
  context: HastVisitorContext,
): void {
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue;
    if (getAuthorTag(node.name)?.attributes[attribute.name]?.printed)
      context.setProperty(node, attribute.name, typeset(attribute.value));
  }
}
