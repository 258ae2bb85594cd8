/** Tells the links of an article which of them stand in a table: a table has no margin for their notes. */
import { defineHastPlugin, type HastNode } from 'satteri';

export const markCells = defineHastPlugin({
  name: 'mark-cells',
  element: {
    filter: ['a'],
    visit(link, context) {
      let node: Readonly<HastNode> | undefined = context.parent(link);
      while (node) {
        if (node.type === 'element' && node.tagName === 'table') context.setProperty(link, 'data-cell', true);
        node = context.parent(node);
      }
    },
  },
});
