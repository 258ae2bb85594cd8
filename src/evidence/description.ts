/** Judges whether the description of a chart helps somebody who cannot see the chart. */

/** The fewest different words that say more than that there is a chart. */
const fewestWords = 12;
/** The largest share of a description's words that title and subtitle may already have. */
const mostRepeated = 0.75;

/**
 * A sentence on why the description says too little; undefined if it says enough. `beside` are the
 * texts that everybody reads anyway, such as title and subtitle; `numbers` says whether the chart
 * draws numbers. All without markup.
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

/** Words that say nothing, because any description may begin with them. */
const empty = new Set(
  'this that with from chart graph graphic drawing picture image shows showing shown'.split(' '),
);

/** Lists the different words of at least four letters, and the numbers. */
function listWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}{4,}|\d[\d,.]*\d|\d/gu) ?? [];
  return new Set(words.filter((word) => !empty.has(word)));
}
