/** The days by which lists are sorted and filtered. */

/** Returns the first day complete, then only further years. The days must be sorted. */
export function cutDays(days: readonly string[]): string[] {
  const [first, ...others] = days;
  if (first === undefined) return [];
  return [
    first,
    ...new Set(others.map((day) => day.slice(0, 4)).filter((year) => !first.startsWith(year))),
  ];
}
