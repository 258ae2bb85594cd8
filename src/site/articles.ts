/**
 * Articles for the pages: in order, with what each prints and names, and the articles that print or
 * name a record.
 */
import { ascending, descending } from 'd3';
import { parseInline } from '../evidence/inline.ts';
import { findNumber, isFailure, type RecordedNumber } from '../evidence/record.ts';
import type { ArticleFile } from '../library/content.ts';
import {
  listChartIds,
  listClaimIds,
  listNumbers,
  listSourceIds,
} from '../library/markup/article-text.ts';
import { indexBy, once, onceFor } from './once.ts';
import { getContent } from './site-content.ts';

export type Article = ArticleFile & {
  matter: NonNullable<ArticleFile['matter']>;
  tree: NonNullable<ArticleFile['tree']>;
};

/**
 * Articles that may be shown, the newest first, then by slug. Withheld ones only in `npm run dev`.
 */
export const listArticles = once(({ articles }): readonly Article[] =>
  articles
    .filter(
      (article): article is Article => article.matter !== undefined && article.tree !== undefined,
    )
    .filter(
      (article) =>
        (import.meta.env as ImportMetaEnv | undefined)?.DEV || article.withheld === undefined,
    )
    .sort(
      (a, b) => descending(a.matter.value.date, b.matter.value.date) || ascending(a.slug, b.slug),
    ),
);

const bySlug = once(() => new Map(listArticles().map((article) => [article.slug, article])));

export function getArticle(slug: string): Article {
  const article = bySlug().get(slug);
  if (!article) throw new Error(`There is no article "${slug}".`);
  return article;
}

/** Returns the article with this slug or former slug; undefined if there is none. */
export const findNamedArticle = (name: string): Article | undefined =>
  bySlug().get(name) ?? listArticles().find(({ matter }) => matter.value.formerly?.includes(name));

/** Returns an article's first slug, which identifies it permanently, also in feeds. */
export const getFirstName = (slug: string): string =>
  bySlug().get(slug)?.matter.value.formerly?.[0] ?? slug;

/** Number references in an article: headline, summary, findings, then text; each once. */
export const listArticleRefs = onceFor(
  (article: Article): { refs: string[]; bound: number; freed: number } => {
    const { title, summary, findings } = article.matter.value;
    const inMatter = [title, summary, ...findings].flatMap(parseInline);
    const inText = listNumbers(article.tree);
    const refs = [
      ...inMatter.flatMap((run) => (run.kind === 'number' ? [run.ref] : [])),
      ...inText.refs,
    ];
    const freed = inMatter.filter((run) => run.kind === 'freed').length + inText.freed;
    return { refs: [...new Set(refs)], bound: refs.length, freed };
  },
);

/** The numbers of an article, each once, in order of appearance. */
export const listArticleNumbers = onceFor((article: Article): readonly RecordedNumber[] => {
  const { record } = getContent();
  return listArticleRefs(article).refs.flatMap((ref) => {
    const found = findNumber(record, ref);
    return isFailure(found) ? [] : [found];
  });
});

/** Ids of the sources that an article is built from, links or quotes, in that order, each once. */
export const listArticleSources = onceFor((article: Article): readonly string[] => {
  const { about = [], findings, summary } = article.matter.value;
  const linked = [summary, ...findings]
    .flatMap(parseInline)
    .flatMap((run) => (run.kind === 'source' ? [run.id] : []));
  const claimed = new Set(listClaimIds(article.tree));
  const claims =
    claimed.size === 0 ? [] : getContent().claims.filter((file) => claimed.has(file.id));
  return [
    ...new Set([
      ...about,
      ...linked,
      ...listSourceIds(article.tree),
      ...claims.map((file) => file.value.made_in),
    ]),
  ];
});

/** Ids of further sources of the article's numbers, which the article itself does not name. */
export function listFurtherSources(article: Article): string[] {
  const named = new Set(listArticleSources(article));
  return [...new Set(listArticleNumbers(article).flatMap((number) => number.sourceIds))].filter(
    (id) => !named.has(id),
  );
}

/** Counts them. */
export function countFurtherSources(article: Article): number {
  return listFurtherSources(article).length;
}

const byNumber = once(() =>
  indexBy(listArticles(), (article) =>
    listArticleRefs(article).refs.map((ref) => ref.split('/')[0] ?? ref),
  ),
);

/** Articles that print a number of this quantity or breakdown. */
export function listArticlesWithNumber(recordId: string): readonly Article[] {
  return byNumber().get(recordId) ?? [];
}

const bySource = once(() =>
  indexBy(listArticles(), (article) => [
    ...listArticleSources(article),
    ...listArticleNumbers(article).flatMap((number) => number.sourceIds),
  ]),
);

export function listArticlesWithSource(sourceId: string): readonly Article[] {
  return bySource().get(sourceId) ?? [];
}

const byChart = once(() => indexBy(listArticles(), ({ tree }) => listChartIds(tree)));

export function listArticlesWithChart(id: string): readonly Article[] {
  return byChart().get(id) ?? [];
}

const byClaim = once(() => indexBy(listArticles(), ({ tree }) => listClaimIds(tree)));

/** Articles that print the claim. */
export function listArticlesWithClaim(id: string): readonly Article[] {
  return byClaim().get(id) ?? [];
}
