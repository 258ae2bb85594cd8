/** Which articles are kept out of the site, and why. The one rule for the check, the build, the pages and the lock. */

import { formatDate } from '../evidence/format.ts';

export type Withheld = 'draft' | 'embargo' | 'future';

const secondsPerHour = 3600;

/**
 * Why an article is not shown at `time`, the content's; undefined when it is. Takes front matter as it was written: an
 * embargo that cannot be read holds, and so does one where the time is not known.
 */
export function whyWithheld(
  matter: { draft?: unknown; embargo?: unknown; date?: unknown },
  time: number | undefined,
): Withheld | undefined {
  if (matter.draft === true) return 'draft';
  if (matter.embargo !== undefined && !(time !== undefined && readMoment(matter.embargo) <= time)) return 'embargo';
  return time !== undefined && isFuture(matter.date, time) ? 'future' : undefined;
}

/** Why an article is kept back, in words and with until when: "draft, under embargo until 1 December 2026, 06:00 UTC"; empty when readers are shown it. */
export function sayWithheld(withheld: Withheld | undefined, matter: { date: string; embargo?: string | undefined }): string {
  if (withheld === undefined) return '';
  const [day = '', time = ''] = (matter.embargo ?? '').split(/[TZ]/);
  const until = day === '' ? '' : `under embargo until ${[formatDate(day), time && `${time} UTC`].filter(Boolean).join(', ')}`;
  const reason = { draft: 'draft', embargo: '', future: `dated in the future, ${formatDate(matter.date)}` }[withheld];
  return [reason, until].filter(Boolean).join(', ');
}

/** Seconds since 1970 of `YYYY-MM-DD`, which begins at midnight UTC, or `YYYY-MM-DDTHH:MMZ`; NaN of anything else. */
function readMoment(embargo: unknown): number {
  return typeof embargo === 'string' && /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}Z)?$/.test(embargo) ? Date.parse(embargo) / 1000 : Number.NaN;
}

/** True when the day has begun nowhere on Earth yet. */
function isFuture(date: unknown, time: number): boolean {
  return typeof date === 'string' && date > new Date((time + 14 * secondsPerHour) * 1000).toISOString().slice(0, 10);
}
