/**
 * An article is dated no later than its commit, unless it has an embargo, and no other article has
 * one of its former names.
 */
import { createFinding } from '../../library/findings.ts';
import type { Rule } from './rule.ts';

export const checkPublication: Rule = (content) => [
  ...checkFormerNames(content),
  ...checkDays(content),
];

const checkDays: Rule = (content) =>
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
        message: 'The article is dated after the commit it is in, so readers would not see it.',
        fix: `Correct the date, or add embargo: ${date} to keep the article back until a commit of that day.`,
      }),
    ];
  });

/** One address leads to one article. */
const checkFormerNames: Rule = ({ articles }) => {
  const taken = new Map(articles.map(({ slug, source }) => [slug, source.path]));
  return articles.flatMap(({ matter }) =>
    (matter?.value.formerly ?? []).flatMap((name, index, names) => {
      const other = taken.get(name);
      if (matter && other === undefined) taken.set(name, matter.source.path);
      // The rule on lists reports a name that is twice in one list.
      if (!matter || other === undefined || names.indexOf(name) < index) return [];
      const own = other === matter.source.path;
      return [
        createFinding(matter.source, matter.spanOf(['formerly', index]), {
          rule: 'id-taken',
          level: 'error',
          message: own
            ? `"${name}" is the present name of this article.`
            : `The address of "${name}" belongs to ${other}.`,
          fix: `Take ${name} out of formerly.`,
        }),
      ];
    }),
  );
};
