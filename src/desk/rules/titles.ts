/** A headline that is too long for a browser's tab has a short title, which says the same. */
import { toPlainText } from '../../evidence/inline.ts';
import { createFinding } from '../../library/findings.ts';
import { longestTitle } from '../../site/page-head.ts';
import type { Rule } from './rule.ts';

export const checkTitles: Rule = ({ articles }) =>
  articles.flatMap(({ matter }) => {
    if (!matter) return [];
    const { title, short_title: short } = matter.value;
    const headline = toPlainText(title);
    const tell = (field: 'title' | 'short_title', message: string, fix: string) => [
      createFinding(matter.source, matter.spanOf([field]), {
        rule: 'short-title',
        level: 'error',
        message,
        fix,
      }),
    ];
    if (short === undefined) {
      if (headline.length <= longestTitle) return [];
      return tell(
        'title',
        `The headline has ${headline.length} characters. Tabs and results of searches show ${longestTitle}.`,
        `Shorten it, or add a line "short_title: …" that says the same in at most ${longestTitle} characters.`,
      );
    }
    const own = listWords(toPlainText(short));
    const shared = own.filter((word) => listWords(headline).includes(word));
    if (own.length > 0 && shared.length * 2 >= own.length) return [];
    return tell(
      'short_title',
      'The short title has other words than the headline: readers who come from a search would think that they are on another page.',
      'Build it from words of the headline; at least half of its own must stand there.',
    );
  });

/** Words that carry the meaning, each once: four letters or more, and numbers. */
function listWords(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/\p{L}{4,}|\d[\d,.]*/gu))];
}
