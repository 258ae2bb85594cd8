/** The days by which lists are sorted and narrowed. */

/** The first day whole, then the further years. The days come in order. */
export function cutDays(days: readonly string[]): string[] {
  const [first, ...others] = days;
  if (first === undefined) return [];
  return [
    first,
    ...new Set(others.map((day) => day.slice(0, 4)).filter((year) => !first.startsWith(year))),
  ];
}

/** Each year once, the latest first, as choices of a field: value and words. */
export function listYears(days: readonly string[]): (readonly [string, string])[] {
  const years = new Set(days.map((day) => day.slice(0, 4)));
  return [...years]
    .sort()
    .reverse()
    .map((year) => [year, year] as const);
}
