/** What to write in place of a day or an id that is written in another form. */
import { adviseDay } from '../../evidence/suggest-days.ts';
import type { Problem } from '../../schema/problem.ts';
import { proposeId } from './propose-id.ts';

/** Undefined if the text does not say what was meant. */
export function adviseValue(asksFor: Problem['asksFor'], written: unknown): string | undefined {
  if (asksFor === 'day') return adviseDay(written);
  if ((asksFor !== 'id' && asksFor !== 'reference') || typeof written !== 'string')
    return undefined;
  return adviseId(written, asksFor === 'id' ? 1 : 2);
}

/**
 * The id in a link or in the path of a file; otherwise the words as an id. `most` is the number of
 * parts that it may have, with slashes between them.
 */
function adviseId(written: string, most: number): string | undefined {
  const [, linked = written] = /\((?:num|source):([^)]*)\)/.exec(written) ?? [];
  const [, named = linked] = /([^/]+)\.(?:yaml|mdx|csv)\s*$/.exec(linked) ?? [];
  const bare = named.replace(/^\s*(?:num|source|chart):\s*/, '');
  const parts = bare.split('/').map((part) => proposeId(part));
  // A number, an address or a list is not an id in another form.
  if (parts.length > most || parts.includes('') || /[,;:]|^\W*[\d.]*%?$|^nan$/i.test(bare))
    return undefined;
  return parts.join('/') === written ? undefined : `Write ${parts.join('/')}.`;
}
