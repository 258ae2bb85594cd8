/** What Astro's server logs of a mistake in the content: the mistake, and nothing of where in the program it came up. */
import { stripVTControlCharacters } from 'node:util';

const begins = /^\d\d:\d\d:\d\d /;
const ofContent = /content\/\S+\.(?:mdx|yaml):\d+:\d+/;
const ofProgram = /^\s+(?:at .*(?::\d+:\d+\)?|\(native\))$|Stack trace:$|\[\.\.\.\] See full stack trace)/;

/** Leaves lines of a stack out of the log of errors that name a file of the content; a mistake of ours keeps them. */
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
