/**
 * A correction names an article and numbers that exist, and its new words are in the text today.
 */
import { isCorrectedAgain } from '../../evidence/name-corrections.ts';
import { normaliseQuotation } from '../../evidence/quotation.ts';
import { getArticleWords, listPublishedArticles } from '../../library/texts/published-articles.ts';
import { createFinding } from '../../library/findings.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';
import { findUnknown, findUnknownNumber } from './unknown.ts';

export const checkCorrections: Rule = (content) => {
  const { corrections } = content;
  if (!corrections) return [];
  const articles = new Map(
    listPublishedArticles(content).map((article) => [article.slug, article]),
  );
  return corrections.value.flatMap((correction, index) => {
    const create = (key: string, rest: Pick<Finding, 'rule' | 'level' | 'message' | 'fix'>) =>
      createFinding(corrections.source, corrections.spanOf([index, key]), rest);
    const findings: Finding[] = (correction.numbers ?? []).flatMap((ref, at) =>
      findUnknownNumber(
        content.record,
        corrections.source,
        () => corrections.spanOf([index, 'numbers', at]),
        ref,
        { whole: true },
      ),
    );
    const [old, now] = [normaliseQuotation(correction.old), normaliseQuotation(correction.new)];
    if (old === now)
      findings.push(
        create('new', {
          rule: 'correction-same',
          level: 'error',
          message: 'The old words and the new ones are the same.',
          fix: 'Write under old: what readers saw, and under new: what it says now.',
        }),
      );
    const article = articles.get(correction.article);
    if (!article)
      return [
        ...findings,
        ...findUnknown(
          content,
          'article',
          corrections.source,
          () => corrections.spanOf([index, 'article']),
          correction.article,
        ),
      ];
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
    if (
      old !== now &&
      !stands &&
      !/^\[.*\]$/.test(now) &&
      !isCorrectedAgain(correction, corrections.value)
    )
      findings.push(
        create('new', {
          rule: 'correction-words',
          level: 'warning',
          message: `The new words are not in content/articles/${article.slug}.mdx.`,
          fix: 'Copy them from the article as readers see them, without links; write "[removed]" if nothing replaces them.',
        }),
      );
    return findings;
  });
};
