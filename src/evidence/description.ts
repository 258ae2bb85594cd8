/** Whether the description of a chart is of any use to somebody who does not see the chart. */

/** Fewer different words than this say little more than that there is a chart. */
const fewestWords = 12;
/** Share of a description's own words that may be in title and subtitle already. */
const mostRepeated = 0.75;

/**
 * A sentence on why the description says nothing; undefined when it does say something. `beside`
 * are the texts that everybody reads anyway, such as title and subtitle; `numbers` says whether the
 * chart draws numbers. All without markup.
 */
export function judgeDescription(
  description: string,
  beside: readonly string[],
  numbers: boolean,
): string | undefined {
  const words = listWords(description);
  if (words.size < fewestWords) return 'It has hardly any words of its own.';
  const known = listWords(beside.join(' '));
  const repeated = [...words].filter((word) => known.has(word)).length;
  if (repeated > words.size * mostRepeated) return 'It repeats the title and subtitle.';
  if (numbers && !/\d/.test(description)) return 'It names none of the numbers that are drawn.';
  return undefined;
}

/** Words that every description may begin with. */
const empty = new Set(
  'this that with from chart graph graphic drawing picture image shows showing shown'.split(' '),
);

/** Different words of four letters and more, and numbers. */
function listWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}{4,}|\d[\d,.]*\d|\d/gu) ?? [];
  return new Set(words.filter((word) => !empty.has(word)));
}
