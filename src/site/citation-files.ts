/** Citations of the site's pages, and of the sources of its articles. */
import { formatChartAddress } from '../drawings/chart-data.ts';
import { compareText } from '../evidence/compare-text.ts';
import { toPlainText } from '../evidence/inline.ts';
import type { Content } from '../library/content.ts';
import { citationForms, type CitationForm } from '../publish/citation-forms.ts';
import {
  citeOwn,
  citeSource,
  formatCitation,
  joinCitations,
  type CitedWork,
} from '../publish/cited-works.ts';
import { getArticle, listArticleSources, listArticles, listFurtherSources } from './articles.ts';
import { getChartAsTyped, listCharts } from './chart-pages.ts';
import { absoluteHref } from './href.ts';
import { onceFor } from './once.ts';
import { getContentVersion, getContentAsTyped, getSite } from './site-content.ts';
import { getFirstDay, getLastChange } from './structured-data.ts';

/**
 * What can be cited: an article, the sources of an article, a chart, all sources. Each has a file
 * in every format, and a source has the same key in all of them.
 */
const cited = {
  articles: () => listArticles().flatMap(({ slug }) => [slug, `${slug}.sources`]),
  charts: () => listCharts().map(({ id }) => id),
  data: () => ['sources'],
};
export type CitedKind = keyof typeof cited;

/**
 * Path of a citation file within the site: /articles/parcels.bib, /articles/parcels.sources.ris.
 */
export const formatCitationPath = (kind: CitedKind, name: string, form: CitationForm) =>
  `/${kind}/${name}.${form}`;

/** Paths for Astro: the names of the files of this kind. */
export const listCitationPaths = (kind: CitedKind) =>
  cited[kind]().map((name) => ({ params: { name } }));

/** The file as Astro's response. */
export function respondWithCitations(
  kind: CitedKind,
  name: string,
  form: CitationForm,
  site: URL | undefined,
): Response {
  const cite = {
    articles: () => citeArticles(name, site),
    charts: () => [citeChart(name, site)],
    data: () => citeSources([...getContentAsTyped().record.sources.keys()].sort(compareText)),
  };
  return new Response(formatCitations(cite[kind](), form), {
    headers: { 'Content-Type': `${citationForms[form].mediaType}; charset=utf-8` },
  });
}

function citeArticles(name: string, site: URL | undefined): CitedWork[] {
  const slug = name.replace(/\.sources$/, '');
  const article = getArticle(slug);
  if (name !== slug)
    return citeSources([...listArticleSources(article), ...listFurtherSources(article)]);
  const title = toPlainText(article.matter.value.title);
  return [
    citePage(
      { id: slug, title, kind: 'article', day: getLastChange(article), path: `/articles/${slug}/` },
      site,
    ),
  ];
}

/** Many articles cite a source. */
const listCited = onceFor(
  ({ record }: Content) =>
    new Map([...record.sources].map(([id, source]) => [id, citeSource(id, source)])),
);

const citeSources = (ids: readonly string[]): CitedWork[] =>
  ids.flatMap((id) => listCited(getContentAsTyped()).get(id) ?? []);

const formatOnce: Record<CitationForm, (work: CitedWork) => string> = {
  bib: onceFor((work) => formatCitation(work, 'bib')),
  ris: onceFor((work) => formatCitation(work, 'ris')),
  'csl.json': onceFor((work) => formatCitation(work, 'csl.json')),
};

const formatCitations = (works: readonly CitedWork[], form: CitationForm) =>
  joinCitations(works.map(formatOnce[form]), form);

/** The text of a file that cites an article. */
export const formatArticleCitation = (slug: string, form: CitationForm, site: URL | undefined) =>
  formatCitations(citeArticles(slug, site), form);

/** The text of a file that cites these sources. */
export const formatSourceCitations = (ids: readonly string[], form: CitationForm) =>
  formatCitations(citeSources(ids), form);

function citeChart(id: string, site: URL | undefined): CitedWork {
  const title = toPlainText(getChartAsTyped(id).chart.title);
  return citePage(
    { id, title, kind: 'chart', day: getFirstDay(id), path: formatChartAddress(id) },
    site,
  );
}

type CitedPage = {
  id: string;
  title: string;
  kind: 'article' | 'chart';
  day: string | undefined;
  path: string;
};

function citePage({ path, ...page }: CitedPage, site: URL | undefined): CitedWork {
  const address = site && absoluteHref(path, site);
  return citeOwn({ ...page, site: getSite().name, version: getContentVersion(), address });
}
