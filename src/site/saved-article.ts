/**
 * What the file of an article says and its page does not need to: where it is from, all its
 * sources.
 */
import { toPlainText } from '../evidence/inline.ts';
import { formatDate } from '../evidence/printed-format.ts';
import { isHeld, sayCustody } from '../evidence/held-source.ts';
import type { OneFile } from '../publish/one-file.ts';
import { getArticle, listFurtherSources, type Article } from './articles.ts';
import { absoluteHref } from './href.ts';
import { getArticleAddress, listArticleTerms } from './republished-text.ts';
import { getContent, getSite, getVersion } from './site-content.ts';
import { sayUnlinked } from './source-uses.ts';

export function describeSavedArticle(
  slug: string,
  site: URL | undefined,
): Pick<OneFile, 'head' | 'about' | 'further'> {
  const article = getArticle(slug);
  const address = getArticleAddress(article, site);
  const version = getVersion();
  const which = version ? ` This is version ${version}.` : '';
  const where = address ? ` The original stands at ${address}.` : '';
  return {
    head: `An article of ${getSite().name}, saved as one file.${which}${where}`,
    about: [
      `“${toPlainText(article.matter.value.title)}”, with its notes, charts and evidence. The file needs no network and asks for nothing; links lead to the site and to the sources.`,
      ...(site
        ? [
            `Whether the file is unchanged: its fingerprint (SHA-256) stands in ${absoluteHref('/SHA256SUMS', site)} until a newer version takes its place.`,
          ]
        : []),
      ...listArticleTerms(article, site),
    ],
    further: listFurther(article),
  };
}

function listFurther(article: Article): string[] {
  const { sources } = getContent().record;
  return listFurtherSources(article).flatMap((id) => {
    const source = sources.get(id);
    if (!source) return [];
    if (isHeld(source)) return [`${source.title}. ${sayCustody(source)}`];
    const { title, publisher, published, url } = source;
    const day = published ? `, ${formatDate(published)}` : '';
    return [`${title}. ${publisher}${day}: ${sayUnlinked(source) || url}`];
  });
}
