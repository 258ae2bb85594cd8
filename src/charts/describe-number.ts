/** Writes numbers and lists for drafts of descriptions. */
import { tagFor } from '../schema/author-tags.ts';
import type { ChartNumber } from './chart-number.ts';

/** A link to the number's record or, if no record holds it, the number in a tag that says so. */
export function sayNumber({ hedge, text, ref }: ChartNumber): string {
  const words = [hedge, text].filter(Boolean).join(' ');
  return ref ? `[${words}](num:${ref})` : freeNumber(words);
}

/** Puts a number that no record holds in the tag that says so. */
export function freeNumber(words: string): string {
  return `<${tagFor.freed}>${words}</${tagFor.freed}>`;
}

const list = new Intl.ListFormat('en-GB');

/** "North, South and East" */
export function sayList(names: readonly string[]): string {
  return list.format(names);
}
