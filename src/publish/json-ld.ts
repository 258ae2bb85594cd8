/** Data about a page for programs, as JSON-LD with the vocabulary of schema.org. */

/** A node. Undefined properties are left out. */
export type LinkedData = { '@type': string; [property: string]: unknown };

/**
 * Returns the text of a data block. Its characters can neither end the block nor open a comment: a
 * title may hold `</script>`, or one of the two line separators of Unicode, which older programs
 * read as line ends.
 */
export function formatJsonLd(data: LinkedData): string {
  return JSON.stringify({ '@context': 'https://schema.org', ...data }).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
