/** The content as the pages read it: the same files, through the same reader and schemas as the check. */
import type { ArticleFile, Content, PageFile } from '../library/content.ts';
import { readContentVersion } from '../library/content-time.ts';
import { readContent } from '../library/read-content.ts';
import type { ArticleMatter } from '../schema/article.ts';
import type { Site } from '../schema/site.ts';
import { listClaimIds, listNumbers, listSourceIds } from '../library/markup/article-text.ts';
import { parseInline } from '../evidence/inline.ts';
import { findNumber, getNumber, isFailure, type RecordedNumber } from '../evidence/record.ts';
import { setType } from '../evidence/set-type.ts';
import { setContent } from '../library/texts/set-content.ts';
import { dropWithheld } from '../library/withheld.ts';

let plain: Content | undefined;
let cached: Content | undefined;

/** Its words set, as pages print them. Read once: `text-modules.ts` has this module loaded anew when a file is saved. */
export function getContent(): Content {
  cached ??= setContent(getPlainContent());
  return cached;
}

/** Its words as the files have them, for what is taken away as data. */
export function getPlainContent(): Content {
  plain ??= readShown();
  return plain;
}

/** An editor at work sees what is kept back too. */
function readShown(): Content {
  const { content } = readContent(process.cwd());
  return import.meta.env.DEV ? content : dropWithheld(content);
}

export function getSite(): Site {
  const { site } = getContent();
  if (!site) throw new Error('content/site.yaml cannot be read; run npm run check');
  return site.value;
}

/** The numbers of the home page, each with what it counts. */
export function listLeadNumbers(): { number: RecordedNumber; counts: string }[] {
  return getSite().lead_numbers.map((lead) => {
    const number = getNumber(getContent().record, typeof lead === 'string' ? lead : lead.number);
    return { number, counts: typeof lead === 'string' ? number.title : lead.counts };
  });
}

let version: string | undefined;

/** Commit and day of what the pages show; empty without git. */
export function getVersion(): string {
  version ??= setType(readContentVersion(process.cwd()));
  return version;
}

export type Article = ArticleFile & { matter: NonNullable<ArticleFile['matter']>; tree: NonNullable<ArticleFile['tree']> };

/** Articles that may be shown, the newest first, then by slug. Withheld ones only while an editor works. */
export function listArticles(): Article[] {
  return getContent()
    .articles.filter((article): article is Article => article.matter !== undefined && article.tree !== undefined)
    .filter((article) => import.meta.env.DEV || article.withheld === undefined)
    .sort((a, b) => compareText(b.matter.value.date, a.matter.value.date) || compareText(a.slug, b.slug));
}

export function getArticle(slug: string): Article {
  const article = listArticles().find((candidate) => candidate.slug === slug);
  if (!article) throw new Error(`There is no article "${slug}".`);
  return article;
}

export function getPage(slug: string): PageFile & { matter: NonNullable<PageFile['matter']> } {
  const page = getContent().pages.find((candidate) => candidate.slug === slug);
  if (!page?.matter) throw new Error(`content/pages/${slug}.mdx cannot be read; run npm run check`);
  return { ...page, matter: page.matter };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Number references in an article: headline, summary, findings, then text; each once. */
export function listArticleRefs(article: Article): { refs: string[]; bound: number; freed: number } {
  const { title, summary, findings } = article.matter.value;
  const inMatter = [title, summary, ...findings].flatMap(parseInline);
  const inText = listNumbers(article.tree);
  const refs = [...inMatter.flatMap((run) => (run.kind === 'number' ? [run.ref] : [])), ...inText.refs];
  const freed = inMatter.filter((run) => run.kind === 'plain').length + inText.freed;
  return { refs: [...new Set(refs)], bound: refs.length, freed };
}

/** The numbers of an article, each once, in order of appearance. */
export function listArticleNumbers(article: Article): RecordedNumber[] {
  const { record } = getContent();
  return listArticleRefs(article).refs.flatMap((ref) => {
    const found = findNumber(record, ref);
    return isFailure(found) ? [] : [found];
  });
}

/** Ids of the sources that an article is built from, links or quotes, in that order, each once. */
export function listArticleSources(article: Article): string[] {
  const { about = [], findings, summary } = article.matter.value;
  const linked = [summary, ...findings].flatMap(parseInline).flatMap((run) => (run.kind === 'source' ? [run.id] : []));
  const claimed = new Set(listClaimIds(article.tree));
  const claims = getContent().claims.filter((file) => claimed.has(file.id));
  return [...new Set([...about, ...linked, ...listSourceIds(article.tree), ...claims.map((file) => file.value.made_in)])];
}

/** Ids of further sources that lie behind the article's numbers without being named in it. */
export function listFurtherSources(article: Article): string[] {
  const named = new Set(listArticleSources(article));
  return [...new Set(listArticleNumbers(article).flatMap((number) => number.sourceIds))].filter((id) => !named.has(id));
}

/** How many they are. */
export function countFurtherSources(article: Article): number {
  return listFurtherSources(article).length;
}

/** Articles that print a number of this quantity or breakdown. */
export function listArticlesWithNumber(recordId: string): Article[] {
  return listArticles().filter((article) => listArticleRefs(article).refs.some((ref) => ref.split('/')[0] === recordId));
}

export function listArticlesWithSource(sourceId: string): Article[] {
  return listArticles().filter(
    (article) =>
      listArticleSources(article).includes(sourceId) || listArticleNumbers(article).some((number) => number.sourceIds.includes(sourceId)),
  );
}

export type { ArticleMatter };
