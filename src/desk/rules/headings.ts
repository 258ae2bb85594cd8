/** Headings step down one level at a time, and each has its own anchor on the page. */
import {
  getSpan,
  type Heading,
  listChartIds,
  listHeadings,
} from '../../library/markup/article-text.ts';
import type { TextFile } from '../../library/content.ts';
import { createFinding } from '../../library/findings.ts';
import { articlePlaces, placesOfPages } from '../../site/site-addresses.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Rule } from './rule.ts';

export const checkHeadings: Rule = (content) => [
  ...content.articles.flatMap((article) =>
    checkText(article, [...articlePlaces, ...(article.tree ? listChartIds(article.tree) : [])]),
  ),
  ...content.pages.flatMap((page) =>
    checkText(page, ['main', ...(placesOfPages[page.slug] ?? [])]),
  ),
];

type Problem = Pick<Finding, 'rule' | 'message' | 'fix'>;

function checkText({ source, tree }: TextFile<unknown>, taken: readonly string[]): Finding[] {
  if (!tree) return [];
  const headings = listHeadings(tree);
  return headings.flatMap((heading, index) => {
    const problem =
      judgeLevel(heading, headings[index - 1]?.depth ?? 1) ??
      judgeText(heading, headings.slice(0, index), source.locate, taken);
    if (!problem) return [];
    const span = getSpan(heading.node);
    const end = source.text.indexOf('\n', span.start);
    return [
      createFinding(
        source,
        { start: span.start, end: end === -1 ? span.end : Math.min(end, span.end) },
        { level: 'error', ...problem },
      ),
    ];
  });
}

function judgeLevel({ depth, text }: Heading, above: number): Problem | undefined {
  const words = text || 'the words of the heading';
  if (depth === 1)
    return {
      rule: 'heading-level',
      message: 'Only the headline is a first-level heading, and it comes from the title.',
      fix: `Write ## ${words}`,
    };
  if (depth <= above + 1) return undefined;
  return {
    rule: 'heading-level',
    message:
      above === 1
        ? `The first heading is of level ${depth}.`
        : `The headings go from level ${above} to level ${depth}.`,
    fix: `Write ${'#'.repeat(above + 1)} ${words}`,
  };
}

function judgeText(
  { text, slug, depth }: Heading,
  before: Heading[],
  locate: (offset: number) => { line: number },
  taken: readonly string[],
): Problem | undefined {
  if (slug === '')
    return {
      rule: 'heading-text',
      message: text
        ? 'The heading has no letter or digit, so no link could lead to it.'
        : 'The heading is empty.',
      fix: `Write ${'#'.repeat(depth)} and what the section is about, or delete it.`,
    };
  const twin = before.find(
    (other) => other.text.trim().toLowerCase() === text.trim().toLowerCase(),
  );
  if (twin)
    return {
      rule: 'heading-text',
      message: `Line ${locate(getSpan(twin.node).start).line} has the same heading, so readers could not tell them apart.`,
      fix: 'Say in each what is special to its section.',
    };
  if (!taken.includes(slug)) return undefined;
  return {
    rule: 'heading-text',
    message: `The page already has a place called "${slug}", so a link to this heading would lead there.`,
    fix: 'Choose other words for the heading.',
  };
}
