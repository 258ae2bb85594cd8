/**
 * Shortens what Astro's server logs about a mistake in the content: only the mistake, without the
 * stack of the program.
 */
import { stripVTControlCharacters } from 'node:util';

const begins = /^\d\d:\d\d:\d\d /;
const ofContent = /content\/\S+\.(?:mdx|yaml):\d+:\d+/;
const ofProgram =
  /^\s+(?:at .*(?::\d+:\d+\)?|\(native\))$|Stack trace:$|\[\.\.\.\] See full stack trace)/;

/**
 * Returns a filter that removes stack traces from errors that name a file of the content. Our own
 * bugs keep theirs.
 */
export function createStackFilter(): (text: string) => string {
  let isContent = false;
  return (text) =>
    text
      .split('\n')
      .filter((line) => {
        const words = stripVTControlCharacters(line);
        if (begins.test(words)) isContent = ofContent.test(words);
        return !isContent || !ofProgram.test(words);
      })
      .join('\n');
}
