import { escapeMarkup } from '../../src/publish/escape-markup.ts';

/**
 * Returns a page with the words of wide drawings as browsers read them: these words are in CDATA
 * sections, which text browsers skip.
 */
export function readSections(html: string): string {
  return html.replace(/<!\[CDATA\[(.*?)\]\]>/gs, (_, words: string) => escapeMarkup(words));
}
