/**
 * `npm run copysheet <article>`: one page for the sub-editor and the lawyer, as HTML and as
 * Markdown, in copysheets/. Without an article it lists them.
 */
import { spacedPlural } from '../../evidence/plural.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toPlainText } from '../../evidence/inline.ts';
import { readCopySheet } from './copy-sheet-facts.ts';
import type { ReadArticle } from '../../library/texts/published-articles.ts';
import type { ArticleFile } from '../../library/content.ts';
import { findNearest } from '../../library/findings.ts';
import { sayWithheld } from '../../library/withheld.ts';
import { countFindings, layoutCopySheet } from './copy-sheet-layout.ts';
import { formatPageHtml, formatPageMarkdown } from './desk-page.ts';
import { formatFindings } from '../check/format-findings.ts';
import { runCommand } from '../run-command.ts';
import { checkContent } from '../check/run-rules.ts';

/** Where the sheets are written, below the project's root. */
export const copySheetFolder = 'copysheets';

export type CopySheetOutcome = { code: 0 | 1; report: string };

/**
 * Writes the sheets of the article `name` below `root`; without a name, the report lists the
 * articles.
 */
export function writeCopySheet(root: string, name: string | undefined): CopySheetOutcome {
  const { content, findings } = checkContent(root);
  if (name === undefined)
    return {
      code: 0,
      report: `Name one of these: npm run copysheet <article>\n${listArticles(content.articles)}`,
    };
  const slug = name.replace(/^.*\//, '').replace(/\.mdx$/, '');
  const article = content.articles.find((candidate) => candidate.slug === slug);
  if (!article) {
    const near = findNearest(
      slug,
      content.articles.map((candidate) => candidate.slug),
    );
    const advice = near ? `Did you mean "${near}"?\n` : listArticles(content.articles);
    return { code: 1, report: `There is no article called "${slug}".\n${advice}` };
  }
  if (!isRead(article)) {
    const own = findings.filter(({ file }) => file === article.source.path);
    return {
      code: 1,
      report: `${formatFindings(own, root)}\nThe article cannot be read, so there is no sheet of it yet.\n`,
    };
  }
  const copy = readCopySheet(content, article, findings);
  const sheet = layoutCopySheet(copy);
  mkdirSync(join(root, copySheetFolder), { recursive: true });
  const files = { html: formatPageHtml(sheet), md: formatPageMarkdown(sheet) };
  for (const [ending, text] of Object.entries(files))
    writeFileSync(join(root, copySheetFolder, `${slug}.${ending}`), text);
  const kept = copy.withheld ? ` Readers are not shown it: ${copy.withheld}.` : '';
  const found =
    copy.findings.length > 0
      ? ` The check has ${countFindings(copy.findings)}; they come first.`
      : '';
  const where = Object.keys(files).map((ending) => `${copySheetFolder}/${slug}.${ending}`);
  return {
    code: 0,
    report: `Wrote ${where.join(' and ')}: ${spacedPlural(copy.numbers.length, 'number')}, ${spacedPlural(copy.quotations.length, 'quotation')}.${kept}${found}\n`,
  };
}

const tooMany: CopySheetOutcome = {
  code: 1,
  report: 'Name one article at a time: npm run copysheet <article>\n',
};

function isRead(article: ArticleFile): article is ReadArticle {
  return article.matter !== undefined && article.tree !== undefined;
}

function listArticles(articles: readonly ArticleFile[]): string {
  if (articles.length === 0) return 'There is no article yet.\n';
  const lines = articles.map(({ slug, matter, withheld }) => {
    const title = matter ? toPlainText(matter.value.title) : 'cannot be read; run npm run check';
    const kept = matter ? sayWithheld(withheld, matter.value) : '';
    return `  ${slug}  ${title}${kept ? ` (${kept})` : ''}\n`;
  });
  return lines.join('');
}

const usage = `npm run copysheet             lists the articles, drafts included
npm run copysheet <article>   writes one page for the sub-editor and the lawyer, as HTML and as Markdown
`;

if (import.meta.main)
  await runCommand(usage, () => {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { root: { type: 'string', default: process.cwd() } },
    });
    const { code, report } =
      positionals.length > 1 ? tooMany : writeCopySheet(values.root, positionals[0]);
    (code === 0 ? process.stdout : process.stderr).write(report);
    return code;
  });
