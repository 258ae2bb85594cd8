import { escapeMarkup } from '../../src/publish/escape-markup.ts';

/**
 * A page with the words of wide drawings as browsers read them. They are in sections that text
 * browsers skip.
 */
export function readSections(html: string): string {
  return html.replace(/<!\[CDATA\[(.*?)\]\]>/gs, (_, words: string) => escapeMarkup(words));
}
