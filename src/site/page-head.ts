/** Title and description of a page, for tabs, search results and shared links. */

/**
 * Maximum numbers of characters: a title without the name of the site, a title with it, and a
 * description. Longer ones would be cut off.
 */
export const longestTitle = 60;
const longestWithSite = 70;
export const longestDescription = 155;

/** Returns the title alone if it is too long together with the name of the site. */
export function formatPageTitle(title: string, siteName: string): string {
  const own = clipWords(title, longestTitle);
  const both = `${own} · ${siteName}`;
  return own === siteName || both.length > longestWithSite ? own : both;
}

/** The most characters of a headline for it to fit three lines of the large letters. */
const longestHeadline = 90;

/** Returns whether a headline needs smaller letters. */
export function isLongHeadline(text: string): boolean {
  return text.length > longestHeadline;
}

/** A title and its publisher, if enough of the title remains. */
export function nameAuthor(title: string, author: string): string {
  const room = longestTitle - ` · ${author}`.length;
  return room < longestTitle / 2
    ? clipWords(title, longestTitle)
    : `${clipWords(title, room)} · ${author}`;
}

/** Cuts after a whole sentence if enough is left, otherwise after a whole word. */
export function formatDescription(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= longestDescription) return line;
  let end = 0;
  // A full stop after a short word may belong to an abbreviation.
  for (const { 0: stop, index } of line.matchAll(/(?<=[\p{L}\d]{4}[”’)]*)[.?!][”’)]*(?= )/gu))
    if (index + stop.length <= longestDescription) end = index + stop.length;
  return end > longestDescription / 2 ? line.slice(0, end) : clipWords(line, longestDescription);
}

/** Words that need another word after them, and numbers, which need their noun. */
const promising =
  /[\s,;:–—-]+(?:(?:an?|and|as|at|but|by|for|from|in|it|its|not|of|on|or|than|that|the|then|to|was|were|which|who|with)\b|[$€£]?\d[\d,.]*%?)?$/i;

/** The text, or as many of its words as fit, followed by an ellipsis. */
export function clipWords(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  const end = cut.lastIndexOf(' ');
  let kept = end > 0 ? cut.slice(0, end) : line.slice(0, most - 1);
  while (promising.test(kept)) kept = kept.replace(promising, '');
  return `${kept.replace(/[.!?]+$/, '')}…`;
}

/**
 * Returns a beginning and as many entries as fit into a description. The last one says how many
 * more there are.
 */
export function listWithin(beginning: string, entries: readonly string[]): string {
  for (let count = entries.length; count > 0; count--) {
    const left = entries.length - count;
    const line = `${beginning} ${entries.slice(0, count).join('; ')}${left > 0 ? `; ${left} more` : ''}.`;
    if (line.length <= longestDescription) return line;
  }
  return formatDescription(`${beginning} ${entries.join('; ')}`);
}
