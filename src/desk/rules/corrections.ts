/** A correction names an article and numbers that exist, and its new words are those that stand there today. */
import { normaliseQuotation } from '../../evidence/quotation.ts';
import { findNumber, isFailure } from '../../evidence/record.ts';
import { getArticleWords, listPublishedArticles } from '../../library/texts/published-articles.ts';
import type { Content } from '../../library/content.ts';
import { createFinding, findNearest } from '../../library/findings.ts';
import type { Correction } from '../../schema/correction.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';

export const checkCorrections: Rule = (content) => {
  const { corrections } = content;
  if (!corrections) return [];
  const articles = new Map(listPublishedArticles(content).map((article) => [article.slug, article]));
  return corrections.value.flatMap((correction, index) => {
    const create = (key: string | [string, number], rest: Pick<Finding, 'rule' | 'level' | 'message' | 'fix'>) =>
      createFinding(corrections.source, corrections.spanOf([index, ...[key].flat()]), rest);
    const findings: Finding[] = checkNumbers(content, correction).map(({ at, ...rest }) => create(['numbers', at], rest));
    const [old, now] = [normaliseQuotation(correction.old), normaliseQuotation(correction.new)];
    if (old === now)
      findings.push(
        create('new', {
          rule: 'correction-same',
          level: 'error',
          message: 'The old words and the new ones are the same.',
          fix: 'Write under old: what readers saw, and under new: what stands there now.',
        }),
      );
    const article = articles.get(correction.article);
    if (!article) {
      const near = findNearest(correction.article, [...articles.keys()]);
      findings.push(
        create('article', {
          rule: 'unknown-article',
          level: 'error',
          message: `There is no published article called "${correction.article}".`,
          fix: near ? `Did you mean "${near}"?` : `Use one of: ${[...articles.keys()].join(', ')}.`,
        }),
      );
      return findings;
    }
    if (correction.date < article.matter.value.date)
      findings.push(
        create('date', {
          rule: 'date-order',
          level: 'error',
          message: `The article was published on ${article.matter.value.date}, after this correction.`,
          fix: 'Write the day on which the words were changed.',
        }),
      );
    const stands = normaliseQuotation(getArticleWords(article)).includes(now);
    if (old !== now && !stands && !/^\[.*\]$/.test(now) && !isCorrectedAgain(correction, corrections.value))
      findings.push(
        create('new', {
          rule: 'correction-words',
          level: 'warning',
          message: `The new words do not stand in content/articles/${article.slug}.mdx.`,
          fix: 'Copy them from the article as readers see them, without links; write "[removed]" where nothing stands in their place.',
        }),
      );
    return findings;
  });
};

/** A later correction of the same passage: then the words of this one need stand no longer. */
function isCorrectedAgain(correction: Correction, corrections: readonly Correction[]): boolean {
  const now = normaliseQuotation(correction.new);
  return corrections.some((other) => {
    const old = normaliseQuotation(other.old);
    const isLater = other !== correction && other.article === correction.article && other.date >= correction.date;
    return isLater && (old.includes(now) || now.includes(old));
  });
}

type NumberProblem = { at: number } & Pick<Finding, 'rule' | 'level' | 'message' | 'fix'>;

function checkNumbers({ record }: Content, { numbers = [] }: Correction): NumberProblem[] {
  return numbers.flatMap((ref, at) => {
    const found = findNumber(record, ref);
    // A whole record may be named too.
    if (!isFailure(found) || !found.problem.startsWith('unknown')) return [];
    const isPart = found.problem === 'unknown-part';
    const near = findNearest(isPart ? found.part : found.id, found.known);
    const meant = near && (isPart ? `${found.id}/${near}` : [near, ...ref.split('/').slice(1)].join('/'));
    return [
      {
        at,
        rule: 'unknown-number',
        level: 'error',
        message: `"${ref}" is not in the record.`,
        fix: meant
          ? `Did you mean "${meant}"?`
          : isPart
            ? `Write ${found.id} for the whole record.`
            : 'Use an id of the list on /numbers/.',
      },
    ];
  });
}
