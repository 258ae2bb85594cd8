/**
 * Marks up the tables of an article. Links in them are marked, because a table has no margin for
 * notes. Head cells get their scope, and cells their alignment. Each table gets the heading above
 * it, which becomes part of its caption.
 */
import {
  defineHastPlugin,
  defineMdastPlugin,
  type HastNode,
  type HastVisitorContext,
} from 'satteri';
import { getText } from '../library/markup/article-text.ts';
import type { ArticleNode } from '../library/content.ts';

export const markCells = defineHastPlugin({
  name: 'mark-cells',
  element: {
    filter: ['a', 'th', 'td'],
    visit(element, context) {
      if (element.tagName === 'th') context.setProperty(element, 'scope', 'col');
      alignCell(element, context);
      let node: Readonly<HastNode> | undefined =
        element.tagName === 'a' ? context.parent(element) : undefined;
      while (node) {
        if (node.type === 'element' && node.tagName === 'table')
          context.setProperty(element, 'data-cell', true);
        node = context.parent(node);
      }
    },
  },
});

/**
 * The alignment that the colons below the head of a table ask for. It arrives as an inline style,
 * which the policy of the site does not allow. Alignment at the start is the default.
 */
const alignments: Readonly<Record<string, string>> = { right: 'text-end', center: 'text-center' };

function alignCell(
  element: Readonly<Extract<HastNode, { type: 'element' }>>,
  context: HastVisitorContext,
): void {
  const { style } = element.properties;
  if (typeof style !== 'string') return;
  const aligned = alignments[/text-align:\s*(\w+)/.exec(style)?.[1] ?? ''];
  context.setProperty(element, 'style', undefined);
  if (aligned) context.setProperty(element, 'class', aligned);
}

/**
 * A plugin for `mdastPlugins`. It runs before typesetting, because the component of the table
 * typesets its caption.
 */
export const nameTables = defineMdastPlugin({
  name: 'name-tables',
  before(root, context) {
    const change = (node: object, name: string, value: unknown) => {
      context.setProperty(node as never, name as never, value as never);
    };
    let heading = '';
    const visit = (node: ArticleNode) => {
      if (node.type === 'heading') heading = getText(node);
      if (node.type === 'table') change(node, 'data', { hProperties: { 'data-heading': heading } });
      else node.children?.forEach(visit);
    };
    visit(root as ArticleNode);
  },
});
