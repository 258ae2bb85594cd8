/** An article is not dated after its commit, unless an embargo says until when it is withheld. */
import { createFinding } from '../../library/findings.ts';
import type { Rule } from './rule.ts';

export const checkPublication: Rule = (content) =>
  content.articles.flatMap(({ matter, withheld }) => {
    if (!matter) return [];
    const { date, embargo } = matter.value;
    if (embargo !== undefined && embargo.slice(0, 10) < date)
      return [
        createFinding(matter.source, matter.spanOf(['embargo']), {
          rule: 'embargo-early',
          level: 'error',
          message: `The embargo ends before ${date}, the day of publication.`,
          fix: `Write embargo: ${date}, or correct the date.`,
        }),
      ];
    if (withheld !== 'future') return [];
    return [
      createFinding(matter.source, matter.spanOf(['date']), {
        rule: 'future-date',
        level: 'error',
        message: 'The article is dated after the commit it is in, so readers would not be shown it.',
        fix: `Correct the date, or add embargo: ${date} to keep the article back until a commit of that day.`,
      }),
    ];
  });
