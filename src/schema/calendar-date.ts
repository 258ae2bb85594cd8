/** A date as numbers: a separate type, so that a position is never computed from text. */

export type CalendarDate = {
  year: number;
  /** From one; undefined if only the year is known. */
  month?: number | undefined;
  day?: number | undefined;
};

/**
 * Reads YYYY, YYYY-MM or YYYY-MM-DD. Throws for anything else, and for a day or month that does not
 * exist.
 */
export function readCalendarDate(text: string): CalendarDate {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  const [year = Number.NaN, month, day] = (match?.slice(1) ?? []).map((part: string | undefined) =>
    part === undefined ? undefined : Number(part),
  );
  const instant = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  const exists =
    instant.getUTCFullYear() === year &&
    instant.getUTCMonth() + 1 === (month ?? 1) &&
    instant.getUTCDate() === (day ?? 1);
  if (!exists)
    throw new RangeError(
      `"${text}" is no date of the calendar, written as YYYY, YYYY-MM or YYYY-MM-DD.`,
    );
  return { year, month, day };
}

/** YYYY, YYYY-MM or YYYY-MM-DD, as in files. */
export function formatCalendarDate({ year, month, day }: CalendarDate): string {
  const pad = (part: number, length: number) => String(part).padStart(length, '0');
  return [
    pad(year, 4),
    ...[month, day].flatMap((part) => (part === undefined ? [] : pad(part, 2))),
  ].join('-');
}
