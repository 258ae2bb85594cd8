/** The text of an article for others to republish, with its terms. */
import { formatDate } from '../evidence/format.ts';
import { toPlainText } from '../evidence/inline.ts';
import { listNamed, walk } from '../library/markup/article-text.ts';
import type { Republished } from '../publish/republished.ts';
import { listTerms } from '../publish/terms.ts';
import { correctionKinds } from '../schema/correction.ts';
import type { Article } from './articles.ts';
import { listArticleCorrections } from './correction-pages.ts';
import { makeArticleTree } from './feed-text.ts';
import { absoluteHref } from './href.ts';
import { getSite, getVersion } from './site-content.ts';

/**
 * `site` is Astro’s setting. `charts` is the folder next to the text with pictures of its charts.
 * Without it, the text links to the pages of the charts, so that no republished text loads pictures
 * from this site.
 */
export function describeRepublished(
  article: Article,
  site: URL | undefined,
  charts?: string,
): Republished {
  const { title, summary, findings, date, updated } = article.matter.value;
  const picture = (id: string) => charts && `${charts}/${id}.svg`;
  const locate = (address: string) => site && new URL(address, site).href;
  const version = getVersion();
  return {
    title: toPlainText(title),
    summary: toPlainText(summary),
    findings: findings.map(toPlainText),
    byline: [
      `By ${getSite().name}, ${formatDate(date)}`,
      updated && `updated ${formatDate(updated)}`,
      version && `version ${version}`,
    ]
      .filter(Boolean)
      .join(', '),
    address: getArticleAddress(article, site),
    site: getSite().name,
    text: makeArticleTree(article, { locate, picture }).children,
    corrections: listArticleCorrections(article.slug).map(
      ({ kind, date: day, old, new: now, why, lead }) =>
        `${correctionKinds[kind]}, ${formatDate(day)}. It said: ${old} ${lead} ${now} ${toPlainText(why)}`,
    ),
    terms: listArticleTerms(article, site),
  };
}

/** Lists the terms of republishing it. */
export const listArticleTerms = (article: Article, site: URL | undefined): string[] =>
  listTerms({
    site: getSite().name,
    address: getArticleAddress(article, site),
    pictures: walk(article.tree).some(({ node }) => listNamed(node, 'pictures').length > 0),
  });

/** The full address; undefined if the site has none. */
export const getArticleAddress = ({ slug }: Article, site: URL | undefined): string | undefined =>
  site && absoluteHref(`/articles/${slug}/`, site);
