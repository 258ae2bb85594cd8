/** What the pages of articles and charts say about themselves to programs. */
import { max, min } from 'd3';
import { chartForms, formatChartAddress } from '../drawings/chart-data.ts';
import { toPlainText } from '../evidence/inline.ts';
import { licence } from '../publish/licence.ts';
import type { LinkedData } from '../publish/json-ld.ts';
import { getPlainChart } from './chart-pages.ts';
import { listChartSources } from '../publish/chart-json.ts';
import { listArticleCorrections } from './correction-pages.ts';
import { getCardImage } from './cards.ts';
import { absoluteHref } from './href.ts';
import { listArticleSources, listArticlesWithChart, type Article } from './articles.ts';
import { getContentVersion, getSite } from './site-content.ts';

/**
 * Whoever publishes the site has written it; no person is named who is not named in the content.
 */
function describePublisher(site: URL | undefined): LinkedData {
  return { '@type': 'Organization', name: getSite().name, url: absoluteHref('/about/', site) };
}

const nameSources = (ids: readonly string[], site: URL | undefined) =>
  ids.map((id) => ({ '@id': absoluteHref(`/sources/${id}/`, site) }));

/** Day of the last change that the page reports. */
export function getLastChange({ slug, matter: { value } }: Article): string {
  return (
    max([
      value.date,
      value.updated ?? value.date,
      ...listArticleCorrections(slug).map(({ date }) => date),
    ]) ?? value.date
  );
}

/**
 * An article with every source that it names, what it is built from, and what was corrected in it.
 */
export function describeArticleData(article: Article, site: URL | undefined): LinkedData {
  const { title, date, about = [] } = article.matter.value;
  const address = absoluteHref(`/articles/${article.slug}/`, site);
  const publisher = describePublisher(site);
  const corrections = listArticleCorrections(article.slug);
  return {
    '@type': 'AnalysisNewsArticle',
    headline: toPlainText(title),
    url: address,
    image: absoluteHref(getCardImage('articles', article.slug).path, site),
    datePublished: date,
    dateModified: getLastChange(article),
    version: getContentVersion()?.commit,
    inLanguage: 'en',
    license: licence.address,
    author: publisher,
    publisher,
    isBasedOn: about.length > 0 ? nameSources(about, site) : undefined,
    citation: nameSources(listArticleSources(article), site),
    correction:
      corrections.length > 0
        ? corrections.map(({ anchor, date: day, why, old, new: now, lead }) => ({
            '@type': 'CorrectionComment',
            url: `${address}#${anchor}`,
            datePublished: day,
            text: `${toPlainText(why)} It said: ${old} ${lead} ${now}`,
          }))
        : undefined,
  };
}

/** Files of a chart that hold its numbers, and its pictures. */
const mediaTypes = {
  csv: 'text/csv',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
} as const;

/** Day of the first article that prints the chart; undefined where none does. */
export function getFirstDay(id: string): string | undefined {
  return min(listArticlesWithChart(id), ({ matter }) => matter.value.date);
}

/**
 * The table behind a chart as a data set, with its files. The sources of events and places are in
 * the JSON: in the page they would take a kilobyte.
 */
export function describeChartData(id: string, site: URL | undefined): LinkedData {
  const data = getPlainChart(id);
  const { title, subtitle, description } = data.chart;
  const publisher = describePublisher(site);
  const version = getContentVersion();
  return {
    '@type': 'Dataset',
    name: toPlainText(title),
    description: [subtitle, description].map(toPlainText).join(' '),
    url: absoluteHref(formatChartAddress(id), site),
    image: absoluteHref(formatChartAddress(id, 'png'), site),
    datePublished: getFirstDay(id),
    dateModified: version?.day,
    version: version?.commit,
    inLanguage: 'en',
    isAccessibleForFree: true,
    license: licence.address,
    creator: publisher,
    publisher,
    citation: nameSources(
      listChartSources({ ...data, rows: data.rows.filter(({ entry }) => entry === undefined) }),
      site,
    ),
    distribution: chartForms.map((form) => ({
      '@type': 'DataDownload',
      encodingFormat: mediaTypes[form],
      contentUrl: absoluteHref(formatChartAddress(id, form), site),
    })),
  };
}
