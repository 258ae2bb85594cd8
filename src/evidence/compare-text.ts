/**
 * The order of ids, dates and other plain text, by its characters: the same on every machine, in
 * every language.
 */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
