/** The choices of the fields that narrow a list. */

/** Lists each year once, the latest first, as choices of a field. */
export const listYears = (days: readonly string[]): string[] =>
  [...new Set(days.map((day) => day.slice(0, 4)))].sort().reverse();

/** Lists the names that several rows have, each once, in the order of the alphabet. */
export function listOften(names: readonly string[]): string[] {
  const rows = Map.groupBy(names, (name) => name);
  return [...rows]
    .filter(([, own]) => own.length > 1)
    .map(([name]) => name)
    .sort(new Intl.Collator('en', { numeric: true, ignorePunctuation: true }).compare);
}
