/**
 * What the tables of an article are told: their links that they stand in a table, which has no margin for notes; their head cells
 * that they head a column; and each table under which heading it stands, which is part of its caption.
 */
import { defineHastPlugin, defineMdastPlugin, type HastNode } from 'satteri';
import { getText } from './article-text.ts';
import type { ArticleNode } from './read-content.ts';

export const markCells = defineHastPlugin({
  name: 'mark-cells',
  element: {
    filter: ['a', 'th'],
    visit(element, context) {
      if (element.tagName === 'th') context.setProperty(element, 'scope', 'col');
      let node: Readonly<HastNode> | undefined = element.tagName === 'a' ? context.parent(element) : undefined;
      while (node) {
        if (node.type === 'element' && node.tagName === 'table') context.setProperty(element, 'data-cell', true);
        node = context.parent(node);
      }
    },
  },
});

/** For `mdastPlugins`, before words are set: the component of the table sets them. */
export const nameTables = defineMdastPlugin({
  name: 'name-tables',
  before(root, context) {
    const change = context.setProperty.bind(context) as (node: object, name: string, value: unknown) => void;
    let heading = '';
    const visit = (node: ArticleNode) => {
      if (node.type === 'heading') heading = getText(node);
      if (node.type === 'table') change(node, 'data', { hProperties: { 'data-heading': heading } });
      else node.children?.forEach(visit);
    };
    visit(root as ArticleNode);
  },
});
