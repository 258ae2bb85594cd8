/** Data about a page for programs that read it, as JSON-LD in the words of schema.org. */

/** A node or a list of them; what is undefined is left out. */
export type LinkedData = { '@type': string; [property: string]: unknown };

/**
 * The text of a data block. No sign in it can end the block that holds it, nor open a comment: a
 * title may hold `</script>`, and the two line separators of Unicode, which older programs take for
 * ends of lines.
 */
export function formatJsonLd(data: LinkedData): string {
  return JSON.stringify({ '@context': 'https://schema.org', ...data }).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
