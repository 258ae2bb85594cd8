/** The links of marks and their names: the value with its unit, and who printed it. */
import { keyOf, type ChartNumber, type Named } from '../charts/chart-number.ts';

/**
 * The name of a mark, by the key of its target. `path` is an address within the site, undefined if
 * there is no page.
 */
export type MarkLink = { key: string; path: string | undefined; name: string };

/** A number without a record links to the source in which it was read. */
export function linkNumber(
  number: ChartNumber | undefined,
  row: string,
  measure = '',
  what = '',
): MarkLink[] {
  return number
    ? [
        {
          key: keyOf(number, row, measure),
          path: addressOf(number),
          name: nameNumber(number, [row, what]),
        },
      ]
    : [];
}

export function addressOf({
  recordId,
  fragment,
  sourceIds: [source],
}: ChartNumber): string | undefined {
  if (recordId) return `/numbers/${recordId}/${fragment ? `#${fragment}` : ''}`;
  return source && `/sources/${source}/`;
}

/** "24.3%, the north, parcels; The Gazette, December 2017" */
export function nameNumber(
  { hedge, text, printed, sourceNames, derived }: ChartNumber,
  about: string[],
): string {
  const source = derived ? 'our arithmetic' : printed || sourceNames.join(', ');
  return [[[hedge, text].filter(Boolean).join(' '), ...about].filter(Boolean).join(', '), source]
    .filter(Boolean)
    .join('; ');
}

/**
 * "The depot closes, 17 May 2015; The Gazette and 2 more": only the first of its sources, or the
 * first event of a place, is named.
 */
export function nameEntry(
  about: string[],
  [first, ...others]: Named[],
  count = others.length + 1,
): string {
  return [
    about.filter(Boolean).join(', '),
    first && (count > 1 ? `${first.name} and ${count - 1} more` : first.name),
  ]
    .filter(Boolean)
    .join('; ');
}
