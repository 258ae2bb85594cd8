/** Tells the links of an article which of them stand in a table: a table has no margin for their tags. */
import { defineHastPlugin } from 'satteri';

export const markCells = defineHastPlugin({
  name: 'mark-cells',
  element: {
    filter: ['a'],
    visit(link, context) {
      for (let node = context.parent(link); node; node = context.parent(node)) {
        if (node.type === 'element' && node.tagName === 'table') context.setProperty(link, 'data-cell', true);
      }
    },
  },
});
