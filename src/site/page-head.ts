/** Title and description of a page, as tabs, results of searches and whoever passes the page on show them. */

/** Characters of a title before the name of the site, of both together, and of a description. More is cut by those who show it. */
export const longestTitle = 60;
const longestWithSite = 70;
export const longestDescription = 155;

/** The title of the page alone where both are too long. */
export function formatPageTitle(title: string, siteName: string): string {
  const own = clipWords(title, longestTitle);
  const both = `${own} · ${siteName}`;
  return own === siteName || both.length > longestWithSite ? own : both;
}

/** A title and whose it is, where that leaves enough of the title. */
export function nameAuthor(title: string, author: string): string {
  const room = longestTitle - ` · ${author}`.length;
  return room < longestTitle / 2 ? clipWords(title, longestTitle) : `${clipWords(title, room)} · ${author}`;
}

/** Whole sentences where they say enough, otherwise whole words. */
export function formatDescription(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= longestDescription) return line;
  let end = 0;
  // A full stop after a short word may belong to an abbreviation.
  for (const { 0: stop, index } of line.matchAll(/(?<=[\p{L}\d]{4}[”’)]*)[.?!][”’)]*(?= )/gu))
    if (index + stop.length <= longestDescription) end = index + stop.length;
  return end > longestDescription / 2 ? line.slice(0, end) : clipWords(line, longestDescription);
}

/** Words that promise another, and numbers, which say nothing without what they count. */
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

/** A beginning and as many of the entries as fit into a description; the last says how many are left. */
export function listWithin(beginning: string, entries: readonly string[]): string {
  for (let count = entries.length; count > 0; count--) {
    const left = entries.length - count;
    const line = `${beginning} ${entries.slice(0, count).join('; ')}${left > 0 ? `; ${left} more` : ''}.`;
    if (line.length <= longestDescription) return line;
  }
  return formatDescription(`${beginning} ${entries.join('; ')}`);
}
