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
        `The headline has ${headline.length} characters. Browser tabs and search results show ${longestTitle}.`,
        `Shorten it, or add a line "short_title: …" that says the same in at most ${longestTitle} characters.`,
      );
    }
    const own = listWords(toPlainText(short));
    const shared = own.filter((word) => listWords(headline).includes(word));
    if (own.length > 0 && shared.length * 2 >= own.length) return [];
    return tell(
      'short_title',
      'The short title does not match the headline, so readers who come from a search may think they are on the wrong page.',
      'Use words of the headline: at least half of them must be in it.',
    );
  });

/** Words that carry the meaning, each once: four letters or more, and numbers. */
function listWords(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/\p{L}{4,}|\d[\d,.]*/gu))];
}
