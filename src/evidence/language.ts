/** How the page marks words that are not in the site's language. */

/** Scripts of living languages with a code of two letters that are written from right to left. */
const rightToLeft: ReadonlySet<string | undefined> = new Set(['Arab', 'Hebr', 'Thaa']);

/**
 * Attributes of the element that holds the words: the language, for voices and fonts; the
 * direction, which also isolates them from the text beside them. Empty if they are in English.
 */
export function inLanguage(code: string | undefined): { lang?: string; dir?: 'rtl' } {
  if (code === undefined || code === 'en') return {};
  return rightToLeft.has(new Intl.Locale(code).maximize().script)
    ? { lang: code, dir: 'rtl' }
    : { lang: code };
}
