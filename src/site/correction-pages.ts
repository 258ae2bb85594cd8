/** Corrections for the pages and the feed. */
import { nameCorrections, type NamedCorrection } from '../evidence/name-corrections.ts';
import { toPlainText } from '../evidence/inline.ts';
import { formatCorrectionsFeed } from '../publish/corrections-feed.ts';
import { absoluteHref } from './href.ts';
import { getArticle, getFirstName, listArticles } from './articles.ts';
import { indexBy, once } from './once.ts';
import { getSite } from './site-content.ts';

export const correctionsPath = '/corrections/';
export const correctionsFeedPath = '/corrections.xml';

/** The newest first, without those of withheld articles. */
export const listCorrections = once(({ corrections }): readonly NamedCorrection[] => {
  const slugs = new Set(listArticles().map((article) => article.slug));
  return nameCorrections(corrections?.value ?? [], getFirstName).filter((correction) =>
    slugs.has(correction.article),
  );
});

const byArticle = once(() => indexBy(listCorrections(), ({ article }) => [article]));

export const listArticleCorrections = (slug: string): readonly NamedCorrection[] =>
  byArticle().get(slug) ?? [];

/** The feed's text; `site` is the address that Astro was given. */
export function getCorrectionsFeed(site: URL | undefined): string {
  return formatCorrectionsFeed({
    site: getSite().name,
    address: absoluteHref(correctionsFeedPath, site),
    page: absoluteHref(correctionsPath, site),
    since: listArticles()[0]?.matter.value.date ?? '1970-01-01',
    corrections: listCorrections().map((correction) => ({
      ...correction,
      articleTitle: toPlainText(getArticle(correction.article).matter.value.title),
      articleAddress: absoluteHref(`/articles/${correction.article}/`, site),
    })),
  });
}
